// The whole cost at one rate; the band in which the amount lies asks for a number of processes.
#include <algorithm>

#include "data/rules/estimate_methods.h"
#include "data/rules/money.h"

namespace desk::rules {

using catalog::Band;

int counting_processes(const catalog::Frame& frame, const EstimateInput& input) {
  const auto listed = static_cast<int>(
      std::count_if(frame.processes.begin(), frame.processes.end(), [](const catalog::BusinessProcess& each) { return each.generic; }));
  if (listed == 0) return input.processes;  // the year's list does not tell generic ones apart
  const int own = input.processes - input.generic_processes;
  return own == 0 ? 0 : own + std::min(input.generic_processes, listed);
}

void by_bands(Calculation& run) {
  if (refused(run)) return;
  const catalog::EstimateRule& rule = run.frame.estimate;
  const Ratio rate = rate_for(rule.rates, run.size, run.near_minimum_wage);
  const Yen raw = floor_times(run.input.cost, rate);
  const int processes = counting_processes(run.frame, run.input);
  if (processes == 0 && run.input.processes > 0) return run.reason("generic_alone");
  const Band* highest = nullptr;
  for (const Band& band : rule.bands) {
    if (band.min_processes <= processes) highest = &band;
  }
  if (highest == nullptr) return run.reason("needs_process", {{"processes", digits(rule.bands.front().min_processes)}});
  const Yen cap = most_within(highest->cap);
  const Yen subsidy = std::min(raw, cap);
  const Yen least = least_within(rule.bands.front().floor);
  if (subsidy < least) return run.reason("below_floor", {{"amount", digits(raw)}, {"floor", digits(least)}});
  const Band* band = nullptr;  // in which the amount lies; the bands meet without a gap
  for (const Band& each : rule.bands) {
    if (subsidy >= least_within(each.floor)) band = &each;
  }
  run.out.band = band->id;
  run.out.lines.push_back({"tool", run.input.cost, rate, subsidy, cap, {}});
  if (run.explained) run.out.lines.back().explanation = explain_rate(run.input.cost, rate, cap);
  if (raw > subsidy) {
    if (highest == &rule.bands.back()) {
      run.reason("capped", {{"cap", digits(cap)}});
    } else {
      run.warning("needs_more_processes", {{"processes", digits(rule.bands.back().min_processes)}, {"cap", digits(cap)}});
    }
  }
  if (band->wage_plan) run.warning("wage_plan_mandatory");
  if (run.near_minimum_wage) {
    run.warning("near_minimum_wage_proof");
    if (band->near_wage_check) run.warning("near_minimum_wage_check");
  }
}

}  // namespace desk::rules
