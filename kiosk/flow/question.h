// Questions: which answers a step asks for, in what form, and how a touch becomes an answer. One question a screen (design 5).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "kiosk/flow/answers.h"
#include "kiosk/flow/model.h"
#include "kiosk/flow/step.h"

namespace desk::flow {

enum class QuestionKind {
  Choice,   // one card of several
  Several,  // any number of cards, or none of them
  Number,   // people or yen on the 10-key
  Digits,   // an identifier on the 10-key, not a quantity
};

struct Question {
  QuestionKind kind = QuestionKind::Choice;
  std::vector<std::string> choices;  // codes; their words come from the pack or from question.<step>.<code>
  int most_digits = 0;
  bool may_not_know = true;
};

// Null when the step asks nothing, or asks in a form of its own (the application number, the kind of each partner, a name).
[[nodiscard]] std::optional<Question> question_of(Step step, const Answers& answers, const catalog::Pack& pack);

[[nodiscard]] bool answered(Step step, const Answers& answers);
[[nodiscard]] bool answered_unknown(Step step, const Answers& answers);
// What is chosen now; empty when nothing is.
[[nodiscard]] Codes chosen(Step step, const Answers& answers);
// The digits of a Number or Digits answer; empty when none.
[[nodiscard]] std::string digits_of(Step step, const Answers& answers);

void choose(Step step, const std::string& code, Answers& answers);
void toggle(Step step, const std::string& code, Answers& answers);  // "none" empties the set and counts as an answer
void give_digits(Step step, const std::string& digits, Answers& answers);
void give_unknown(Step step, Answers& answers);

}  // namespace desk::flow
