// What the drawings of papers share: places in 210 × 297 of the sheet, words that fall back to bars where they have no room, seals.
// Private to paper_drawing*.cpp.
#pragma once

#include <string_view>

#include "kiosk/screens/paper_drawing.h"

namespace desk::screens {

class PaperPen {
 public:
  PaperPen(Canvas& on, const Rect& whole, const PaperView& shown)
      : canvas(on), box(whole), view(shown), colours(on.theme().sheet), u_(whole.w / 210) {}

  Canvas& canvas;
  const Rect& box;
  const PaperView& view;
  const SheetColours& colours;

  [[nodiscard]] Rect at(double x, double y, double w, double h) const { return {box.x + x * u_, box.y + y * u_, w * u_, h * u_}; }
  [[nodiscard]] Point at(double x, double y) const { return {box.x + x * u_, box.y + y * u_}; }
  [[nodiscard]] double mm(double units) const { return units * u_; }

  void bar(double x, double y, double w, double h = 8) { canvas.fill(at(x, y, w, h), colours.bar, mm(h) * 0.2); }
  void ink_bar(double x, double y, double w, double h = 8) { canvas.fill(at(x, y, w, h), colours.ink, mm(h) * 0.15); }
  void field(double x, double y, double w, double h, double radius = 1) { canvas.fill(at(x, y, w, h), colours.tint, radius); }
  void rule(double x0, double y0, double x1, double y1, double thickness = 0.35) { canvas.line(at(x0, y0), at(x1, y1), colours.rule, thickness); }
  void frame(double x, double y, double w, double h, double thickness = 0.4) { canvas.stroke(at(x, y, w, h), colours.rule, thickness, 0.4); }
  void table(double x, double y, double w, double h, int rows, std::initializer_list<double> columns);
  // Text of the smallest size where it fits, else a bar of ink.
  void words(const Rect& where, std::string_view text, Align align, Weight weight);
  void title(double y = 14, double h = 54) { words(at(8, y, 194, h), view.title, Align::Center, Weight::Bold); }
  void date(double x = 18, double y = 206, double w = 134) { words(at(x, y, w, 30), view.date, Align::Left, Weight::Regular); }
  void page_number() { words(at(110, 262, 92, 30), view.page, Align::Right, Weight::Regular); }
  void round_seal(double x, double y, double radius);
  void square_seal(double x, double y, double side);

 private:
  double u_;
};

// Each in paper_sheets.cpp or paper_cards.cpp. They return where the places to look at are; a place of no size is not on this paper.
struct PaperPlaces {
  Rect title, mark, date, page;
};
[[nodiscard]] PaperPlaces draw_sheet(PaperPen& pen);  // A4
[[nodiscard]] PaperPlaces draw_card(PaperPen& pen);   // cards, booklets

}  // namespace desk::screens
