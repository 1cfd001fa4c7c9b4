// Findings on synthetic pages, each made by doing to a good page what goes wrong at a scanner.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "scanner/judge.h"
#include "scanner/skew.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

bool found(const Judgement& judgement, FindingCode code) {
  return std::any_of(judgement.findings.begin(), judgement.findings.end(), [&](const Finding& finding) { return finding.code == code; });
}
double measured(const Judgement& judgement, FindingCode code) {
  for (const Finding& finding : judgement.findings) {
    if (finding.code == code) return finding.measured;
  }
  return -1;
}

constexpr unsigned char kPaper[3] = {246, 246, 246};

Pixels blurred(const Pixels& page, int times) {
  Pixels out = page;
  for (int round = 0; round < times; ++round) {
    const Pixels before = out;
    const int c = page.channels;
    for (int y = 1; y + 1 < page.height; ++y) {
      for (int x = c; x < (page.width - 1) * c; ++x) {
        int sum = 0;
        for (int dy = -1; dy <= 1; ++dy) sum += before.row(y + dy)[x - c] + before.row(y + dy)[x] + before.row(y + dy)[x + c];
        out.row(y)[x] = static_cast<unsigned char>(sum / 9);
      }
    }
  }
  return out;
}

Pixels noisy(Pixels page, int sigma) {
  std::mt19937 random(3);
  std::normal_distribution<double> noise(0, sigma);
  for (unsigned char& level : page.bytes) level = static_cast<unsigned char>(std::clamp(level + noise(random), 0.0, 255.0));
  return page;
}

TEST(Judge, AGoodPageHasNothingToComplainOf) {
  const Judgement judgement = judge(noisy(blurred(text_page(300, 1, 1), 1), 6));
  EXPECT_TRUE(judgement.findings.empty()) << "code " << static_cast<int>(judgement.findings.front().code);
  EXPECT_FALSE(judgement.straighten);
  EXPECT_FALSE(judgement.has_colour);
}

class JudgeSkew : public testing::TestWithParam<double> {};
TEST_P(JudgeSkew, IsMeasuredToATenthOfADegreeAndStraightened) {
  const double degrees = GetParam();
  const Pixels page = straightened(text_page(300, 2, 1), -degrees, kPaper);
  const Judgement judgement = judge(noisy(page, 8));
  ASSERT_TRUE(judgement.skew.certain);
  EXPECT_NEAR(judgement.skew.degrees, degrees, 0.1);
  EXPECT_EQ(judgement.straighten, std::abs(degrees) > 0.5);
  const auto finished = finish_page(page);
  ASSERT_TRUE(finished.ok());
  const Judgement after = judge(*decode_jpeg(finished->jpeg));
  EXPECT_LT(std::abs(after.skew.degrees), 0.5);
}
INSTANTIATE_TEST_SUITE_P(All, JudgeSkew, testing::Values(-4.0, -1.5, -0.3, 0.0, 0.3, 0.8, 2.5, 5.0));

TEST(Judge, AnEmptySheetIsBlankAlsoWithNoiseAndATint) {
  Pixels page = Pixels::blank(2480, 3508, 1, 300, 238);
  EXPECT_TRUE(found(judge(noisy(page, 10)), FindingCode::Blank));
  EXPECT_FALSE(judge(page).skew.certain);
}

TEST(Judge, OneShortLineIsNotBlank) {
  Pixels page = Pixels::blank(2480, 3508, 1, 300, 246);
  const Pixels text = text_page(300, 1, 1);
  for (int y = 290; y < 350; ++y) std::copy_n(text.row(y) + 200, 600, page.row(y) + 200);
  EXPECT_FALSE(found(judge(page), FindingCode::Blank));
}

