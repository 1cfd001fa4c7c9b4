#include "kiosk/screens/progress.h"

#include <cmath>

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
      for (const ProgressStep& step : view.steps) {
        column.space(canvas.gap() * 0.45);
        const TextLook look{.role = Role::Body, .weight = step.tone == Tone::Plain ? Weight::Bold : Weight::Regular,
                            .ink = step.tone == Tone::Quiet ? canvas.theme().secondary : canvas.theme().ink};
        const double radius = canvas.em() * 0.55;
        const Rect rest = column.rest();
        const double left = rest.w * 0.18;
        const double height = std::max(2 * radius, canvas.measure(step.label, look, rest.w - left - 2 * radius - 4).h);
        const Rect row = column.take(height);
        const Point centre{row.x + left + radius, row.y + height / 2};
        if (step.tone == Tone::Quiet) canvas.ring(centre, radius, canvas.theme().edge, 0.7);
        else if (step.tone == Tone::Plain) canvas.ring(centre, radius, canvas.theme().primary, radius * 0.4);
        else dot(canvas, centre, radius, step.tone);
        canvas.text_middle({row.x + left + 2 * radius + 4, row.y, row.w - left - 2 * radius - 4, height}, step.label, look);
      }
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
