// How the screen's texts sound.
#include "kiosk/shell/speech/reader.h"

#include <gtest/gtest.h>

#include "data/text/text_catalog.h"
#include "tests/places.h"

namespace desk::shell {
namespace {

const std::string kTexts = source_tree() + "/data/text";

class Reading : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto made = Reader::create(kTexts);
    ASSERT_TRUE(made.ok()) << made.error().message();
    reader = made->release();
  }
  static void TearDownTestSuite() { delete reader; }
  static std::string read(std::string_view marked, Language language = Language::Japanese) {
    const Spoken spoken = reader->read(marked, language);
    EXPECT_EQ(spoken.unread, "") << marked;
    std::string all;
    for (const Phrase& phrase : spoken.phrases) all += (phrase.voice == Voice::English ? "<" + phrase.text + ">" : phrase.text);
    return all;
  }
  static inline Reader* reader = nullptr;
};

TEST_F(Reading, ParticlesFiguresAndDaysAreSaidAsPeopleSayThem) {
  EXPECT_EQ(read("第5次は、9月29日（火）17:00までです。"), "ダイゴジワ、クガツニジュークニチカヨービ、ジューシチジマデデス。");
  EXPECT_EQ(read("４５０万円"), "ヨンヒャクゴジューマンエン");
  EXPECT_EQ(read("あと3日あります"), "アトミッカアリマス");
}

TEST_F(Reading, OfficialTermsHaveTheirOwnSound) {
  EXPECT_EQ(read("gBizIDプライムは、SECURITY ACTIONの前に。"), "ジービズアイディープライムワ、セキュリティーアクションノマエニ。");
  EXPECT_EQ(read("SMSで届いた番号"), "エスエムエスデトドイタばんごう");
}

TEST_F(Reading, ReadingsWrittenInTheTextWinAndMayStandInsideAWord) {
  EXPECT_EQ(read("[申|もう]し[込|こ]みは [今日|きょう]までです。", Language::EasyJapanese), "もうしこみワ きょうマデデス。");
  EXPECT_EQ(read("**[紙|かみ]**を [入|い]れます"), "かみヲ いれマス");
}

TEST_F(Reading, NamesInUnusualCharactersAreSaidNotSkipped) {
  EXPECT_EQ(read("髙﨑 邦子さん"), "タカサキ クニコサン");
  EXPECT_NE(read("渡邉 𠮷男さん").find("ワタナベ"), std::string::npos);
}

TEST_F(Reading, NumbersOfPeopleAndReceptionAreSpelled) {
  EXPECT_EQ(read("受付番号 T7K-4M2"), "うけつけばんごう ティー ナナ ケー、ヨン エム ニー");
  EXPECT_EQ(read("090-1234-5678"), "ゼロ キュー ゼロ、イチ ニー サン ヨン、ゴー ロク ナナ ハチ");
}

TEST_F(Reading, ForeignWordsGoToTheEnglishVoiceAndJapaneseOnesInEnglishBack) {
  EXPECT_EQ(read("Excelの表"), "<Excel>ノヒョー");
  EXPECT_EQ(read("Code for 090-1234-5678 at 高崎", Language::English), "<Code for 0 9 0 , 1 2 3 4 , 5 6 7 8  at >タカサキ");
  EXPECT_EQ(read("gBizID Prime and SMS", Language::English), "<Gee Biz I D Prime and S M S>");
  EXPECT_EQ(read("T7K-4M2", Language::English), "<T 7 K , 4 M 2 >");
}

TEST_F(Reading, AnAddressIsNotSpelledOut) { EXPECT_EQ(read("https://example.jp/a?b=1 を開きます"), "ウェブノ アドレス ヲヒラキマス"); }

// No text may be silent, and no character of it unread: a visitor who listens would not know what is missing.
TEST_F(Reading, EveryTextOfEveryLanguageCanBeSaid) {
  const auto texts = text::TextCatalog::load(kTexts);
  ASSERT_TRUE(texts.ok()) << texts.error().message();
  for (const Language language : {Language::Japanese, Language::EasyJapanese, Language::English}) {
    for (const std::string& key : texts->keys()) {
      const std::string marked = texts->get(language, key);
      const Spoken spoken = reader->read(marked, language);
      EXPECT_EQ(spoken.unread, "") << code_of(language) << " " << key << ": " << marked;
      for (const Phrase& phrase : spoken.phrases) {
        for (std::size_t at = 0; phrase.voice == Voice::Japanese && at < phrase.text.size(); ++at) {
          ASSERT_FALSE(phrase.text[at] >= '0' && phrase.text[at] <= '9') << code_of(language) << " " << key << ": " << phrase.text;
        }
      }
    }
  }
}

}  // namespace
}  // namespace desk::shell
