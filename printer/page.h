// Page: the paper while a slip is being drawn: a raster that grows downwards, and the typesetter. Private to the room.
#pragma once

#include <string>

#include "data/text/typesetter.h"
#include "printer/raster1.h"

namespace desk::printer {

enum class Ink { Black, White };

class Page {
 public:
  Page(int width, text::Typesetter& typesetter) : raster(Raster1::blank(width, 0)), typesetter_(typesetter) {}

  // Makes sure that `rows` rows exist below y.
  void reserve(int rows);
  void draw(const text::TextRaster& picture, int left, int top, Ink ink);
  // Text set in `width` dots (0: one line, as wide as it is).
  [[nodiscard]] text::TextRaster set(const std::string& words, const text::TextStyle& style, int width);
  // One line that shrinks until it fits; below `least_em` it breaks instead.
  [[nodiscard]] text::TextRaster fit(const std::string& words, text::TextStyle style, int width, double least_em);
  void frame(int left, int top, int width, int height, int thickness);
  void line(int x0, int y0, int x1, int y1, int thickness, bool black);  // for ticks: short and thick

  Raster1 raster;
  int y = 0;  // where the next block begins

 private:
  text::Typesetter& typesetter_;
};

}  // namespace desk::printer
