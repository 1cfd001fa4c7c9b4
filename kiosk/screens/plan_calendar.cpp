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

std::vector<PlanHead> heads_of(const PlanView& view) {
  if (!view.heads.empty()) return view.heads;
  std::vector<PlanHead> heads;
  for (std::size_t i = 0; i < view.days.size(); ++i) heads.push_back({static_cast<int>(i), static_cast<int>(i), view.days[i]});
  return heads;
}

// What a step is called stands left of its bars, or above them where the days need the whole width.
enum class LabelAt { Left, Above };

double label_width(const Rect& area, LabelAt labels) { return labels == LabelAt::Left ? std::min(area.w * 0.34, 110.0) : 0; }

const TextLook kRowLook{.role = Role::Caption, .line_height = 1.22};

double row_height_above(const Canvas& canvas, const PlanView& view, double width) {
  double height = 0;
  for (const PlanRow& row : view.rows) height = std::max(height, canvas.measure(row.what, kRowLook, width).h);
  return height + (canvas.compact() ? 11.0 : 16.0);
}

bool axis_fits(const Canvas& canvas, const Rect& area, const PlanView& view, LabelAt labels) {
  const double step = (area.w - label_width(area, labels)) / static_cast<double>(std::max<std::size_t>(1, view.days.size()));
  for (const PlanHead& head : heads_of(view)) {
    const double need = std::max(canvas.measure(head.shown.number, {.role = Role::Body, .weight = Weight::Bold, .tabular = true}).w,
                                 canvas.measure(head.shown.word, {.role = Role::Caption}).w);
    if (need + 1.6 > step * (head.last_day - head.first_day + 1)) return false;
  }
  if (labels == LabelAt::Left) return true;
  const double head = canvas.em() * 1.2 + canvas.em(Role::Caption) * 1.2 + 12;
  return head + row_height_above(canvas, view, area.w) * static_cast<double>(view.rows.size()) <= area.h;
}

// The last day on which a step can still be begun: a post at the end of that day with a flag, told apart by shape alone.
void last_mark(Canvas& canvas, const Rect& day, double flag) {
  const Colour colour = canvas.theme().stop.shape;
  const double x = day.right() + 0.3;
  canvas.fill({x - 0.5, day.y, 1.0, day.h}, colour);
  const Point cloth[] = {{x, day.y}, {x - flag, day.y + flag * 0.5}, {x, day.y + flag}};
  canvas.polygon(cloth, colour);
}

