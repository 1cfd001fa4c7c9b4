// Golden cases: worked examples beside a pack (packs/YEAR/golden.toml), run through the very calls that scripts use.
//
//   [[case]]
//   id = "I-10"
//   call = "estimate"                                  # a verb of the group rules
//   input = { frame = "invoice", cost = 1000000, functions = 2 }   # `year` is the pack's unless said otherwise
//   expect = { subsidy = 722222, payable = true }
//
// Every key of `expect` must be in the answer: values are equal; of a list each expected item must be there (a table matches one that has
// at least its keys), and an empty list means an empty list. `error = "KEY"` instead of `expect`: the input is bad, at that key.
#pragma once

#include <string>
#include <vector>

#include "data/base/result.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

struct GoldenReport {
  int cases = 0;
  std::vector<std::string> failures;  // "FILE:LINE: I-10: subsidy: expected 722222, got 722221"
};

// Fails when the file cannot be read or is not in the format.
[[nodiscard]] Result<GoldenReport> run_golden(const std::string& file, int year, const Registry& registry, Context& context);

}  // namespace desk::ctl
