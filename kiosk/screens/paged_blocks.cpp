#include "kiosk/screens/paged_blocks.h"

#include <algorithm>

namespace desk::screens {

int paged_blocks(Canvas& canvas, const Rect& content, const Blocks& blocks, const Paging& paging) {
  // Two of them may be touched: then this is the gap that fingers need.
  const double space = std::max(canvas.gap() * 0.4, kGapLeast + 0.1);
  const int total = static_cast<int>(blocks.size());
  const int first = std::clamp(paging.first, 0, std::max(0, total - 1));
  const auto fitting = [&](double room) {
    int next = first;
    double used = 0;
    while (next < total) {
      const double height = column_height(canvas, content.w, blocks[static_cast<std::size_t>(next)]) + (next > first ? space : 0);
      if (used + height > room && next > first) break;
      used += height;
      ++next;
      if (used > room) break;  // one block alone is higher than the page: its column says so
    }
    return next;
  };
  Rect area = content;
  int next = fitting(area.h);
  if (first > 0 || next < total) {
    const std::vector<Rect> halves = columns(area.cut_bottom(kTouchLeast + 0.2, kGapLeast), {1, 1}, kGapLeast + 0.2);
    next = fitting(area.h);
    turning_buttons(canvas, {halves[0], halves[1]}, paging, first > 0, next < total);
  }
  Column column(canvas, area);
  for (int i = first; i < next; ++i) {
    if (i > first) column.space(space);
    blocks[static_cast<std::size_t>(i)](column);
  }
  column.close();
  return next;
}

}  // namespace desk::screens
