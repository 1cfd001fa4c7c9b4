// The part of the tool's cost that falls on small partners' accounts (factbook 2.2.2).
#include <algorithm>

#include "data/rules/estimate_methods.h"
#include "data/rules/money.h"

namespace desk::rules {

void by_account_share(Calculation& run) {
  if (refused(run)) return;
  const catalog::EstimateRule& rule = run.frame.estimate;
  const int sme = *run.input.sme_accounts;
  const int total = *run.input.total_accounts;
  if (sme == 0) return run.reason("no_sme_accounts");
  // Cut to whole yen at both steps, as the official form shows it (factbook 2.1, RND-2).
  const Yen eligible = floor_times(run.input.cost, *Ratio::create(sme, total));
  const Ratio rate = rate_for(rule.rates, run.size, run.near_minimum_wage);
  const Yen raw = floor_times(eligible, rate);
  run.out.lines.push_back({"tool", eligible, rate, std::min(raw, *rule.cap), *rule.cap, {}});
  if (run.explained) run.out.lines.back().explanation = explain_share(run.input.cost, sme, total, eligible, rate, raw, *rule.cap);
  if (raw > *rule.cap) run.reason("capped", {{"cap", digits(*rule.cap)}});
  if (raw == Yen{0}) run.reason("no_cost");
}

}  // namespace desk::rules
