#include "kiosk/screens/mask_editor.h"

#include "kiosk/screens/keys.h"

namespace desk::screens {
namespace {

struct Parts {
  Rect page_area, side;
};

Parts parts_of(const Canvas& canvas, const Rect& content) {
  Parts parts{content, content};
  if (canvas.portrait()) {
    parts.side = parts.page_area.cut_bottom(content.h * 0.34, 8);
  } else {
    parts.side = parts.page_area.cut_right(content.w * 0.42, canvas.compact() ? 6 : 14);
  }
  return parts;
}

}  // namespace

Rect mask_page(const Canvas& canvas, const Rect& content, const MaskEditorView& view) {
  const Rect area = parts_of(canvas, content).page_area;
  if (view.picture == nullptr || view.picture->width <= 0 || view.picture->height <= 0) return paper_box(area);
  const double ratio = static_cast<double>(view.picture->width) / view.picture->height;
  const double w = std::min(area.w, area.h * ratio);
  return area.middle(w, w / ratio);
}

void mask_editor(Canvas& canvas, const Rect& content, const MaskEditorView& view) {
  canvas.fit([&] {
    const Theme& theme = canvas.theme();
    const Rect page = mask_page(canvas, content, view);
    canvas.target(key::kMask, page, view.page_label, TargetKind::Drag);
    canvas.fill(page, {255, 255, 255, 255});
    if (view.picture != nullptr) canvas.picture(*view.picture, page);
    canvas.stroke(page, theme.edge, 0.7, 0);
    for (std::size_t i = 0; i < view.boxes.size(); ++i) {
      const Rect& box = view.boxes[i];
      const Rect drawn{page.x + box.x * page.w, page.y + box.y * page.h, box.w * page.w, box.h * page.h};
      canvas.fill(drawn, {0, 0, 0, 255});
      if (view.drawing && i + 1 == view.boxes.size()) canvas.stroke(drawn.inset(-0.8), theme.care.shape, 0.9, 0.6);
    }
    centred(canvas, parts_of(canvas, content).side, [&](Column& column) {
      column.text(view.title, {.role = Role::Title, .weight = Weight::Bold});
      column.space(canvas.gap() * 0.4);
      column.text(view.sub, {.role = Role::Body, .ink = theme.secondary});
      column.space(canvas.gap());
      numbered(canvas, column, view.points, {.role = Role::Body});
      column.space(canvas.gap());
      column.take(button_row(canvas, column.rest(), view.actions));
    });
  });
}

}  // namespace desk::screens
