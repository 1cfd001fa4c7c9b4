#include "kiosk/shell/handout.h"

#include <algorithm>

#include "data/rules/identity.h"

namespace desk::shell {
namespace {

constexpr std::size_t kMostParkTodos = 5;

using screens::ItemState;
using screens::ItemWords;
using screens::Speaker;

printer::Mark slip_mark(ItemState state) {
  switch (state) {
    case ItemState::Done: return printer::Mark::Done;
    case ItemState::Care: return printer::Mark::Ask;
    case ItemState::Open: return printer::Mark::Open;
  }
  return printer::Mark::Open;
}

auth::PageMark page_mark(ItemState state) {
  switch (state) {
    case ItemState::Done: return auth::PageMark::Done;
    case ItemState::Care: return auth::PageMark::Care;
    case ItemState::Open: return auth::PageMark::Open;
  }
  return auth::PageMark::Open;
}

printer::SlackClass slack(rules::SlackClass slack) {
  switch (slack) {
    case rules::SlackClass::Easy: return printer::SlackClass::Easy;
    case rules::SlackClass::Care: return printer::SlackClass::Care;
    case rules::SlackClass::Tight: return printer::SlackClass::Tight;
    case rules::SlackClass::Missed: return printer::SlackClass::Missed;
  }
  return printer::SlackClass::Missed;
}

std::string programme(const Speaker& speaker, const HandoutFacts& facts) {
  std::string text = speaker.name(facts.pack.name);
  if (facts.assessment.frame != nullptr) text += " " + speaker.name(facts.assessment.frame->name);
  return text;
}

printer::PhoneProof slip_phone(const flow::Model& model, flow::SlipKind slip) {
  if (slip == flow::SlipKind::LookUp) return printer::PhoneProof::NotAsked;
  switch (model.answers.phone.proof) {
    case flow::PhoneProof::Sms: return printer::PhoneProof::Verified;
    case flow::PhoneProof::Staff: return printer::PhoneProof::StaffAttested;
    case flow::PhoneProof::None:
    case flow::PhoneProof::Later:
      if (model.answers.phone.number.empty()) return printer::PhoneProof::Unsent;
      return model.answers.phone.verification.empty() ? printer::PhoneProof::Unsent : printer::PhoneProof::CodeSent;
  }
  return printer::PhoneProof::NotAsked;
}

// Everything that a slip lists with a mark: the verdict, the steps, the papers. The mobile number has a line of its own there.
std::vector<ItemWords> items(const Speaker& speaker, const HandoutFacts& facts, bool with_record) {
  std::vector<ItemWords> list{screens::verdict_words(speaker, facts.assessment)};
  for (ItemWords& item : screens::step_words(speaker, facts.assessment)) list.push_back(std::move(item));
  if (with_record) {
    for (ItemWords& item : screens::all_paper_words(speaker, facts.model.answers, facts.assessment)) list.push_back(std::move(item));
  }
  return list;
}

}  // namespace

std::string slip_address(const config::DeskConfig& config, const LinkToken& token) {
  // Without a page on the phone the code is read at this desk only; it still needs a form that no phone takes for an address.
  return link_address(config.page.mode == config::HandoffMode::Off ? "desk" : config.page.base_url, token);
}

printer::ReceiptModel slip_model(const HandoutFacts& facts, flow::SlipKind slip) {
  const Speaker speaker{facts.words, facts.pack, facts.today};
  const flow::Model& model = facts.model;
  const bool record = slip != flow::SlipKind::LookUp;
  printer::ReceiptModel out;
  out.kind = slip == flow::SlipKind::Receipt ? printer::SlipKind::Receipt
             : slip == flow::SlipKind::Park  ? printer::SlipKind::Park
                                             : printer::SlipKind::Lookup;
  out.site_name = facts.config.site.name;
  out.corner = facts.config.site.corner;
  if (record) out.number = model.reception;
  if (record) {
    const Secret name = model.answers.contact.whole();
    out.addressee.reserve(name.size() + 32);  // on the heap, where it is wiped
    out.addressee += name.reveal();
    const auto& number = model.answers.corporate_number.value();
    if (number && model.answers.entity.is("corporation")) out.corporate_number = rules::grouped_corporate_number(*number);
  }
  out.issued = to_jst(facts.wall);
  if (const rules::PlannedRound* target = facts.assessment.target) {
    out.target = printer::TargetRound{speaker.round(target->round), target->deadline, target->slack_days, slack(target->slack_class)};
  } else if (facts.assessment.frame != nullptr) {
    out.target = printer::NoOpenRound{};
  }
  // A park slip must fit the scanner's glass whole, or its QR cannot be read there: the next things to do, and no more.
  const bool park = slip == flow::SlipKind::Park;
  for (screens::TodoWords& todo : screens::todo_words(speaker, facts.assessment)) {
    if (park && out.todos.size() == kMostParkTodos) break;
    out.todos.push_back({todo.when, todo.what});
  }
  if (!park) {
    for (ItemWords& item : items(speaker, facts, record)) out.checked.push_back({item.label, item.state, slip_mark(item.mark)});
  }
  if (!park && facts.assessment.estimate && facts.assessment.estimate->payable) out.estimate = facts.assessment.estimate->subsidy;
  out.phone = slip_phone(model, slip);
  if (record && model.link.phase != flow::LinkPhase::None) {
    out.page = model.link.phase == flow::LinkPhase::Sent ? printer::PageState::Sent : printer::PageState::NotYetSent;
  }
  if (slip == flow::SlipKind::Park && model.code.next_send && model.answers.phone.proof != flow::PhoneProof::Sms) {
    out.next_code = to_jst(*model.code.next_send);
  }
  out.pack = {programme(speaker, facts), facts.pack.verified, facts.stale, facts.official_address};
  if (record && model.answers.token) {
    out.link_address = slip_address(facts.config, *model.answers.token);
    switch (facts.config.page.mode) {
      case config::HandoffMode::Off: out.qr_use = printer::QrUse::DeskOnly; break;
      case config::HandoffMode::Lan: out.qr_use = printer::QrUse::PhoneChecklist; break;
      case config::HandoffMode::Public: out.qr_use = printer::QrUse::PhoneEverything; break;
    }
  }
  out.demonstration = facts.config.demonstration && !facts.training;  // a practice is called one
  out.training = facts.training;
  return out;
}

auth::PageModel page_model(const HandoutFacts& facts) {
  const Speaker speaker{facts.words, facts.pack, facts.today};
  const flow::Model& model = facts.model;
  auth::PageModel out;
  out.language = facts.words.language();
  out.demonstration = facts.config.demonstration && !facts.training;  // a practice is called one
  out.training = facts.training;
  out.site_name = facts.config.site.name;
  out.corner = facts.config.site.corner;
  out.reception_number = model.reception.text;
  out.made_at = facts.wall;
  out.programme = programme(speaker, facts);
  if (facts.assessment.target != nullptr) out.deadline = facts.assessment.target->deadline;
  out.deadline_note = screens::target_words(speaker, facts.assessment);

  const ItemWords verdict = screens::verdict_words(speaker, facts.assessment);
  out.verdict = verdict.state;
  out.verdict_mark = facts.assessment.eligibility.verdict == rules::Verdict::NotEligible ? auth::PageMark::Stop : page_mark(verdict.mark);
  for (const rules::EligibilityReason& reason : facts.assessment.eligibility.reasons) out.verdict_reasons.push_back(speaker.reason(reason));
  if (facts.assessment.estimate && facts.assessment.estimate->payable) {
    out.estimate = facts.assessment.estimate->subsidy;
    out.estimate_note = facts.words("word.no_promise");
  }
  for (const rules::Todo& todo : facts.assessment.plan.todo) {
    out.todos.push_back({todo.by, speaker.coded("todo.", todo.code, todo.args), "", false});
  }
  for (const rules::Todo& todo : facts.assessment.visit_todo) {
    out.todos.push_back({todo.by, speaker.coded("visit_todo.", todo.code, todo.args), "", false});
  }
  out.todos.push_back({std::nullopt, facts.words("word.no_contract"), "", true});
  for (const ItemWords& item : screens::step_words(speaker, facts.assessment)) {
    if (item.mark == ItemState::Done) out.done.push_back({item.label, item.state});
  }
  const ItemWords phone = screens::phone_words(speaker, model.answers);
  if (phone.mark == ItemState::Done) out.done.push_back({phone.label, phone.state});
  else out.unsent.push_back(facts.words("word.unsent_phone"));
  for (const flow::PaperAssessment& paper : facts.assessment.papers) {
    const ItemWords words = screens::paper_words(speaker, model.answers, paper);
    out.documents.push_back({words.label, page_mark(words.mark), words.state, paper.dated ? paper.validity.last_day : std::nullopt});
  }
  out.pack_verified = facts.pack.verified;
  // The number unlocks the files on the phone; one that nobody proved must not.
  if (model.answers.phone.proof == flow::PhoneProof::Sms) out.phone = model.answers.phone.number.clone();
  return out;
}

}  // namespace desk::shell