void draw_axis(Canvas& canvas, const Rect& area, const PlanView& view, LabelAt labels) {
  const Theme& theme = canvas.theme();
  card(canvas, area);
  Rect inner = area.inset(canvas.compact() ? 4 : 8, canvas.compact() ? 2 : 4.2);
  const double label = label_width(inner, labels);
  const bool above = labels == LabelAt::Above;
  const auto days = static_cast<double>(std::max<std::size_t>(1, view.days.size()));
  const Axis axis{inner.x + label, (inner.w - label) / days, 1.2};
  const double head = canvas.em() * 1.2 + canvas.em(Role::Caption) * 1.2 + 2.4;
  const Rect top = inner.cut_top(head, canvas.compact() ? 1 : 2);
  {
    const Canvas::Unspoken picture(canvas);  // a row of figures says nothing to an ear; each task says its own days
    for (const PlanHead& each : heads_of(view)) draw_day(canvas, axis.days(each.first_day, each.last_day, top), each.shown);
  }
  if (view.rows.empty()) return;
  const bool marked = !above && std::any_of(view.rows.begin(), view.rows.end(), [](const PlanRow& row) { return row.last_day >= 0; });
  if (marked && !view.last_label.empty()) {
    const double flag = canvas.em(Role::Caption) * 0.7;
    const Rect key{top.x, top.y + (top.h - flag * 1.6) / 2, flag, flag * 1.6};
    last_mark(canvas, key, flag);
    const TextLook look{.role = Role::Caption, .line_height = 1.15};
    const Rect place{top.x + flag + 3, top.y, label - flag - 9, top.h};
    if (canvas.measure(view.last_label, look, place.w).h <= place.h) canvas.text_middle(place, view.last_label, look);
  }
  const double count = static_cast<double>(view.rows.size());
  const double height = above ? std::min(row_height_above(canvas, view, inner.w) + 8, inner.h / count)
                              : std::min(canvas.compact() ? 18.0 : 24.0, inner.h / count);
  // Days off and the deadline go down through all rows, so that a bar is seen to run over them.
  const Rect field{inner.x, inner.y, inner.w, height * count};
  for (std::size_t i = 0; i < view.days.size(); ++i) {
    if (view.days[i].kind == DayKind::Off) canvas.fill(axis.day(static_cast<int>(i), field), theme.shade);
    if (view.days[i].kind == DayKind::Deadline) canvas.fill(axis.day(static_cast<int>(i), field), theme.stop.pale);
  }
  for (const PlanRow& row : view.rows) {
    const Rect line = inner.cut_top(height);
    canvas.line({line.x, line.y}, {line.right(), line.y}, theme.line, 0.45);
    TextLook look = kRowLook;
    look.ink = theme.ink;
    const double words = canvas.measure(row.what, look, above ? line.w : label - 6).h;
    if (above) {
      canvas.text({line.x, line.y + 0.8, line.w, words + 0.5}, row.what, look);
      // There is no room for the flag's key: the last day stands in words behind the name.
      const double last = canvas.measure(row.last, kRowLook).w + 1;
      if (!row.last.empty() && canvas.measure(row.what, look).w + last + 4 <= line.w) {
        canvas.text({line.right() - last, line.y + 0.8, last, words + 0.5}, row.last, {.role = Role::Caption, .align = Align::Right, .line_height = 1.22});
      }
    }
    if (!above) canvas.text_middle({line.x, line.y + 0.6, label - 6, line.h - 0.8}, row.what, look);
    if (words > line.h - 0.8) canvas.report(ProblemKind::TextTooHigh, row.what, line, words - line.h);
    canvas.speak(row.when, line);
    if (!above) canvas.speak(row.last, line);  // there it is a flag
    const Canvas::Unspoken picture(canvas);
    const Rect room = above ? Rect{line.x, line.y + words + 1, line.w, height - words - 1} : line;
    const double bar = std::min(13.0, room.h - 2.4);
    for (const PlanBar& each : row.bars) {
      const Rect lane{room.x, room.y + (room.h - bar) / 2 + 0.2, room.w, bar};
      draw_bar(canvas, axis.days(each.first_day, each.last_day, lane), each);
    }
    if (row.last_day >= 0) last_mark(canvas, axis.day(row.last_day, {room.x, room.y + 1.2, room.w, room.h - 2.4}), std::min(4.0, room.h * 0.25));
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
    const TextLook quiet{.role = Role::Secondary, .line_height = 1.25};
    const double words = canvas.measure(row.what, look, rest.w - tags - 4).h;
    const double last = row.last.empty() || canvas.tight() ? 0 : canvas.measure(row.last, quiet, rest.w - tags - 4).h;
    const double text = words + last;
    const double tag_height = canvas.dry([&] { return tag(canvas, {0, 0, tags, 1e5}, {Tone::Plain, row.when, false}, Role::Secondary).h; });
    const double height = std::max({text + 1.5, tag_height + 1.5, std::min(inner.h / count, canvas.portrait() ? 44.0 : 24.0)});
    tag(canvas, {rest.x, rest.y + (height - tag_height) / 2, tags, tag_height + 0.5}, {Tone::Plain, row.when, false}, Role::Secondary);
    const Rect place{rest.x + tags + 4, rest.y + (height - text) / 2, rest.w - tags - 4, words + 0.3};
    canvas.text(place, row.what, look);
    if (last > 0) canvas.text({place.x, place.y + words, place.w, last + 0.3}, row.last, quiet);
    column.take(height);
  }
  column.close();
}

Blocks blocks_of(Canvas& canvas, const PlanView& view) {
  Blocks blocks;
  blocks.push_back([&](Column& column) {
    column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
    column.text(view.sub, {.role = Role::Secondary});
  });
  for (const PlanRow& row : view.rows) {
    blocks.push_back([&canvas, &row](Column& column) {
      column.text(row.what, {.role = Role::Body, .line_height = 1.3});
      if (!row.when.empty()) column.take(tag(canvas, column.rest(), {Tone::Plain, row.when, false}, Role::Secondary).h);
      column.text(row.last, {.role = Role::Secondary});
    });
  }
  if (!view.warning.text.empty()) blocks.push_back([&](Column& column) { column.take(tag(canvas, column.rest(), view.warning).h); });
  for (std::size_t at = 0; at < view.note.size();) {
    const std::size_t end = std::min(view.note.find('\n', at), view.note.size());
    const std::string line = view.note.substr(at, end - at);
    if (!line.empty()) blocks.push_back([line](Column& column) { column.text(line, {.role = Role::Secondary}); });
    at = end + 1;
  }
  for (const ButtonView& action : view.actions) {
    blocks.push_back([&canvas, &action](Column& column) { column.take(button_row(canvas, column.rest(), {action})); });
  }
  return blocks;
}

}  // namespace

int plan_calendar(Canvas& canvas, const Rect& content, const PlanView& view) {
  int next = 0;
  canvas.fit([&] {
    if (canvas.tight()) {
      next = paged_blocks(canvas, content, blocks_of(canvas, view), view.paging);
      return;
    }
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
    const Rect room = area.inset(canvas.compact() ? 4 : 8, 0);
    if (view.days.empty()) draw_list(canvas, area, view);
    else if (axis_fits(canvas, room, view, LabelAt::Left)) draw_axis(canvas, area, view, LabelAt::Left);
    else if (!view.rows.empty() && axis_fits(canvas, room, view, LabelAt::Above)) draw_axis(canvas, area, view, LabelAt::Above);
    else draw_list(canvas, area, view);
  });
  return next;
}

}  // namespace desk::screens
