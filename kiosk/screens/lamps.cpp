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

}  // namespace

void lamps(Canvas& canvas, const Rect& content, const LampsView& view) {
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, view.title, view.sub);
    const double gap = std::max(kGapLeast + 0.2, canvas.gap());
    const bool stacked = canvas.portrait() || (canvas.compact() && area.w / static_cast<double>(view.lamps.size()) < canvas.em() * 9);
    const std::vector<double> equal(view.lamps.size(), 1.0);
    const std::vector<Rect> boxes = stacked ? rows(area, equal, gap) : columns(area, equal, gap);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      if (stacked) lying(canvas, boxes[i], view.lamps[i]);
      else standing(canvas, boxes[i], view.lamps[i]);
    }
  });
}

}  // namespace desk::screens
