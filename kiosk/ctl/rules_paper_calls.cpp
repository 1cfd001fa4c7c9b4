#include <algorithm>

#include "data/base/phone_number.h"
#include "data/rules/documents.h"
#include "data/rules/identity.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

std::vector<Key> validity_keys(Context&) {
  return {
      {.name = "kind", .type = Type::Text, .required = true, .about = "document kind of the pack"},
      entity_key(/*required=*/false),
      {.name = "issued", .type = Type::Date},
      {.name = "expires", .type = Type::Date},
      {.name = "tax_year", .type = Type::Whole, .about = "the year of income: 2025 is Reiwa 7", .low = 1989, .high = 2100},
      {.name = "item", .type = Type::Text, .about = "tax item: corporate_tax, income_tax, consumption_tax, local_tax, or its Japanese name"},
      {.name = "evidence", .type = Type::Choice, .choices = {"receipt_stamp", "receipt_number", "etax_notice", "tax_2", "none"},
       .about = "that a tax return was filed"},
      {.name = "on", .type = Type::Date, .fallback = "today", .about = "the day of submission"},
      {.name = "deadline", .type = Type::Date, .fallback = "on", .about = "the paper must hold on this day too"},
      year_key(/*required=*/false),
  };
}

// The id of a tax item, also by its Japanese name.
Result<std::optional<std::string>> item_of(const Input& input, const catalog::Pack& pack) {
  using Item = std::optional<std::string>;
  const auto typed = input.text("item");
  if (!typed) return Item{};
  for (const catalog::TaxItem& item : pack.tax_items) {
    if (item.id == *typed || item.name.ja == *typed) return Item{item.id};
  }
  return fail(bad_input("item", "\"" + *typed + "\" is no tax item of this pack"));
}

Result<Answer> run_validity(const Input& input, Context& context) {
  const auto pack = pack_of_year(input, context);
  if (!pack) return fail(pack.error());
  rules::ValidityInput question;
  question.kind = *input.text("kind");
  if ((*pack)->document(question.kind) == nullptr) {
    return fail(bad_input("kind", "\"" + question.kind + "\" is no document of " + std::to_string((*pack)->year)));
  }
  if (const auto entity = input.text("entity")) question.entity = catalog::entity_from(*entity);
  question.issued = input.date("issued");
  question.expires = input.date("expires");
  if (const auto year = input.whole("tax_year")) question.tax_year = static_cast<int>(*year);
  const auto item = item_of(input, **pack);
  if (!item) return fail(item.error());
  question.item = *item;
  question.evidence = input.text("evidence");
  question.on = input.date("on").value_or(context.today());
  question.deadline = input.date("deadline");
  if (question.deadline && *question.deadline < question.on) return fail(bad_input("deadline", "before `on`"));

  const rules::Validity answer = rules::validity(**pack, question);
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("last_day", date_node(answer.last_day));
  node.set("reasons", texts_node(answer.reasons));
  node.set("warnings", texts_node(answer.warnings));
  node.set("issue_from", date_node(answer.issue_from));
  node.set("pack", pack_node(**pack));
  return Answer{std::move(node)};
}

Result<Answer> run_corporate_number(const Input& input, Context&) {
  const rules::CorporateNumber answer = rules::corporate_number(*input.text("number"));
  Node node;
  node.set("ok", flag_node(answer.ok));
  node.set("number", answer.ok ? text_node(answer.number) : Node{});
  node.set("derived", flag_node(answer.derived));
  node.set("reason", answer.ok ? Node{} : text_node(answer.reason));
  return Answer{std::move(node)};
}

Result<Answer> run_phone(const Input& input, Context&) {
  const PhoneNumber::Parsed parsed = PhoneNumber::parse(*input.text("number"));
  Node node;
  node.set("ok", flag_node(parsed.ok));
  // The operator's own words come back in full here; logs and slips never print more than the mask.
  node.set("e164", parsed.ok ? text_node(parsed.number.e164().reveal()) : Node{});
  node.set("reason", parsed.ok ? Node{} : text_node(code_of(parsed.problem)));
  return Answer{std::move(node)};
}

}  // namespace

Verb validity_verb() {
  Verb verb;
  verb.group = "rules";
  verb.name = "validity";
  verb.about = "whether a paper may be used, and until when";
  verb.keys = validity_keys;
  verb.answers = {"ok", "last_day", "reasons", "warnings", "issue_from", "pack[year verified]"};
  verb.batch = true;
  verb.run = run_validity;
  return verb;
}

Verb corporate_number_verb() {
  Verb verb;
  verb.group = "rules";
  verb.name = "corporate-number";
  verb.about = "checks 13 digits, or derives them from the 12 of a registry certificate";
  verb.keys = [](Context&) {
    return std::vector<Key>{{.name = "number", .type = Type::Digits, .required = true, .about = "12 or 13 digits"}};
  };
  verb.answers = {"ok", "number", "derived", "reason"};
  verb.positional = "number";
  verb.batch = true;
  verb.run = run_corporate_number;
  return verb;
}

Verb phone_verb() {
  Verb verb;
  verb.group = "rules";
  verb.name = "phone";
  verb.about = "whether a number can receive our SMS";
  verb.keys = [](Context&) { return std::vector<Key>{{.name = "number", .type = Type::Text, .required = true}}; };
  verb.answers = {"ok", "e164", "reason"};
  verb.positional = "number";
  verb.batch = true;
  verb.run = run_phone;
  return verb;
}

}  // namespace desk::ctl
