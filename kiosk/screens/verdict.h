// What was found out: the verdict with its reasons on the left, the estimate in yen on the right.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/paged_blocks.h"

namespace desk::screens {

struct BarPart {
  std::string label;        // shown inside when it fits; the lines below say it anyway
  std::int64_t amount = 0;  // its share of the bar
  bool own = false;         // the applicant's own share: hatched, last
};
struct EstimateLine {
  std::string what, rule, amount;   // "ソフト 1,000,000円", "50万円まで 3/4…", "722,222円"
  int part = -1;                    // index of its BarPart: its swatch; -1: none
};
struct VerdictView {
  TagView verdict;                  // Done 対象になりそうです / Stop 対象外 / Care 要確認
  std::string frame_name;
  std::vector<std::string> reasons;
  std::string basis;                // quiet: clause and date of the rule
  // くわしく見る: must show all reasons, as the smallest panel has room for the first only.
  std::vector<ButtonView> actions;
  std::string amount_label;         // "補助額のめやす（最大）"; empty: no estimate, the left side takes the width
  std::string amount, amount_unit;  // "987,222", "円"
  std::vector<BarPart> bar;
  std::vector<EstimateLine> lines;
  std::string note;                 // "審査があり、…"
  Paging paging;
};
// Returns where the next page begins, for little panels.
int verdict(Canvas& canvas, const Rect& content, const VerdictView& view);

}  // namespace desk::screens
