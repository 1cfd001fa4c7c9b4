// One field of a name, key by key: what stands after each way of typing it.
#include "kiosk/input/composition.h"

#include <gtest/gtest.h>

#include "kiosk/input/kana.h"

namespace desk::input {
namespace {

// Keys of the drawn keyboard by what they say: ゛ ゜ 小 ⌫ ↶ ✕; anything else types itself.
void press(Composition& field, std::string_view keys) {
  for (std::string_view key : characters(keys)) {
    if (key == "゛") (void)edit(field, Edit::Voiced);
    else if (key == "゜") (void)edit(field, Edit::SemiVoiced);
    else if (key == "小") (void)edit(field, Edit::Small);
    else if (key == "⌫") (void)edit(field, Edit::Erase);
    else if (key == "↶") (void)edit(field, Edit::Undo);
    else if (key == "✕") (void)edit(field, Edit::Clear);
    else (void)type(field, key);
  }
}

std::vector<Secret> words(std::initializer_list<std::string_view> all) {
  std::vector<Secret> out;
  for (std::string_view word : all) out.emplace_back(word);
  return out;
}

Composition chosen(std::string_view kana, std::string_view word) {
  Composition field;
  press(field, kana);
  EXPECT_TRUE(ask(field));
  offer(field, words({word}));
  EXPECT_TRUE(choose(field, 0));
  return field;
}

TEST(Composition, KeysBecomeKana) {
  const struct { const char *keys, *kana; } table[] = {
      {"たかさき", "たかさき"},   {"わたなへ゛", "わたなべ"}, {"は゜", "ぱ"},         {"は゛゜", "ぱ"},       {"は゜゜", "は"},
      {"つ小", "っ"},             {"つ小小", "つ"},           {"つ小゛", "っ"},       {"しよ小うた", "しょうた"}, {"な゛", "な"},
      {"゛", ""},                 {"たか⌫", "た"},            {"⌫", ""},              {"たか✕", ""},          {"たか✕↶", "たか"},
      {"たか⌫↶", "たか"},         {"か゛↶", "か"},            {"たか↶↶↶", ""},        {"たかsaki", "たかさき"}, {"takasak", "たかさk"},
      {"takasak⌫", "たかさ"},     {"ke-", "けー"},            {"たか゛た", "たがた"}, {" たか", "たか"},      {"たかか", "たかか"}};
  for (const auto& each : table) {
    Composition field;
    press(field, each.keys);
    EXPECT_EQ(field.shown().reveal(), each.kana) << each.keys;
    EXPECT_EQ(field.stage, Stage::Typing);
  }
}

TEST(Composition, LettersAreCapitalsAsOnAResidenceCard) {
  Composition field;
  switch_script(field);
  press(field, "O'Brien  jr.");
  EXPECT_EQ(field.shown().reveal(), "O'BRIEN JR.");
  EXPECT_FALSE(ask(field)) << "nothing to convert";
  EXPECT_EQ(field.stage, Stage::Settled);
  EXPECT_EQ(field.settled.reveal(), "O'BRIEN JR.");
}

TEST(Composition, ALastNIsMeantAsN) {
  Composition field;
  press(field, "ken");
  EXPECT_EQ(field.shown().reveal(), "けn");
  EXPECT_TRUE(ask(field));
  EXPECT_EQ(reading(field).reveal(), "けん");
}

TEST(Composition, NothingTypedIsNothingToAsk) {
  Composition field;
  EXPECT_FALSE(ask(field));
  EXPECT_EQ(field.stage, Stage::Typing);
}

TEST(Composition, TheConvertersWordsComeFirstAndTheReadingIsAlwaysThere) {
  Composition field;
  press(field, "くにこ");
  ASSERT_TRUE(ask(field));
  EXPECT_EQ(field.stage, Stage::Converting);
  EXPECT_FALSE(type(field, "あ")) << "what is being converted does not change under way";
  offer(field, words({"邦子", "クニコ", "邦子", "国子", "くにこ"}));
  ASSERT_EQ(field.stage, Stage::Choosing);
  std::vector<std::string> offered;
  for (const Secret& word : field.candidates) offered.emplace_back(word.reveal());
  EXPECT_EQ(offered, (std::vector<std::string>{"邦子", "国子", "くにこ", "クニコ"}));
  EXPECT_FALSE(choose(field, 4));
  EXPECT_TRUE(choose(field, 1));
  EXPECT_EQ(field.shown().reveal(), "国子");
  EXPECT_TRUE(field.candidates.empty()) << "what was not chosen is forgotten";
}

TEST(Composition, WithoutAConverterThePersonGoesOnInKana) {
  Composition field;
  press(field, "くにこ");
  ASSERT_TRUE(ask(field));
  offer(field, {});
  ASSERT_EQ(field.candidates.size(), 2U);
  keep_kana(field);
  EXPECT_EQ(field.settled.reveal(), "くにこ");
}

TEST(Composition, AnAnswerThatNobodyWaitsForChangesNothing) {
  Composition field;
  press(field, "くにこ");
  offer(field, words({"邦子"}));
  EXPECT_EQ(field.stage, Stage::Typing);
  EXPECT_TRUE(field.candidates.empty());
  EXPECT_FALSE(choose(field, 0));
}

TEST(Composition, AnotherFormOfOneCharacterLeavesTheOthersAlone) {
  Composition field = chosen("たかさき", "高崎");
  EXPECT_TRUE(substitute(field, 0, "髙"));
  EXPECT_TRUE(substitute(field, 1, "﨑"));
  EXPECT_EQ(field.settled.reveal(), "髙﨑");
  EXPECT_TRUE(substitute(field, 1, "崎"));
  EXPECT_EQ(field.settled.reveal(), "髙崎");
  EXPECT_FALSE(substitute(field, 2, "田"));
  EXPECT_FALSE(substitute(field, 0, "高田"));
  EXPECT_FALSE(substitute(field, 0, ""));
}

TEST(Composition, FormsOfFourBytesAndOfTwoPartsStandForOneCharacter) {
  Composition field = chosen("よしつじ", "吉辻");
  EXPECT_TRUE(substitute(field, 0, "𠮷"));
  EXPECT_TRUE(substitute(field, 1, "辻\U000E0100"));
  EXPECT_TRUE(substitute(field, 1, "辻"));
  EXPECT_EQ(field.settled.reveal(), "𠮷辻");
}

TEST(Composition, GoingBackKeepsWhatWasTypedAndForgetsTheWord) {
  Composition field = chosen("たかさき", "高崎");
  reopen(field);
  EXPECT_EQ(field.stage, Stage::Typing);
  EXPECT_EQ(field.shown().reveal(), "たかさき");
  EXPECT_TRUE(field.settled.empty());
}

TEST(Composition, ALeaningElbowStopsAtTwentyCharacters) {
  Composition field;
  for (int i = 0; i < 100; ++i) (void)type(field, "あ");
  EXPECT_EQ(characters(field.preedit.reveal()).size(), kMostCharacters);
  EXPECT_LE(field.before.size(), 40U);
}

}  // namespace
}  // namespace desk::input
