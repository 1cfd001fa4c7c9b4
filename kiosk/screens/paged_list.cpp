#include "kiosk/screens/paged_list.h"

#include <algorithm>

namespace desk::screens {
namespace {

bool has_sub(const Canvas& canvas, const PagedListView& view, const ListRow& row) { return !row.sub.empty() && !(view.titles_suffice && canvas.tight()); }

void row_card(Canvas& canvas, const Rect& box, const ListRow& row, bool sub) {
  const Theme& theme = canvas.theme();
  if (row.key.empty()) {
    card(canvas, box);
  } else {
    const std::string label = row.sub.empty() ? row.title : row.title + "。" + row.sub;
    const bool held = canvas.target(row.key, box, label, TargetKind::Choice, true, row.selected);
    touch_card(canvas, box, {.selected = row.selected, .dashed = row.unsure, .held = held, .focused = canvas.focused(row.key),
                             .off = canvas.kept_back(row.key)});
  }
  Rect inner = box.inset(canvas.compact() ? 4 : 8, 1.2);
  if (!row.key.empty() && (row.selected || !canvas.kept_back(row.key))) {
    const double side = canvas.em() * 0.95;
    const Rect mark = inner.cut_right(side, canvas.em() * 0.5);
    canvas.icon(row.selected ? Icon::Check : Icon::ArrowRight, mark.middle(side, side), row.selected ? theme.accent : theme.secondary, side * 0.085);
  }
  if (!row.tag.text.empty()) {
    const double width = std::min(inner.w * 0.45, tag_width(canvas, row.tag, Role::Secondary));
    const double height = canvas.dry([&] { return tag(canvas, {0, 0, width, 1e5}, row.tag, Role::Secondary).h; });
    const Rect place = inner.cut_right(width, canvas.em() * 0.5);
    tag(canvas, place.middle(width, height + 0.3), row.tag, Role::Secondary, Align::Right);
  }
  centred(canvas, inner, [&](Column& column) {
    column.text(row.title, {.role = Role::Lead, .weight = row.unsure ? Weight::Regular : Weight::Bold,
                            .ink = row.unsure ? theme.secondary : theme.ink, .line_height = 1.3});
    if (sub) column.text(row.sub, {.role = Role::Secondary, .line_height = 1.3});
  });
}

// Of every row in `width`.
std::vector<double> row_heights(Canvas& canvas, const PagedListView& view, double width) {
  const double beside = canvas.compact() ? 8 : 16, air = canvas.tight() ? 2.6 : canvas.compact() ? 3.2 : 6;
  std::vector<double> heights;
  for (const ListRow& row : view.rows) {
    double room = width - beside, beside_words = 0;
    if (!row.key.empty()) room -= canvas.em() * 1.5;
    if (!row.tag.text.empty()) {
      const double wide = std::min(room * 0.45, tag_width(canvas, row.tag, Role::Secondary));
      beside_words = canvas.dry([&] { return tag(canvas, {0, 0, wide, 1e5}, row.tag, Role::Secondary).h; });
      room -= wide + canvas.em() * 0.55;
    }
    double need = canvas.measure(row.title, {.role = Role::Lead, .weight = Weight::Bold, .line_height = 1.3}, room).h;
    if (has_sub(canvas, view, row)) need += canvas.measure(row.sub, {.role = Role::Secondary, .line_height = 1.3}, room).h;
    heights.push_back(std::max(kTouchLeast + 1, std::max(need, beside_words) + air));
  }
  if (!canvas.compact()) even_out(heights);
  return heights;
}

}  // namespace

int paged_list(Canvas& canvas, const Rect& content, const PagedListView& view) {
  const int total = static_cast<int>(view.rows.size());
  int next = total;
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    const double gap = kGapLeast + (canvas.compact() ? 0.2 : 1.2);
    if (!view.note.text.empty()) {
      const double tall = canvas.dry([&] { return tag(canvas, {0, 0, area.w, 1e5}, view.note).h; });
      tag(canvas, area.cut_bottom(tall + 0.3, gap), view.note);
    }
    const int across = std::max(1, view.columns);
    const auto width_in = [&](const Rect& room) { return (room.w - gap * (across - 1)) / across; };
    PageOfRows page;
    if (view.paging.first == 0) page = page_of_rows(row_heights(canvas, view, width_in(area)), 0, across, area.h, gap);
    const bool all = view.paging.first == 0 && page.rows == total;
    TurningPlaces turning;
    if (!all) {
      turning = cut_turning_places(canvas, area, view.paging, gap);
      page = page_of_rows(row_heights(canvas, view, width_in(area)), view.paging.first, across, area.h, gap);
    }
    next = view.paging.first + std::max(1, page.rows);
    // Fewer than three lines of a long list is no list: smaller text is better. Where that was tried, two must do.
    const int least = canvas.tight() ? across + 1 : 2 * across + 1;
    if (page.rows < std::min(total - view.paging.first, least)) canvas.report(ProblemKind::OutsideArea, view.title, area, 1);
    if (!all) turning_buttons(canvas, turning, view.paging, view.paging.first > 0, next < total);
    const double width = width_in(area);
    for (int i = 0; i < page.rows; ++i) {
      const auto line = static_cast<std::size_t>(i / across);
      const Rect box{area.x + (i % across) * (width + gap), area.y + page.tops[line], width, page.heights[line]};
      const ListRow& row = view.rows[static_cast<std::size_t>(view.paging.first + i)];
      row_card(canvas, box, row, has_sub(canvas, view, row));
    }
  });
  return std::min(next, total);
}

}  // namespace desk::screens
