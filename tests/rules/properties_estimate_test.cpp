// What holds of every estimate, whatever the year: tried on every frame of every pack and on frames that no year has had yet.
#include <algorithm>

#include "data/rules/estimate.h"
#include "tests/rules/packs_for_test.h"
#include "tests/rules/random_cases.h"

namespace desk::rules {
namespace {

using catalog::EstimateRule;
using catalog::Frame;
using catalog::Method;
using catalog::Size;

constexpr int kCasesOfFrame = 400;
constexpr int kRandomFrames = 60;

// Every frame to try, each with a name for complaints.
std::vector<Frame> frames() {
  std::vector<Frame> out;
  for (const catalog::Pack& pack : packs().packs()) {
    for (Frame frame : pack.frames) {
      frame.id = std::to_string(pack.year) + " " + frame.id;
      out.push_back(std::move(frame));
    }
  }
  Dice dice(20261122);
  for (int i = 0; i < kRandomFrames; ++i) {
    for (const Method method : {Method::Bands, Method::Tranches, Method::AccountShare, Method::Group}) {
      out.push_back(random_frame(dice, method));
    }
  }
  return out;
}

// Calls `check(frame, input)` with some thousands of cases, fewer for a random frame than for one that people apply in.
template <class Check>
void with_every_estimate(std::uint64_t seed, Check&& check) {
  Dice dice(seed);
  for (const Frame& frame : frames()) {
    const int cases = frame.id == "random" ? 20 : kCasesOfFrame;
    for (int i = 0; i < cases && !::testing::Test::HasFatalFailure(); ++i) check(frame, random_estimate(dice), dice);
  }
}

std::string told(const Frame& frame, const EstimateInput& input) { return described(frame) + described(input); }

Yen pays(const Frame& frame, const EstimateInput& input) {
  const auto answer = estimate(frame, input);
  EXPECT_TRUE(answer.ok()) << told(frame, input);
  return answer ? answer->subsidy : Yen{};
}

Ratio highest_rate(const EstimateRule& rule) {
  Ratio highest{0, 1};
  const auto look = [&](const std::vector<catalog::Rate>& rates) {
    for (const catalog::Rate& each : rates) {
      if (less(highest, each.rate)) highest = each.rate;
    }
  };
  look(rule.rates);
  for (const catalog::Tranche& each : rule.tranches) look(each.rates);
  return highest;
}

TEST(EstimateProperty, AHigherCostNeverBringsLess) {
  with_every_estimate(1, [](const Frame& frame, EstimateInput input, Dice& dice) {
    const Yen less_cost = pays(frame, input);
    EstimateInput dearer = input;
    dearer.cost += dice.chance(50) ? Yen{1} : dice.yen();
    dearer.cost = std::min(dearer.cost, Yen{1'000'000'000'000});
    ASSERT_LE(less_cost, pays(frame, dearer)) << told(frame, input) << "\n  and cost " << dearer.cost.amount;
  });
}

TEST(EstimateProperty, NeverMoreThanTheCostAtTheHighestRate) {
  with_every_estimate(2, [](const Frame& frame, const EstimateInput& input, Dice&) {
    const EstimateRule& rule = frame.estimate;
    Yen most = floor_times(input.cost, highest_rate(rule));
    for (const catalog::Hardware& each : rule.hardware) most += floor_times(each.id == "pc" ? input.pc : input.register_, each.rate);
    if (rule.group) {
      most += floor_times(input.analysis_cost, rule.group->analysis_rate) + floor_times(input.admin_cost, rule.group->admin_rate);
    }
    ASSERT_LE(pays(frame, input), most) << told(frame, input);
  });
}

TEST(EstimateProperty, NeverMoreThanTheCaps) {
  with_every_estimate(3, [](const Frame& frame, const EstimateInput& input, Dice&) {
    const EstimateRule& rule = frame.estimate;
    Yen most;
    if (rule.method == Method::Bands) most = rule.bands.back().cap.amount;
    if (rule.method == Method::AccountShare) most = *rule.cap;
    if (rule.method == Method::Tranches) {
      most = rule.tranches.back().up_to;
      for (const catalog::Hardware& each : rule.hardware) most += each.cap;
    }
    if (rule.method == Method::Group) most = rule.group->joint_cap + rule.group->admin_cap;
    const Yen paid = pays(frame, input);
    ASSERT_LE(paid, most) << told(frame, input);
    if (rule.method == Method::Bands && !rule.bands.back().cap.inclusive) {
      ASSERT_LT(paid, most) << told(frame, input);
    }
    const auto answer = estimate(frame, input);
    for (const EstimateLine& line : answer->lines) ASSERT_LE(line.subsidy, line.cap) << told(frame, input);
  });
}

TEST(EstimateProperty, WhatIsPaidAndWhatRemainsAreTheCosts) {
  with_every_estimate(4, [](const Frame& frame, const EstimateInput& input, Dice&) {
    const auto answer = estimate(frame, input);
    ASSERT_TRUE(answer.ok()) << told(frame, input);
    Yen costs = input.cost + input.pc + input.register_;
    if (frame.estimate.method == Method::Group) costs += input.analysis_cost + input.admin_cost;
    ASSERT_EQ(answer->own_share + answer->subsidy, costs) << told(frame, input);
    Yen of_lines;
    for (const EstimateLine& line : answer->lines) of_lines += line.subsidy;
    ASSERT_EQ(of_lines, answer->subsidy) << told(frame, input);
    ASSERT_EQ(answer->payable, answer->subsidy > Yen{0}) << told(frame, input);
    // Nothing without a reason.
    ASSERT_TRUE(answer->payable || !answer->reasons.empty()) << told(frame, input);
  });
}

TEST(EstimateProperty, MoreFunctionsOrProcessesNeverBringLess) {
  with_every_estimate(5, [](const Frame& frame, EstimateInput input, Dice& dice) {
    input.functions = input.functions.value_or(1);
    EstimateInput more = input;
    more.functions = *input.functions + dice.small(1, 3);
    ASSERT_LE(pays(frame, input), pays(frame, more)) << told(frame, input) << "\n  and functions " << *more.functions;
    more = input;
    more.processes += dice.small(1, 7);
    ASSERT_LE(pays(frame, input), pays(frame, more)) << told(frame, input) << "\n  and processes " << more.processes;
  });
}

TEST(EstimateProperty, AnUnknownAnswerNeverPromisesMoreThanTheKnownOne) {
  with_every_estimate(6, [](const Frame& frame, EstimateInput input, Dice&) {
    if (frame.id == "random") return;  // only a real programme is sure to give small firms no less than others
    if (input.size == Size::Large) input.size = Size::Sme;
    EstimateInput unknown = input;
    unknown.size = std::nullopt;
    unknown.near_minimum_wage = std::nullopt;
    ASSERT_LE(pays(frame, unknown), pays(frame, input)) << told(frame, input);
  });
}

TEST(EstimateProperty, WhatTheNextStepBringsIsWhatItWouldPay) {
  with_every_estimate(7, [](const Frame& frame, const EstimateInput& input, Dice&) {
    const auto answer = estimate(frame, input);
    ASSERT_TRUE(answer.ok()) << told(frame, input);
    for (const NextStep& step : answer->next) {
      EstimateInput changed = input;
      if (step.code == "next_floor") changed.cost += Yen{step.amount};
      if (step.code == "next_functions") changed.functions = static_cast<int>(step.amount);
      if (step.code == "next_processes") changed.processes = static_cast<int>(step.amount);
      if (step.code == "next_micro") changed.size = Size::Micro;
      ASSERT_GT(step.gain, Yen{0}) << step.code << " " << told(frame, input);
      ASSERT_EQ(pays(frame, changed), answer->subsidy + step.gain) << step.code << " " << told(frame, input);
    }
  });
}

}  // namespace
}  // namespace desk::rules