TEST(Judge, ABlurredPageIsToldWithItsEdgeWidth) {
  const Judgement sharp = judge(text_page(300, 1));
  EXPECT_FALSE(found(sharp, FindingCode::Blurred));
  const Judgement soft = judge(blurred(text_page(300, 1, 1), 12));
  ASSERT_TRUE(found(soft, FindingCode::Blurred));
  EXPECT_GT(measured(soft, FindingCode::Blurred), 0.5);
}

TEST(Judge, CharactersThatRunOffTheEdgeAreACutAndAShadowIsNot) {
  Pixels page = text_page(300, 1, 1);
  Pixels cut = Pixels::blank(page.width, page.height, 1, 300, 246);
  const int shift = 245;  // 20.7 mm: the first column of text is cut through
  for (int y = 0; y < page.height; ++y) std::copy_n(page.row(y) + shift, page.width - shift, cut.row(y));
  EXPECT_TRUE(found(judge(cut), FindingCode::EdgeCut));
  for (int y = 0; y < page.height; ++y) std::fill_n(page.row(y), 8, static_cast<unsigned char>(40));
  EXPECT_FALSE(found(judge(page), FindingCode::EdgeCut));
}

TEST(Judge, DarkFaintLowAndOddPagesAreTold) {
  Pixels dark = text_page(300, 1, 1);
  for (unsigned char& level : dark.bytes) level = static_cast<unsigned char>(level * 2 / 5);
  EXPECT_TRUE(found(judge(dark), FindingCode::TooDark));
  Pixels faint = text_page(300, 1, 1);
  for (unsigned char& level : faint.bytes) level = static_cast<unsigned char>(190 + level / 5);
  EXPECT_TRUE(found(judge(faint), FindingCode::Faint));
  EXPECT_EQ(measured(judge(text_page(150, 1)), FindingCode::ResolutionLow), 150);
  EXPECT_TRUE(found(judge(text_page(300, 1, 3, 150, 200)), FindingCode::SizeUnusual));
}

TEST(Judge, DustOnTheFeedersGlassIsAStreakAndARuledLineIsNot) {
  Pixels page = text_page(300, 1, 1);
  for (int y = 300; y < 3200; ++y) std::fill_n(page.row(y) + 700, 3, static_cast<unsigned char>(30));
  EXPECT_FALSE(found(judge(page), FindingCode::Streaked));
  for (int y = 0; y < page.height; ++y) std::fill_n(page.row(y) + 2300, 2, static_cast<unsigned char>(90));
  EXPECT_TRUE(found(judge(page), FindingCode::Streaked));
}

TEST(Judge, ARedSealMakesAPageColouredAndATintDoesNot) {
  Pixels page = text_page(300, 1);
  for (std::size_t i = 0; i < page.bytes.size(); i += 3) page.bytes[i + 2] = static_cast<unsigned char>(page.bytes[i + 2] * 9 / 10);
  EXPECT_FALSE(judge(page).has_colour);
  for (int y = 2000; y < 2200; ++y) {
    for (int x = 1500; x < 1700; ++x) {
      if (x % 40 > 8 && y % 40 > 8) continue;
      page.row(y)[x * 3] = 200;
      page.row(y)[x * 3 + 1] = 30;
      page.row(y)[x * 3 + 2] = 30;
    }
  }
  EXPECT_TRUE(judge(page).has_colour);
}

// The whole page is text from edge to edge or one flat colour; sizes of one pixel; nothing may crash.
TEST(Judge, StrangePagesAreJudgedWithoutHarm) {
  for (const auto& [width, height] : {std::pair{1, 1}, {1, 5000}, {5000, 1}, {63, 63}, {400, 30}}) {
    for (const unsigned char level : Bytes{0, 128, 255}) {
      for (const int channels : {1, 3}) EXPECT_TRUE(finish_page(Pixels::blank(width, height, channels, 300, level)).ok());
    }
  }
  EXPECT_FALSE(finish_page(Pixels{}).ok());
  EXPECT_FALSE(finish_page(Pixels{10, 10, 3, 300, Bytes(7)}).ok());
}

}  // namespace
}  // namespace desk::scanner::test
