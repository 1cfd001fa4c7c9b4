#include "kiosk/screens/dialog.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace desk::screens {
namespace {

void countdown(Canvas& canvas, Column& column, const DialogView& view) {
  const Theme& theme = canvas.theme();
  const double radius = canvas.em() * (canvas.compact() ? 1.9 : 2.9);
  const Rect box = column.take(2 * radius);
  const Point centre{box.centre()};
  canvas.ring(centre, radius, theme.line, 1.6);
  std::vector<Point> left;
  const double part = std::clamp(view.count_fraction, 0.0, 1.0);
  const int steps = std::max(1, static_cast<int>(60 * part));
  for (int i = 0; part > 0 && i <= steps; ++i) {
    const double angle = std::numbers::pi * (2 * part * i / steps - 0.5);
    left.push_back({centre.x + (radius - 0.8) * std::cos(angle), centre.y + (radius - 0.8) * std::sin(angle)});
  }
  if (left.size() > 1) canvas.polyline(left, false, theme.primary, 1.6);
  const TextLook large{.role = Role::Key, .weight = Weight::Bold, .tabular = true};
  const TextLook small{.role = Role::Body};
  const TextSizeMm number = canvas.measure(view.count, large);
  const TextSizeMm unit = canvas.measure(view.count_unit, small);
  const double x = centre.x - (number.w + unit.w + 1) / 2;
  const double y = centre.y - number.h / 2;
  canvas.text({x, y, number.w + 0.6, number.h + 0.5}, view.count, large);
  canvas.text({x + number.w + 1, y + number.baseline - unit.baseline, unit.w + 0.6, unit.h + 0.5}, view.count_unit, small);
}

void choices(Canvas& canvas, Column& column, const std::vector<Choice>& all) {
  const double gap = kGapLeast + 0.4;
  const double width = column.rest().w;
  int across = static_cast<int>(all.size()) <= 4 && width > 45.0 * static_cast<double>(all.size()) ? static_cast<int>(all.size()) : width > 110 ? 2 : 1;
  // No word is broken for want of a second line of choices.
  const auto cell_of = [&](int columns) { return (width - gap * (columns - 1)) / columns; };
  const auto broken = [&](int columns) {
    return std::any_of(all.begin(), all.end(), [&](const Choice& choice) {
      return canvas.measure(choice.title, {.role = Role::Lead, .weight = Weight::Bold}).widest_word > cell_of(columns) - 8 - canvas.em() * 1.2;
    });
  };
  while (across > 1 && broken(across)) across = across > 2 ? 2 : 1;
  const int down = (static_cast<int>(all.size()) + across - 1) / across;
  const double cell = cell_of(across);
  double height = kPrimaryLeast;
  for (const Choice& choice : all) {
    double need = canvas.measure(choice.title, {.role = Role::Lead, .weight = Weight::Bold}, cell - 8 - canvas.em() * 1.2).h + 5;
    if (!choice.sub.empty()) need += canvas.measure(choice.sub, {.role = Role::Secondary}, cell - 8).h;
    height = std::max(height, need);
  }
  const std::vector<Rect> cells = grid(column.take(height * down + gap * (down - 1)), across, down, gap);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Choice& choice = all[i];
    const bool held = canvas.target(choice.key, cells[i], choice.title, TargetKind::Choice, choice.enabled, choice.selected);
    touch_card(canvas, cells[i], {.selected = choice.selected, .held = held, .focused = canvas.focused(choice.key)});
    Rect inner = cells[i].inset(4, 1);
    if (choice.selected) {
      const double side = canvas.em() * 0.9;
      canvas.icon(Icon::Check, inner.cut_left(side, canvas.em() * 0.3).middle(side, side), canvas.theme().accent, side * 0.1);
    }
    centred(canvas, inner, [&](Column& words) {
      words.text(choice.title, {.role = Role::Lead, .weight = Weight::Bold, .align = Align::Center, .line_height = 1.3});
      words.text(choice.sub, {.role = Role::Secondary, .align = Align::Center, .line_height = 1.3});
    });
  }
}

