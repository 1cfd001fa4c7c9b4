#include "printer/receipt_document.h"

#include <array>

#include "data/base/fields.h"

namespace desk::printer {
namespace {

template <class Value>
struct Named {
  std::string_view name;
  Value value;
};

template <class Value, std::size_t count>
Value choose(Fields& fields, std::string_view key, const std::array<Named<Value>, count>& names, std::string_view fallback) {
  std::vector<std::string_view> allowed;
  for (const auto& each : names) allowed.push_back(each.name);
  const std::string chosen = fields.choice(key, allowed, fallback);
  for (const auto& each : names) {
    if (each.name == chosen) return each.value;
  }
  return names[0].value;  // a complaint is already kept in `fields`
}

constexpr std::array kKinds = {Named<SlipKind>{"receipt", SlipKind::Receipt}, Named<SlipKind>{"park", SlipKind::Park},
                               Named<SlipKind>{"lookup", SlipKind::Lookup}, Named<SlipKind>{"self-test", SlipKind::SelfTest}};
constexpr std::array kSlack = {Named<SlackClass>{"easy", SlackClass::Easy}, Named<SlackClass>{"care", SlackClass::Care},
                               Named<SlackClass>{"tight", SlackClass::Tight}, Named<SlackClass>{"missed", SlackClass::Missed}};
constexpr std::array kMarks = {Named<Mark>{"done", Mark::Done}, Named<Mark>{"open", Mark::Open}, Named<Mark>{"ask", Mark::Ask},
                               Named<Mark>{"fault", Mark::Fault}};
constexpr std::array kPhone = {Named<PhoneProof>{"not-asked", PhoneProof::NotAsked}, Named<PhoneProof>{"verified", PhoneProof::Verified},
                               Named<PhoneProof>{"code-sent", PhoneProof::CodeSent}, Named<PhoneProof>{"unsent", PhoneProof::Unsent},
                               Named<PhoneProof>{"staff-attested", PhoneProof::StaffAttested}};
constexpr std::array kPage = {Named<PageState>{"none", PageState::NoPage}, Named<PageState>{"sent", PageState::Sent},
                              Named<PageState>{"not-yet-sent", PageState::NotYetSent}};
constexpr std::array kQrUse = {Named<QrUse>{"desk", QrUse::DeskOnly}, Named<QrUse>{"phone-checklist", QrUse::PhoneChecklist},
                               Named<QrUse>{"phone", QrUse::PhoneEverything}};

std::optional<CivilMinute> minute_in(Fields& fields, std::string_view key, bool required) {
  const auto words = required ? std::optional(fields.text(key)) : fields.optional_text(key);
  if (!words || fields.broken()) return std::nullopt;
  const auto minute = parse_civil_minute(*words);
  if (!minute) fields.complain(key, "a minute like 2026-09-29T17:00 was expected");
  return minute;
}

Target target_in(Fields& fields) {
  const bool no_open_round = fields.flag("no_open_round", false);
  const Node* node = fields.child("target");
  if (node == nullptr || node->is_null()) return no_open_round ? Target{NoOpenRound{}} : Target{};
  if (no_open_round) fields.complain("no_open_round", "a target is given as well");
  Fields inner = fields.sub(*node, "target");
  TargetRound round;
  round.name = inner.text("name");
  round.deadline = minute_in(inner, "deadline", /*required=*/true).value_or(CivilMinute{});
  round.slack_days = static_cast<int>(inner.whole("slack_days", -3660, 3660, 0));
  round.slack = choose(inner, "slack", kSlack, "easy");
  fields.adopt(inner.finish());
  return round;
}

PackNote pack_in(Fields& fields) {
  PackNote pack;
  const Node* node = fields.child("pack");
  if (node == nullptr || node->is_null()) return pack;
  Fields inner = fields.sub(*node, "pack");
  pack.programme = inner.text("programme", "");
  pack.verified = inner.optional_date("verified");
  pack.stale = inner.flag("stale", false);
  pack.official_address = inner.text("official_address", "");
  fields.adopt(inner.finish());
  return pack;
}

void lists_in(Fields& fields, ReceiptModel& model) {
  int index = 0;
  for (const Node* node : fields.tables("todos")) {
    Fields inner = fields.sub(*node, "todos", index++);
    Todo todo;
    todo.when = inner.text("when", "");
    todo.text = inner.text("text");
    model.todos.push_back(std::move(todo));
    fields.adopt(inner.finish());
  }
  index = 0;
  for (const Node* node : fields.tables("checked")) {
    Fields inner = fields.sub(*node, "checked", index++);
    CheckedItem item;
    item.label = inner.text("label");
    item.state = inner.text("state");
    item.mark = choose(inner, "mark", kMarks, "done");
    model.checked.push_back(std::move(item));
    fields.adopt(inner.finish());
  }
}

}  // namespace

Result<ReceiptModel> read_receipt(const Node& node, const std::string& file) {
  Fields fields(node, file, StaffCode::BadInput);
  ReceiptModel model;
  model.kind = choose(fields, "kind", kKinds, "receipt");
  model.site_name = fields.text("site_name");
  model.corner = fields.text("corner", "");
  if (const auto number = fields.optional_text("number")) {
    model.number = ReceptionNumber::parse(*number);
    if (!model.number) fields.complain("number", "no reception number");
  }
  model.addressee = fields.text("addressee", "");
  model.corporate_number = fields.text("corporate_number", "");
  model.issued = minute_in(fields, "issued", /*required=*/true).value_or(CivilMinute{});
  model.target = target_in(fields);
  model.cautions = fields.texts("cautions");
  lists_in(fields, model);
  if (const auto yen = fields.optional_whole("estimate", 0, 1'000'000'000'000)) model.estimate = Yen{*yen};
  model.phone = choose(fields, "phone", kPhone, "not-asked");
  model.page = choose(fields, "page", kPage, "none");
  model.next_code = minute_in(fields, "next_code", /*required=*/false);
  model.scans_until = fields.optional_date("scans_until");
  model.answers_until = fields.optional_date("answers_until");
  model.pack = pack_in(fields);
  model.link_address = fields.text("link_address", "");
  model.qr_use = choose(fields, "qr_use", kQrUse, "desk");
  model.demonstration = fields.flag("demonstration", false);
  model.training = fields.flag("training", false);
  model.tested_by = fields.text("tested_by", "");
  if (auto done = fields.finish(); !done) return fail(done.error());
  if (auto checked = check_model(model); !checked) return fail(Failure{StaffCode::BadInput, file, checked.error().message()});
  return model;
}

}  // namespace desk::printer
