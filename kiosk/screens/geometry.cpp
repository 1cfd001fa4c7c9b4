#include "kiosk/screens/geometry.h"

#include <cmath>
#include <numeric>

namespace desk::screens {

Rect Rect::cut_top(double height, double gap) {
  const Rect part{x, y, w, height};
  y += height + gap;
  h -= height + gap;
  return part;
}

Rect Rect::cut_bottom(double height, double gap) {
  const Rect part{x, bottom() - height, w, height};
  h -= height + gap;
  return part;
}

Rect Rect::cut_left(double width, double gap) {
  const Rect part{x, y, width, h};
  x += width + gap;
  w -= width + gap;
  return part;
}

Rect Rect::cut_right(double width, double gap) {
  const Rect part{right() - width, y, width, h};
  w -= width + gap;
  return part;
}

double distance(const Rect& a, const Rect& b) {
  const double dx = std::max({a.x - b.right(), b.x - a.right(), 0.0});
  const double dy = std::max({a.y - b.bottom(), b.y - a.bottom(), 0.0});
  return std::hypot(dx, dy);
}

double distance(const Rect& a, Point p) { return distance(a, Rect{p.x, p.y, 0, 0}); }

std::vector<Rect> columns(const Rect& area, const std::vector<double>& weights, double gap) {
  const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
  const double room = area.w - gap * (static_cast<double>(weights.size()) - 1);
  std::vector<Rect> parts;
  double x = area.x;
  for (double weight : weights) {
    const double w = room * weight / total;
    parts.push_back({x, area.y, w, area.h});
    x += w + gap;
  }
  return parts;
}

std::vector<Rect> rows(const Rect& area, const std::vector<double>& weights, double gap) {
  std::vector<Rect> parts;
  for (const Rect& turned : columns({area.y, area.x, area.h, area.w}, weights, gap)) {
    parts.push_back({turned.y, turned.x, turned.h, turned.w});
  }
  return parts;
}

std::vector<Rect> grid(const Rect& area, int columns_count, int rows_count, double gap) {
  std::vector<Rect> cells;
  for (const Rect& row : rows(area, std::vector<double>(static_cast<std::size_t>(rows_count), 1.0), gap)) {
    for (const Rect& cell : columns(row, std::vector<double>(static_cast<std::size_t>(columns_count), 1.0), gap)) {
      cells.push_back(cell);
    }
  }
  return cells;
}

}  // namespace desk::screens
