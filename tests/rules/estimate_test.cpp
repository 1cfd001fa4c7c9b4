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

}  // namespace
}  // namespace desk::rules
