// A group of small businesses: shared tools (1), demand analysis (2), administration and experts (3); factbook 2.2.3.
#include <algorithm>

#include "data/rules/estimate_methods.h"
#include "data/rules/money.h"

namespace desk::rules {
namespace {

// (1) and (2) together end at the joint cap; what lies above it is taken from the last lines.
void clip(Calculation& run, Yen most) {
  const Yen joint = most;
  for (EstimateLine& line : run.out.lines) {
    if (line.subsidy > most) {
      if (run.explained) {
        line.explanation = {"joint", {{"raw", digits(line.subsidy)}, {"subsidy", digits(most)}, {"cap", digits(joint)}}};
      }
      line.subsidy = most;
    }
    most = most - line.subsidy;
  }
}

void add_base(Calculation& run) {
  const catalog::GroupRule& rule = *run.frame.estimate.group;
  const EstimateInput& input = run.input;
  if (input.base_subsidy) {
    run.out.lines.push_back({"base", input.cost, Ratio{1, 1}, *input.base_subsidy, rule.joint_cap, {}});
    if (run.explained) run.out.lines.back().explanation = {"given", {{"subsidy", digits(*input.base_subsidy)}}};
    return;
  }
  const std::int64_t times = rule.tools_per_member ? *input.members : 1;
  if (input.cost == Yen{0}) {
    if (input.pc + input.register_ > Yen{0}) run.reason("hardware_alone");
    return;
  }
  if (add_tranches(run, times)) add_hardware(run, times);
}

void add_analysis(Calculation& run) {
  const catalog::GroupRule& rule = *run.frame.estimate.group;
  const Yen cost = run.input.analysis_cost;
  if (cost == Yen{0}) return;
  const Yen cap{rule.analysis_per_member.amount * *run.input.members};
  const Yen raw = floor_times(cost, rule.analysis_rate);
  run.out.lines.push_back({"analysis", cost, rule.analysis_rate, std::min(raw, cap), cap, {}});
  if (!run.explained) return;
  Reason& words = run.out.lines.back().explanation = explain_rate(cost, rule.analysis_rate, cap);
  if (raw <= cap) return;
  words.code = "per_member";
  words.args.emplace_back("each", digits(rule.analysis_per_member));
  words.args.emplace_back("members", digits(*run.input.members));
}

// "(1)+(2)" of the 2023 text may mean costs or subsidies, which it leaves open: the lower reading is shown, the other is told (T-09).
void add_admin(Calculation& run) {
  const catalog::GroupRule& rule = *run.frame.estimate.group;
  const EstimateInput& input = run.input;
  if (input.admin_cost == Yen{0}) return;
  const Yen raw = floor_times(input.admin_cost, rule.admin_rate);
  Yen cap = rule.admin_cap;
  if (rule.admin_share) {
    const Ratio share = *Ratio::create(rule.admin_share->num * rule.admin_rate.num, rule.admin_share->den * rule.admin_rate.den);
    const Yen subsidies = sum_of(run.out.lines);
    const Yen costs = input.cost + input.pc + input.register_ + input.analysis_cost;
    const Yen by_subsidies = std::min(cap, floor_times(subsidies, share));
    const Yen by_costs = std::min(cap, floor_times(costs, share));
    // A group that gave only its base subsidy has told no cost to read the text by.
    const bool both = !input.base_subsidy || input.cost > Yen{0};
    cap = both ? std::min(by_subsidies, by_costs) : by_subsidies;
    run.warning("admin_cap_unclear");
    if (both) run.out.other_reading = subsidies + std::min(raw, std::max(by_subsidies, by_costs));
  }
  run.out.lines.push_back({"admin", input.admin_cost, rule.admin_rate, std::min(raw, cap), cap, {}});
  if (run.explained) run.out.lines.back().explanation = explain_rate(input.admin_cost, rule.admin_rate, cap);
}

}  // namespace

void by_group(Calculation& run) {
  const catalog::GroupRule& rule = *run.frame.estimate.group;
  if (run.size == catalog::Size::Large && !run.frame.any_size) return run.reason("not_sme");
  if (*run.input.members < rule.min_members) return run.reason("too_few_members", {{"members", digits(rule.min_members)}});
  add_base(run);
  add_analysis(run);
  if (sum_of(run.out.lines) > rule.joint_cap) {
    run.reason("joint_cap", {{"cap", digits(rule.joint_cap)}});
    clip(run, rule.joint_cap);
  }
  add_admin(run);
  if (run.out.lines.empty() && run.out.reasons.empty()) run.reason("no_cost");
}

}  // namespace desk::rules
