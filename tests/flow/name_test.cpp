// The name of whom staff call, and the company's number: given, corrected, left out, and with a converter that is away.
#include <gtest/gtest.h>

#include "data/base/characters.h"
#include "kiosk/flow/main_line.h"
#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

using input::Stage;

void write(Visit& visit, std::string_view kana) {
  for (std::string_view each : characters(kana)) visit.send(NameKey{Secret(each)});
}

// A part as a person gives it: typed, つぎへ, the first word.
void give(Visit& visit, std::string_view kana, std::size_t word = 0) {
  write(visit, kana);
  visit.press(Action::Next);
  visit.send(CandidateChosen{word});
}

class Name : public testing::Test {
 protected:
  void SetUp() override {
    visit.start();
    visit.walk_to(Step::ContactName);
  }
  const NameState& name() { return visit.model().name; }
  Visit visit;
};

TEST_F(Name, GivenInTwoPartsWithTheFormsOfItsCharactersIsKept) {
  EXPECT_EQ(visit.count<PrepareConversion>(), 1);
  give(visit, "たかさき");
  EXPECT_EQ(name().phase, NamePhase::Given);
  give(visit, "くにこ");
  ASSERT_EQ(name().phase, NamePhase::Check);
  visit.send(FormChosen{NamePart::Family, 0, "髙"});
  visit.send(FormChosen{NamePart::Family, 1, "﨑"});
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::CorporateNumber);
  EXPECT_EQ(visit.model().answers.contact.whole().reveal(), "髙﨑 邦子");
  const auto stored = answers_from_json(visit.stored());
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->contact.whole().reveal(), "髙﨑 邦子");
  EXPECT_EQ(stored->contact.family_reading.reveal(), "たかさき");
  EXPECT_TRUE(name().family.empty()) << "the field keeps nothing after the step";
}

TEST_F(Name, LeftOutIsAnAnswerAndIsNotAskedAgain) {
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.step(), Step::CorporateNumber);
  const auto stored = answers_from_json(visit.stored());
  ASSERT_TRUE(stored);
  EXPECT_TRUE(stored->contact.asked);
  EXPECT_TRUE(stored->contact.whole().empty());
  EXPECT_EQ(first_open(*stored, real_pack()), Step::CorporateNumber);
}

TEST_F(Name, NothingTypedIsSaidAndTheFamilyNameAloneWillDo) {
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().problem, "screen.contact_name.empty");
  give(visit, "たかさき");
  EXPECT_EQ(visit.model().problem, "");
  visit.press(Action::Next);
  EXPECT_EQ(name().phase, NamePhase::Check);
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().answers.contact.whole().reveal(), "高崎");
}

TEST_F(Name, BackGoesOneThingAtATimeAndKeepsWhatWasTyped) {
  write(visit, "たかさき");
  visit.press(Action::Next);
  ASSERT_EQ(name().family.stage, Stage::Choosing);
  visit.press(Action::Back);
  EXPECT_EQ(name().family.stage, Stage::Typing);
  EXPECT_EQ(name().family.shown().reveal(), "たかさき");
  visit.press(Action::Next);
  visit.send(CandidateChosen{0});
  give(visit, "くにこ");
  visit.press(Action::Back);
  EXPECT_EQ(name().phase, NamePhase::Given);
  EXPECT_EQ(name().given.shown().reveal(), "くにこ");
  visit.press(Action::Back);
  EXPECT_EQ(name().phase, NamePhase::Family);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Plan);
}

TEST_F(Name, ComingBackShowsTheNameAndOnePartCanBeWrittenAnew) {
  give(visit, "たかさき");
  give(visit, "くにこ");
  visit.press(Action::Next);
  visit.press(Action::Back);
  ASSERT_EQ(visit.step(), Step::ContactName);
  ASSERT_EQ(name().phase, NamePhase::Check);
  EXPECT_EQ(name().family.shown().reveal(), "高崎");
  visit.send(NamePartChosen{NamePart::Given});
  EXPECT_EQ(name().given.shown().reveal(), "くにこ");
  visit.press(Action::Next);
  visit.send(CandidateChosen{1});
  ASSERT_EQ(name().phase, NamePhase::Check) << "the family name stands already";
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().answers.contact.whole().reveal(), "高崎 国子");
}

TEST_F(Name, WithoutAConverterThePersonGoesOnInKana) {
  visit.workers.convert = [](Visit& each, const Convert& order) { each.send(NotConverted{order.id, StaffCode::ConversionUnavailable}); };
  write(visit, "たかさき");
  visit.press(Action::Next);
  ASSERT_EQ(name().family.stage, Stage::Choosing);
  EXPECT_TRUE(name().without_kanji);
  visit.press(Action::KeepKana);
  EXPECT_EQ(name().family.settled.reveal(), "たかさき");
  EXPECT_EQ(name().phase, NamePhase::Given);
}

