// One run of the estimate and its four methods, a file each; private to this folder.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "data/rules/estimate.h"
#include "data/rules/explain.h"

namespace desk::rules {

struct Calculation {
  const catalog::Frame& frame;
  const EstimateInput& input;
  catalog::Size size;      // as said, else the lower-paying guess
  bool near_minimum_wage;
  bool explained;          // false while only the sum is wanted: the next steps and the doubts
  Estimate out;

  using Args = std::vector<std::pair<std::string, std::string>>;
  void reason(std::string code, Args args = {}) { out.reasons.push_back({std::move(code), std::move(args)}); }
  void warning(std::string code, Args args = {}) { out.warnings.push_back({std::move(code), std::move(args)}); }
};

// Each fills lines, reasons and warnings of `run.out`.
void by_bands(Calculation& run);          // 通常枠, security frame
void by_tranches(Calculation& run);       // デジタル化基盤導入類型, インボイス対応類型
void by_account_share(Calculation& run);  // 商流一括, 電子取引類型
void by_group(Calculation& run);          // 複数社連携

// The common grounds on which nothing is paid at all: a large firm in a frame for small ones, no cost, hardware alone.
[[nodiscard]] bool refused(Calculation& run);
// Adds the lines of the hardware; `times`: its caps count that often (a group's members).
void add_hardware(Calculation& run, std::int64_t times);
// Fills the frame's tranches with the cost of the tool and says why they stopped; false when the tool has no function that counts.
bool add_tranches(Calculation& run, std::int64_t times);

// Processes that count: generic ones only beside others, and no more of them than the frame's list names (factbook 2.7).
[[nodiscard]] int counting_processes(const catalog::Frame& frame, const EstimateInput& input);

}  // namespace desk::rules
