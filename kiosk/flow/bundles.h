// Bundles: which papers of which trading partners go into which file, in the portal's order and under its limit. The planning is the rules';
// here the visit's papers become its input.
#pragma once

#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "kiosk/flow/answers.h"

namespace desk::flow {

// What one file holds. Names are given when the files are written, because a paper too large for one file goes on in the next.
struct BundleOrder {
  std::vector<std::string> papers;  // paper keys, in order
};

// Of the partners' papers that were scanned; empty when there are none.
[[nodiscard]] std::vector<BundleOrder> bundle_orders(const Answers& answers, const catalog::Pack& pack);
// "KSS04-1234567_2.pdf"; while the number is not known X's stand for it, and a to-do says so.
[[nodiscard]] std::string bundle_name(const Answers& answers, const catalog::Pack& pack, int n);

}  // namespace desk::flow
