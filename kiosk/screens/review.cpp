#include "kiosk/screens/review.h"

#include <algorithm>

namespace desk::screens {
namespace {

struct Measures {
  double label, button;
  std::vector<double> heights;
};

Measures measures_of(const Canvas& canvas, const ReviewView& view, double width) {
  Measures found{0, 0, {}};
  for (const ReviewRow& row : view.rows) {
    found.label = std::max(found.label, canvas.measure(row.label, {.role = Role::Secondary}).w + 1);
    if (!row.change.label.empty()) found.button = std::max(found.button, button_width(canvas, row.change));
  }
  found.label = std::min(found.label, width * 0.32);
  for (const ReviewRow& row : view.rows) {
    const double room = width - found.label - found.button - canvas.em() * 2.4;
    const double text = std::max(canvas.measure(row.value, {.role = Role::Body, .weight = Weight::Bold, .tabular = true}, room).h,
                                 canvas.measure(row.label, {.role = Role::Secondary}, found.label).h);
    found.heights.push_back(std::max(text + (canvas.tight() ? 0.8 : 2), row.change.label.empty() ? 0 : kTouchLeast + kGapLeast + 0.4));
  }
  if (!canvas.compact()) even_out(found.heights);
  return found;
}

void draw_row(Canvas& canvas, const Rect& box, const ReviewRow& row, const Measures& m) {
  const Theme& theme = canvas.theme();
  Rect inner = box;
  canvas.text_middle(inner.cut_left(m.label, canvas.em() * 0.7), row.label, {.role = Role::Secondary});
  if (m.button > 0) {
    const Rect place = inner.cut_right(m.button, canvas.em() * 0.5);
    if (!row.change.label.empty()) button(canvas, place.middle(m.button, kTouchLeast + 0.2), row.change);
  }
  if (row.tone != Tone::Plain) {
    const double radius = canvas.em() * 0.48;
    const Rect place = inner.cut_right(2 * radius, canvas.em() * 0.3);
    dot(canvas, place.centre(), radius, row.tone);
  }
  const Colour ink = row.tone == Tone::Care || row.tone == Tone::Stop ? theme.tone(row.tone).ink : theme.ink;
  canvas.text_middle(inner, row.value, {.role = Role::Body, .weight = Weight::Bold, .ink = ink, .tabular = true});
  canvas.line({box.x, box.bottom()}, {box.right(), box.bottom()}, theme.line, 0.45);
}

}  // namespace

int review(Canvas& canvas, const Rect& content, const ReviewView& view) {
  const int total = static_cast<int>(view.rows.size());
  int next = total;
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    if (!view.note.empty()) {
      const double height = canvas.measure(view.note, {.role = Role::Secondary}, area.w).h;
      canvas.text(area.cut_bottom(height, canvas.gap() * 0.6), view.note, {.role = Role::Secondary});
    }
    const double pad = canvas.compact() ? 3 : 8;
    const double pad_y = canvas.compact() ? 0.6 : 3;
    Measures m = measures_of(canvas, view, area.w - 2 * pad);
    PageOfRows page;
    if (view.paging.first == 0) page = page_of_rows(m.heights, 0, 1, area.h - 2 * pad_y, 0);
    const bool all = view.paging.first == 0 && page.rows == total;
    TurningPlaces turning;
    if (!all) {
      turning = cut_turning_places(canvas, area, view.paging, kGapLeast);
      m = measures_of(canvas, view, area.w - 2 * pad);
      page = page_of_rows(m.heights, view.paging.first, 1, area.h - 2 * pad_y, 0);
    }
    next = view.paging.first + std::max(1, page.rows);
    if (page.rows < std::min(total - view.paging.first, canvas.tight() ? 2 : 3)) canvas.report(ProblemKind::OutsideArea, view.title, area, 1);
    if (!all) turning_buttons(canvas, turning, view.paging, view.paging.first > 0, next < total);
    const double high = page.rows == 0 ? 0 : page.tops.back() + page.heights.back();
    card(canvas, {area.x, area.y, area.w, high + 2 * pad_y});
    Rect inner = area.inset(pad, pad_y);
    for (int i = 0; i < page.rows; ++i) {
      draw_row(canvas, inner.cut_top(page.heights[static_cast<std::size_t>(i)]), view.rows[static_cast<std::size_t>(view.paging.first + i)], m);
    }
  });
  return std::min(next, total);
}

}  // namespace desk::screens
