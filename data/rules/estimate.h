// Estimate: how much a frame could pay at most, line by line. Pure: integer yen and exact fractions, no clock, no file.
// Every line is cut to whole yen (factbook 2.1: never over-promises); hardware comes on top and is never payable alone.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/base/result.h"
#include "data/catalog/pack.h"
#include "data/rules/reason.h"

namespace desk::rules {

// What the applicant said. nullopt: not asked, or わからない; then the lower amount is assumed and a warning says so.
struct EstimateInput {
  Yen cost;                       // of the tool, tax excluded
  int processes = 1;
  std::optional<int> functions = 1;
  std::optional<catalog::Size> size = catalog::Size::Sme;
  std::optional<bool> near_minimum_wage = false;
  Yen pc;                         // hardware, tax excluded
  Yen register_;
  // account_share: accounts given to SME partners, of all accounts in the contract
  std::optional<int> sme_accounts, total_accounts;
  // group
  std::optional<int> members;
  std::optional<Yen> base_subsidy;  // of the shared tools, when known; else computed from cost
  Yen analysis_cost, admin_cost;
  int generic_processes = 0;        // how many of `processes` are generic (汎用): they cannot stand alone
};

struct EstimateLine {
  std::string what;   // "tool", "tool_upper", "pc", "register", "analysis", "admin"
  Yen cost;           // the part of the cost that this line takes; rounded up to a yen where a tranche ends between two
  Ratio rate;
  Yen subsidy;
  Yen cap;            // the most that this line can pay
  Reason explanation; // the arithmetic in words, text "line.CODE": a person can follow it with a pocket calculator
};

// What one change would bring. `gain` is yen of subsidy; `amount` what it takes: next_floor yen of cost, next_functions functions,
// next_processes processes, next_micro nothing (0).
struct NextStep {
  std::string code;  // text: "reason.CODE"
  Yen gain;
  std::int64_t amount = 0;
};

struct Estimate {
  Yen subsidy;        // the maximum; 0 when nothing is payable
  bool payable = false;
  Yen own_share;      // all costs minus subsidy; paid in advance in full
  std::vector<EstimateLine> lines;
  std::vector<Reason> reasons;   // why it is this amount, or nothing
  std::vector<Reason> warnings;  // what must be watched
  std::vector<NextStep> next;
  std::string band;              // id of the band, method "bands"
  // Group: the text of the administration cap can be read in two ways (factbook 2.2.3). `subsidy` is the lower, this is the other.
  std::optional<Yen> other_reading;
};

// Fails (BadInput, `where` names the key) only on what cannot be: negative or absurd amounts, more SME accounts than accounts, an
// account frame without its accounts, a group without its number of members, more generic processes than processes.
[[nodiscard]] Result<Estimate> estimate(const catalog::Frame& frame, const EstimateInput& input);

// Who counts as near the minimum wage: the wording that holds on that day, without a day the one of the last round known. Null when
// the frame knows no such rate; the answer to the question then has no effect.
[[nodiscard]] const catalog::Condition* near_minimum_wage_wording(const catalog::Frame& frame, const std::optional<Date>& on);

}  // namespace desk::rules
