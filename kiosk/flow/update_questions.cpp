// Answers to the questions of the main line: cards, several cards, numbers, わからない.
#include <algorithm>

#include "kiosk/flow/turn.h"

namespace desk::flow {
namespace {

bool commit_digits(Turn& turn, const Question& question) {
  Model& m = turn.m;
  if (m.entry.empty()) {
    m.problem = "problem.empty";
    return false;
  }
  if (question.kind == QuestionKind::Digits && m.entry.size() < static_cast<std::size_t>(question.most_digits)) {
    m.problem = "problem.too_short";
    return false;
  }
  give_digits(m.step, m.entry, m.answers);
  return true;
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
    toggle(m.step, card->code, m.answers);
    m.problem.clear();
    turn.save();
    return true;
  }
  if (pressed(event, Action::DontKnow) && question->may_not_know) {
    give_unknown(m.step, m.answers);
    turn.save();
    turn.go_next();
    return true;
  }
  if (pressed(event, Action::Next)) {
    if (by_digits) {
      if (!commit_digits(turn, *question)) return true;
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
