#include "kiosk/screens/done.h"

namespace desk::screens {
namespace {

// The slip as it hangs out of the printer: its width fills the tray, its end runs out at the bottom.
void slip(Canvas& canvas, const Rect& area, const Picture& picture) {
  const Theme& theme = canvas.theme();
  canvas.fill(area, theme.shade, 7);
  canvas.push_clip(area);
  const double width = std::min(area.w * 0.74, 110.0);
  const double height = picture.width > 0 ? width * picture.height / picture.width : width * 2;
  const Rect sheet{area.x + (area.w - width) / 2, area.y + 6, width, height};
  canvas.shadow(sheet, 0, 5);
  canvas.fill(sheet, {255, 255, 255, 255});
  canvas.picture(picture, sheet);
  canvas.pop_clip();
  canvas.stroke(area.inset(-3.5), theme.paper, 3.5, 10.5);  // the tray's round corners over what was clipped square
  canvas.stroke(area, theme.line, 0.4, 7);
}

void todos(Canvas& canvas, Column& column, const std::vector<TodoLine>& lines) {
  double left = 0;
  for (const TodoLine& line : lines) left = std::max(left, tag_width(canvas, line.when));
  left = std::min(left, column.rest().w * 0.42);
  bool first = true;
  for (const TodoLine& line : lines) {
    if (!first) column.space(canvas.gap() * (canvas.tight() ? 0.25 : 0.6));
    first = false;
    const TextLook look{.role = Role::Lead, .line_height = 1.3};
    const Rect rest = column.rest();
    const double tag_height = canvas.dry([&] { return tag(canvas, {0, 0, left, 1e5}, line.when).h; });
    const double x = rest.x + left + canvas.em() * 0.6;
    const double text = canvas.measure(line.what, look, rest.right() - x).h;
    const double height = std::max(tag_height, text);
    tag(canvas, {rest.x, rest.y + (height - tag_height) / 2, left, tag_height + 0.4}, line.when);
    canvas.text_middle({x, rest.y, rest.right() - x, height}, line.what, look);
    column.take(height);
  }
}

void grant(Canvas& canvas, Column& column, const DoneView& view) {
  const double pad = canvas.tight() ? 1.6 : canvas.compact() ? 3 : 6;
  const double side = canvas.compact() ? 28 : 40;
  const double width = column.rest().w - side - 3 * pad;
  const TextLook look{.role = Role::Secondary, .ink = canvas.theme().ink};
  const double height = std::max(side, canvas.measure(view.grant_text, look, width).h) + 2 * pad * 0.8;
  const Rect box = column.take(height);
  card(canvas, box);
  const double drawn = canvas.dry([&] { return canvas.qr(view.grant, {0, 0, side, side}); });
  canvas.qr(view.grant, {box.x + pad, box.y + (height - drawn) / 2, side, side});
  canvas.text_middle({box.x + drawn + 1.6 * pad, box.y, width, height}, view.grant_text, look);
}

}  // namespace

void done(Canvas& canvas, const Rect& content, const DoneView& view) {
  canvas.fit([&] {
    Rect right = content;
    // The slip itself hangs out of the printer: its picture is the first thing that words may have the room of.
    if (view.slip != nullptr && !canvas.tight()) {
      const double gap = canvas.compact() ? 7 : 17;
      const Rect left = canvas.portrait() ? right.cut_top(content.h * 0.4, canvas.gap()) : right.cut_left(content.w * 0.315, gap);
      slip(canvas, left, *view.slip);
    }
    const double gap = canvas.gap() * (canvas.tight() ? 0.5 : 0.9);
    centred(canvas, right, [&](Column& column) {
      column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
      column.space(gap * 1.1);
      todos(canvas, column, view.todos);
      if (!view.note.empty()) {
        column.space(gap);
        column.text(view.note, {.role = Role::Body, .ink = canvas.theme().secondary});
      }
      if (view.grant.size > 0) {
        column.space(gap);
        grant(canvas, column, view);
      }
      if (!view.actions.empty()) {
        column.space(gap);
        column.take(button_row(canvas, column.rest(), view.actions));
      }
    });
  });
}

}  // namespace desk::screens