TEST_F(Name, AWordThatComesTooLateFindsNobody) {
  Convert late{};
  visit.workers.convert = [&](Visit&, const Convert& order) { late.id = order.id; };
  write(visit, "たかさき");
  visit.press(Action::Next);
  EXPECT_EQ(name().family.stage, Stage::Converting);
  visit.press(Action::Next);
  write(visit, "あ");
  EXPECT_EQ(name().family.shown().reveal(), "たかさき") << "what is being looked up does not change";
  visit.press(Action::Back);
  std::vector<Secret> words;
  words.emplace_back("高崎");
  visit.send(Converted{late.id, std::move(words)});
  EXPECT_EQ(name().family.stage, Stage::Typing);
}

TEST_F(Name, AKeyboardThatSomebodyPluggedInWritesKana) {
  visit.type("takasaki");
  EXPECT_EQ(name().family.shown().reveal(), "たかさき");
  visit.type("\b\b");
  EXPECT_EQ(name().family.shown().reveal(), "たか");
  visit.type("7");
  EXPECT_EQ(name().family.shown().reveal(), "たか");
}

TEST_F(Name, MarksAndLettersHaveTheirKeys) {
  write(visit, "わたなへ");
  visit.send(NameEdited{input::Edit::Voiced});
  EXPECT_EQ(name().family.shown().reveal(), "わたなべ");
  visit.send(NameEdited{input::Edit::Clear});
  visit.press(Action::SwitchKeys);
  write(visit, "LEE");
  visit.press(Action::Next);
  EXPECT_EQ(visit.count<Convert>(), 0) << "letters are no reading";
  EXPECT_EQ(name().phase, NamePhase::Given);
  EXPECT_EQ(name().given.script, input::Script::Latin) << "who writes one part in letters writes both so";
}

TEST_F(Name, AnotherLanguageInTheMiddleLosesNothing) {
  give(visit, "たかさき");
  write(visit, "くに");
  visit.send(LanguageChosen{Language::English});
  EXPECT_EQ(name().family.shown().reveal(), "高崎");
  EXPECT_EQ(name().given.shown().reveal(), "くに");
}

TEST_F(Name, TheEndOfTheVisitLeavesNoPartOfIt) {
  give(visit, "たかさき");
  write(visit, "くに");
  visit.press(Action::EndVisit);
  visit.press(Action::ConfirmEnd);
  EXPECT_TRUE(name().family.shown().empty());
  EXPECT_TRUE(name().given.shown().empty());
  EXPECT_TRUE(visit.model().answers.contact.whole().empty());
}

TEST(NameOfAVisit, InEnglishTheKeysAreLetters) {
  Visit visit;
  visit.send(LanguageChosen{Language::English});
  visit.start();
  visit.walk_to(Step::ContactName);
  EXPECT_EQ(visit.model().name.family.script, input::Script::Latin);
}

TEST(NameOfAVisit, WhoOnlyLooksUpIsNotAskedWhoTheyAre) {
  for (const Step step : main_line(Answers{}, Mode::LookUp, real_pack())) {
    EXPECT_NE(step, Step::ContactName);
    EXPECT_NE(step, Step::CorporateNumber);
  }
}

TEST(NameOfAVisit, ARecordFromBeforeThatIsPastThePhoneIsNotLedBack) {
  const auto answers = answers_from_json(R"({"consented":true,"entity":"corporation","phone":{"number":"09012345678","proof":"sms"}})");
  ASSERT_TRUE(answers);
  for (const Step open : {first_open(*answers, real_pack())}) {
    EXPECT_NE(open, Step::ContactName);
    EXPECT_NE(open, Step::CorporateNumber);
  }
}

class CorporateNumber_ : public testing::Test {
 protected:
  void SetUp() override {
    visit.start();
    visit.walk_to(Step::CorporateNumber);
  }
  Visit visit;
};

TEST_F(CorporateNumber_, OfThirteenDigitsIsKept) {
  visit.type("7070001012345");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Phone);
  EXPECT_TRUE(visit.model().answers.corporate_number.is("7070001012345"));
}

TEST_F(CorporateNumber_, TheTwelveOfTheRegistryAreCompleted) {
  visit.type("070001012345");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Phone);
  EXPECT_TRUE(visit.model().answers.corporate_number.is("7070001012345"));
}

TEST_F(CorporateNumber_, WhatCannotBeOneIsExplained) {
  const struct { const char *typed, *problem; } table[] = {
      {"7070001012346", "check_digit"}, {"0070001012345", "leading_zero"}, {"70700010123", "wrong_length"}};
  for (const auto& each : table) {
    visit.type("\f");
    visit.type(each.typed);
    visit.press(Action::Next);
    EXPECT_EQ(visit.step(), Step::CorporateNumber);
    EXPECT_EQ(visit.model().problem, std::string("question.corporate_number.problem_") + each.problem);
  }
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.step(), Step::Phone);
  EXPECT_TRUE(visit.model().answers.corporate_number.unknown());
}

TEST(CorporateNumberOfAVisit, IsNotAskedOfASoleTrader) {
  Visit visit;
  visit.start(workshop_script());
  visit.walk_to(Step::ContactName);
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.step(), Step::Phone);
}

}  // namespace
}  // namespace desk::flow
