// Combination: what one applicant may apply for beside each other in a year (factbook 3.5, T-25). Pure.
#pragma once

#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/reason.h"

namespace desk::rules {

struct Combination {
  bool ok = true;
  std::string clause;            // of the pack's rule
  std::vector<Reason> reasons;   // "combination_twice", "combination_family", "combination_one_in_all", each with a frame that is too much
  std::vector<Reason> warnings;  // "same_tool_twice": the same vendor may not put one tool into both
};

// `frames`: the ids of all applications, one an application (通常枠 A and B are twice "normal"). An id that the pack does not know
// belongs to no family but its own.
[[nodiscard]] Combination combination(const catalog::Pack& pack, const std::vector<std::string>& frames);

}  // namespace desk::rules
