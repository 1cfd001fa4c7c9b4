// Where Japanese lines may end.
#include "data/text/phrases.h"

#include <gtest/gtest.h>

#include <string>

namespace desk::text {
namespace {

std::string shown(std::string_view text) {
  auto phrases = Phrases::create();
  if (!phrases) return phrases.error().message();
  std::string out;
  std::size_t from = 0;
  for (std::size_t end : (*phrases)->find(text).phrases) {
    if (!out.empty()) out += "/";
    out += text.substr(from, end - from);
    from = end;
  }
  return out;
}

TEST(Phrases, ParticlesStayWithTheirWord) {
  EXPECT_EQ(shown("事業の形はどちらですか"), "事業の/形は/どちらですか");
  EXPECT_EQ(shown("申請する方の形をえらんでください。"), "申請する/方の/形を/えらんで/ください。");
}

TEST(Phrases, ANumberStaysWithItsCounterAndAKanaWordWhole) {
  for (const char* text : {"今日：スマホで手続き（10分）", "同じ枠で過去12か月に受けていません", "第5次に間に合います", "9月29日（火）17:00まで",
                           "紙を表を上にして、ここに入れてください。", "番号が「5」で始まります。", "その場で受け取れます。", "番号を取り直します。", "2枚目を読み直す", "お名前も電話番号もいりません"}) {
    const std::string phrases = shown(text);
    for (const char* bad : {"/分", "/か月", "/次", "/月", "/日", "くだ/", "/さい", "/します", "/で始", "/ません", "/い", "/取れ", "/直", "/合い"}) {
      EXPECT_EQ(phrases.find(bad), std::string::npos) << phrases << " has " << bad;
    }
  }
}

TEST(Phrases, NoPunctuationAtTheHeadOfALine) {
  const std::string text = "補助金、「申請」（準備）。ショー・ウィンドー";
  auto phrases = Phrases::create();
  ASSERT_TRUE(phrases.ok());
  const LineBreaks breaks = (*phrases)->find(text);
  for (std::size_t end : breaks.strict) {
    if (end == text.size()) continue;
    const std::string head = text.substr(end, 3);
    for (const char* forbidden : {"、", "。", "」", "）", "ー", "ョ", "ィ", "・"}) EXPECT_NE(head, forbidden) << text.substr(0, end);
  }
  for (std::size_t end : breaks.phrases) {
    const std::string tail = text.substr(end - 3, 3);
    for (const char* opening : {"「", "（"}) EXPECT_NE(tail, opening) << text.substr(0, end);
  }
}

TEST(Phrases, EnglishBreaksBetweenWords) { EXPECT_EQ(shown("Call the staff"), "Call /the /staff"); }

TEST(Phrases, EveryListEndsWithTheText) {
  auto phrases = Phrases::create();
  ASSERT_TRUE(phrases.ok());
  const LineBreaks breaks = (*phrases)->find("𠮷野家");
  EXPECT_EQ(breaks.phrases.back(), 10U);
  EXPECT_EQ(breaks.strict.back(), 10U);
  EXPECT_EQ(breaks.characters, (std::vector<std::size_t>{4, 7, 10}));
  EXPECT_TRUE((*phrases)->find("").phrases.empty());
}

}  // namespace
}  // namespace desk::text
