#include "kiosk/screens/paged_list.h"

#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

void row_card(Canvas& canvas, const Rect& box, const ListRow& row) {
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
    if (!row.sub.empty()) column.text(row.sub, {.role = Role::Secondary, .line_height = 1.3});
  });
}

double row_height(const Canvas& canvas, const PagedListView& view, double width) {
  double height = kTouchLeast + 1;
  for (const ListRow& row : view.rows) {
    const double room = width * (row.tag.text.empty() ? 1.0 : 0.6) - (canvas.compact() ? 8 : 16) - canvas.em() * 1.6;
    double need = canvas.measure(row.title, {.role = Role::Lead, .weight = Weight::Bold, .line_height = 1.3}, room).h;
    if (!row.sub.empty()) need += canvas.measure(row.sub, {.role = Role::Secondary, .line_height = 1.3}, room).h;
    height = std::max(height, need + (canvas.compact() ? 3.2 : 6));
  }
  return height;
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
    const double width = (area.w - gap * (across - 1)) / across;
    const double height = row_height(canvas, view, width);
    const auto fitting = [&](double room) { return std::max(0, static_cast<int>((room + gap + 0.01) / (height + gap))) * across; };
    const bool all = view.first == 0 && fitting(area.h) >= total;
    const double foot = canvas.compact() ? 15.2 : 18;
    const double list_room = all ? area.h : area.h - foot - gap;
    const int rows_shown = std::min(total - view.first, fitting(list_room));
    next = view.first + std::max(1, rows_shown);
    // Fewer than three rows of a long list is no list: smaller text is better.
    if (rows_shown < std::min(total - view.first, 2 * across + 1)) canvas.report(ProblemKind::OutsideArea, view.title, area, height);
    if (!all) {
      Rect buttons = area.cut_bottom(foot, gap);
      std::vector<Rect> halves = columns(buttons, {1, 1}, gap);
      if (view.first > 0) button(canvas, halves[0], {std::string(key::kLess), view.less_label, Icon::ArrowLeft, true, ButtonStyle::Outline, false});
      if (next < total) button(canvas, halves[1], {std::string(key::kMore), view.more_label, Icon::ArrowRight, true, ButtonStyle::Outline, true});
    }
    for (int i = 0; i < rows_shown; ++i) {
      const Rect box{area.x + (i % across) * (width + gap), area.y + (i / across) * (height + gap), width, height};
      row_card(canvas, box, view.rows[static_cast<std::size_t>(view.first + i)]);
    }
  });
  return std::min(next, total);
}

}  // namespace desk::screens
