#include "data/rules/estimate.h"

#include <algorithm>

#include "data/rules/estimate_methods.h"
#include "data/rules/money.h"

namespace desk::rules {
namespace {

using catalog::Band;
using catalog::EstimateRule;
using catalog::Frame;
using catalog::Method;
using catalog::Size;

constexpr std::int64_t kMostYen = 1'000'000'000'000;
constexpr int kMostCount = 1'000'000;

Failure bad(std::string key, std::string reason) { return {StaffCode::BadInput, std::move(key), std::move(reason)}; }

Done check_input(const Frame& frame, const EstimateInput& input) {
  const std::pair<const char*, Yen> amounts[] = {{"cost", input.cost}, {"pc", input.pc}, {"register", input.register_},
                                                 {"base_subsidy", input.base_subsidy.value_or(Yen{})},
                                                 {"analysis_cost", input.analysis_cost}, {"admin_cost", input.admin_cost}};
  for (const auto& [key, yen] : amounts) {
    if (yen < Yen{0} || yen > Yen{kMostYen}) return fail(bad(key, "must be from 0 to " + digits(kMostYen)));
  }
  const std::pair<const char*, int> counts[] = {{"processes", input.processes}, {"generic_processes", input.generic_processes},
                                                {"functions", input.functions.value_or(0)},
                                                {"sme_accounts", input.sme_accounts.value_or(0)},
                                                {"total_accounts", input.total_accounts.value_or(0)},
                                                {"members", input.members.value_or(0)}};
  for (const auto& [key, count] : counts) {
    if (count < 0 || count > kMostCount) return fail(bad(key, "must be from 0 to " + digits(kMostCount)));
  }
  if (input.generic_processes > input.processes) return fail(bad("generic_processes", "more than processes"));
  if (frame.estimate.method == Method::AccountShare) {
    if (!input.sme_accounts) return fail(bad("sme_accounts", "missing"));
    if (!input.total_accounts) return fail(bad("total_accounts", "missing"));
    if (*input.total_accounts < 1) return fail(bad("total_accounts", "must be at least 1"));
    if (*input.sme_accounts > *input.total_accounts) return fail(bad("sme_accounts", "more than total_accounts"));
  }
  if (frame.estimate.method == Method::Group && !input.members) return fail(bad("members", "missing"));
  return {};
}

// A rate of its own for firms near the minimum wage; elsewhere the answer is heard and has no effect.
bool pays_near_minimum_wage(const Frame& frame) {
  return std::any_of(frame.estimate.rates.begin(), frame.estimate.rates.end(),
                     [](const catalog::Rate& each) { return each.near_minimum_wage.value_or(false); });
}

Estimate calculate(const Frame& frame, const EstimateInput& input, bool explained) {
  Calculation run{frame, input, input.size.value_or(Size::Sme), input.near_minimum_wage.value_or(false) && pays_near_minimum_wage(frame),
                  explained, {}};
  switch (frame.estimate.method) {
    case Method::Bands: by_bands(run); break;
    case Method::Tranches: by_tranches(run); break;
    case Method::AccountShare: by_account_share(run); break;
    case Method::Group: by_group(run); break;
  }
  run.out.subsidy = sum_of(run.out.lines);
  run.out.payable = run.out.subsidy > Yen{0};
  if (!run.out.payable) run.out.lines.clear();
  // A yen or two at a rate below 1 come to nothing: that is said as well (found by tests/rules/properties_estimate_test.cpp).
  if (!run.out.payable && run.out.reasons.empty()) run.reason("no_cost");
  const Yen group_costs = frame.estimate.method == Method::Group ? input.analysis_cost + input.admin_cost : Yen{};
  const Yen costs = input.cost + input.pc + input.register_ + group_costs;
  // A group may tell its base subsidy without the cost behind it.
  run.out.own_share = std::max(costs - run.out.subsidy, Yen{0});
  return std::move(run.out);
}

Yen subsidy_of(const Frame& frame, const EstimateInput& input) { return calculate(frame, input, /*explained=*/false).subsidy; }

// What would be gained by one change, each computed by the same rule with that one answer changed.
void add_next(const Frame& frame, const EstimateInput& input, Estimate& out) {
  const EstimateRule& rule = frame.estimate;
  const auto offer = [&](std::string code, const EstimateInput& changed, std::int64_t amount) {
    const Yen gain = subsidy_of(frame, changed) - out.subsidy;
    if (gain > Yen{0}) out.next.push_back({std::move(code), gain, amount});
  };
  const Size size = input.size.value_or(Size::Sme);
  if (rule.method == Method::Bands && input.cost > Yen{0}) {
    const Ratio rate = rate_for(rule.rates, size, input.near_minimum_wage.value_or(false));
    const Yen floor_cost = ceil_divide(least_within(rule.bands.front().floor), rate);
    if (input.cost < floor_cost) {
      EstimateInput changed = input;
      changed.cost = floor_cost;
      offer("next_floor", changed, (floor_cost - input.cost).amount);
    }
    for (const Band& band : rule.bands) {
      if (band.min_processes <= counting_processes(frame, input)) continue;
      EstimateInput changed = input;
      changed.processes = band.min_processes;
      changed.generic_processes = 0;
      offer("next_processes", changed, band.min_processes);
      break;
    }
  }
  const bool tools = rule.method == Method::Tranches || (rule.method == Method::Group && !input.base_subsidy);
  if (tools && input.cost > Yen{0}) {
    for (const catalog::Tranche& tranche : rule.tranches) {
      if (tranche.min_functions <= input.functions.value_or(1)) continue;
      EstimateInput changed = input;
      changed.functions = tranche.min_functions;
      offer("next_functions", changed, tranche.min_functions);
      break;
    }
  }
  if (size == Size::Sme) {
    EstimateInput changed = input;
    changed.size = Size::Micro;
    offer("next_micro", changed, 0);
  }
}

void add_doubts(const Frame& frame, const EstimateInput& input, Estimate& out) {
  const auto differs = [&](const EstimateInput& changed) { return subsidy_of(frame, changed) != out.subsidy; };
  if (!input.size) {
    EstimateInput changed = input;
    changed.size = Size::Micro;
    if (differs(changed)) out.warnings.push_back({"size_unknown", {}});
  }
  if (!input.functions) {
    EstimateInput changed = input;
    changed.functions = 99;
    if (differs(changed)) out.warnings.push_back({"functions_unknown", {}});
  }
  if (!input.near_minimum_wage) {
    EstimateInput changed = input;
    changed.near_minimum_wage = true;
    if (differs(changed)) out.warnings.push_back({"near_minimum_wage_unknown", {}});
  }
  if (frame.estimate.hardware.empty() && input.pc + input.register_ > Yen{0}) {
    out.warnings.push_back({"hardware_not_in_frame", {}});
  }
  if (frame.estimate.source.confidence == catalog::Confidence::Low) out.warnings.push_back({"low_confidence", {}});
}

}  // namespace

bool refused(Calculation& run) {
  if (run.size == Size::Large && !run.frame.any_size) {
    run.reason("not_sme");
    return true;
  }
  if (run.input.cost == Yen{0}) {
    const bool hardware = !run.frame.estimate.hardware.empty() && run.input.pc + run.input.register_ > Yen{0};
    run.reason(hardware ? "hardware_alone" : "no_cost");
    return true;
  }
  return false;
}

const catalog::Condition* near_minimum_wage_wording(const Frame& frame, const std::optional<Date>& on) {
  if (frame.near_minimum_wage.empty()) return nullptr;
  if (on) return catalog::near_minimum_wage_on(frame, *on);
  return frame.rounds.empty() ? &frame.near_minimum_wage.back() : catalog::near_minimum_wage_on(frame, frame.rounds.back().deadline.date);
}

Result<Estimate> estimate(const Frame& frame, const EstimateInput& input) {
  if (auto done = check_input(frame, input); !done) return fail(done.error());
  Estimate out = calculate(frame, input, /*explained=*/true);
  add_next(frame, input, out);
  add_doubts(frame, input, out);
  return out;
}

}  // namespace desk::rules
