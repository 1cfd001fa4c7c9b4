// A list without scrolling: as many rows as fit, and もっと見る for the next page.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/paging.h"

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
  Paging paging;             // first: index of the first row on show: 0, then what paged_list returned
  int columns = 1;           // 2 where rows are short
  bool titles_suffice = false;  // what stands under the titles is told again behind them: it may go where there is no room
  TagView note;              // what the choice means, under the rows; empty text: none
};
// Returns the index of the first row of the next page (rows.size() when this is the last).
int paged_list(Canvas& canvas, const Rect& content, const PagedListView& view);

}  // namespace desk::screens
