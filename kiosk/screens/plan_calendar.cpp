#include "kiosk/screens/plan_calendar.h"

#include <algorithm>

namespace desk::screens {
namespace {

struct Axis {
  double left;   // x of the first day
  double step;
  double gap;
  [[nodiscard]] Rect day(int index, const Rect& row) const { return {left + step * index, row.y, step - gap, row.h}; }
  [[nodiscard]] Rect days(int first, int last, const Rect& row) const {
    return {left + step * first, row.y, step * (last - first + 1) - gap, row.h};
  }
};

void draw_day(Canvas& canvas, const Rect& box, const PlanDay& day) {
  const Theme& theme = canvas.theme();
  Colour number = theme.ink;
  Colour word = theme.secondary;
  switch (day.kind) {
    case DayKind::Work: break;
    case DayKind::Off: canvas.fill(box, theme.shade, 3); break;
    case DayKind::Today:
      canvas.fill(box, theme.primary, 3);
      number = word = theme.on_primary;
      break;
    case DayKind::Deadline:
      canvas.fill(box, theme.stop.pale, 3);
      canvas.stroke(box, theme.stop.shape, 0.6, 3);
      number = word = theme.stop.ink;
      break;
  }
  const TextLook big{.role = Role::Body, .weight = Weight::Bold, .align = Align::Center, .ink = number, .tabular = true, .line_height = 1.2};
  const TextLook small{.role = Role::Caption, .align = Align::Center, .ink = word};
  centred(canvas, {box.x - 0.4, box.y + 0.8, box.w + 0.8, box.h - 1.6}, [&](Column& column) {
    column.text(day.number, big);
    column.text(day.word, small);
  });
}

void draw_bar(Canvas& canvas, const Rect& box, const PlanBar& each) {
  const Theme& theme = canvas.theme();
  Colour ground = theme.primary;
  Colour ink = theme.on_primary;
  switch (each.kind) {
    case PlanBarKind::Do: break;
    case PlanBarKind::Possible: ground = theme.primary_pale, ink = theme.accent; break;
    case PlanBarKind::Closed: ground = theme.shade, ink = theme.secondary; break;
    case PlanBarKind::Slack: ground = theme.done.pale, ink = theme.done.ink; break;
  }
  canvas.fill(box, ground, 3);
  if (each.kind == PlanBarKind::Possible || each.kind == PlanBarKind::Slack) canvas.stroke(box, each.kind == PlanBarKind::Slack ? theme.done.shape : theme.primary, 0.4, 3);
  const TextLook look{.role = Role::Caption, .align = Align::Center, .ink = ink};
  if (canvas.measure(each.label, look).w + 2 <= box.w) canvas.text_middle(box, each.label, look);
}

bool axis_fits(const Canvas& canvas, const Rect& area, const PlanView& view) {
  const double label = std::min(area.w * 0.34, 110.0);
  const double step = (area.w - label) / static_cast<double>(std::max<std::size_t>(1, view.days.size()));
  double need = 0;
  for (const PlanDay& day : view.days) {
    need = std::max({need, canvas.measure(day.number, {.role = Role::Body, .weight = Weight::Bold, .tabular = true}).w,
                     canvas.measure(day.word, {.role = Role::Caption}).w});
  }
  return need + 1.6 <= step;
}

void draw_axis(Canvas& canvas, const Rect& area, const PlanView& view) {
  const Theme& theme = canvas.theme();
  card(canvas, area);
  Rect inner = area.inset(canvas.compact() ? 4 : 8, canvas.compact() ? 2 : 4.2);
  const double label = std::min(inner.w * 0.34, 110.0);
  const auto days = static_cast<double>(std::max<std::size_t>(1, view.days.size()));
  const Axis axis{inner.x + label, (inner.w - label) / days, 1.2};
  const double head = canvas.em() * 1.2 + canvas.em(Role::Caption) * 1.2 + 2.4;
  const Rect top = inner.cut_top(head, canvas.compact() ? 1 : 2);
  {
    const Canvas::Unspoken picture(canvas);  // a row of figures says nothing to an ear; each task says its own days
    for (std::size_t i = 0; i < view.days.size(); ++i) draw_day(canvas, axis.day(static_cast<int>(i), top), view.days[i]);
  }
  if (view.rows.empty()) return;
  const double count = static_cast<double>(view.rows.size());
  const double height = std::min(canvas.compact() ? 18.0 : 21.0, inner.h / count);
  for (const PlanRow& row : view.rows) {
    const Rect line = inner.cut_top(height);
    canvas.line({line.x, line.y}, {line.right(), line.y}, theme.line, 0.45);
    canvas.text_middle({line.x, line.y + 0.6, label - 6, line.h - 0.8}, row.what, {.role = Role::Caption, .ink = theme.ink, .line_height = 1.22});
    const double needed = canvas.measure(row.what, {.role = Role::Caption, .line_height = 1.22}, label - 6).h;
    if (needed > line.h - 0.8) canvas.report(ProblemKind::TextTooHigh, row.what, line, needed - line.h);
    canvas.speak(row.when, line);
    const Canvas::Unspoken picture(canvas);
    const double bar = std::min(13.0, height - 2.4);
    for (const PlanBar& each : row.bars) {
      const Rect lane{line.x, line.y + (height - bar) / 2 + 0.2, line.w, bar};
      draw_bar(canvas, axis.days(each.first_day, each.last_day, lane), each);
    }
  }
}

// No room for days side by side: what to do, with its days as a tag.
void draw_list(Canvas& canvas, const Rect& area, const PlanView& view) {
  const Theme& theme = canvas.theme();
  card(canvas, area);
  const Rect inner = area.inset(canvas.compact() ? 4 : 8, canvas.compact() ? 1.5 : 4);
  Column column(canvas, inner);
  double tags = 0;
  for (const PlanRow& row : view.rows) tags = std::max(tags, tag_width(canvas, {Tone::Plain, row.when, false}, Role::Secondary));
  tags = std::min(tags, inner.w * 0.4);
  bool first = true;
  const double count = static_cast<double>(std::max<std::size_t>(1, view.rows.size()));
  for (const PlanRow& row : view.rows) {
    const Rect rest = column.rest();
    if (!first) canvas.line({rest.x, rest.y}, {rest.right(), rest.y}, theme.line, 0.45);
    first = false;
    const TextLook look{.role = Role::Body, .line_height = 1.3};
    const double text = canvas.measure(row.what, look, rest.w - tags - 4).h;
    const double tag_height = canvas.dry([&] { return tag(canvas, {0, 0, tags, 1e5}, {Tone::Plain, row.when, false}, Role::Secondary).h; });
    const double height = std::max({text + 1.5, tag_height + 1.5, std::min(inner.h / count, canvas.portrait() ? 44.0 : 24.0)});
    tag(canvas, {rest.x, rest.y + (height - tag_height) / 2, tags, tag_height + 0.5}, {Tone::Plain, row.when, false}, Role::Secondary);
    canvas.text_middle({rest.x + tags + 4, rest.y, rest.w - tags - 4, height}, row.what, look);
    column.take(height);
  }
  column.close();
}

}  // namespace

void plan_calendar(Canvas& canvas, const Rect& content, const PlanView& view) {
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    const double gap = canvas.gap() * (canvas.compact() ? 0.5 : 0.75);
    if (!view.actions.empty()) {
      const double height = canvas.dry([&] { return button_row(canvas, {0, 0, area.w, 1e5}, view.actions); });
      button_row(canvas, area.cut_bottom(height, std::max(gap, kGapLeast)), view.actions);
    }
    const TextLook note{.role = Role::Secondary};
    const double warning = view.warning.text.empty() ? 0 : std::min(area.w, tag_width(canvas, view.warning));
    const double beside = canvas.measure(view.note, note).w;
    if (warning + beside + 6 <= area.w) {
      const double height = std::max(canvas.em() * 1.6, warning > 0 || beside > 0 ? 1.0 : 0.0);
      const Rect foot = area.cut_bottom(height, gap);
      tag(canvas, foot, view.warning);
      canvas.text_middle({foot.right() - beside - 1, foot.y, beside + 1, foot.h}, view.note, {.role = Role::Secondary, .align = Align::Right});
    } else {
      const double note_height = canvas.measure(view.note, note, area.w).h;
      if (!view.note.empty()) canvas.text(area.cut_bottom(note_height, gap * 0.5), view.note, note);
      const double tag_height = canvas.dry([&] { return tag(canvas, {0, 0, area.w, 1e5}, view.warning).h; });
      tag(canvas, area.cut_bottom(tag_height, gap), view.warning);
    }
    if (axis_fits(canvas, area.inset(canvas.compact() ? 4 : 8, 0), view)) draw_axis(canvas, area, view);
    else draw_list(canvas, area, view);
  });
}

}  // namespace desk::screens
