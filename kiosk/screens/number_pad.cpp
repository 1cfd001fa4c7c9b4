#include "kiosk/screens/number_pad.h"

#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

void pad_key(Canvas& canvas, const Rect& box, const std::string& id, const std::string& label, bool enabled, bool digit) {
  const Theme& theme = canvas.theme();
  const bool held = canvas.target(id, box, label, TargetKind::Key, enabled);
  constexpr double kRadius = 6;
  canvas.fill(box, !enabled ? theme.off : held ? theme.primary_pale : theme.card, kRadius);
  if (enabled) canvas.stroke(box, held ? theme.primary : theme.edge, held ? 1.2 : 0.6, kRadius);
  if (canvas.focused(id)) focus_ring(canvas, box, kRadius);
  Role role = digit ? Role::Key : Role::Lead;
  for (Role smaller : {Role::Body, Role::Secondary}) {  // a word on a key is set smaller rather than broken
    if (!digit && canvas.measure(label, {.role = role}).w > box.w - 2) role = smaller;
  }
  canvas.text_middle(box.inset(1, 0), label, {.role = role, .align = Align::Center,
                                              .ink = enabled ? theme.ink : theme.on_off, .line_height = digit ? 1.0 : 1.2});
}

// Value and unit on one baseline, at the right, over a thick line.
void value_line(Canvas& canvas, Column& column, const NumberPadView& view) {
  const Theme& theme = canvas.theme();
  const bool empty = view.value.empty();
  const std::string& shown = empty ? view.placeholder : view.value;
  const TextLook small{.role = Role::Title, .weight = Weight::Bold};
  const double unit = view.unit.empty() ? 0 : canvas.measure(view.unit, small).w + canvas.em() * 0.45;
  const double room = column.rest().w - unit - 5;
  TextLook large{.role = Role::Value, .weight = Weight::Bold, .align = Align::Right, .tabular = true};
  for (Role role : {Role::Value, Role::Figure, Role::Key, Role::Question}) {  // a long number is set smaller, not cut
    large.role = role;
    if (canvas.measure(shown, large).w <= room) break;
  }
  if (empty) large.ink = theme.on_off;
  const TextSizeMm size = canvas.measure(shown.empty() ? "0" : shown, large);
  const Rect line = column.take(size.h);
  canvas.text({line.x, line.y, line.w - unit - 3, size.h + 0.5}, shown, large);
  if (unit > 0) {
    const TextSizeMm word = canvas.measure(view.unit, small);
    canvas.text({line.right() - word.w - 3.2, line.y + size.baseline - word.baseline, word.w + 0.5, word.h + 0.5}, view.unit, small);
  }
  column.space(canvas.compact() ? 0.5 : 1.6);
  canvas.fill(column.take(1.4), theme.primary, 0.7);
}

}  // namespace

void pad(Canvas& canvas, const Rect& area, const PadKeys& keys) {
  const double gap = std::max(kGapLeast + 0.2, canvas.gap() * 0.7);
  const std::vector<Rect> cells = grid(area, 3, 4, gap);
  for (int i = 0; i < 9; ++i) {
    const std::string digit = std::to_string(i + 1);
    pad_key(canvas, cells[static_cast<std::size_t>(i)], std::string(key::kDigit) + digit, digit, keys.digits_enabled, true);
  }
  if (!keys.extra_label.empty()) pad_key(canvas, cells[9], std::string(key::kExtra), keys.extra_label, keys.extra_enabled, false);
  pad_key(canvas, cells[10], std::string(key::kDigit) + "0", "0", keys.digits_enabled, true);
  pad_key(canvas, cells[11], std::string(key::kDelete), keys.delete_label, true, false);
}

void number_pad(Canvas& canvas, const Rect& content, const NumberPadView& view) {
  canvas.fit([&] {
    Rect left = content;
    Rect right;
    if (canvas.portrait()) {
      right = left.cut_bottom(content.h * 0.5, canvas.gap());
      right = right.middle(std::min(right.w, 190.0), right.h);
    } else {
      right = left.cut_right(content.w * (canvas.compact() ? 0.37 : 0.348), canvas.compact() ? 8 : 18);
    }
    heading(canvas, left, view.title, view.sub);
    Column column(canvas, left);
    value_line(canvas, column, view);
    column.space(canvas.gap());
    column.take(tag(canvas, column.rest(), view.hint).h);
    if (!view.hint_text.empty() && !(canvas.tight() && !view.hint.text.empty())) {
      column.space(canvas.gap() * 0.5);
      column.text(view.hint_text, {.role = Role::Secondary});
    }
    if (!view.actions.empty()) {
      column.space(canvas.gap());
      column.take(button_row(canvas, column.rest(), view.actions));
    }
    column.close();
    pad(canvas, right, {view.extra_label, view.delete_label, view.extra_enabled, view.digits_enabled});
  });
}

}  // namespace desk::screens
