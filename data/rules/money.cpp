#include "data/rules/money.h"

#include <algorithm>

#include "data/rules/explain.h"

namespace desk::rules {
namespace {

// GCC's 128-bit integer is an extension; the pedantic warning is silenced for this one alias.
__extension__ typedef __int128 Wide;

// What is left of the cost, exactly: 1,000,000 - 500,000 / (3/4) is 1,000,000/3 and must not be rounded before the last step.
struct Remainder {
  Wide num = 0;
  Wide den = 1;
};

bool fits(const Remainder& left, Yen width, Ratio rate) {  // left * rate <= width
  return left.num * rate.num <= static_cast<Wide>(width.amount) * rate.den * left.den;
}

Yen floor_of(const Remainder& left, Ratio rate) {
  return Yen{static_cast<std::int64_t>(left.num * rate.num / (left.den * rate.den))};
}

bool is_whole(const Remainder& left, Ratio rate) { return left.num * rate.num % (left.den * rate.den) == 0; }

// left - width / rate
Remainder after(const Remainder& left, Yen width, Ratio rate) {
  return {left.num * rate.num - static_cast<Wide>(width.amount) * rate.den * left.den, left.den * rate.num};
}

}  // namespace

Ratio rate_for(const std::vector<catalog::Rate>& rates, catalog::Size size, bool near_minimum_wage) {
  for (const catalog::Rate& each : rates) {
    if (each.size && *each.size != size) continue;
    if (each.near_minimum_wage && *each.near_minimum_wage != near_minimum_wage) continue;
    return each.rate;
  }
  return Ratio{0, 1};
}

Yen most_within(const catalog::Bound& cap) { return cap.inclusive ? cap.amount : cap.amount - Yen{1}; }
Yen least_within(const catalog::Bound& floor) { return floor.inclusive ? floor.amount : floor.amount + Yen{1}; }

Tranched fill_tranches(const std::vector<catalog::Tranche>& tranches, Yen cost, int functions, catalog::Size size,
                       std::int64_t times, bool explained) {
  Tranched out;
  out.lines.reserve(tranches.size());
  Remainder left{cost.amount, 1};
  Yen unshown = cost;
  Yen below;
  std::string spent;  // " - 500,000 ÷ 3/4": what the tranches before this one took, exactly
  for (std::size_t i = 0; i < tranches.size(); ++i) {
    const catalog::Tranche& tranche = tranches[i];
    if (functions < tranche.min_functions) {
      out.stopped_by_functions = true;
      break;
    }
    const Yen width{(tranche.up_to - below).amount * times};
    const Ratio rate = rate_for(tranche.rates, size, /*near_minimum_wage=*/false);
    below = tranche.up_to;
    EstimateLine line{i == 0 ? "tool" : "tool_upper", unshown, rate, width, width, {}};
    const Yen raw = floor_of(left, rate);
    const bool last = i + 1 == tranches.size() || functions < tranches[i + 1].min_functions;
    if (fits(left, width, rate)) {
      line.subsidy = raw;
      if (explained) line.explanation = explain_tranche({cost, spent, rate, raw, is_whole(left, rate), width, TrancheEnd::Reached});
      out.lines.push_back(std::move(line));
      return out;
    }
    if (!last) line.cost = std::min(unshown, ceil_divide(width, rate));
    out.capped = i + 1 == tranches.size();
    if (explained) {
      const TrancheEnd end = out.capped ? TrancheEnd::Capped : last ? TrancheEnd::Stopped : TrancheEnd::Filled;
      line.explanation = explain_tranche({cost, spent, rate, raw, /*whole=*/true, width, end});
      spent += " − " + with_commas(width) + " ÷ " + to_string(rate);
    }
    left = after(left, width, rate);
    unshown = unshown - line.cost;
    out.lines.push_back(std::move(line));
  }
  return out;
}

Yen sum_of(const std::vector<EstimateLine>& lines) {
  Yen sum;
  for (const EstimateLine& line : lines) sum += line.subsidy;
  return sum;
}

}  // namespace desk::rules
