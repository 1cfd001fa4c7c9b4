#include "kiosk/screens/code_entry.h"

#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

void draw_boxes(Canvas& canvas, Column& column, const CodeEntryView& view) {
  if (view.hidden) canvas.keep_secret();
  const Theme& theme = canvas.theme();
  const double gap = canvas.compact() ? 2.2 : 4.5;
  const double middle = canvas.compact() ? 2.5 : 6.5;   // three and three are easier to hold in mind
  const double count = view.boxes;
  const double width = std::min(canvas.em(Role::Title) * 2.05, (column.rest().w - gap * (count - 1) - middle) / count);
  const double height = std::max(width * 1.14, canvas.em(Role::Key) * 1.3);
  const Rect line = column.take(height);
  double x = line.x;
  for (int i = 0; i < view.boxes; ++i) {
    const Rect box{x, line.y, width, height};
    const bool filled = i < static_cast<int>(view.digits.size());
    const bool current = i == static_cast<int>(view.digits.size());
    if (current) canvas.fill(box.inset(-1.4), theme.primary_pale, 6.2);
    canvas.fill(box, theme.card, 5);
    canvas.stroke(box, current || filled ? theme.primary : theme.edge, current ? 1.2 : 0.8, 5);
    if (filled && view.hidden) {
      canvas.circle(box.centre(), canvas.em() * 0.3, theme.ink);
    } else if (filled) {
      canvas.text_middle(box, view.digits.substr(static_cast<std::size_t>(i), 1),
                         {.role = canvas.compact() ? Role::Key : Role::Figure, .weight = Weight::Bold, .align = Align::Center, .line_height = 1});
    }
    x += width + gap + (2 * (i + 1) == view.boxes ? middle : 0);
  }
}

void draw_facts(Canvas& canvas, Column& column, const std::vector<LabelledFact>& facts) {
  const TextLook label{.role = Role::Secondary, .line_height = 1.25};
  const TextLook value{.role = Role::Lead, .weight = Weight::Bold, .tabular = true, .line_height = 1.3};
  const Rect rest = column.rest();
  double x = rest.x;
  double y = rest.y;
  double line = 0;
  for (const LabelledFact& fact : facts) {
    const TextSizeMm top = canvas.measure(fact.label, label);
    const TextSizeMm bottom = canvas.measure(fact.value, value);
    const double width = std::min(rest.w, std::max(top.w, bottom.w) + 0.5);
    if (x > rest.x && x + width > rest.right()) {
      x = rest.x;
      y += line + 1.5;
      line = 0;
    }
    canvas.text({x, y, width, top.h + 0.5}, fact.label, label);
    canvas.text({x, y + top.h, width, bottom.h + 0.5}, fact.value, value);
    line = std::max(line, top.h + bottom.h);
    x += width + canvas.em() * (canvas.compact() ? 0.8 : 1.5);
  }
  column.take(y + line - rest.y);
}

double help_card(Canvas& canvas, const Rect& area, const CodeEntryView& view) {
  const double pad = canvas.compact() ? 4 : 7;
  const auto body = [&](Column& column) {
    column.text(view.help_title, {.role = Role::Body, .weight = Weight::Bold});
    column.space(0.8);
    bullets(canvas, column, view.help_points, {.role = Role::Secondary, .ink = canvas.theme().ink});
    column.space(canvas.gap() * 0.55);
    column.take(button_row(canvas, column.rest(), view.help_actions));
  };
  const double height = column_height(canvas, area.w - 2 * pad, body) + 2 * pad * 0.75;
  const Rect box{area.x, area.y, area.w, height};
  card(canvas, box);
  Column column(canvas, {box.x + pad, box.y + pad * 0.75, box.w - 2 * pad, box.h});
  body(column);
  return height;
}

}  // namespace

void code_entry(Canvas& canvas, const Rect& content, const CodeEntryView& view) {
  canvas.fit([&] {
    Rect left = content;
    Rect right;
    if (canvas.portrait()) {
      right = left.cut_bottom(content.h * 0.42, canvas.gap());
      right = right.middle(std::min(right.w, 180.0), right.h);
    } else {
      right = left.cut_right(content.w * (canvas.compact() ? 0.37 : 0.336), canvas.compact() ? 8 : 16);
    }
    Column column(canvas, left);
    column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
    column.space(canvas.gap() * 0.7);
    draw_boxes(canvas, column, view);
    column.space(canvas.gap() * 0.7);
    if (!view.outcome.text.empty()) {
      column.take(tag(canvas, column.rest(), view.outcome).h);
      column.space(canvas.gap() * 0.6);
    }
    if (!view.facts.empty()) {
      draw_facts(canvas, column, view.facts);
      column.space(canvas.gap() * 0.7);
    }
    if (!view.help_title.empty()) {
      const double whole = canvas.dry([&] { return help_card(canvas, {0, 0, left.w, 1e5}, view); });
      if (whole <= column.rest().h || !canvas.compact()) column.take(help_card(canvas, column.rest(), view));
      else column.take(button_row(canvas, column.rest(), {{std::string(key::kCodeHelp), view.help_title, Icon::Question, true, ButtonStyle::Outline, false}}));
    }
    column.close();
    pad(canvas, right, view.keys);
  });
}

}  // namespace desk::screens