void body(Canvas& canvas, Column& column, const DialogView& view) {
  const Theme& theme = canvas.theme();
  if (!view.count.empty()) {
    countdown(canvas, column, view);
    column.space(canvas.gap() * 0.8);
  } else if (view.icon != Icon::None && !canvas.tight()) {
    const double side = canvas.em() * (canvas.compact() ? 1.6 : 2.6);
    const Rect place = column.take(side * 1.5);
    canvas.circle(place.centre(), side * 0.75, theme.tone(view.tone).pale);
    canvas.icon(view.icon, place.middle(side * 0.82, side * 0.82), theme.tone(view.tone).ink, side * 0.055);
    column.space(canvas.gap() * 0.6);
  }
  const bool centre = view.points.empty() && view.qr.size == 0;
  const Align align = centre ? Align::Center : Align::Left;
  column.text(view.title, {.role = Role::Title, .weight = Weight::Bold, .align = centre ? Align::Center : Align::Left});
  if (!view.body.empty()) {
    column.space(canvas.gap() * 0.5);
    column.text(view.body, {.role = Role::Body, .align = align});
  }
  if (!view.note.empty()) {
    column.space(canvas.gap() * 0.5);
    column.text(view.note, {.role = Role::Secondary, .align = align});
  }
  if (!view.points.empty()) {
    column.space(canvas.gap() * 0.7);
    numbered(canvas, column, view.points, {.role = Role::Body});
  }
  if (view.qr.size > 0) {
    column.space(canvas.gap() * 0.7);
    const double side = canvas.compact() ? 26 : 40;
    const Rect row = column.take(side);
    const double drawn = canvas.qr(view.qr, {row.x, row.y, side, side});
    canvas.text_middle({row.x + drawn + 4, row.y, row.w - drawn - 4, drawn}, view.qr_label, {.role = Role::Body});
  }
  if (!view.choices.empty()) {
    column.space(canvas.gap());
    choices(canvas, column, view.choices);
  }
}

}  // namespace

void dialog(Canvas& canvas, const DialogView& view) {
  canvas.begin_layer();
  canvas.fill(canvas.area(), view.covers ? canvas.theme().paper : canvas.theme().scrim);
  canvas.fit([&] {
    const Theme& theme = canvas.theme();
    const Rect panel = canvas.area();
    const double width = std::min(panel.w - (canvas.compact() ? 16 : 30), 300.0);
    const double pad = canvas.tight() ? 5 : canvas.compact() ? 7 : 14;
    const double inner = width - 2 * pad;
    const double gap = std::max(kGapLeast + 0.4, canvas.gap() * 0.7);
    // Two buttons share the width, so that each keeps its place whatever its label; three and more, and two whose words are long, stand one
    // under the other in portrait.
    const std::size_t count = view.actions.size();
    const bool narrow = canvas.portrait() && std::any_of(view.actions.begin(), view.actions.end(), [&](const ButtonView& action) {
                          return button_width(canvas, action) > (inner - gap) / 2;
                        });
    const bool stacked = narrow || (count > 2 && (canvas.portrait() || (canvas.compact() && !canvas.tight())));
    const double each = kPrimaryLeast + (canvas.compact() ? 0.4 : 4);
    const std::size_t in_pairs = (count + 1) / 2;  // lines of two, where height is what lacks
    const std::size_t lines = count == 0 ? 0 : stacked ? count : count > 2 && canvas.tight() ? in_pairs : 1;
    const double buttons = lines == 0 ? 0 : each * static_cast<double>(lines) + gap * static_cast<double>(lines - 1);
    const double text = column_height(canvas, inner, [&](Column& column) { body(canvas, column, view); });
    const double height = text + (count > 0 ? canvas.gap() * 1.2 + buttons : 0) + 2 * pad * 0.85;
    const Rect box = panel.middle(width, height);
    canvas.check_inside(box, panel.inset(canvas.tight() ? 2 : 4), view.title);
    canvas.shadow(box, 9, 6);
    canvas.fill(box, theme.card, 9);
    canvas.stroke(box, theme.edge, 0.6, 9);
    Rect area = box.inset(pad, pad * 0.85);
    if (count > 0) {
      const Rect foot = area.cut_bottom(buttons, canvas.gap() * 1.2);
      const std::vector<double> equal(count, 1.0);
      std::vector<Rect> places = stacked ? rows(foot, equal, gap) : columns(foot, equal, gap);
      if (!stacked && lines > 1) {
        places = grid(foot, 2, static_cast<int>(lines), gap);
        if (count % 2 != 0) places.erase(places.end() - 2);  // the last one stands at the right, as everywhere
      }
      for (std::size_t i = 0; i < count; ++i) {
        // Stacked, the affirmative stands on top, where the eye begins.
        const Rect& place = stacked ? places[count - 1 - i] : places[i];
        button(canvas, count == 1 ? place.middle(std::min(place.w, 150.0), place.h) : place, view.actions[i]);
      }
    }
    Column column(canvas, {area.x, area.y, area.w, area.h + 0.5});
    body(canvas, column, view);
    column.close();
  });
}

}  // namespace desk::screens
