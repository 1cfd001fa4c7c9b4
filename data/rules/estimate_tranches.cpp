// Parts of the subsidy (not of the cost), each at its own rate, and the hardware that serves the tool on top (factbook 2.2.1, T-03).
#include <algorithm>

#include "data/rules/estimate_methods.h"
#include "data/rules/money.h"

namespace desk::rules {

bool add_tranches(Calculation& run, std::int64_t times) {
  const auto& tranches = run.frame.estimate.tranches;
  const int functions = run.input.functions.value_or(1);
  Tranched filled = fill_tranches(tranches, run.input.cost, functions, run.size, times, run.explained);
  if (filled.lines.empty()) {
    run.reason("needs_function", {{"functions", digits(tranches.front().min_functions)}});
    return false;
  }
  run.out.lines = std::move(filled.lines);
  if (filled.stopped_by_functions) {
    const auto next = std::find_if(tranches.begin(), tranches.end(), [&](const auto& each) { return functions < each.min_functions; });
    run.reason("function_cap", {{"cap", digits(sum_of(run.out.lines))}, {"functions", digits(next->min_functions)}});
  } else if (filled.capped) {
    run.reason("capped", {{"cap", digits(Yen{tranches.back().up_to.amount * times})}});
  }
  return true;
}

void add_hardware(Calculation& run, std::int64_t times) {
  for (const catalog::Hardware& each : run.frame.estimate.hardware) {
    const Yen cost = each.id == "pc" ? run.input.pc : run.input.register_;
    if (cost.amount == 0) continue;
    const Yen cap{each.cap.amount * times};
    run.out.lines.push_back({each.id, cost, each.rate, std::min(floor_times(cost, each.rate), cap), cap, {}});
    if (run.explained) run.out.lines.back().explanation = explain_rate(cost, each.rate, cap);
  }
}

void by_tranches(Calculation& run) {
  if (!refused(run) && add_tranches(run, /*times=*/1)) add_hardware(run, /*times=*/1);
}

}  // namespace desk::rules
