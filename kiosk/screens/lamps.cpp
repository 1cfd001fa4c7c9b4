#include "kiosk/screens/lamps.h"

namespace desk::screens {
namespace {

const TextLook kTitle{.role = Role::Body, .weight = Weight::Bold};

void words(Canvas& canvas, Column& column, const Lamp& lamp) {
  column.take(tag(canvas, column.rest(), {lamp.tone, lamp.state, false}, Role::Body).h);
  column.space(canvas.gap() * 0.45);
  column.text(lamp.body, {.role = Role::Secondary, .ink = canvas.theme().ink});
  if (!lamp.action.empty()) {
    column.space(canvas.gap() * 0.3);
    column.text(lamp.action, {.role = Role::Secondary, .weight = Weight::Bold, .ink = canvas.theme().ink});
  }
}

double qr_side(const Canvas& canvas, const Lamp& lamp) { return lamp.qr.size == 0 || (canvas.tight() && !lamp.key.empty()) ? 0 : canvas.compact() ? 24 : 33.5; }

void frame_of(Canvas& canvas, const Rect& box, const Lamp& lamp) {
  if (lamp.key.empty()) {
    card(canvas, box);
    return;
  }
  const bool held = canvas.target(lamp.key, box, lamp.title + "。" + lamp.state, TargetKind::Choice);
  touch_card(canvas, box, {.held = held, .focused = canvas.focused(lamp.key)});
}

// Lamp, words, and the QR of the official page at the bottom.
void standing(Canvas& canvas, const Rect& box, const Lamp& lamp) {
  frame_of(canvas, box, lamp);
  Rect inner = box.inset(canvas.compact() ? 4 : 8, canvas.compact() ? 3 : 6.5);
  const double side = qr_side(canvas, lamp);
  if (side > 0) {
    const Rect foot = inner.cut_bottom(side, canvas.gap() * 0.5);
    const double drawn = canvas.qr(lamp.qr, {foot.x, foot.y, side, side});
    canvas.text_middle({foot.x + drawn + 3, foot.y, foot.w - drawn - 3, drawn}, lamp.qr_label, {.role = Role::Secondary});
  }
  Column column(canvas, inner);
  // The lamp stands beside its name: a row of its own would cost the words their size.
  const double radius = canvas.compact() ? 5 : 6.5;
  const double beside = inner.w - 2 * radius - 3;
  Rect head = column.take(std::max(2 * radius, canvas.measure(lamp.title, kTitle, beside).h));
  const Rect mark = head.cut_left(2 * radius, 3);
  dot(canvas, {mark.x + radius, mark.y + mark.h / 2}, radius, lamp.tone);
  canvas.text_middle(head, lamp.title, kTitle);
  column.space(canvas.gap() * 0.4);
  words(canvas, column, lamp);
  column.close();
}

// Portrait and large text: lamp at the left, QR at the right.
void lying(Canvas& canvas, const Rect& box, const Lamp& lamp) {
  frame_of(canvas, box, lamp);
  Rect inner = box.inset(canvas.compact() ? 4 : 8, canvas.compact() ? 2 : 5);
  const double radius = canvas.compact() ? 5 : 9;
  const Rect mark = inner.cut_left(2 * radius, 4);
  dot(canvas, {mark.x + radius, mark.y + std::min(radius, mark.h / 2)}, radius, lamp.tone);
  const double side = std::min(qr_side(canvas, lamp), inner.h);
  if (side > 0) {
    const Rect at = inner.cut_right(std::max(side, canvas.measure(lamp.qr_label, {.role = Role::Caption}).w + 1), 4);
    canvas.qr(lamp.qr, {at.x + (at.w - side) / 2, at.y, side, side});
    const double label = canvas.em(Role::Caption) * 1.25;
    if (side + label <= at.h) canvas.text({at.x, at.y + side, at.w, label + 0.5}, lamp.qr_label, {.role = Role::Caption, .align = Align::Center});
  }
  Column column(canvas, inner);
  column.text(lamp.title, kTitle);
  column.space(canvas.compact() ? 0.8 : 1.6);
  words(canvas, column, lamp);
  column.close();
}

// What to do now, large: the label, the action in the voice of a title, why, and the official page to do it on.
void next_card(Canvas& canvas, const Rect& box, const LampsView& view) {
  const Theme& theme = canvas.theme();
  const Lamp& lamp = view.lamps.front();
  card(canvas, box);
  canvas.stroke(box, theme.primary, 1.2, 6);
  Rect inner = box.inset(canvas.compact() ? 4 : 9, canvas.compact() ? 3 : 7);
  const bool wide = inner.w > inner.h * 1.6;
  const double side = lamp.qr.size == 0 ? 0 : std::min(canvas.tight() ? 26.0 : canvas.compact() ? 32.0 : 46.0, inner.h);
  const double label_width = canvas.measure(lamp.qr_label, {.role = Role::Caption}).w + 1;
  if (lamp.drawing != Drawing::None && wide && inner.w > 4.2 * side && !canvas.compact()) drawing(canvas, lamp.drawing, inner.cut_left(side * 0.9, 6));
  if (side > 0 && wide) {
    const Rect at = inner.cut_right(std::max(side, label_width), 5);
    const double drawn = canvas.qr(lamp.qr, {at.x + (at.w - side) / 2, at.y + std::max(0.0, (at.h - side) / 2 - 4), side, side});
    const double y = at.y + std::max(0.0, (at.h - side) / 2 - 4) + drawn;
    if (y + canvas.em(Role::Caption) * 1.3 <= at.bottom()) {
      canvas.text({at.x, y, at.w, canvas.em(Role::Caption) * 1.3 + 0.5}, lamp.qr_label, {.role = Role::Caption, .align = Align::Center});
    }
  } else if (side > 0) {
    Rect foot = inner.cut_bottom(side, canvas.gap() * 0.5);
    const double drawn = canvas.qr(lamp.qr, {foot.x, foot.y, side, side});
    foot.cut_left(drawn, 4);
    if (lamp.drawing != Drawing::None && foot.w > label_width + side) drawing(canvas, lamp.drawing, foot.cut_right(side, 3));
    canvas.text_middle(foot, lamp.qr_label, {.role = Role::Secondary});
  }
  centred(canvas, inner, [&](Column& column) {
    column.take(tag(canvas, column.rest(), {Tone::Plain, view.next_label, false}, Role::Body).h);
    column.space(canvas.gap() * 0.5);
    column.text(lamp.action.empty() ? lamp.title : lamp.action, {.role = Role::Question, .weight = Weight::Bold, .line_height = 1.35});
    column.space(canvas.gap() * 0.35);
    if (!canvas.tight()) column.text(lamp.body, {.role = Role::Secondary, .ink = theme.ink});
    column.space(canvas.gap() * 0.4);
    const double radius = canvas.compact() ? 4.2 : 5.2;
    const double beside = column.rest().w - 2 * radius - 3;
    const std::string state = "**" + lamp.title + "** " + lamp.state;
    Rect row = column.take(std::max(2 * radius, canvas.measure(state, {.role = Role::Secondary}, beside).h));
    const Rect mark = row.cut_left(2 * radius, 3);
    dot(canvas, {mark.x + radius, mark.y + mark.h / 2}, radius, lamp.tone);
    canvas.text_middle(row, state, {.role = Role::Secondary, .ink = theme.ink, .emphasis = theme.ink});
  });
}

// Lamp, name and word; what it is only where there is room.
void brief(Canvas& canvas, const Rect& box, const Lamp& lamp) {
  frame_of(canvas, box, lamp);
  Rect inner = box.inset(canvas.compact() ? 3.5 : 7, canvas.compact() ? 2 : 4);
  const double radius = canvas.compact() ? 4.6 : 6;
  const Rect mark = inner.cut_left(2 * radius, 3.5);
  dot(canvas, {mark.x + radius, mark.y + mark.h / 2}, radius, lamp.tone);
  const TextLook body{.role = Role::Secondary, .ink = canvas.theme().ink};
  const auto head = [&](Column& column) {
    column.text(lamp.title, kTitle);
    column.space(0.8);
    column.take(tag(canvas, column.rest(), {lamp.tone, lamp.state, false}, Role::Secondary).h);
  };
  const double used = column_height(canvas, inner.w, head);
  const std::string& more = lamp.action.empty() ? lamp.body : lamp.action;
  const bool room = !more.empty() && used + 1.2 + canvas.measure(more, body, inner.w).h <= inner.h;
  centred(canvas, inner, [&](Column& column) {
    head(column);
    if (room) {
      column.space(1.2);
      column.text(more, body);
    }
  });
}

void with_next(Canvas& canvas, const Rect& area, const LampsView& view, double gap) {
  if (view.lamps.size() == 1) return next_card(canvas, area, view);
  const bool beside = !canvas.portrait() && area.w > area.h * 1.25;
  const std::vector<Rect> parts = beside ? columns(area, {1.35, 1}, gap) : rows(area, {1.25, 1}, gap);
  next_card(canvas, parts[0], view);
  const std::vector<double> equal(view.lamps.size() - 1, 1.0);
  const std::vector<Rect> others = rows(parts[1], equal, gap);
  for (std::size_t i = 0; i < others.size(); ++i) brief(canvas, others[i], view.lamps[i + 1]);
}

Blocks blocks_of(Canvas& canvas, const LampsView& view) {
  Blocks blocks;
  blocks.push_back([&](Column& column) { column.text(view.title, {.role = Role::Title, .weight = Weight::Bold}); });
  for (std::size_t i = 0; i < view.lamps.size(); ++i) {
    const Lamp& lamp = view.lamps[i];
    const bool next = i == 0 && view.first_is_next;
    blocks.push_back([&canvas, &view, &lamp, next](Column& column) {
      if (next) column.take(tag(canvas, column.rest(), {Tone::Plain, view.next_label, false}, Role::Body).h + 1);
      constexpr double kDot = 4.6;
      Rect head = column.take(std::max(2 * kDot, canvas.measure(lamp.title, kTitle, column.rest().w - 2 * kDot - 3).h));
      const Rect mark = head.cut_left(2 * kDot, 3);
      dot(canvas, {mark.x + kDot, mark.y + mark.h / 2}, kDot, lamp.tone);
      canvas.text_middle(head, lamp.title, kTitle);
      column.take(tag(canvas, column.rest(), {lamp.tone, lamp.state, false}, Role::Secondary).h + 0.6);
      if (!lamp.action.empty()) column.text(lamp.action, {.role = Role::Body, .weight = next ? Weight::Bold : Weight::Regular});
    });
    if (!lamp.body.empty()) blocks.push_back([&lamp](Column& column) { column.text(lamp.body, {.role = Role::Secondary}); });
    if (lamp.qr.size > 0) {
      blocks.push_back([&canvas, &lamp](Column& column) {
        Rect row = column.take(28);
        const double drawn = canvas.qr(lamp.qr, {row.x, row.y, row.h, row.h});
        row.cut_left(drawn, 3);
        canvas.text_middle(row, lamp.qr_label, {.role = Role::Secondary});
      });
    }
  }
  for (const ButtonView& action : view.actions) {
    blocks.push_back([&canvas, &action](Column& column) { column.take(button_row(canvas, column.rest(), {action})); });
  }
  return blocks;
}

}  // namespace

int lamps(Canvas& canvas, const Rect& content, const LampsView& view) {
  int next = 0;
  canvas.fit([&] {
    if (canvas.tight()) {
      next = paged_blocks(canvas, content, blocks_of(canvas, view), view.paging);
      return;
    }
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    if (!view.actions.empty()) {
      const double height = canvas.dry([&] { return button_row(canvas, {0, 0, area.w, 1e5}, view.actions); });
      button_row(canvas, area.cut_bottom(height, canvas.gap() * 0.6), view.actions);
    }
    const double gap = std::max(kGapLeast + 0.2, canvas.gap());
    if (view.first_is_next && !view.lamps.empty()) return with_next(canvas, area, view, gap);
    const bool stacked = canvas.portrait() || (canvas.compact() && area.w / static_cast<double>(view.lamps.size()) < canvas.em() * 9);
    const std::vector<double> equal(view.lamps.size(), 1.0);
    const std::vector<Rect> boxes = stacked ? rows(area, equal, gap) : columns(area, equal, gap);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (stacked) lying(canvas, boxes[i], view.lamps[i]);
      else standing(canvas, boxes[i], view.lamps[i]);
    }
  });
  return next;
}

}  // namespace desk::screens
