// Paper: an A4 sheet at 300 dpi to draw a specimen on, in millimetres from its upper left corner. The words of these papers are the
// content of a picture, so they stand in the code beside their places (design 4.9 speaks of the desk's own words).
#pragma once

#include <cairo.h>

#include <memory>
#include <string>

#include "data/base/calendar.h"
#include "scanner/pixels.h"

namespace desk::specimens {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
  double alpha = 1;
};
inline constexpr Colour kInk{0.09, 0.09, 0.11};
inline constexpr Colour kSeal{0.80, 0.13, 0.12, 0.82};

enum class Face { Mincho, Gothic };
enum class Align { Left, Centre, Right };

struct Style {
  double size_mm = 3.6;  // em
  Face face = Face::Mincho;
  Align align = Align::Left;
  Colour colour = kInk;
  double spacing_mm = 0;   // between characters
  bool bold = false;
  double width_mm = 0;     // lines break here; 0: one line
  bool underline = false;
};

class Paper {
 public:
  static constexpr double kWidth = 210;
  static constexpr double kHeight = 297;
  explicit Paper(const Colour& tint);

  // x is the left edge, the centre or the right edge by style.align; y the upper edge. Returns the height used.
  double text(double x, double y, const std::string& words, const Style& style = {});
  void line(double x1, double y1, double x2, double y2, double width_mm = 0.2, const Colour& colour = kInk);
  void box(double x, double y, double width, double height, double line_mm = 0.2, const Colour& colour = kInk);
  void fill(double x, double y, double width, double height, const Colour& colour);
  // Digits in boxes of one each.
  void cells(double x, double y, int count, double cell_width, double cell_height, const std::string& digits, const Colour& frame);
  // A square seal with `columns` of characters, read right to left and downwards, a little askew as a hand leaves it.
  void square_seal(double x, double y, double side, const std::string& columns);
  void round_seal(double centre_x, double centre_y, double diameter, const std::string& upper, const std::string& middle, const std::string& lower);
  // Fine wavy lines as security paper has them.
  void security_ground(const Colour& colour);
  // The big pale word and the small stamp that say what this paper is.
  void stamp_specimen();

  [[nodiscard]] cairo_t* cairo() const { return cairo_.get(); }
  [[nodiscard]] scanner::Pixels pixels() const;

 private:
  struct Destroy {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };
  std::unique_ptr<cairo_surface_t, Destroy> surface_;
  std::unique_ptr<cairo_t, Destroy> cairo_;
};

// "令和8年9月1日"
[[nodiscard]] std::string era_date(const Date& date);
[[nodiscard]] std::string era_year(int year);  // "令和7年"

// The papers.
[[nodiscard]] Paper registry_first(const Date& issued);
[[nodiscard]] Paper registry_second(const Date& issued);
[[nodiscard]] Paper corporate_tax_certificate(const Date& issued);
[[nodiscard]] Paper income_tax_certificate(const Date& issued);
[[nodiscard]] Paper driving_licence(const Date& issued);
[[nodiscard]] Paper tax_return(const Date& issued);

}  // namespace desk::specimens
