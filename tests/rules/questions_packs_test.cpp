// The same questions of the packs as they stand: the answers of factbook 12.2 come from the data, not from a pack filled in a test.
#include "tests/rules/questions_for_test.h"

namespace desk::rules {
namespace {

Setting real(int year, const char* frame, const char* now) { return setting_of(*packs().pack(year), *packs().pack(year)->frame(frame), now); }

TEST(QuestionsOfThePacks, ReportOfThe2023SecurityFrameIsInTheSummerOf2027) {
  const Said said = answer("effect_report", real(2023, "security", "2026-11-22"));
  EXPECT_EQ(said.code, "ahead");
  EXPECT_EQ(said.date, day("2027-04-01"));
  EXPECT_EQ(said.until, day("2027-07-31"));
}

TEST(QuestionsOfThePacks, GbizidByPostFor29September2026) {
  Inputs inputs;
  inputs.round = "5";
  inputs.prep_days = 0;
  const Said said = answer("gbizid_by_post", real(2026, "normal", "2026-08-01"), inputs);
  EXPECT_EQ(said.date, day("2026-08-30"));
  ASSERT_NE(line_of(said, "usual"), nullptr);
  EXPECT_EQ(line_of(said, "usual")->date, day("2026-09-15"));
}

TEST(QuestionsOfThePacks, PartnersOf2023AreBundledAsKSS04) {
  const Said said = answer("many_partners", real(2023, "supply-chain", "2023-06-21"));
  EXPECT_EQ(said.code, "order");
  EXPECT_EQ(lines_of(said, "need_corporation"), 2U);  // factbook 5.4
  EXPECT_EQ(lines_of(said, "need_sole"), 3U);
  ASSERT_NE(line_of(said, "file"), nullptr);
  EXPECT_EQ(arg<std::string>(*line_of(said, "file"), "file"), "KSS04-XXXXXXX_1.pdf");
}

TEST(QuestionsOfThePacks, AMissingStampHasWaysOutInEveryYear) {
  for (const catalog::Pack& pack : packs().packs()) {
    Inputs inputs;
    inputs.entity = catalog::Entity::Sole;
    const Said said = answer("no_receipt_stamp", setting_of(pack, *pack.frame("normal"), "2026-09-01"), inputs);
    EXPECT_EQ(said.code, "ways") << pack.year;
    EXPECT_EQ(line_of(said, "abolished") != nullptr, pack.year >= 2025) << pack.year;  // 令和6年分 onward (T-13)
  }
}

TEST(QuestionsOfThePacks, TheMoneyComesMonthsAfterTheDecision) {
  Inputs inputs;
  inputs.round = "4";
  const Said said = answer("when_paid", real(2026, "normal", "2026-11-22"), inputs);
  EXPECT_EQ(said.code, "range");
  ASSERT_TRUE(said.date && said.until);
  EXPECT_GT(*said.date, day("2026-10-07"));
  EXPECT_GT(*said.until, day("2027-03-31"));
}

}  // namespace
}  // namespace desk::rules
