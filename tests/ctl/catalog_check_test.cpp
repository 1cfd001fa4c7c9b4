// `catalog check` as an operator meets it: the packs, their golden cases, and staleness, which warns and never fails.
#include "tests/catalog/release_folder.h"
#include "tests/ctl/calling.h"

namespace desk::ctl {
namespace {

using namespace test;

class CatalogCheck : public ::testing::Test {
 protected:
  CatalogCheck() { catalog::test::copy_packs(folder_); }
  Outcome check_on(const Date& today) {
    const FakeClock clock(from_jst({today, 9 * 60}));
    return run({"catalog", "check", folder_, "--json"}, clock);
  }
  std::vector<std::string> warnings_on(const Date& today) {
    const Outcome outcome = check_on(today);
    EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.out;
    std::vector<std::string> codes;
    for (const Node& each : list_at(json(outcome.out), "warnings")) codes.push_back(text_at(each, "code"));
    return codes;
  }
  catalog::test::TemporaryFolder temporary_;
  std::string folder_ = temporary_.at("packs");
};

TEST_F(CatalogCheck, AStalePackWarnsAndIsStillRight) {
  const auto loaded = catalog::Catalogue::load(folder_);
  ASSERT_TRUE(loaded) << loaded.error().message();
  const Date verified = loaded->pack(2026)->verified;
  using Codes = std::vector<std::string>;
  EXPECT_EQ(warnings_on(make_date(2026, 2, 1)), Codes{});
  const Codes long_after = warnings_on(make_date(2027, 6, 1));
  EXPECT_EQ(long_after, (Codes{"not_verified_lately", "no_round_ahead"}));
  const Outcome outcome = check_on(plus_days(verified, 400));
  EXPECT_TRUE(flag_at(json(outcome.out), "ok"));
  EXPECT_NE(outcome.out.find("SC-104"), std::string::npos);
  EXPECT_NE(outcome.out.find(to_string(verified)), std::string::npos);
}

TEST_F(CatalogCheck, AGoldenCaseThatNoLongerComesOutIsExitTwoWithItsPlace) {
  const std::string golden = folder_ + "/2026/golden.toml";
  const std::string before = catalog::test::read(golden);
  catalog::test::write(golden, before + "\n[[case]]\nid = \"WRONG\"\ncall = \"estimate\"\ninput = { frame = \"normal\", cost = 100000 }\n"
                                        "expect = { subsidy = 50001 }\n");
  const Outcome outcome = check_on(make_date(2026, 2, 1));
  EXPECT_EQ(outcome.exit_code, kBadInput);
  const Array failures = list_at(json(outcome.out), "failures");
  ASSERT_EQ(failures.size(), 1U);
  const auto line = std::count(before.begin(), before.end(), '\n') + 6;
  EXPECT_EQ(text_at(failures[0], "where"), golden + ":" + std::to_string(line));
  EXPECT_EQ(text_at(failures[0], "reason"), "WRONG: subsidy: expected 50001, got 50000");
}

TEST_F(CatalogCheck, ABrokenPackDoesNotHideTheComplaintAboutTheCalendar) {
  catalog::test::write(folder_ + "/holidays.toml", "format = 2\n");
  catalog::test::write(folder_ + "/2026/pack.toml", "format = 2\n");
  const Outcome outcome = check_on(make_date(2026, 2, 1));
  EXPECT_EQ(outcome.exit_code, kBadInput);
  EXPECT_EQ(list_at(json(outcome.out), "failures").size(), 2U);
}

}  // namespace
}  // namespace desk::ctl
