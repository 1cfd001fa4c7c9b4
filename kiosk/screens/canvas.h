// Canvas: what screens draw on, in millimetres of the real panel. One Canvas a frame. It snaps edges to pixels, keeps text at or above
// the smallest size, registers touch targets, and writes down every problem it sees (too long a text, too small a target, a glyph that no
// font has): tests read the list, and fit() uses it to choose the largest text that fits.
//
// A screen is drawn like this (kiosk/screens/question.h):
//   void draw(Canvas& canvas, const FrameView& frame, const QuestionView& view) { question(canvas, draw_frame(canvas, frame), view); }
// Presses come back to the app as keys (touch_register.h), never from the drawing itself: a frame may be drawn any number of times.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/geometry.h"
#include "kiosk/screens/icons.h"
#include "kiosk/screens/spoken_page.h"
#include "kiosk/screens/surface.h"
#include "kiosk/screens/theme.h"
#include "kiosk/screens/touch_register.h"

namespace desk::screens {

// How a block of text looks. Colours default to the theme's ink (secondary for Secondary and Caption) and accent for **bold**.
struct TextLook {
  Role role = Role::Body;
  Weight weight = Weight::Regular;
  Align align = Align::Left;
  std::optional<Colour> ink;
  std::optional<Colour> emphasis;
  int max_lines = 0;    // 0: as many as needed. A shortened text is a problem unless `may_shorten`
  bool tabular = false;
  bool may_shorten = false;
  double line_height = 0;  // 0: by role
  bool printed = false;    // as it stands on a drawn paper: without readings
};

struct TextSizeMm {
  double w = 0;
  double h = 0;
  double widest_word = 0;
  double baseline = 0;
  int lines = 0;
};

enum class ProblemKind {
  TextTooHigh,    // does not fit its area
  TextTooWide,
  TextShortened,  // an ellipsis nobody asked for
  WordBroken,     // a phrase had to be broken inside (not an overflow, but not beautiful: only fit() minds)
  MissingGlyph,
  OutsideArea,    // drawn outside the panel or the content area
  TargetTooSmall,
  TargetGap,      // nearer than 3 mm to its neighbour
  TargetOverlap,
  TargetUnnamed,  // no label: speech and switch operation would be silent
  TargetDouble    // two targets of one key
};
[[nodiscard]] std::string_view name_of(ProblemKind kind);

struct Problem {
  ProblemKind kind;
  std::string what;  // the text or the target's key
  Rect where;
  double by = 0;     // millimetres too much or too little
};

struct Panel {
  int width_px = 1920;
  int height_px = 1080;
  double px_per_mm = 4.03;
};

struct CanvasSetup {
  Panel panel;
  ThemeName theme = ThemeName::Paper;
  TextSize text = TextSize::Normal;
  bool ruby = false;             // やさしい日本語 shows readings
  bool right_to_left = false;    // lines begin at the right
  std::string_view fonts = {};        // families of the language, asked before the look's own; borrowed
  double seconds = 0;            // steady time, for what moves; a still picture has 0
  bool still = false;            // `seconds` stays 0: nothing moves by itself
  double appeared = 1;           // 0..1: how far a new screen has come out of the paper; a still picture is complete
};

struct Matrix {                  // a QR code's modules without its quiet zone, row by row, 1 = dark
  int size = 0;
  std::vector<std::uint8_t> dark;
};

class Canvas {
 public:
  Canvas(const CanvasSetup& setup, Surface& surface, TextPainter& painter, TouchRegister& targets);

  // --- measures
  [[nodiscard]] Rect area() const;  // the whole panel
  [[nodiscard]] bool portrait() const { return setup_.panel.height_px > setup_.panel.width_px; }
  [[nodiscard]] const Theme& theme() const { return *theme_; }
  [[nodiscard]] const CanvasSetup& setup() const { return setup_; }
  [[nodiscard]] double em(Role role) const;   // millimetres: size chosen by the person, fitted, never under kSmallestEm
  [[nodiscard]] double em() const { return em(Role::Body); }
  [[nodiscard]] double gap() const;           // the space between things of one group: about 0.8 em of the default size
  // Little room: closer together, smaller pictures, nothing that only adorns.
  [[nodiscard]] bool compact() const { return density_ != Density::Roomy; }
  // No room: also what can be seen by touching something else is left out.
  [[nodiscard]] bool tight() const { return density_ == Density::Tight; }

  // --- text
  [[nodiscard]] TextSizeMm measure(std::string_view marked, const TextLook& look, double width = 0) const;
  // Draws at the top of `where` and returns the height used. Whatever does not fit is a problem.
  double text(const Rect& where, std::string_view marked, const TextLook& look);
  // The same, its lines in the middle of the height.
  void text_middle(const Rect& where, std::string_view marked, const TextLook& look);

