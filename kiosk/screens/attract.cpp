#include "kiosk/screens/attract.h"

#include <algorithm>

#include "kiosk/screens/widgets.h"

namespace desk::screens {
namespace {

void countdown(Canvas& canvas, Column& column, const AttractView& view) {
  column.space(1.5);
  // "あと 12 日" on one baseline.
  const TextLook small{.role = Role::Lead};
  const TextLook large{.role = Role::Title, .weight = Weight::Bold, .tabular = true};
  const TextSizeMm big = canvas.measure(view.days, large);
  const TextSizeMm word = canvas.measure(view.days_before, small);
  const Rect line = column.take(big.h);
  const double drop = big.baseline - word.baseline;
  double x = line.x;
  canvas.text({x, line.y + drop, word.w + 1, word.h + 1}, view.days_before, small);
  x += word.w + (word.w > 0 ? canvas.em() * 0.4 : 0);
  canvas.text({x, line.y, big.w + 1, big.h + 1}, view.days, large);
  x += big.w + canvas.em() * 0.3;
  canvas.text({x, line.y + drop, canvas.measure(view.days_after, small).w + 1, word.h + 1}, view.days_after, small);
}

void promise(Canvas& canvas, Column& column, const AttractView& view) {
  const Theme& theme = canvas.theme();
  column.text(view.title, {.role = canvas.tight() ? Role::Title : Role::Hero, .weight = Weight::Bold});
  column.space(canvas.gap() * (canvas.tight() ? 0.4 : 0.7));
  column.text(view.programme, {.role = Role::Lead, .weight = Weight::Bold, .ink = theme.secondary});
  if (!canvas.tight()) column.text(view.promise, {.role = Role::Lead, .ink = theme.secondary});
  column.space(canvas.gap() * (canvas.tight() ? 0.5 : 1.2));
  const TagView label{Tone::Care, view.deadline_tag, false};
  const TextLook when{.role = Role::Lead, .weight = Weight::Bold, .tabular = true};
  const Rect rest = column.rest();
  const double label_width = view.deadline_tag.empty() ? 0 : tag_width(canvas, label, Role::Body) + canvas.em() * 0.4;
  if (label_width + canvas.measure(view.deadline, when).w <= rest.w) {  // tag and date on one line
    const double height = std::max(canvas.em() * 1.6, canvas.measure(view.deadline, when).h + 0.3);  // readings stand over the words
    tag(canvas, rest, label, Role::Body);
    canvas.text_middle({rest.x + label_width, rest.y, rest.w - label_width, height}, view.deadline, when);
    column.take(height);
  } else {
    column.take(tag(canvas, rest, label, Role::Body).h + 1.5);
    column.text(view.deadline, when);
  }
  if (!view.days.empty()) countdown(canvas, column, view);
  else column.text(view.days_before, {.role = Role::Lead});  // "今日が締切です"
  if (view.verified.empty()) return;
  column.space(canvas.gap() * (canvas.tight() ? 0.3 : 0.8));
  column.text(view.verified, {.role = Role::Secondary});
}

void path_card(Canvas& canvas, const Rect& box, const AttractPath& path) {
  const Theme& theme = canvas.theme();
  const bool held = canvas.target(path.key, box, path.title + "。" + path.sub, path.primary ? TargetKind::Primary : TargetKind::Choice);
  touch_card(canvas, box, {.primary = path.primary, .held = held, .focused = canvas.focused(path.key)});
  const double pad = canvas.compact() ? 6 : 11;
  const double arrow = canvas.em() * 1.1;
  const Colour ink = path.primary ? theme.on_primary : theme.ink;
  canvas.icon(Icon::ArrowRight, {box.right() - pad - arrow, box.y + (box.h - arrow) / 2, arrow, arrow}, ink, arrow * 0.085);
  const double air = canvas.tight() ? 1.5 : 3;
  centred(canvas, {box.x + pad, box.y + air, box.w - 2 * pad - arrow - 3, box.h - 2 * air}, [&](Column& column) {
    column.text(path.title, {.role = canvas.tight() ? Role::Question : Role::Title, .weight = Weight::Bold, .ink = ink});
    column.space(0.6);
    column.text(path.sub, {.role = Role::Body, .ink = path.primary ? theme.on_primary_quiet : theme.secondary});
  });
}

}  // namespace

void attract(Canvas& canvas, const Rect& content, const AttractView& view) {
  canvas.fit([&] {
    std::vector<Rect> sides = canvas.portrait() ? rows(content, {1, 1}, 8) : columns(content, {1.05, 0.95}, canvas.compact() ? 8 : 18);
    centred(canvas, sides[0], [&](Column& column) { promise(canvas, column, view); });
    const double gap = std::max(canvas.gap() * 0.85, kGapLeast);
    const double count = static_cast<double>(view.paths.size());
    const double height = std::min((sides[1].h - gap * (count - 1)) / count, 44.0);
    Rect stack = sides[1].middle(sides[1].w, height * count + gap * (count - 1));
    for (const AttractPath& path : view.paths) path_card(canvas, stack.cut_top(height, gap), path);
  });
}

}  // namespace desk::screens
