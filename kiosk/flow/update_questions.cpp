// Answers to the questions of the main line: cards, several cards, numbers, わからない.
#include <algorithm>

#include "data/rules/identity.h"
#include "kiosk/flow/purpose.h"
#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

bool commit_digits(Turn& turn, const Question& question) {
  Model& m = turn.m;
  if (m.entry.empty()) {
    m.problem = "problem.empty";
    return false;
  }
  if (m.step == Step::CorporateNumber) {
    // Twelve digits are a registry certificate's; the one before them follows from them (factbook 6.1).
    const rules::CorporateNumber number = rules::corporate_number(m.entry);
    if (!number.ok) m.problem = "question.corporate_number.problem_" + number.reason;
    else give_digits(m.step, number.number, m.answers);
    return number.ok;
  }
  if (question.kind == QuestionKind::Digits && m.entry.size() < static_cast<std::size_t>(question.most_digits)) {
    m.problem = "problem.too_short";
    return false;
  }
  // Accounts cannot be more than there are; which of the two figures is wrong only the person knows (factbook 2.6, B-10).
  Answers& answers = m.answers;
  const std::int64_t figure = question.kind == QuestionKind::Number ? std::stoll(m.entry) : 0;
  if (m.step == Step::TotalAccounts && figure == 0) {
    m.problem = "problem.accounts_none";
    return false;
  }
  if (m.step == Step::SmeAccounts && answers.total_accounts.value() && figure > *answers.total_accounts.value()) {
    m.problem = "problem.accounts_above_total";
    return false;
  }
  give_digits(m.step, m.entry, answers);
  if (m.step == Step::TotalAccounts && answers.sme_accounts.value_or(0) > figure) answers.sme_accounts = {};
  if (m.step == Step::PartnerCount) {
    answers.partners.resize(std::max(answers.partners.size(), static_cast<std::size_t>(figure)));
  }
  return true;
}

// "None of these" was said of the list that was shown. A frame that asks for more than that list asks again.
void forget_other_frame(Turn& turn, const std::string& before) {
  Answers& answers = turn.m.answers;
  const auto asked = exclusions_in(turn.c.pack, before);
  for (const catalog::Exclusion* exclusion : exclusions_in(turn.c.pack, frame_of(answers, turn.c.pack))) {
    if (std::find(asked.begin(), asked.end(), exclusion) == asked.end()) answers.exclusions = {};
  }
}

// A company that becomes a sole proprietor can no longer be a medical corporation: an answer that is no choice any more is asked again.
void forget_impossible(Turn& turn) {
  Answers& answers = turn.m.answers;
  const auto question = question_of(Step::Industry, answers, turn.c.pack);
  if (!question || !answers.industry.value()) return;
  const auto& choices = question->choices;
  if (std::find(choices.begin(), choices.end(), *answers.industry.value()) == choices.end()) answers.industry = {};
}

}  // namespace

bool on_question(Turn& turn, const Event& event) {
  Model& m = turn.m;
  const auto question = question_of(m.step, m.answers, turn.c.pack);
  if (!question) return false;
  const bool by_digits = question->kind == QuestionKind::Number || question->kind == QuestionKind::Digits;
  if (by_digits && type_into_entry(turn, event, kDigits, static_cast<std::size_t>(question->most_digits))) return true;

  const auto known = [&](const std::string& code) {
    for (const std::string& choice : question->choices) {
      if (choice == code) return true;
    }
    return false;
  };
  if (const auto* card = as<Chosen>(event)) {
    if (question->kind != QuestionKind::Choice || !known(card->code)) return false;
    choose(m.step, card->code, m.answers);
    forget_impossible(turn);
    m.problem.clear();
    turn.save();
    return true;
  }
  if (const auto* card = as<Toggled>(event)) {
    if (question->kind != QuestionKind::Several || !known(card->code)) return false;
    const std::string frame = frame_of(m.answers, turn.c.pack);
    toggle(m.step, card->code, m.answers);
    forget_other_frame(turn, frame);
    m.problem.clear();
    turn.save();
    return true;
  }
  if (pressed(event, Action::DontKnow) && question->may_not_know) {
    const std::string frame = frame_of(m.answers, turn.c.pack);
    give_unknown(m.step, m.answers);
    forget_other_frame(turn, frame);
    turn.save();
    turn.go_next();
    return true;
  }
  if (pressed(event, Action::Next)) {
    if (by_digits) {
      // わからない was said before, and nothing else since.
      const bool stays_unknown = m.entry.empty() && answered_unknown(m.step, m.answers);
      if (!stays_unknown && !commit_digits(turn, *question)) return true;
    } else if (!answered(m.step, m.answers)) {
      m.problem = "problem.choose";
      return true;
    }
    turn.save();
    turn.go_next();
    return true;
  }
  return false;
}

}  // namespace desk::flow
