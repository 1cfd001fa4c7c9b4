// The one text engine, with the fonts that the appliance ships.
#include "data/text/typesetter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace desk::text {
namespace {

class TypesetterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Typesetter::create();
    ASSERT_TRUE(made.ok()) << made.error().message();
    typesetter = std::move(*made);
  }

  // First and one-past-last column with ink in rows [top, bottom).
  static std::pair<int, int> ink_columns(const TextRaster& raster, int top, int bottom) {
    int left = raster.width;
    int right = 0;
    for (int y = top; y < bottom; ++y) {
      for (int x = 0; x < raster.width; ++x) {
        if (alpha(raster, x, y) > 40) {
          left = std::min(left, x);
          right = std::max(right, x + 1);
        }
      }
    }
    return {left, right};
  }
  static int alpha(const TextRaster& raster, int x, int y) {
    return raster.rgba[(static_cast<std::size_t>(y) * static_cast<std::size_t>(raster.width) + static_cast<std::size_t>(x)) * 4 + 3];
  }
  static std::size_t ink(const TextRaster& raster) {
    std::size_t sum = 0;
    for (std::size_t i = 3; i < raster.rgba.size(); i += 4) sum += raster.rgba[i];
    return sum;
  }

  std::unique_ptr<Typesetter> typesetter;
};

TEST_F(TypesetterTest, OneLineIsAsWideAsItsCharacters) {
  const TextExtent extent = typesetter->measure("法人番号", {.em_px = 40}, 0);
  EXPECT_EQ(extent.lines, 1);
  EXPECT_NEAR(extent.width, 160, 8);
  EXPECT_EQ(extent.height, 58);
  EXPECT_GT(extent.baseline, 30);
  EXPECT_LT(extent.baseline, 58);
  EXPECT_EQ(extent.missing_glyphs, 0);
}

TEST_F(TypesetterTest, LinesEndAfterPhrases) {
  const TextStyle style{.em_px = 40};
  const int phrase = typesetter->measure("どちらですか", style, 0).width;
  const TextExtent extent = typesetter->measure("事業の形はどちらですか", style, phrase + 4);
  EXPECT_EQ(extent.lines, 2);
  EXPECT_LE(extent.width, phrase + 4);
  EXPECT_NEAR(extent.widest_word, phrase, 3);
}

TEST_F(TypesetterTest, APhraseWiderThanItsBoxIsBrokenByCharacterRules) {
  const TextExtent extent = typesetter->measure("どちらですか。", {.em_px = 40}, 90);
  EXPECT_GE(extent.lines, 3);
  EXPECT_LE(extent.width, 90);
}

TEST_F(TypesetterTest, ABoxNarrowerThanACharacterStillEnds) {
  EXPECT_EQ(typesetter->measure("申請", {.em_px = 40}, 5).lines, 2);
}

TEST_F(TypesetterTest, TooLongATextEndsWithAnEllipsis) {
  const TextStyle style{.em_px = 30, .max_lines = 2};
  const std::string text = "デジタル化・AI導入補助金の申請の準備をここで一緒に進めましょう。対象か、いくらかがわかります。";
  const TextExtent extent = typesetter->measure(text, style, 300);
  EXPECT_TRUE(extent.shortened);
  EXPECT_EQ(extent.lines, 2);
  EXPECT_LE(extent.width, 300);
  EXPECT_FALSE(typesetter->measure("短い文", style, 300).shortened);
  // A cut between paragraphs is a cut too.
  EXPECT_TRUE(typesetter->measure("一\n二\n三", style, 300).shortened);
}

TEST_F(TypesetterTest, AlignmentIsInTheRaster) {
  const auto columns = [&](Align align) {
    const TextRaster raster = typesetter->raster("円", {.em_px = 40, .align = align}, 400);
    EXPECT_EQ(raster.width, 400);
    return ink_columns(raster, 0, raster.height);
  };
  EXPECT_LT(columns(Align::Left).second, 45);
  EXPECT_NEAR(columns(Align::Center).first + columns(Align::Center).second, 400, 6);
  EXPECT_GT(columns(Align::Right).first, 355);
}

TEST_F(TypesetterTest, BoldIsHeavierAndHasTheEmphasisColour) {
  const TextStyle plain{.em_px = 40, .ink = {0, 0, 0, 255}, .emphasis = {255, 0, 0, 255}};
  const TextRaster light = typesetter->raster("申請", plain, 0);
  const TextRaster heavy = typesetter->raster("**申請**", plain, 0);
  EXPECT_GT(ink(heavy), ink(light) * 11 / 10);
  std::size_t red = 0;
  std::size_t green = 0;
  for (std::size_t i = 0; i < heavy.rgba.size(); i += 4) red += heavy.rgba[i], green += heavy.rgba[i + 1];
  EXPECT_GT(red, 0U);
  EXPECT_EQ(green, 0U);
}

