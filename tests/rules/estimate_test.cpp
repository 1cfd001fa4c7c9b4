#include "data/rules/estimate.h"

#include <random>

#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

using catalog::Size;

EstimateInput costing(std::int64_t cost) {
  EstimateInput input;
  input.cost = Yen{cost};
  return input;
}

Yen subsidy(const catalog::Frame& frame, const EstimateInput& input) {
  const auto answer = estimate(frame, input);
  EXPECT_TRUE(answer.ok());
  return answer ? answer->subsidy : Yen{-1};
}

// The worked examples of factbook 2.6 are golden cases (data/catalog/packs/2026/golden.toml). Here: what holds for every input.
class EveryCost : public ::testing::Test {
 protected:
  std::mt19937_64 random_{20260920};  // a fixed seed: a failure can be seen again
  std::int64_t cost_up_to(std::int64_t most) { return std::uniform_int_distribution<std::int64_t>(0, most)(random_); }
};

TEST_F(EveryCost, NeverPaysLessForMoreAndNeverAboveTheCap) {
  for (const char* id : {"normal", "invoice"}) {
    const catalog::Frame& frame = frame_2026(id);
    for (const Size size : {Size::Micro, Size::Sme}) {
      for (int functions = 1; functions <= 5; ++functions) {
        for (int i = 0; i < 400; ++i) {
          EstimateInput low = costing(cost_up_to(12'000'000));
          low.size = size;
          low.functions = functions;
          low.processes = functions;
          low.near_minimum_wage = i % 2 == 0;
          EstimateInput high = low;
          high.cost = low.cost + Yen{cost_up_to(100'000)};
          const Yen less = subsidy(frame, low);
          const Yen more = subsidy(frame, high);
          ASSERT_LE(less, more) << id << " " << low.cost.amount << " " << high.cost.amount;
          ASSERT_LE(more, Yen{frame.id == "normal" ? 4'500'000 : functions == 1 ? 500'000 : 3'500'000});
          ASSERT_LE(more, high.cost);
        }
      }
    }
  }
}

TEST_F(EveryCost, LinesAddUpAndEachStaysUnderItsCap) {
  for (int i = 0; i < 2000; ++i) {
    EstimateInput input = costing(cost_up_to(8'000'000));
    input.functions = 1 + i % 3;
    input.size = i % 2 == 0 ? Size::Micro : Size::Sme;
    input.pc = Yen{cost_up_to(400'000)};
    input.register_ = Yen{cost_up_to(800'000)};
    const auto answer = estimate(frame_2026("invoice"), input);
    ASSERT_TRUE(answer.ok());
    Yen sum, costs;
    for (const EstimateLine& line : answer->lines) {
      ASSERT_LE(line.subsidy, line.cap);
      ASSERT_GT(line.cost, Yen{0});
      sum += line.subsidy;
      costs += line.cost;
    }
    ASSERT_EQ(sum, answer->subsidy);
    ASSERT_EQ(answer->payable, answer->subsidy > Yen{0});
    ASSERT_EQ(answer->own_share + answer->subsidy, input.cost + input.pc + input.register_);
    ASSERT_EQ(costs, answer->payable ? input.cost + input.pc + input.register_ : Yen{0});
  }
}

// Against an independent way of counting: a tool above 500,000 pays 500,000 and two thirds of the rest, all over one denominator.
TEST_F(EveryCost, TheTrancheFormulaIsExact) {
  for (int i = 0; i < 5000; ++i) {
    const std::int64_t cost = cost_up_to(5'500'000);
    EstimateInput input = costing(cost);
    input.functions = 2;
    const std::int64_t quarters = 3 * cost;  // four times three quarters of the cost
    // 500000 + (cost - 2000000/3) * 2/3 = (4500000 + 6 cost - 4000000) / 9
    const std::int64_t expected = quarters <= 2'000'000 ? quarters / 4 : std::min<std::int64_t>(3'500'000, (500'000 + 6 * cost) / 9);
    ASSERT_EQ(subsidy(frame_2026("invoice"), input).amount, expected) << cost;
  }
}

TEST(Estimate, UnknownAnswersAreCountedTheLowerWayAndSaid) {
  EstimateInput input = costing(1'000'000);
  input.size = std::nullopt;
  input.functions = std::nullopt;
  const auto answer = estimate(frame_2026("invoice"), input);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer->subsidy, Yen{500'000});
  EXPECT_TRUE(has_code(answer->warnings, "functions_unknown"));
  input.cost = Yen{333'333};
  const auto small = estimate(frame_2026("invoice"), input);
  EXPECT_TRUE(has_code(small->warnings, "size_unknown"));
  EXPECT_FALSE(has_code(small->warnings, "functions_unknown"));  // it would not change anything
}

TEST(Estimate, AnAmountThatCannotBeIsRefusedByItsKey) {
  EstimateInput input = costing(-1);
  EXPECT_EQ(estimate(frame_2026("normal"), input).error().where, "cost");
  input = costing(1);
  input.pc = Yen{2'000'000'000'000};
  EXPECT_EQ(estimate(frame_2026("invoice"), input).error().where, "pc");
  input = costing(1);
  input.processes = -1;
  EXPECT_EQ(estimate(frame_2026("normal"), input).error().where, "processes");
}

TEST(Estimate, AToolWithoutAnyFunctionOrProcessIsNotPaid) {
  EstimateInput input = costing(1'000'000);
  input.functions = 0;
  input.pc = Yen{100'000};
  const auto none = estimate(frame_2026("invoice"), input);
  EXPECT_EQ(none->subsidy, Yen{0});
  EXPECT_TRUE(has_code(none->reasons, "needs_function"));
  input.processes = 0;
  EXPECT_TRUE(has_code(estimate(frame_2026("normal"), input)->reasons, "needs_process"));
}

catalog::BusinessProcess process(const char* id, bool generic) {
  catalog::BusinessProcess out;
  out.id = id;
  out.generic = generic;
  return out;
}

TEST(Estimate, AGenericProcessCannotStandAlone) {  // factbook 2.4, 2.7
  catalog::Frame frame = frame_2026("normal");
  frame.processes = {process("sales", false), process("accounting", false), process("generic", true)};
  EstimateInput input = costing(3'000'000);
  input.processes = 1;
  input.generic_processes = 1;
  const auto alone = estimate(frame, input);
  EXPECT_EQ(alone->subsidy, Yen{0});
  EXPECT_TRUE(has_code(alone->reasons, "generic_alone"));
  EXPECT_EQ(alone->next.front().code, "next_processes");
  input.processes = 4;  // three of its own and the generic one beside them
  EXPECT_EQ(estimate(frame, input)->subsidy, Yen{1'500'000});
  input.generic_processes = 2;  // the list knows one generic process: the second counts for nothing
  EXPECT_TRUE(has_code(estimate(frame, input)->warnings, "needs_more_processes"));
  frame.processes.clear();  // a year whose list does not tell them apart
  input.generic_processes = 4;
  EXPECT_EQ(estimate(frame, input)->subsidy, Yen{1'500'000});
  input.generic_processes = 5;
  EXPECT_EQ(estimate(frame, input).error().where, "generic_processes");
}

TEST(Estimate, TheWordingOfTheNearMinimumWageGoesByTheDay) {  // 2025: factbook 2.4, T-23
  catalog::Frame frame = frame_2026("normal");
  frame.near_minimum_wage = {{"within_50_yen", make_date(2025, 3, 31), {}, {}}, {"below_revised_2025", make_date(2025, 11, 1), {}, {}}};
  EXPECT_EQ(near_minimum_wage_wording(frame, make_date(2025, 10, 31))->id, "within_50_yen");
  EXPECT_EQ(near_minimum_wage_wording(frame, make_date(2025, 11, 1))->id, "below_revised_2025");
  EXPECT_EQ(near_minimum_wage_wording(frame, std::nullopt)->id, "below_revised_2025");  // the last round known
  EXPECT_EQ(near_minimum_wage_wording(frame, make_date(2025, 1, 1)), nullptr);
  frame.rounds.clear();
  EXPECT_EQ(near_minimum_wage_wording(frame, std::nullopt)->id, "below_revised_2025");
  EXPECT_EQ(near_minimum_wage_wording(frame_2026("invoice"), std::nullopt), nullptr);
}

TEST(Estimate, WithoutARateForItTheMinimumWageAnswerChangesNothing) {
  catalog::Frame frame = frame_2026("normal");
  frame.estimate.rates = {{Ratio{1, 2}, std::nullopt, std::nullopt}};
  frame.near_minimum_wage.clear();
  for (const std::optional<bool> answer : {std::optional<bool>(true), std::optional<bool>(false), std::optional<bool>()}) {
    EstimateInput input = costing(1'000'000);
    input.near_minimum_wage = answer;
    const auto out = estimate(frame, input);
    EXPECT_EQ(out->subsidy, Yen{500'000});
    EXPECT_TRUE(out->warnings.empty());
  }
  EstimateInput input = costing(1'000'000);
  input.near_minimum_wage = std::nullopt;
  EXPECT_TRUE(has_code(estimate(frame_2026("normal"), input)->warnings, "near_minimum_wage_unknown"));
}

TEST(Estimate, HardwareWhereTheFramePaysNoneIsNoHardwareAlone) {
  EstimateInput input = costing(0);
  input.pc = Yen{150'000};
  const auto none = estimate(frame_2026("normal"), input);
  EXPECT_TRUE(has_code(none->reasons, "no_cost"));
  EXPECT_TRUE(has_code(none->warnings, "hardware_not_in_frame"));
  EXPECT_EQ(none->own_share, Yen{150'000});
  EXPECT_TRUE(has_code(estimate(frame_2026("invoice"), input)->reasons, "hardware_alone"));
}

// ---- the arithmetic in words ----

using Args = std::vector<std::pair<std::string, std::string>>;
struct Words {
  std::string code;
  Args args;
};
void expect_words(const EstimateLine& line, const Words& words) {
  EXPECT_EQ(line.explanation.code, words.code);
  EXPECT_EQ(line.explanation.args, words.args) << words.code;
}

TEST(Arithmetic, OfTheBands) {
  expect_words(estimate(frame_2026("normal"), costing(100'000))->lines[0], {"plain", {{"cost", "100000"}, {"rate", "1/2"}, {"subsidy", "50000"}}});
  expect_words(estimate(frame_2026("normal"), costing(333'333))->lines[0], {"cut", {{"cost", "333333"}, {"rate", "1/2"}, {"subsidy", "166666"}}});
  EstimateInput most = costing(12'000'000);
  most.processes = 5;
  expect_words(estimate(frame_2026("normal"), most)->lines[0],
               {"capped", {{"cost", "12000000"}, {"rate", "1/2"}, {"raw", "6000000"}, {"cap", "4500000"}}});
}

TEST(Arithmetic, OfTheTranches) {
  EstimateInput input = costing(800'000);  // I-09
  input.functions = 2;
  input.pc = Yen{250'001};  // H-03
  const auto lines = estimate(frame_2026("invoice"), input)->lines;
  ASSERT_EQ(lines.size(), 3U);
  expect_words(lines[0], {"first", {{"cost", "800000"}, {"rate", "3/4"}, {"cap", "500000"}}});
  expect_words(lines[1], {"rest_cut", {{"cost", "800000"}, {"spent", " − 500,000 ÷ 3/4"}, {"rate", "2/3"}, {"subsidy", "88888"}}});
  expect_words(lines[2], {"capped", {{"cost", "250001"}, {"rate", "1/2"}, {"raw", "125000"}, {"cap", "100000"}}});
  input = costing(1'000'000);  // I-08, I-11
  expect_words(estimate(frame_2026("invoice"), input)->lines[0],
               {"stopped", {{"cost", "1000000"}, {"rate", "3/4"}, {"raw", "750000"}, {"cap", "500000"}}});
  input.functions = 2;
  input.size = Size::Micro;
  expect_words(estimate(frame_2026("invoice"), input)->lines[1],
               {"rest", {{"cost", "1000000"}, {"spent", " − 500,000 ÷ 4/5"}, {"rate", "2/3"}, {"subsidy", "250000"}}});
  input.cost = Yen{6'000'000};  // I-18
  expect_words(estimate(frame_2026("invoice"), input)->lines[1],
               {"rest_capped", {{"cost", "6000000"}, {"spent", " − 500,000 ÷ 4/5"}, {"rate", "2/3"}, {"raw", "3583333"}, {"cap", "3000000"}}});
}

TEST(Arithmetic, OfAThirdTranche) {
  catalog::Frame frame = frame_2026("invoice");
  frame.estimate.tranches[1].up_to = Yen{1'000'000};
  catalog::Tranche third = frame.estimate.tranches[1];
  third.up_to = Yen{2'000'000};
  third.rates = {{Ratio{1, 2}, std::nullopt, std::nullopt}};
  frame.estimate.tranches.push_back(third);
  EstimateInput input = costing(2'000'000);
  input.functions = 2;
  const auto lines = estimate(frame, input)->lines;
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].explanation.code, "rest_filled");
  expect_words(lines[2],
               {"rest_cut", {{"cost", "2000000"}, {"spent", " − 500,000 ÷ 3/4 − 500,000 ÷ 2/3"}, {"rate", "1/2"}, {"subsidy", "291666"}}});
}

// Whoever follows the words with a pocket calculator comes to the same sum: the subsidy of each line is in its own words.
TEST_F(EveryCost, TheWordsEndWithTheSubsidyOfTheirLine) {
  for (int i = 0; i < 2000; ++i) {
    EstimateInput input = costing(cost_up_to(8'000'000));
    input.functions = 1 + i % 3;
    input.pc = Yen{cost_up_to(400'000)};
    const auto answer = estimate(frame_2026("invoice"), input);
    for (const EstimateLine& line : answer->lines) {
      ASSERT_FALSE(line.explanation.code.empty());
      const std::string& last = line.explanation.args.back().second;
      ASSERT_EQ(last, std::to_string(line.subsidy.amount)) << line.explanation.code << " " << input.cost.amount;
    }
  }
}

}  // namespace
}  // namespace desk::rules
