// Everything that was answered, in groups, each with a way to change it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/paging.h"

namespace desk::screens {

struct ReviewRow {
  std::string label, value;
  Tone tone = Tone::Plain;     // Plain has no mark
  ButtonView change;           // label empty: cannot be changed here
};
struct ReviewView {
  std::string title, sub;
  std::vector<ReviewRow> rows;
  Paging paging;
  std::string note;
};
// Returns the index of the first row of the next page (rows.size() when this is the last).
int review(Canvas& canvas, const Rect& content, const ReviewView& view);

}  // namespace desk::screens
