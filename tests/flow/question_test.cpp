// Every question: how touches become an answer, which questions a person is asked, and where a visit with these answers stands.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

// Stands at the question with everything before it answered by the shop.
void stand_at(Visit& visit, Step step) {
  visit.start();
  visit.walk_to(Step::Entity);
  visit.edit().step = step;
  visit.edit().entry.clear();
}

std::vector<Step> questions() {
  std::vector<Step> steps;
  for (Step step : all_steps()) {
    if (question_of(step, Answers{}, real_pack())) steps.push_back(step);
  }
  return steps;
}

class EveryQuestion : public testing::TestWithParam<Step> {
 protected:
  void SetUp() override { stand_at(visit, GetParam()); }
  Question question() { return *question_of(GetParam(), visit.model().answers, real_pack()); }
  Visit visit;
};

TEST_P(EveryQuestion, is_not_left_by_next_before_it_is_answered) {
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), GetParam());
  EXPECT_FALSE(visit.model().problem.empty());
  EXPECT_FALSE(answered(GetParam(), visit.model().answers));
}

TEST_P(EveryQuestion, takes_each_of_its_choices_and_no_other) {
  for (const std::string& code : question().choices) {
    if (question().kind == QuestionKind::Choice) {
      visit.send(Chosen{code});
      EXPECT_EQ(chosen(GetParam(), visit.model().answers), Codes{code});
    } else {
      visit.send(Toggled{code});
      EXPECT_TRUE(chosen(GetParam(), visit.model().answers).contains(code));
    }
    EXPECT_EQ(visit.step(), GetParam()) << "a card is chosen, つぎへ goes on";
  }
  const Codes before = chosen(GetParam(), visit.model().answers);
  visit.send(Chosen{"no_such_code"});
  visit.send(Toggled{"no_such_code"});
  EXPECT_EQ(chosen(GetParam(), visit.model().answers), before);
}

TEST_P(EveryQuestion, takes_digits_only_where_it_asks_for_them) {
  visit.type("12x3\b4");
  const bool by_digits = question().kind == QuestionKind::Number || question().kind == QuestionKind::Digits;
  EXPECT_EQ(visit.model().entry, by_digits ? "124" : "");
  for (int more = 0; more < 30; ++more) visit.send(Typed{'9'});
  EXPECT_LE(visit.model().entry.size(), static_cast<std::size_t>(question().most_digits));
  visit.send(Typed{'\f'});
  EXPECT_TRUE(visit.model().entry.empty());
}

TEST_P(EveryQuestion, goes_on_with_dont_know_and_can_be_answered_after_all) {
  visit.press(Action::DontKnow);
  EXPECT_NE(visit.step(), GetParam());
  EXPECT_TRUE(answered_unknown(GetParam(), visit.model().answers));
  visit.edit().step = GetParam();
  visit.edit().entry.clear();
  if (question().kind == QuestionKind::Choice) visit.send(Chosen{question().choices.front()});
  else if (question().kind == QuestionKind::Several) visit.send(Toggled{question().choices.front()});
  else if (GetParam() == Step::CorporateNumber) visit.type("7070001012345");  // with its check digit
  else visit.type(std::string(static_cast<std::size_t>(question().most_digits), '5'));
  visit.press(Action::Next);
  EXPECT_FALSE(answered_unknown(GetParam(), visit.model().answers));
  EXPECT_TRUE(answered(GetParam(), visit.model().answers));
}

TEST_P(EveryQuestion, is_saved_as_it_is_answered) {
  const int before = visit.count<SaveAnswers>();
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.count<SaveAnswers>(), before + 1);
}

