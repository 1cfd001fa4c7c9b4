// The arithmetic of a line in words (text "line.CODE"), so that a person can check it; private to this folder.
#pragma once

#include <string>

#include "data/base/yen.h"
#include "data/rules/reason.h"

namespace desk::rules {

[[nodiscard]] inline std::string digits(std::int64_t number) { return std::to_string(number); }
[[nodiscard]] inline std::string digits(Yen yen) { return std::to_string(yen.amount); }

// cost × rate, cut to whole yen, at most cap: "plain", "cut", "capped".
[[nodiscard]] Reason explain_rate(Yen cost, Ratio rate, Yen cap);

enum class TrancheEnd {
  Reached,  // the cost ends in this tranche
  Filled,   // it is full, the rest of the cost goes on above
  Stopped,  // it is full, and the tool has too few functions for the next
  Capped,   // it is full, and it is the frame's last
};
struct TrancheWords {
  Yen cost;           // of the whole tool
  std::string spent;  // " − 500,000 ÷ 3/4": the part of the cost that the tranches before took; empty in the first
  Ratio rate;
  Yen raw;            // what the remaining cost would give, cut to whole yen
  bool whole;         // nothing was cut
  Yen width;          // of this tranche
  TrancheEnd end;
};
// "plain", "cut", "first", "stopped", "capped"; above the first tranche "rest", "rest_cut", "rest_capped".
[[nodiscard]] Reason explain_tranche(const TrancheWords& words);

// cost × sme / total is the eligible part, and that × rate the subsidy; both are cut (RND-2): "share", "share_capped".
[[nodiscard]] Reason explain_share(Yen cost, int sme, int total, Yen eligible, Ratio rate, Yen raw, Yen cap);

}  // namespace desk::rules
