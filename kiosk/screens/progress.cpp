#include "kiosk/screens/progress.h"

#include <cmath>
#include <span>

namespace desk::screens {
namespace {

void bar(Canvas& canvas, const Rect& box, double fraction) {
  const Theme& theme = canvas.theme();
  const double radius = box.h / 2;
  canvas.fill(box, theme.shade, radius);
  canvas.stroke(box, theme.edge, 0.4, radius);
  if (fraction >= 0) {
    const double width = std::max(box.h, box.w * std::min(1.0, fraction));
    canvas.fill({box.x, box.y, width, box.h}, theme.primary, radius);
    return;
  }
  // Not known: a piece that wanders to and fro in four seconds, calm enough for an eye that rests on it.
  const double phase = std::fmod(canvas.setup().seconds, 4.0) / 4.0;
  const double place = phase < 0.5 ? phase * 2 : 2 - phase * 2;
  const double width = box.w * 0.25;
  canvas.fill({box.x + (box.w - width) * place, box.y, width, box.h}, theme.primary, radius);
}

double mark_and_gap(const Canvas& canvas) { return canvas.em() * 1.1 + 4; }

TextLook look_of(const Canvas& canvas, const ProgressStep& step) {
  return {.role = Role::Body, .weight = step.tone == Tone::Plain ? Weight::Bold : Weight::Regular,
          .ink = step.tone == Tone::Quiet ? canvas.theme().secondary : canvas.theme().ink};
}

void step_in(Canvas& canvas, const Rect& row, const ProgressStep& step) {
  const double radius = canvas.em() * 0.55;
  const Point centre{row.x + radius, row.y + row.h / 2};
  if (step.tone == Tone::Quiet) canvas.ring(centre, radius, canvas.theme().edge, 0.7);
  else if (step.tone == Tone::Plain) canvas.ring(centre, radius, canvas.theme().primary, radius * 0.4);
  else dot(canvas, centre, radius, step.tone);
  canvas.text_middle({row.x + mark_and_gap(canvas), row.y, row.w - mark_and_gap(canvas), row.h}, step.label, look_of(canvas, step));
}

// One under the other; a long list stands in columns where height is what lacks, read from the left to the right.
void steps(Canvas& canvas, Column& column, const std::vector<ProgressStep>& all) {
  const bool wide = canvas.compact() && !canvas.portrait() && all.size() > 4;
  const std::size_t across = !wide ? 1 : canvas.tight() ? 3 : 2;
  for (std::size_t i = 0; i < all.size(); i += across) {
    column.space(canvas.gap() * 0.45);
    const Rect rest = column.rest();
    const double left = wide ? 0 : rest.w * 0.18;
    const std::vector<Rect> cells = columns({rest.x + left, rest.y, rest.w - left, rest.h}, std::vector<double>(across, 1.0), canvas.gap());
    const auto shown = std::span(all).subspan(i, std::min(across, all.size() - i));
    double height = canvas.em() * 1.1;
    for (const ProgressStep& step : shown) height = std::max(height, canvas.measure(step.label, look_of(canvas, step), cells[0].w - mark_and_gap(canvas)).h);
    const Rect row = column.take(height);
    for (std::size_t k = 0; k < shown.size(); ++k) step_in(canvas, {cells[k].x, row.y, cells[k].w, height}, shown[k]);
  }
}

}  // namespace

void progress(Canvas& canvas, const Rect& content, const ProgressView& view) {
  canvas.fit([&] {
    const double width = std::min(content.w, 330.0);
    centred(canvas, content.middle(width, content.h), [&](Column& column) {
      const double side = canvas.em() * (canvas.compact() ? 2.4 : 4.6);
      if (view.drawing != Drawing::None) {
        const double drawn = canvas.em() * (canvas.tight() ? 3.2 : canvas.compact() ? 5 : 9);
        drawing(canvas, view.drawing, column.take(drawn));
        column.space(canvas.gap() * 0.7);
      } else if (view.icon != Icon::None) {
        canvas.icon(view.icon, column.take(side), canvas.theme().accent, side * 0.045);
        column.space(canvas.gap() * 0.7);
      }
      column.text(view.title, {.role = Role::Title, .weight = Weight::Bold, .align = Align::Center});
      column.text(view.sub, {.role = Role::Lead, .align = Align::Center, .ink = canvas.theme().secondary});
      column.space(canvas.gap());
      const Rect line = column.take(canvas.compact() ? 5 : 7);
      bar(canvas, line, view.fraction);
      column.space(canvas.gap() * 0.5);
      column.text(view.count, {.role = Role::Body, .align = Align::Center, .tabular = true});
      steps(canvas, column, view.steps);
      if (!view.actions.empty()) {
        column.space(canvas.gap() * 1.2);
        double total = -canvas.gap() * 0.6;
        for (const ButtonView& each : view.actions) total += button_width(canvas, each) + canvas.gap() * 0.6;
        const Rect rest = column.rest();
        const double inset = std::max(0.0, (rest.w - total) / 2);
        column.take(button_row(canvas, {rest.x + inset, rest.y, rest.w - inset, rest.h}, view.actions));
      }
    });
  });
}

}  // namespace desk::screens
