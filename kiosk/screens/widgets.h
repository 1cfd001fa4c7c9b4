// Small parts that every template is made of. All draw through a Canvas and return what they used, in millimetres.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/screens/canvas.h"
#include "kiosk/screens/paper_drawing.h"

namespace desk::screens {

// A cursor that goes down an area: each call draws and moves on.
class Column {
 public:
  Column(Canvas& canvas, const Rect& area) : canvas_(&canvas), area_(area), y_(area.y) {}
  double text(std::string_view marked, const TextLook& look);     // nothing for an empty text
  void space(double mm) { y_ += mm; }
  Rect take(double height);                                       // a box of the full width
  [[nodiscard]] Rect rest() const { return {area_.x, y_, area_.w, area_.bottom() - y_}; }
  [[nodiscard]] double used() const { return y_ - area_.y; }
  void close();                                                   // reports what went below the area

 private:
  Canvas* canvas_;
  Rect area_;
  double y_;
};

// Draws a column in the vertical middle of an area (at its top when it is higher).
// How high a column of that width would become, drawn nowhere.
[[nodiscard]] double column_height(Canvas& canvas, double width, const std::function<void(Column&)>& draw);
void centred(Canvas& canvas, const Rect& area, const std::function<void(Column&)>& draw);

// Title and the quiet line under it; both may be empty. Returns the height used, with the space after.
double heading(Canvas& canvas, Rect& area, std::string_view title, std::string_view sub);

enum class ButtonStyle { Outline, Primary, Quiet };
struct ButtonView {
  std::string key;
  std::string label;
  Icon icon = Icon::None;
  bool enabled = true;
  ButtonStyle style = ButtonStyle::Outline;
  bool icon_after = false;
};
void button(Canvas& canvas, const Rect& rect, const ButtonView& view);
[[nodiscard]] double button_width(const Canvas& canvas, const ButtonView& view);
// Buttons side by side, in as many lines as they need. Returns the height used.
double button_row(Canvas& canvas, const Rect& area, const std::vector<ButtonView>& buttons);

void card(Canvas& canvas, const Rect& rect);  // a quiet white panel
struct CardLook {
  bool selected = false;
  bool dashed = false;
  bool primary = false;
  bool held = false;
  bool focused = false;
  bool off = false;      // cannot be touched now; its words are still to be read
};
void touch_card(Canvas& canvas, const Rect& rect, const CardLook& look);
void focus_ring(Canvas& canvas, const Rect& rect, double radius);

// A word with its shape on its pale ground.
struct TagView {
  Tone tone = Tone::Plain;
  std::string text;
  bool mark = true;     // ✓ ！ ✕ – before the word
};
[[nodiscard]] Icon mark_of(Tone tone);
double tag_width(const Canvas& canvas, const TagView& view, Role role = Role::Body);
// At the left top of `where`; wraps when it must. Returns width and height used.
TextSizeMm tag(Canvas& canvas, const Rect& where, const TagView& view, Role role = Role::Body, Align align = Align::Left);
void dot(Canvas& canvas, Point centre, double radius, Tone tone);


// Numbered points with a filled circle.
double numbered(Canvas& canvas, Column& column, const std::vector<std::string>& points, const TextLook& look);
// Points with a small round mark.
double bullets(Canvas& canvas, Column& column, const std::vector<std::string>& points, const TextLook& look);

}  // namespace desk::screens
