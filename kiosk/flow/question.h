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

// Null when the step asks nothing.
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

// The programme frame that the tool asked about belongs to: invoice when it does accounting, ordering or payment, else normal
// (factbook 2.5). The tool is what people know; frames are what the programme knows.
[[nodiscard]] std::string frame_of(const Answers& answers, const catalog::Pack& pack);

// The main line of this visit in order, without the side steps; what does not apply to this person is left out.
[[nodiscard]] std::vector<Step> main_line(const Answers& answers, Mode mode, const catalog::Pack& pack);
[[nodiscard]] Step step_after(Step step, const Answers& answers, Mode mode, const catalog::Pack& pack);
[[nodiscard]] Step step_before(Step step, const Answers& answers, Mode mode, const catalog::Pack& pack);
// Where a resumed visit joins: the first step of the main line that is still open.
[[nodiscard]] Step first_open(const Answers& answers, const catalog::Pack& pack);

[[nodiscard]] catalog::Entity entity_of(const Answers& answers);
// Document needs whose papers this applicant must scan, in the pack's order; files to fill in (Excel) are to-dos instead.
[[nodiscard]] std::vector<std::string> required_papers(const Answers& answers, const catalog::Pack& pack);
[[nodiscard]] std::optional<std::string> next_open_paper(const Answers& answers, const catalog::Pack& pack);
// The kind of paper at hand for a need: the person's choice, else the pack's first.
[[nodiscard]] const catalog::DocumentKind* kind_for(const std::string& need, const Answers& answers, const catalog::Pack& pack);
[[nodiscard]] const catalog::DocumentNeed* need_of(const std::string& need, const Answers& answers, const catalog::Pack& pack);
// Whether its day of issue matters, so that the person is asked to read it from the paper.
[[nodiscard]] bool asks_issue_date(const catalog::DocumentKind& kind);

}  // namespace desk::flow
