// Figures as people say them.
#include "kiosk/shell/speech/numbers_ja.h"

#include <gtest/gtest.h>

namespace desk::shell {
namespace {

struct Said {
  const char* written;
  const char* sound;
  const char* rest;  // what is left behind the figure
};

class Figure : public ::testing::TestWithParam<Said> {};

TEST_P(Figure, SoundsAsPeopleSayIt) {
  const Said& said = GetParam();
  const auto figure = say_figure(said.written);
  ASSERT_TRUE(figure.has_value()) << said.written;
  EXPECT_EQ(figure->kana, said.sound) << said.written;
  EXPECT_EQ(std::string(said.written).substr(figure->bytes), said.rest) << said.written;
}

INSTANTIATE_TEST_SUITE_P(Amounts, Figure,
                         ::testing::Values(Said{"450万円", "ヨンヒャクゴジューマンエン", ""}, Said{"1,234,567円です", "ヒャクニジューサンマンヨンセンゴヒャクロクジューナナエン", "です"},
                                           Said{"3,000円", "サンゼンエン", ""}, Said{"10,000,000円", "イッセンマンエン", ""}, Said{"0円", "ゼロエン", ""}, Said{"4円", "ヨエン", ""},
                                           Said{"2億円", "ニオクエン", ""}, Said{"8.5mm", "ハチテンゴーミリ", ""}, Said{"80％", "ハチジューパーセント", ""}, Said{"2/3以内", "サンブンノニ", "以内"},
                                           Said{"2分の1以上", "ニブンノイチ", "以上"}, Said{"10MB", "ジュー", "MB"}, Said{"600", "ロッピャク", ""}, Said{"12345", "イチマンニセンサンビャクヨンジューゴ", ""}));
INSTANTIATE_TEST_SUITE_P(Counters, Figure,
                         ::testing::Values(Said{"1人", "ヒトリ", ""}, Said{"2人", "フタリ", ""}, Said{"4人", "ヨニン", ""}, Said{"20人", "ニジューニン", ""}, Said{"3分", "サンプン", ""},
                                           Said{"30分", "サンジュップン", ""}, Said{"45秒", "ヨンジューゴビョー", ""}, Said{"15分", "ジューゴフン", ""}, Said{"1回", "イッカイ", ""},
                                           Said{"6件", "ロッケン", ""}, Said{"3か月", "サンカゲツ", ""}, Said{"2週間", "ニシューカン", ""}, Said{"1社", "イッシャ", ""}, Said{"3つ", "ミッツ", ""},
                                           Said{"5次", "ゴジ", ""}, Said{"4次", "ヨジ", ""}, Said{"1枚", "イチマイ", ""}, Said{"6けた", "ロクケタ", ""}, Said{"2時間", "ニジカン", ""},
                                           Said{"7日間", "ナノカカン", ""}, Said{"1日間", "イチニチカン", ""}, Said{"90日", "キュージューニチ", ""}, Said{"1日", "イチニチ", ""}));
INSTANTIATE_TEST_SUITE_P(Dates, Figure,
                         ::testing::Values(Said{"9月29日（火）", "クガツニジュークニチ", "（火）"}, Said{"4月1日", "シガツツイタチ", ""}, Said{"7月20日", "シチガツハツカ", ""}, Said{"12月24日", "ジューニガツニジューヨッカ", ""},
                                           Said{"2026年11月", "ニセンニジューロクネン", "11月"}, Said{"17:00", "ジューシチジ", ""}, Said{"9:05まで", "クジゴフン", "まで"}, Said{"14:35", "ジューヨジサンジューゴフン", ""},
                                           Said{"11/22", "ジューイチガツニジューニニチ", ""}));
INSTANTIATE_TEST_SUITE_P(DigitByDigit, Figure,
                         ::testing::Values(Said{"090-1234-5678", "ゼロ キュー ゼロ、イチ ニー サン ヨン、ゴー ロク ナナ ハチ", ""}, Said{"09012345678", "ゼロ キュー ゼロ、イチ ニー サン ヨン、ゴー ロク ナナ ハチ", ""},
                                           Said{"090-••••-5678", "ゼロ キュー ゼロ、フセジヨンケタ、ゴー ロク ナナ ハチ", ""}, Said{"482913", "ヨン ハチ ニー キュー イチ サン", ""},
                                           Said{"1234567890123", "イチ ニー サン ヨン ゴー ロク ナナ ハチ キュー ゼロ イチ ニー サン", ""}, Said{"007", "ゼロ ゼロ ナナ", ""}));

TEST(Figure, IsNothingWhereNoDigitStands) {
  EXPECT_EQ(say_figure("円"), std::nullopt);
  EXPECT_EQ(say_figure(""), std::nullopt);
}

TEST(Spelled, TheReceptionNumberIsSaidLetterByLetter) { EXPECT_EQ(say_spelled("T7K-4M2"), "ティー ナナ ケー、ヨン エム ニー"); }

}  // namespace
}  // namespace desk::shell
