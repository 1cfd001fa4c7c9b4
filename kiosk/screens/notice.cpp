#include "kiosk/screens/notice.h"

namespace desk::screens {

void notice(Canvas& canvas, const Rect& content, const NoticeView& view) {
  canvas.fit([&] {
    const Theme& theme = canvas.theme();
    const double width = std::min(content.w, 350.0);
    centred(canvas, content.middle(width, content.h), [&](Column& whole) {
      const double radius = canvas.em() * (canvas.compact() ? 1.3 : 2.1);
      const double indent = canvas.portrait() ? 0 : 2 * radius + canvas.em();
      const Rect rest = whole.rest();
      if (canvas.portrait()) {
        whole.take(2 * radius);
        whole.space(canvas.gap());
      }
      const Point centre{rest.x + radius, rest.y + radius};
      if (view.icon == Icon::None) {
        dot(canvas, centre, radius, view.tone);
      } else {
        canvas.circle(centre, radius, theme.tone(view.tone).pale);
        const double side = radius * 1.15;
        canvas.icon(view.icon, {centre.x - side / 2, centre.y - side / 2, side, side}, theme.tone(view.tone).ink, side * 0.065);
      }
      const Rect right = whole.rest();
      Column column(canvas, {right.x + indent, right.y, right.w - indent, right.h});
      column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
      if (!view.body.empty()) {
        column.space(canvas.gap() * 0.5);
        column.text(view.body, {.role = Role::Lead});
      }
      if (!view.steps.empty()) {
        column.space(canvas.gap());
        numbered(canvas, column, view.steps, {.role = Role::Lead});
      }
      if (!view.actions.empty()) {
        column.space(canvas.gap() * 1.2);
        column.take(button_row(canvas, column.rest(), view.actions));
      }
      if (!view.staff_code.empty()) {
        column.space(canvas.gap());
        column.text(view.staff_code, {.role = Role::Caption, .tabular = true});
      }
      whole.take(std::max(column.used(), canvas.portrait() ? 0.0 : 2 * radius));
    });
  });
}

}  // namespace desk::screens