TEST_F(TypesetterTest, ReadingsStandAboveTheirBaseOnlyWhenAsked) {
  const std::string marked = "[申請|しんせい]の準備";
  TextStyle style{.em_px = 40};
  const TextExtent without = typesetter->measure(marked, style, 0);
  EXPECT_EQ(without.width, typesetter->measure("申請の準備", style, 0).width);
  style.ruby = true;
  const TextExtent with = typesetter->measure(marked, style, 0);
  EXPECT_GT(with.height, without.height);
  const TextRaster raster = typesetter->raster(marked, style, 0);
  // Ink above the base's top, over the base (the first 80 px) and nowhere else.
  const auto [left, right] = ink_columns(raster, 0, raster.baseline - 37);
  EXPECT_LT(left, 25);
  EXPECT_LE(right, 95);
  EXPECT_GT(right, left + 30);
}

TEST_F(TypesetterTest, ALongReadingSpreadsItsBase) {
  TextStyle style{.em_px = 40, .ruby = true};
  EXPECT_GT(typesetter->measure("[志|こころざし]", style, 0).width, 80);
  EXPECT_EQ(typesetter->measure("[志|し]", style, 0).width, typesetter->measure("志", style, 0).width);
}

TEST_F(TypesetterTest, ABaseIsNeverSplitFromItself) {
  const TextExtent extent = typesetter->measure("[電子申請|でんししんせい]", {.em_px = 40, .ruby = true}, 170);
  EXPECT_EQ(extent.lines, 1);
}

TEST_F(TypesetterTest, TabularDigitsHaveOneWidth) {
  const TextStyle style{.em_px = 40, .tabular = true};
  std::set<int> widths;
  for (char digit = '0'; digit <= '9'; ++digit) widths.insert(typesetter->measure(std::string(4, digit), style, 0).width);
  EXPECT_EQ(widths.size(), 1U);
}

TEST_F(TypesetterTest, CrispInkIsBlackOrNothing) {
  const TextRaster raster = typesetter->raster("受付票 T7K-4M2", {.em_px = 40, .crisp = true}, 0);
  std::size_t grey = 0;
  std::size_t black = 0;
  for (std::size_t i = 3; i < raster.rgba.size(); i += 4) {
    grey += raster.rgba[i] != 0 && raster.rgba[i] != 255;
    black += raster.rgba[i] == 255;
  }
  EXPECT_EQ(grey, 0U);
  EXPECT_GT(black, 500U);
}

TEST_F(TypesetterTest, NameKanjiBeyondTheBasicPlaneAreDrawn) {
  const TextStyle style{.em_px = 40};
  for (const char* name : {"髙", "﨑", "邉", "𠮷", "①", "㈱"}) {
    EXPECT_EQ(typesetter->measure(name, style, 0).missing_glyphs, 0) << name;
    EXPECT_GT(ink(typesetter->raster(name, style, 0)), 10000U) << name;
  }
}

TEST_F(TypesetterTest, ACharacterThatNoFontHasIsCounted) {
  EXPECT_EQ(typesetter->measure("A\xF3\xB0\x80\x80", {.em_px = 40}, 0).missing_glyphs, 1);  // U+F0000, private use
}

TEST_F(TypesetterTest, BrokenBytesAreReplacedNotTrusted) {
  const TextExtent extent = typesetter->measure("\xC3(\xFF", {.em_px = 40}, 0);
  EXPECT_EQ(extent.lines, 1);
  EXPECT_GT(extent.width, 40);
}

TEST_F(TypesetterTest, StrayMarksAreText) {
  const TextStyle style{.em_px = 40};
  EXPECT_GT(typesetter->measure("[1]", style, 0).width, typesetter->measure("1", style, 0).width);
  EXPECT_EQ(typesetter->measure("", style, 200).lines, 1);
  EXPECT_EQ(typesetter->measure("\n", style, 200).lines, 2);
}

TEST_F(TypesetterTest, LinesShareOneGridWhateverTheFallbackFont) {
  const TextStyle style{.em_px = 40};
  EXPECT_EQ(typesetter->measure("株式会社髙橋", style, 0).height, typesetter->measure("株式会社𠮷橋", style, 0).height);
}

}  // namespace
}  // namespace desk::text
