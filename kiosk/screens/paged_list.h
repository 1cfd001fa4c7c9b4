// A list without scrolling: as many rows as fit, and もっと見る for the next page.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct ListRow {
  std::string key;           // empty: not touchable
  std::string title, sub;
  TagView tag;
  bool selected = false;
  bool unsure = false;       // わからない: dashed
};
struct PagedListView {
  std::string title, sub;
  std::vector<ListRow> rows; // all of them
  int first = 0;             // index of the first row on show: 0, then what paged_list returned
  std::string more_label;    // "もっと見る"
  std::string less_label;    // "前にもどる"
  int columns = 1;           // 2 where rows are short
  TagView note;              // what the choice means, under the rows; empty text: none
};
// Returns the index of the first row of the next page (rows.size() when this is the last).
int paged_list(Canvas& canvas, const Rect& content, const PagedListView& view);

}  // namespace desk::screens
