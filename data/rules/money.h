// The arithmetic of the estimate's methods; private to this folder. Each answers with its lines; codes are added by estimate.cpp.
#pragma once

#include <optional>
#include <vector>

#include "data/rules/estimate.h"

namespace desk::rules {

// The first rate whose conditions hold. The pack's last rate has none, so there always is one.
[[nodiscard]] Ratio rate_for(const std::vector<catalog::Rate>& rates, catalog::Size size, bool near_minimum_wage);

// The largest whole amount within the bound.
[[nodiscard]] Yen most_within(const catalog::Bound& cap);
// The smallest whole amount within the bound.
[[nodiscard]] Yen least_within(const catalog::Bound& floor);

struct Tranched {
  std::vector<EstimateLine> lines;
  bool stopped_by_functions = false;  // more would be paid if the tool had more functions
  bool capped = false;                // the frame's own end was reached
};
// Factbook 2.2.1: fills one tranche of the subsidy after the other; the remaining cost stays an exact fraction until the last floor.
// `times`: tranches count that often (a group's members). `explained`: each line says its arithmetic.
[[nodiscard]] Tranched fill_tranches(const std::vector<catalog::Tranche>& tranches, Yen cost, int functions, catalog::Size size,
                                     std::int64_t times = 1, bool explained = false);

[[nodiscard]] Yen sum_of(const std::vector<EstimateLine>& lines);

}  // namespace desk::rules
