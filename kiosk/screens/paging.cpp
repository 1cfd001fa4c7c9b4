#include "kiosk/screens/paging.h"

#include <algorithm>

#include "kiosk/screens/keys.h"

namespace desk::screens {

PageOfRows page_of_rows(const std::vector<double>& heights, int first, int across, double room, double gap) {
  PageOfRows page;
  double y = 0;
  const int total = static_cast<int>(heights.size());
  for (int i = first; i < total; i += across) {
    const int end = std::min(total, i + across);
    const double height = *std::max_element(heights.begin() + i, heights.begin() + end);
    if (y + height > room + 0.01) break;
    page.tops.push_back(y);
    page.heights.push_back(height);
    page.rows += end - i;
    y += height + gap;
  }
  return page;
}

void even_out(std::vector<double>& heights) {
  if (heights.empty()) return;
  const auto [low, high] = std::minmax_element(heights.begin(), heights.end());
  if (*high <= 1.4 * *low) heights.assign(heights.size(), *high);
}

TurningPlaces cut_turning_places(Canvas& canvas, Rect& area, const Paging& paging, double gap) {
  if (canvas.tight() && !canvas.portrait()) {
    const double wide = std::max(button_width(canvas, {"", paging.more_label, Icon::ArrowRight}), button_width(canvas, {"", paging.less_label, Icon::ArrowLeft}));
    const Rect rail = area.cut_right(wide, gap);
    const double high = std::min(kPrimaryLeast + 4, (rail.h - gap) / 2);
    return {{rail.x, rail.y, rail.w, high}, {rail.x, rail.bottom() - high, rail.w, high}};
  }
  const std::vector<Rect> halves = columns(area.cut_bottom(canvas.compact() ? 15.2 : 18, gap), {1, 1}, gap);
  return {halves[0], halves[1]};
}

void turning_buttons(Canvas& canvas, const TurningPlaces& places, const Paging& paging, bool less, bool more) {
  if (less) button(canvas, places.less, {std::string(key::kLess), paging.less_label, Icon::ArrowLeft, true, ButtonStyle::Outline, false});
  if (more) button(canvas, places.more, {std::string(key::kMore), paging.more_label, Icon::ArrowRight, true, ButtonStyle::Outline, true});
}

}  // namespace desk::screens
