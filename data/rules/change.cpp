#include "data/rules/change.h"

namespace desk::rules {

Reason change_of(const SizeLimits& limits) {
  Reason out{limits.capital ? "fit_size" : "fit_employees", {{"employees", std::to_string(limits.employees)}}};
  if (limits.capital) out.args.emplace_back("capital", std::to_string(limits.capital->amount));
  return out;
}

Reason change_of(const catalog::Exclusion& exclusion) {
  const bool strict = exclusion.op == catalog::Operator::MoreThan;
  switch (exclusion.measure) {
    case catalog::Measure::Flag: return {"answer_no", {}};
    case catalog::Measure::Fraction: return {strict ? "share_at_most" : "share_below", {{"share", to_string(exclusion.fraction)}}};
    case catalog::Measure::Amount: return {strict ? "amount_at_most" : "amount_below", {{"amount", std::to_string(exclusion.amount.amount)}}};
  }
  return {};
}

}  // namespace desk::rules