INSTANTIATE_TEST_SUITE_P(All, EveryQuestion, testing::ValuesIn(questions()),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST(Exclusions_, none_empties_the_others_and_another_card_takes_none_away) {
  Visit visit;
  stand_at(visit, Step::Exclusions);
  visit.send(Toggled{"religious"});
  visit.send(Toggled{"suspended"});
  EXPECT_EQ(chosen(Step::Exclusions, visit.model().answers), (Codes{"religious", "suspended"}));
  visit.send(Toggled{"none"});
  EXPECT_EQ(chosen(Step::Exclusions, visit.model().answers), Codes{"none"});
  visit.send(Toggled{"religious"});
  EXPECT_EQ(chosen(Step::Exclusions, visit.model().answers), Codes{"religious"});
}

// "None of these" is a declaration. The first version made it for whoever pressed a card by mistake and took it back.
TEST(Exclusions_, taking_the_last_card_back_declares_nothing) {
  Visit visit;
  stand_at(visit, Step::Exclusions);
  visit.send(Toggled{"religious"});
  visit.send(Toggled{"religious"});
  EXPECT_FALSE(answered(Step::Exclusions, visit.model().answers));
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Exclusions);
}

TEST(Industry_, that_a_sole_proprietor_cannot_have_is_asked_again) {
  Visit visit;
  visit.start({{Step::Entity, "corporation"}, {Step::Industry, "medical"}});
  visit.walk_to(Step::Employees);
  while (visit.step() != Step::Entity) visit.press(Action::Back);
  visit.send(Chosen{"sole"});
  EXPECT_FALSE(answered(Step::Industry, visit.model().answers));
  EXPECT_EQ(first_open(visit.model().answers, real_pack()), Step::Industry);
}

TEST(MainLine, asks_only_what_applies) {
  const struct { const char* entity; const char* industry; const char* purpose; Step step; bool asked; } table[] = {
      {"corporation", "retail", "payment", Step::Capital, true},   {"sole", "retail", "payment", Step::Capital, false},
      {"corporation", "medical", "payment", Step::Capital, false}, {"corporation", "npo", "payment", Step::MainTrade, true},
      {"corporation", "retail", "payment", Step::MainTrade, false}, {"corporation", "retail", "payment", Step::PcCost, true},
      {"corporation", "retail", "other", Step::PcCost, false},     {"corporation", "retail", "other", Step::ProcessKinds, true},
      {"corporation", "retail", "payment", Step::ProcessKinds, false}, {"corporation", "retail", "other", Step::MinimumWage, true},
      {"corporation", "retail", "payment", Step::MinimumWage, false}, {"corporation", "retail", "other", Step::ManagementCheck, false}};
  for (const auto& row : table) {
    Answers answers;
    answers.entity = std::string(row.entity);
    answers.industry = std::string(row.industry);
    answers.purposes = Codes{row.purpose};
    const auto line = main_line(answers, Mode::Apply, real_pack());
    EXPECT_EQ(std::count(line.begin(), line.end(), row.step), row.asked ? 1 : 0)
        << row.entity << " " << row.industry << " " << row.purpose << " " << name_of(row.step);
  }
}

TEST(MainLine, next_and_before_are_each_others_inverse) {
  for (Mode mode : {Mode::Apply, Mode::LookUp}) {
    const auto line = main_line(Answers{}, mode, real_pack());
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
      EXPECT_EQ(step_after(line[at], Answers{}, mode, real_pack()), line[at + 1]);
      EXPECT_EQ(step_before(line[at + 1], Answers{}, mode, real_pack()), line[at]);
    }
  }
}

TEST(FirstOpen, is_the_next_unanswered_question_for_every_prefix_of_both_scripts) {
  for (const Script& script : {shop_script(), workshop_script()}) {
    Visit visit;
    visit.start(script);
    while (visit.step() != Step::Phone) {
      if (question_of(visit.step(), visit.model().answers, real_pack())) {
        ASSERT_EQ(name_of(first_open(visit.model().answers, real_pack())), name_of(visit.step()));
      }
      visit.answer_step();
    }
    EXPECT_EQ(first_open(visit.model().answers, real_pack()), Step::Phone);
    visit.walk_to(Step::Review);
    EXPECT_EQ(first_open(visit.model().answers, real_pack()), Step::Review);
  }
}

TEST(Steps, have_names_of_their_own_that_lead_back_to_them) {
  for (Step step : all_steps()) {
    ASSERT_FALSE(name_of(step).empty());
    EXPECT_EQ(step_named(name_of(step)), step);
  }
  EXPECT_FALSE(step_named("nowhere"));
}

}  // namespace
}  // namespace desk::flow
