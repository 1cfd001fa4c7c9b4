#include "kiosk/screens/paged_blocks.h"

#include <algorithm>

#include "kiosk/screens/keys.h"

namespace desk::screens {

int paged_blocks(Canvas& canvas, const Rect& content, const Blocks& blocks, const Paging& paging) {
  // Two of them may be touched: then this is the gap that fingers need.
  const double space = std::max(canvas.gap() * 0.4, kGapLeast + 0.1);
  const auto height_of = [&](const auto& block) {
    return canvas.dry([&] {
      Column trial(canvas, {content.x, content.y, content.w, 1e5});
      block(trial);
      return trial.used();
    });
  };
  const int total = static_cast<int>(blocks.size());
  const int first = std::clamp(paging.first, 0, std::max(0, total - 1));
  const auto fitting = [&](double room) {
    int next = first;
    double used = 0;
    while (next < total) {
      const double height = height_of(blocks[static_cast<std::size_t>(next)]) + (next > first ? space : 0);
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
    if (first > 0) button(canvas, halves[0], {std::string(key::kLess), paging.less_label, Icon::ArrowLeft, true, ButtonStyle::Outline, false});
    if (next < total) button(canvas, halves[1], {std::string(key::kMore), paging.more_label, Icon::ArrowRight, true, ButtonStyle::Outline, true});
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
