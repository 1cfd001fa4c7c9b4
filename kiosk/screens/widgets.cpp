#include "kiosk/screens/widgets.h"

#include <cmath>

namespace desk::screens {
namespace {

constexpr double kButtonRadius = 5.2;
constexpr double kEdge = 0.6;        // width of an edge that can be touched

double button_height(const Canvas& canvas) { return std::max(canvas.compact() ? 15.2 : 18.0, canvas.em() * 1.42 + 5); }

}  // namespace

double Column::text(std::string_view marked, const TextLook& look) {
  if (marked.empty()) return 0;
  // The column as a whole is checked by close(): a text may use all of the height that is left and more.
  const double height = canvas_->text({area_.x, y_, area_.w, 1e5}, marked, look);
  y_ += height;
  return height;
}

Rect Column::take(double height) {
  const Rect box{area_.x, y_, area_.w, height};
  y_ += height;
  return box;
}

void Column::close() { canvas_->check_inside({area_.x, area_.y, area_.w, used()}, area_, "column"); }

double column_height(Canvas& canvas, double width, const std::function<void(Column&)>& draw) {
  return canvas.dry([&] {
    Column trial(canvas, {0, 0, width, 1e5});
    draw(trial);
    return trial.used();
  });
}

void centred(Canvas& canvas, const Rect& area, const std::function<void(Column&)>& draw) {
  const double lift = std::max(0.0, (area.h - column_height(canvas, area.w, draw)) / 2);
  Column column(canvas, {area.x, area.y + lift, area.w, area.h - lift});
  draw(column);
  column.close();
}

double heading(Canvas& canvas, Rect& area, std::string_view title, std::string_view sub) {
  Column column(canvas, area);
  column.text(title, {.role = Role::Title, .weight = Weight::Bold});
  if (!sub.empty()) {
    column.space(canvas.compact() ? 0.6 : 1.6);
    column.text(sub, {.role = Role::Lead, .ink = canvas.theme().secondary, .emphasis = canvas.theme().ink});
  }
  if (column.used() > 0) column.space(canvas.gap() * (canvas.compact() ? 0.6 : 1.0));
  area.y += column.used();
  area.h -= column.used();
  return column.used();
}

void focus_ring(Canvas& canvas, const Rect& rect, double radius) {
  canvas.stroke(rect.inset(-1.7), canvas.theme().ink, 1.3, radius + 1.7);
}

void button(Canvas& canvas, const Rect& rect, const ButtonView& view) {
  const Theme& theme = canvas.theme();
  const bool primary = view.style == ButtonStyle::Primary;
  const bool enabled = view.enabled && !canvas.kept_back(view.key);
  const bool held = canvas.target(view.key, rect, view.label, primary ? TargetKind::Primary : TargetKind::Button, enabled);
  Colour ink = primary ? theme.on_primary : view.style == ButtonStyle::Quiet ? theme.ink : theme.accent;
  const Colour edge = view.style == ButtonStyle::Quiet ? theme.edge : theme.primary;
  const double radius = std::min(kButtonRadius, rect.h / 2);
  if (!enabled) {
    ink = theme.on_off;
    canvas.fill(rect, theme.off, radius);
  } else if (primary) {
    canvas.fill(rect, theme.primary, radius);
    if (held) canvas.stroke(rect.inset(1.1), theme.on_primary, 0.7, radius - 1.1);
  } else {
    canvas.fill(rect, held ? theme.primary_pale : theme.card, radius);
    canvas.stroke(rect, edge, held ? 1.2 : kEdge, radius);
  }
  if (canvas.focused(view.key)) focus_ring(canvas, rect, radius);

  const TextLook look{.role = Role::Lead, .weight = primary ? Weight::Bold : Weight::Regular, .align = Align::Center, .ink = ink,
                      .emphasis = ink, .line_height = 1.25};
  const double icon = view.icon == Icon::None ? 0 : canvas.em(Role::Lead) * 1.05;
  const double between = icon > 0 ? canvas.em() * 0.35 : 0;
  const double room = rect.w - 2 * 3.0 - icon - between;
  const TextSizeMm size = canvas.measure(view.label, look, room);
  const double left = rect.x + (rect.w - size.w - icon - between) / 2;
  const double text_left = view.icon_after ? left : left + icon + between;
  canvas.text_middle({text_left - 0.2, rect.y, std::min(size.w, room) + 0.4, rect.h}, view.label, look);
  if (size.w > room + 0.3) canvas.report(ProblemKind::TextTooWide, view.label, rect, size.w - room);
  if (icon > 0) {
    canvas.icon(view.icon, {view.icon_after ? left + size.w + between : left, rect.y + (rect.h - icon) / 2, icon, icon}, ink,
                icon * (primary ? 0.095 : 0.075));
  }
}

double button_width(const Canvas& canvas, const ButtonView& view) {
  const TextLook look{.role = Role::Lead, .weight = view.style == ButtonStyle::Primary ? Weight::Bold : Weight::Regular};
  const double icon = view.icon == Icon::None ? 0 : canvas.em(Role::Lead) * 1.05 + canvas.em() * 0.35;
  return std::max(kTouchLeast + 8, canvas.measure(view.label, look).w + icon + (canvas.compact() ? 9 : 16));
}

double button_row(Canvas& canvas, const Rect& area, const std::vector<ButtonView>& buttons) {
  if (buttons.empty()) return 0;
  const double gap = std::max(kGapLeast + 0.2, canvas.gap() * 0.6);
  double x = area.x;
  double y = area.y;
  double line = 0;
  for (const ButtonView& view : buttons) {
    const double width = std::min(area.w, button_width(canvas, view));
    if (x > area.x && x + width > area.right() + 0.1) {
      x = area.x;
      y += line + gap;
      line = 0;
    }
    // A label wider than the area is set in two lines.
    const TextLook look{.role = Role::Lead, .line_height = 1.25};
    const double text = canvas.measure(view.label, look, width - 8).h;
    const double least = view.style == ButtonStyle::Primary ? kPrimaryLeast : 0;
    const double height = std::max({button_height(canvas), least, text + 4});
    button(canvas, {x, y, width, height}, view);
    line = std::max(line, height);
    x += width + gap;
  }
  return y + line - area.y;
}

void card(Canvas& canvas, const Rect& rect) {
  canvas.fill(rect, canvas.theme().card, 7);
  canvas.stroke(rect, canvas.theme().line, kEdge, 7);
}

void touch_card(Canvas& canvas, const Rect& rect, const CardLook& look) {
  const Theme& theme = canvas.theme();
  constexpr double kRadius = 7;
  if (look.primary) {
    canvas.fill(rect, theme.primary, kRadius);
    if (look.held) canvas.stroke(rect.inset(1.1), theme.on_primary, 0.7, kRadius - 1.1);
  } else if (look.off) {
    // Flat on the paper: its words keep their full contrast.
    canvas.stroke(rect, theme.line, kEdge, kRadius);
    if (look.selected) canvas.stroke(rect, theme.edge, 1.5, kRadius);
  } else {
    canvas.fill(rect, look.selected || look.held ? theme.primary_pale : theme.card, kRadius);
    if (look.selected) canvas.stroke(rect, theme.primary, 1.5, kRadius);
    else if (look.dashed) canvas.dashed(rect, theme.edge, kEdge, kRadius);
    else canvas.stroke(rect, look.held ? theme.primary : theme.edge, look.held ? 1.2 : kEdge, kRadius);
  }
  if (look.focused) focus_ring(canvas, rect, kRadius);
}

Icon mark_of(Tone tone) {
  switch (tone) {
    case Tone::Done: return Icon::Check;
    case Tone::Care: return Icon::Exclamation;
    case Tone::Stop: return Icon::Cross;
    case Tone::Quiet: return Icon::Dash;
    case Tone::Plain: return Icon::Info;
  }
  return Icon::None;
}

namespace {
struct TagParts {
  double mark, pad_x, pad_y;
};
TagParts tag_parts(const Canvas& canvas, const TagView& view, Role role) {
  const double em = canvas.em(role);
  return {view.mark ? em * 1.15 : 0, em * 0.55, em * 0.14};
}
TextLook tag_look(const Canvas& canvas, const TagView& view, Role role) {
  const Colour ink = canvas.theme().tone(view.tone).ink;
  return {.role = role, .weight = Weight::Bold, .ink = ink, .emphasis = ink, .line_height = 1.3};
}
}  // namespace

double tag_width(const Canvas& canvas, const TagView& view, Role role) {
  const TagParts parts = tag_parts(canvas, view, role);
  return canvas.measure(view.text, tag_look(canvas, view, role)).w + parts.mark + 2 * parts.pad_x + 0.4;
}

TextSizeMm tag(Canvas& canvas, const Rect& where, const TagView& view, Role role, Align align) {
  if (view.text.empty()) return {};
  const TagParts parts = tag_parts(canvas, view, role);
  const TextLook look = tag_look(canvas, view, role);
  const double room = where.w - parts.mark - 2 * parts.pad_x;
  const TextSizeMm size = canvas.measure(view.text, look, room);
  const double width = std::min(where.w, size.w + parts.mark + 2 * parts.pad_x + 0.4);
  const double height = size.h + 2 * parts.pad_y;
  double x = where.x;
  switch (align) {
    case Align::Left: break;
    case Align::Center: x += (where.w - width) / 2; break;
    case Align::Right: x += where.w - width; break;
  }
  const ToneColours& tone = canvas.theme().tone(view.tone);
  const Rect box{x, where.y, width, height};
  canvas.check_inside(box, where, view.text);
  canvas.fill(box, tone.pale, 3.4);
  if (view.mark) {
    const double side = canvas.em(role) * 0.82;
    const double first_line = std::min(height, canvas.em(role) * 1.3 + 2 * parts.pad_y);
    canvas.icon(mark_of(view.tone), {x + parts.pad_x, where.y + (first_line - side) / 2, side, side}, tone.ink, side * 0.13);
  }
  canvas.text({x + parts.pad_x + parts.mark, where.y + parts.pad_y, room + 0.4, size.h + 0.3}, view.text, look);
  return {width, height, size.widest_word, 0, size.lines};
}

void dot(Canvas& canvas, Point centre, double radius, Tone tone) {
  const ToneColours& colours = canvas.theme().tone(tone);
  canvas.circle(centre, radius, colours.shape);
  const double side = radius * 1.12;
  canvas.icon(mark_of(tone), {centre.x - side / 2, centre.y - side / 2, side, side}, colours.on_shape, radius * 0.17);
}

double numbered(Canvas& canvas, Column& column, const std::vector<std::string>& points, const TextLook& look) {
  const double before = column.used();
  const double em = canvas.em(look.role);
  const double side = em * 1.5;
  int number = 0;
  for (const std::string& point : points) {
    if (number++ > 0) column.space(canvas.gap() * 0.5);
    const Rect rest = column.rest();
    const Rect where{rest.x + side + em * 0.55, rest.y, rest.w - side - em * 0.55, 1e5};
    const double height = canvas.measure(point, look, where.w).h;
    const double box = std::max(height, side);
    canvas.circle({rest.x + side / 2, rest.y + side / 2}, side / 2, canvas.theme().primary);
    canvas.text_middle({rest.x - 2, rest.y, side + 4, side}, std::to_string(number),
                       {.role = look.role, .weight = Weight::Bold, .align = Align::Center, .ink = canvas.theme().on_primary});
    canvas.text({where.x, rest.y + std::max(0.0, (std::min(side, box) - std::min(height, em * 1.42)) / 2), where.w, 1e5}, point, look);
    column.take(box);
  }
  return column.used() - before;
}

double bullets(Canvas& canvas, Column& column, const std::vector<std::string>& points, const TextLook& look) {
  const double before = column.used();
  const double em = canvas.em(look.role);
  bool first = true;
  for (const std::string& point : points) {
    if (!first) column.space(canvas.gap() * 0.3);
    first = false;
    const Rect rest = column.rest();
    const Rect where{rest.x + em * 0.95, rest.y, rest.w - em * 0.95, 1e5};
    canvas.circle({rest.x + em * 0.4, rest.y + em * 0.71}, em * 0.13, look.ink.value_or(canvas.theme().ink));
    column.take(canvas.text(where, point, look));
  }
  return column.used() - before;
}

}  // namespace desk::screens
