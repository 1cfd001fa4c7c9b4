// The pack format carries methods that the two frames of 2026 do not use yet. Their frames are built here from the fact book's figures and
// run through its worked examples (2.6: 2023 bands and tranches, B-*, S-*, M-*), so that a year added later is an edit of data alone.
#include "data/rules/estimate.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

using catalog::Frame;
using catalog::Method;
using catalog::Rate;
using catalog::Size;

Rate rate(std::int64_t num, std::int64_t den, std::optional<Size> size = std::nullopt) {
  Rate out;
  out.rate = *Ratio::create(num, den);
  out.size = size;
  return out;
}

Frame account_share() {
  Frame frame;
  frame.id = "e-transaction";
  frame.any_size = true;
  frame.estimate.method = Method::AccountShare;
  frame.estimate.rates = {rate(1, 2, Size::Large), rate(2, 3)};
  frame.estimate.cap = Yen{3'500'000};
  return frame;
}

struct ShareCase {
  const char* id;
  std::int64_t cost;
  int sme, total;
  Size size;
  std::int64_t expected;
};

TEST(AccountShare, PaysAsTheGuidesOwnExamples) {
  const ShareCase cases[] = {
      {"B-01", 1'000'000, 10, 30, Size::Sme, 222'222},    {"B-02", 1'000'000, 10, 30, Size::Large, 166'666},
      {"B-03", 1'000'000, 2, 50, Size::Sme, 26'666},      {"B-03", 1'000'000, 2, 50, Size::Large, 20'000},
      {"B-04", 480'000, 12, 20, Size::Sme, 192'000},      {"B-05", 480'000, 12, 20, Size::Large, 144'000},
      {"B-06", 12'000'000, 60, 100, Size::Sme, 3'500'000}, {"B-07", 12'000'000, 60, 100, Size::Large, 3'500'000},
      {"B-08", 100'000, 0, 10, Size::Sme, 0},             {"B-09", 600'000, 30, 30, Size::Sme, 400'000},
      {"RND-2", 100'000, 1, 6, Size::Sme, 11'110},
  };
  for (const ShareCase& each : cases) {
    EstimateInput input;
    input.cost = Yen{each.cost};
    input.sme_accounts = each.sme;
    input.total_accounts = each.total;
    input.size = each.size;
    const auto answer = estimate(account_share(), input);
    ASSERT_TRUE(answer.ok());
    EXPECT_EQ(answer->subsidy.amount, each.expected) << each.id;
  }
}

TEST(AccountShare, TheWordsShowBothSteps) {
  EstimateInput input;
  input.cost = Yen{100'000};
  input.sme_accounts = 1;
  input.total_accounts = 6;
  const EstimateLine line = estimate(account_share(), input)->lines[0];
  EXPECT_EQ(line.explanation.code, "share");
  const std::vector<std::pair<std::string, std::string>> expected = {{"cost", "100000"}, {"sme", "1"},    {"total", "6"},
                                                                     {"eligible", "16666"}, {"rate", "2/3"}, {"subsidy", "11110"}};
  EXPECT_EQ(line.explanation.args, expected);
  input.cost = Yen{120'000'000};
  EXPECT_EQ(estimate(account_share(), input)->lines[0].explanation.code, "share_capped");
  input.cost = Yen{1};  // a sixth of a yen
  EXPECT_TRUE(has_code(estimate(account_share(), input)->reasons, "no_cost"));
  input.total_accounts = 0;
  input.sme_accounts = 0;
  EXPECT_EQ(estimate(account_share(), input).error().where, "total_accounts");
}

TEST(AccountShare, MoreSmallPartnersThanAccountsIsAnInputError) {
  EstimateInput input;
  input.cost = Yen{1};
  input.sme_accounts = 3;
  input.total_accounts = 2;
  EXPECT_EQ(estimate(account_share(), input).error().where, "sme_accounts");
  input.total_accounts.reset();
  EXPECT_EQ(estimate(account_share(), input).error().where, "total_accounts");
}

Frame security(std::int64_t cap, std::vector<Rate> rates) {
  Frame frame;
  frame.id = "security";
  frame.estimate.rates = std::move(rates);
  catalog::Band band;
  band.id = "only";
  band.floor = {Yen{50'000}, true};
  band.cap = {Yen{cap}, true};
  frame.estimate.bands = {band};
  return frame;
}

TEST(SecurityFrame, ItsExamples) {
  const Frame of_2023 = security(1'000'000, {rate(1, 2)});
  const Frame of_2025 = security(1'500'000, {rate(2, 3, Size::Micro), rate(1, 2)});
  const auto pays = [](const Frame& frame, std::int64_t cost, Size size) {
    EstimateInput input;
    input.cost = Yen{cost};
    input.size = size;
    return estimate(frame, input)->subsidy.amount;
  };
  EXPECT_EQ(pays(of_2023, 99'999, Size::Sme), 0);
  EXPECT_EQ(pays(of_2023, 100'000, Size::Micro), 50'000);
  EXPECT_EQ(pays(of_2023, 2'000'000, Size::Sme), 1'000'000);
  EXPECT_EQ(pays(of_2023, 2'500'000, Size::Sme), 1'000'000);
  EXPECT_EQ(pays(of_2025, 74'999, Size::Micro), 0);
  EXPECT_EQ(pays(of_2025, 75'000, Size::Micro), 50'000);
  EXPECT_EQ(pays(of_2025, 264'000, Size::Micro), 176'000);
  EXPECT_EQ(pays(of_2025, 2'250'000, Size::Micro), 1'500'000);
  EXPECT_EQ(pays(of_2025, 2'250'000, Size::Sme), 1'125'000);
  EXPECT_EQ(pays(of_2025, 3'000'000, Size::Sme), 1'500'000);
}

Frame group(std::optional<Ratio> admin_share) {
  Frame frame;
  frame.id = "group";
  frame.estimate.method = Method::Group;
  frame.estimate.tranches = frame_2026("invoice").estimate.tranches;
  frame.estimate.hardware = frame_2026("invoice").estimate.hardware;
  catalog::GroupRule rule;
  rule.joint_cap = Yen{30'000'000};
  rule.analysis_rate = Ratio{2, 3};
  rule.analysis_per_member = Yen{500'000};
  rule.admin_rate = Ratio{2, 3};
  rule.admin_cap = Yen{2'000'000};
  rule.admin_share = admin_share;
  rule.tools_per_member = true;
  frame.estimate.group = rule;
  return frame;
}

TEST(Group, TheLowerReadingOfTheAdministrationCapIsShown) {
  EstimateInput input;
  input.members = 12;
  input.cost = Yen{12'000'000};
  input.base_subsidy = Yen{8'000'000};
  input.analysis_cost = Yen{10'500'000};
  input.admin_cost = Yen{2'400'000};
  const auto of_2023 = estimate(group(Ratio{1, 10}), input);
  EXPECT_EQ(of_2023->subsidy, Yen{14'933'333});  // M-01, reading B
  EXPECT_TRUE(has_code(of_2023->warnings, "admin_cap_unclear"));
  EXPECT_EQ(of_2023->other_reading, Yen{15'500'000});  // M-01, reading A: of the costs
  EXPECT_EQ(of_2023->own_share, Yen{24'900'000 - 14'933'333});
  EXPECT_EQ(of_2023->lines[1].explanation.code, "per_member");
  EXPECT_EQ(of_2023->lines[2].explanation.code, "capped");
  EXPECT_EQ(estimate(group(std::nullopt), input)->subsidy, Yen{15'600'000});  // 2024: simply at most 2,000,000
  EXPECT_EQ(estimate(group(std::nullopt), input)->other_reading, std::nullopt);
  input.admin_cost = Yen{30'000'000};
  EXPECT_EQ(estimate(group(std::nullopt), input)->lines[2].subsidy, Yen{2'000'000});
  input.cost = Yen{0};  // only the subsidy was told: there are no costs to read the text by, and no share that could be negative
  EXPECT_EQ(estimate(group(Ratio{1, 10}), input)->other_reading, std::nullopt);
  input = {};
  input.members = 10;
  input.base_subsidy = Yen{1'000'000};
  EXPECT_EQ(estimate(group(std::nullopt), input)->own_share, Yen{0});
}

TEST(Group, IsMadeOfSmallBusinessesAndNeedsATool) {
  EstimateInput input;
  input.members = 10;
  EXPECT_TRUE(has_code(estimate(group(std::nullopt), input)->reasons, "no_cost"));
  input.pc = Yen{100'000};
  EXPECT_TRUE(has_code(estimate(group(std::nullopt), input)->reasons, "hardware_alone"));
  input.cost = Yen{1'000'000};
  input.functions = 0;
  EXPECT_TRUE(has_code(estimate(group(std::nullopt), input)->reasons, "needs_function"));
  input.functions = 1;
  input.size = Size::Large;
  EXPECT_TRUE(has_code(estimate(group(std::nullopt), input)->reasons, "not_sme"));
}

TEST(Group, NineMembersAreNoGroupAndTheJointCapHolds) {
  EstimateInput input;
  input.members = 9;
  input.base_subsidy = Yen{1'000'000};
  EXPECT_TRUE(has_code(estimate(group(std::nullopt), input)->reasons, "too_few_members"));
  input.members = 40;
  input.base_subsidy = Yen{25'000'000};
  input.analysis_cost = Yen{12'000'000};  // 8,000,000: together 33,000,000 (M-03)
  const auto both = estimate(group(std::nullopt), input);
  EXPECT_EQ(both->subsidy, Yen{30'000'000});
  EXPECT_TRUE(has_code(both->reasons, "joint_cap"));
  EXPECT_EQ(both->lines[0].explanation.code, "given");
  EXPECT_EQ(both->lines[1].explanation.code, "joint");
  EXPECT_EQ(both->lines[1].subsidy, Yen{5'000'000});
  input.members.reset();
  EXPECT_EQ(estimate(group(std::nullopt), input).error().where, "members");
}

TEST(Group, SharedToolsCountPerMember) {
  EstimateInput input;
  input.members = 10;
  input.functions = 2;
  input.cost = Yen{10'000'000};  // ten times I-10, all fractions together: 7,222,222.2
  input.pc = Yen{2'500'000};     // ten times H-03
  EXPECT_EQ(estimate(group(std::nullopt), input)->subsidy, Yen{8'222'222});
}

}  // namespace
}  // namespace desk::rules
