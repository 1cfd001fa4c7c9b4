#include "kiosk/screens/verdict.h"

#include <algorithm>

namespace desk::screens {
namespace {

constexpr double kRadius = 4.4;

void bar(Canvas& canvas, const Rect& box, const std::vector<BarPart>& parts) {
  const Theme& theme = canvas.theme();
  double total = 0;
  for (const BarPart& part : parts) total += static_cast<double>(part.amount);
  if (total <= 0) return;
  double x = box.x;
  std::size_t number = 0;
  for (const BarPart& part : parts) {
    const double width = box.w * static_cast<double>(part.amount) / total;
    const Rect piece{x, box.y, width, box.h};
    const std::size_t colour = std::min<std::size_t>(number, 2);
    const Colour ink = part.own ? theme.ink : theme.on_series[colour];
    if (part.own) canvas.hatch(piece, theme.card, theme.shade);
    else canvas.fill(piece, theme.series[colour]);
    if (!part.own && number > 0) canvas.fill({x - 0.2, box.y, 0.4, box.h}, theme.card);
    const TextLook look{.role = Role::Caption, .align = Align::Center, .ink = ink, .tabular = true};
    const TextSizeMm size = canvas.measure(part.label, look);  // readings make a line higher
    if (size.w + 3 <= width && size.h <= piece.h) canvas.text_middle(piece, part.label, look);
    x += width;
    if (!part.own) ++number;
  }
  // Round ends: the card's own colour laid over the corners, then a fine edge so that the hatched part has a shape.
  canvas.stroke(box.inset(-kRadius * 0.5), theme.card, kRadius * 0.5, kRadius * 1.5);
  canvas.stroke(box, theme.edge, 0.35, kRadius);
}

void lines(Canvas& canvas, Column& column, const VerdictView& view, const std::vector<EstimateLine>& shown) {
  const Theme& theme = canvas.theme();
  const TextLook what{.role = Role::Secondary, .ink = theme.ink, .tabular = true};
  const TextLook rule{.role = Role::Secondary, .tabular = true};
  const TextLook amount{.role = Role::Secondary, .weight = Weight::Bold, .align = Align::Right, .ink = theme.ink, .tabular = true};
  const double swatch = canvas.em(Role::Secondary) * 0.72;
  double right = 0;
  double left = 0;
  double middle = 0;
  for (const EstimateLine& line : shown) {
    right = std::max(right, canvas.measure(line.amount, amount).w + 0.6);
    left = std::max(left, canvas.measure(line.what, what).w + 0.6);
    middle = std::max(middle, canvas.measure(line.rule, rule).w + 0.6);
  }
  const double mark = swatch + 2.2;
  const double gap = canvas.em() * 0.6;
  const double width = column.rest().w;
  const bool one_line = mark + left + middle + right + 2 * gap <= width;
  const double pad = canvas.compact() ? 0.7 : 2.9;
  for (const EstimateLine& line : shown) {
    const Rect rest = column.rest();
    canvas.line({rest.x, rest.y}, {rest.right(), rest.y}, theme.line, 0.45);
    const double y = rest.y + pad;
    const double text = rest.x + mark;
    double height = 0;
    if (one_line) {
      height = canvas.text({text, y, left, 1e5}, line.what, what);
      height = std::max(height, canvas.text({text + left + gap, y, rest.right() - right - gap - text - left - gap + 0.6, 1e5}, line.rule, rule));
    } else {  // the rule goes under what it is about
      height = canvas.text({text, y, width - mark - right - gap, 1e5}, line.what, what);
      if (!line.rule.empty()) height += canvas.text({text, y + height, width - mark, 1e5}, line.rule, rule);
    }
    canvas.text({rest.right() - right, y, right, 1e5}, line.amount, amount);
    if (line.part >= 0 && line.part < static_cast<int>(view.bar.size())) {
      const double middle_y = y + canvas.em(Role::Secondary) * 0.7;
      canvas.fill({rest.x, middle_y - swatch / 2, swatch, swatch}, theme.series[static_cast<std::size_t>(std::min(line.part, 2))], 0.8);
    }
    column.take(height + 2 * pad);
  }
}

void amount_line(Canvas& canvas, Column& column, const VerdictView& view) {
  const TextLook small{.role = Role::Title, .weight = Weight::Bold};
  TextLook large{.role = Role::Figure, .weight = Weight::Bold, .tabular = true};
  const double unit = canvas.measure(view.amount_unit, small).w + canvas.em() * 0.35;
  if (canvas.measure(view.amount, large).w + unit > column.rest().w) large.role = Role::Key;
  const TextSizeMm size = canvas.measure(view.amount, large);
  const TextSizeMm word = canvas.measure(view.amount_unit, small);
  const Rect line = column.take(size.h);
  canvas.text({line.x, line.y, size.w + 0.6, size.h + 0.5}, view.amount, large);
  canvas.text({line.x + size.w + canvas.em() * 0.35, line.y + size.baseline - word.baseline, word.w + 0.6, word.h + 0.5}, view.amount_unit, small);
  canvas.check_inside({line.x, line.y, size.w + unit, size.h}, line, view.amount);
}

void left_side(Canvas& canvas, Column& column, const VerdictView& view) {
  column.take(tag(canvas, column.rest(), view.verdict, Role::Question).h);
  column.space(canvas.gap() * 0.8);
  column.text(view.frame_name, {.role = Role::Body, .weight = Weight::Bold});
  column.space(canvas.gap() * 0.6);
  bullets(canvas, column, view.reasons, {.role = Role::Body});
  column.space(canvas.gap() * 0.8);
  column.text(view.basis, {.role = Role::Secondary});
  if (!view.actions.empty()) {
    column.space(canvas.gap() * 0.7);
    column.take(button_row(canvas, column.rest(), view.actions));
  }
}

void right_side(Canvas& canvas, Column& column, const VerdictView& view) {
  column.text(view.amount_label, {.role = Role::Secondary});
  amount_line(canvas, column, view);
  column.space(canvas.gap() * 0.5);
  if (!view.bar.empty()) {
    bar(canvas, column.take(canvas.tight() ? 9 : canvas.compact() ? 11 : 21), view.bar);
    column.space(canvas.gap() * (canvas.compact() ? 0.5 : 0.9));
  }
  lines(canvas, column, view, view.lines);
  column.space(canvas.gap() * 0.4);
  column.text(view.note, {.role = Role::Secondary});
}

Blocks blocks_of(Canvas& canvas, const VerdictView& view) {
  Blocks blocks;
  blocks.push_back([&](Column& column) {
    column.take(tag(canvas, column.rest(), view.verdict, Role::Question).h);
    column.space(canvas.gap() * 0.4);
    column.text(view.frame_name, {.role = Role::Body, .weight = Weight::Bold});
  });
  if (!view.amount_label.empty()) {
    blocks.push_back([&](Column& column) {
      column.text(view.amount_label, {.role = Role::Secondary});
      amount_line(canvas, column, view);
      column.space(1.5);
      if (!view.bar.empty()) bar(canvas, column.take(9), view.bar);
    });
    for (const EstimateLine& line : view.lines) {
      blocks.push_back([&canvas, &view, &line](Column& column) { lines(canvas, column, view, {line}); });
    }
  }
  for (const std::string& reason : view.reasons) {
    blocks.push_back([&canvas, &reason](Column& column) { bullets(canvas, column, {reason}, {.role = Role::Body}); });
  }
  for (const std::string& quiet : {view.basis, view.note}) {
    if (!quiet.empty()) blocks.push_back([quiet](Column& column) { column.text(quiet, {.role = Role::Secondary}); });
  }
  if (!view.actions.empty()) blocks.push_back([&](Column& column) { column.take(button_row(canvas, column.rest(), view.actions)); });
  return blocks;
}

}  // namespace

int verdict(Canvas& canvas, const Rect& content, const VerdictView& view) {
  int next = 0;
  canvas.fit([&] {
    if (canvas.tight()) {
      next = paged_blocks(canvas, content, blocks_of(canvas, view), view.paging);
      return;
    }
    const double pad = canvas.tight() ? 3.2 : canvas.compact() ? 4.5 : 9.5;
    const bool estimate = !view.amount_label.empty();
    const double gap = std::max(canvas.gap(), 4.0);
    const auto panel = [&](const Rect& box, const auto& side) {
      card(canvas, box);
      centred(canvas, box.inset(pad, pad * 0.8), [&](Column& column) { side(canvas, column, view); });
    };
    if (!estimate) {
      panel(content, left_side);
      return;
    }
    std::vector<Rect> sides = columns(content, {0.74, 1.26}, gap);
    if (canvas.portrait()) {
      // The verdict takes what its words need, the reckoning the rest: its lines are the longer ones.
      const double natural = column_height(canvas, content.w - 2 * pad, [&](Column& column) { left_side(canvas, column, view); });
      const double height = std::min(natural + 2.4 * pad, content.h * 0.48);
      sides = rows(content, {height, content.h - gap - height}, gap);
    }
    panel(sides[0], left_side);
    panel(sides[1], right_side);
  });
  return next;
}

}  // namespace desk::screens
