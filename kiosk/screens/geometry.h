// Points and rectangles in millimetres of the real panel, origin at its top left, y downwards.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace desk::screens {

struct Point {
  double x = 0;
  double y = 0;
  friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
  double x = 0;
  double y = 0;
  double w = 0;
  double h = 0;

  [[nodiscard]] double right() const { return x + w; }
  [[nodiscard]] double bottom() const { return y + h; }
  [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
  [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  [[nodiscard]] Rect inset(double d) const { return inset(d, d); }
  [[nodiscard]] Rect inset(double dx, double dy) const { return {x + dx, y + dy, w - 2 * dx, h - 2 * dy}; }
  // Cuts a part off and keeps the rest: `Rect foot = area.cut_bottom(20, 4)` leaves a gap of 4 between them.
  Rect cut_top(double height, double gap = 0);
  Rect cut_bottom(double height, double gap = 0);
  Rect cut_left(double width, double gap = 0);
  Rect cut_right(double width, double gap = 0);
  // A box of this size in the middle.
  [[nodiscard]] Rect middle(double width, double height) const {
    return {x + (w - width) / 2, y + (h - height) / 2, width, height};
  }
  friend bool operator==(const Rect&, const Rect&) = default;
};

// Shortest way between the edges; 0 when they touch or overlap.
[[nodiscard]] double distance(const Rect& a, const Rect& b);
[[nodiscard]] double distance(const Rect& a, Point p);

// Parts with these weights, side by side or one under the other.
[[nodiscard]] std::vector<Rect> columns(const Rect& area, const std::vector<double>& weights, double gap);
[[nodiscard]] std::vector<Rect> rows(const Rect& area, const std::vector<double>& weights, double gap);
// Equal cells, row by row.
[[nodiscard]] std::vector<Rect> grid(const Rect& area, int columns_count, int rows_count, double gap);

}  // namespace desk::screens
