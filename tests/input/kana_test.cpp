#include "kiosk/input/kana.h"

#include <gtest/gtest.h>

#include "kiosk/input/converter.h"

namespace desk::input {
namespace {

constexpr std::string_view kKeyboard =
    "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんー"
    "がぎぐげござじずぜぞだぢづでどばびぶべぼぱぴぷぺぽゔぁぃぅぇぉっゃゅょゎ";

TEST(Kana, MarksGoOnAndOffAgain) {
  const struct { std::string_view kana, voiced, semi, small; } table[] = {
      {"か", "が", "", ""},   {"が", "か", "", ""},   {"は", "ば", "ぱ", ""}, {"ば", "は", "ぱ", ""}, {"ぱ", "ば", "は", ""},
      {"う", "ゔ", "", "ぅ"}, {"ゔ", "う", "", ""},   {"つ", "づ", "", "っ"}, {"っ", "", "", "つ"},   {"づ", "つ", "", ""},
      {"や", "", "", "ゃ"},   {"ゃ", "", "", "や"},   {"あ", "", "", "ぁ"},   {"な", "", "", ""},     {"ん", "", "", ""},
      {"ー", "", "", ""},     {"A", "", "", ""}};
  for (const auto& each : table) {
    EXPECT_EQ(voiced(each.kana).value_or(""), each.voiced) << each.kana;
    EXPECT_EQ(semi_voiced(each.kana).value_or(""), each.semi) << each.kana;
    EXPECT_EQ(small(each.kana).value_or(""), each.small) << each.kana;
  }
}

TEST(Kana, AVariationSelectorBelongsToItsCharacter) {
  const auto all = characters("辻\U000E0100田𠮷");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0], "辻\U000E0100");
  EXPECT_EQ(all[1], "田");
  EXPECT_EQ(all[2], "𠮷");
}

TEST(Kana, KatakanaOfEveryKanaOfTheKeyboard) {
  EXPECT_EQ(katakana("たかさき"), "タカサキ");
  EXPECT_EQ(katakana("みぁむゎゔー"), "ミァムヮヴー");
  EXPECT_EQ(katakana("ABC漢"), "ABC漢");
  for (std::string_view kana : characters(kKeyboard)) EXPECT_EQ(characters(katakana(kana)).size(), 1U) << kana;
}

TEST(Kana, LettersSpellWhatTheyStandFor) {
  for (std::string_view kana : characters(kKeyboard)) {
    const Spelled spelled = spell(letters_of(kana));
    EXPECT_EQ(spelled.kana, kana);
    EXPECT_EQ(spelled.rest, "");
  }
}

TEST(Kana, PeopleSpellAsTheyLearned) {
  const struct { const char *letters, *kana, *rest; } table[] = {
      {"takasaki", "たかさき", ""}, {"tsuji", "つじ", ""},     {"tuzi", "つじ", ""},    {"shouta", "しょうた", ""}, {"syouta", "しょうた", ""},
      {"kenichi", "けにち", ""},    {"kennichi", "けんいち", ""}, {"ken'ichi", "けんいち", ""}, {"hattori", "はっとり", ""}, {"honda", "ほんだ", ""},
      {"kyo", "きょ", ""},          {"ky", "", "ky"},          {"n", "", "n"},          {"honn", "ほん", ""},       {"junko", "じゅんこ", ""},
      {"q", "", ""},                {"faina", "ふぁいな", ""}, {"chiyo", "ちよ", ""},    {"nyuuin", "にゅうい", "n"}};
  for (const auto& each : table) {
    const Spelled spelled = spell(each.letters);
    EXPECT_EQ(spelled.kana, each.kana) << each.letters;
    EXPECT_EQ(spelled.rest, each.rest) << each.letters;
  }
}

TEST(Kana, ANameIsKanjiOrKanaAndNothingElse) {
  const auto names = names_among({"くに子", "邦子", "くにこ", "クニコ", "kuniko", "ｋｕｎｉｋｏ", "ｸﾆｺ", "邦子", "﨑𠮷々", "国々!", ""}, "くにこ");
  std::vector<std::string> words;
  for (const Secret& name : names) words.emplace_back(name.reveal());
  EXPECT_EQ(words, (std::vector<std::string>{"邦子", "﨑𠮷々", "くに子"}));
}

}  // namespace
}  // namespace desk::input