  // --- shapes
  void fill(const Rect& rect, Colour colour, double radius = 0);
  void stroke(const Rect& rect, Colour colour, double thickness, double radius = 0);
  void dashed(const Rect& rect, Colour colour, double thickness, double radius);
  void shadow(const Rect& rect, double radius, double reach);
  void hatch(const Rect& rect, Colour ground, Colour stripes);
  void line(Point from, Point to, Colour colour, double thickness);
  void circle(Point centre, double radius, Colour colour);
  void ring(Point centre, double radius, Colour colour, double thickness);  // `thickness` inside the radius
  void polyline(std::span<const Point> points, bool closed, Colour colour, double thickness);
  void polygon(std::span<const Point> convex, Colour colour);
  void icon(Icon icon, const Rect& box, Colour colour, double thickness = 0);  // in the middle of the box; 0: a fitting stroke
  void picture(const Picture& picture, const Rect& rect);
  // Dark on white with a quiet zone of four modules, in every theme. Whole pixels a module: returns the side drawn, in millimetres.
  double qr(const Matrix& matrix, const Rect& square);
  void push_clip(const Rect& rect);
  void pop_clip();

  // --- touch
  // Registers a target for this frame; true while a finger holds it.
  bool target(std::string_view key, const Rect& rect, std::string_view label, TargetKind kind = TargetKind::Button,
              bool enabled = true, bool selected = false);
  [[nodiscard]] bool focused(std::string_view key) const;
  // From here on, targets whose key `held_back` names are registered as disabled: whoever touches them is refused.
  void hold_back(std::function<bool(std::string_view)> held_back) { held_back_ = std::move(held_back); }
  [[nodiscard]] bool kept_back(std::string_view key) const { return held_back_ && held_back_(key); }
  // A target of this frame that can be seen; null: none.
  [[nodiscard]] const Target* registered(std::string_view key) const;
  void begin_layer();  // a dialog: what was drawn before cannot be touched any more
  void name_screen(std::string_view screen, std::string_view layer);  // touch_register.h
  [[nodiscard]] const Focus& focus() const { return targets_->focus(); }

  // --- speech
  void begin_part(Part part);
  // Words of a picture, and figures that only an eye can compare: drawn, not read aloud, while one of these stands.
  class Unspoken {
   public:
    explicit Unspoken(Canvas& canvas) : canvas_(&canvas) { ++canvas_->unspoken_; }
    ~Unspoken() { --canvas_->unspoken_; }
    Unspoken(const Unspoken&) = delete;
    Unspoken& operator=(const Unspoken&) = delete;

   private:
    Canvas* canvas_;
  };
  // What is typed here is nobody else's to hear: keys are not said aloud.
  void keep_secret() { secret_ = true; }
  [[nodiscard]] bool secret() const { return secret_; }
  // What a picture shows, in words that are not drawn.
  void speak(std::string_view marked, const Rect& where);
  // What has been drawn so far.
  [[nodiscard]] const std::vector<SpokenText>& spoken() const { return spoken_; }
  [[nodiscard]] const std::vector<Target>& frame_targets() const { return frame_targets_; }

  // --- problems
  void check_inside(const Rect& rect, const Rect& area, std::string_view what);
  void report(ProblemKind kind, std::string_view what, const Rect& where, double by = 0);
  [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }
  // Sizes, gaps and names of all targets of the frame; call once, after everything was drawn.
  void check_targets();

  // --- fitting
  // Draws with the largest text that fits: tries the person's size first, then a compact arrangement, then smaller text, never under the
  // smallest. `draw` is called several times; only the last draws. Returns false when nothing fitted (the problems are then reported).
  bool fit(const std::function<void()>& draw);
  // Whether fit() would find a way, without drawing: with the person's text at `least` of its size or more, and nothing left out. A screen that
  // would have to shrink further shows itself in pages instead.
  [[nodiscard]] bool would_fit(const std::function<void()>& draw, double least = 0.6);
  // Runs `draw` without drawing or touching anything and returns its result, e.g. a height.
  double dry(const std::function<double()>& draw);

 private:
  enum class Density { Roomy, Compact, Tight };
  struct Attempt {
    double scale;
    Density density;
  };
  [[nodiscard]] static std::span<const Attempt> attempts();  // in the order in which they are tried
  [[nodiscard]] text::TextStyle style_of(const TextLook& look) const;
  [[nodiscard]] Align align_of(const TextLook& look) const;  // Left is where lines begin
  [[nodiscard]] Rect px(const Rect& rect) const;  // snapped to whole pixels
  [[nodiscard]] double px(double mm) const { return mm * setup_.panel.px_per_mm; }
  [[nodiscard]] bool try_attempt(const Attempt& attempt, const std::function<void()>& draw, bool strict);
  double draw_text(const Rect& where, std::string_view marked, const TextLook& look, bool middle);

  CanvasSetup setup_;
  const Theme* theme_;
  Surface* surface_;
  TextPainter* painter_;
  TouchRegister* targets_;
  std::vector<Target> frame_targets_;
  std::function<bool(std::string_view)> held_back_;
  std::vector<Problem> problems_;
  std::vector<SpokenText> spoken_;
  Part part_ = Part::Content;
  int unspoken_ = 0;
  bool secret_ = false;
  double scale_ = 1;
  Density density_ = Density::Roomy;
  int silent_ = 0;
};

}  // namespace desk::screens
