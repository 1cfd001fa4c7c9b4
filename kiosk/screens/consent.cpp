#include "kiosk/screens/consent.h"

namespace desk::screens {

void consent(Canvas& canvas, const Rect& content, const ConsentView& view) {
  canvas.fit([&] {
    const Theme& theme = canvas.theme();
    Rect area = content;
    heading(canvas, area, view.title, canvas.tight() ? std::string() : view.sub);
    const double gap = std::max(kGapLeast, canvas.gap() * 0.7);
    if (!view.actions.empty()) {
      const double height = canvas.dry([&] { return button_row(canvas, {0, 0, area.w, 1e5}, view.actions); });
      const double width = view.note.empty() ? 0 : area.w * 0.5;
      const Rect foot = area.cut_bottom(height, gap);
      button_row(canvas, {foot.x, foot.y, foot.w - width, foot.h}, view.actions);
      if (width > 0) canvas.text_middle({foot.right() - width + 4, foot.y, width - 4, foot.h}, view.note, {.role = Role::Secondary, .align = Align::Right});
    } else if (!view.note.empty()) {
      const double height = canvas.measure(view.note, {.role = Role::Secondary}, area.w).h;
      canvas.text(area.cut_bottom(height, gap), view.note, {.role = Role::Secondary});
    }
    card(canvas, area);
    const Rect inner = area.inset(canvas.compact() ? 4 : 9, canvas.compact() ? 2 : 6);
    const bool two = !canvas.portrait() && view.points.size() > 3;
    const std::size_t half = two ? (view.points.size() + 1) / 2 : view.points.size();
    const std::vector<Rect> sides = two ? columns(inner, {1, 1}, canvas.gap() * 1.6) : std::vector<Rect>{inner};
    for (std::size_t side = 0; side < sides.size(); ++side) {
      centred(canvas, sides[side], [&](Column& column) {
        for (std::size_t i = side * half; i < std::min(view.points.size(), (side + 1) * half); ++i) {
          const ConsentPoint& point = view.points[i];
          if (i > side * half) column.space(canvas.gap() * (canvas.compact() ? 0.6 : 1.6));
          const double icon = canvas.em() * (canvas.compact() ? 1.3 : 2.2);
          const Rect rest = column.rest();
          // Where the words need every millimetre the pictures beside them go.
          const double beside = canvas.tight() ? 0 : icon + canvas.em() * 0.6;
          if (!canvas.tight()) canvas.icon(point.icon, {rest.x, rest.y, icon, icon}, theme.accent);
          Column words(canvas, {rest.x + beside, rest.y, rest.w - beside, 1e5});
          words.text(point.title, {.role = Role::Question, .weight = Weight::Bold});
          words.text(point.body, {.role = Role::Body, .ink = theme.secondary});
          column.take(std::max(canvas.tight() ? 0.0 : icon, words.used()));
        }
      });
    }
  });
}

}  // namespace desk::screens
