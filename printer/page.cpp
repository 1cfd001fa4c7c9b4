#include "printer/page.h"

#include <algorithm>
#include <cstdlib>

namespace desk::printer {

void Page::reserve(int rows) {
  if (y + rows > raster.height) raster.grow(y + rows - raster.height);
}

void Page::draw(const text::TextRaster& picture, int left, int top, Ink ink) {
  constexpr std::uint8_t kHalf = 128;  // the typesetter's crisp text has no grey edges; a fall-back bitmap glyph may
  std::size_t alpha = 3;
  for (int row = 0; row < picture.height; ++row) {
    for (int column = 0; column < picture.width; ++column, alpha += 4) {
      if (picture.rgba[alpha] >= kHalf) raster.set(left + column, top + row, ink == Ink::Black);
    }
  }
}

text::TextRaster Page::set(const std::string& words, const text::TextStyle& style, int width) {
  return typesetter_.raster(words, style, width);
}

text::TextRaster Page::fit(const std::string& words, text::TextStyle style, int width, double least_em) {
  text::TextRaster line = set(words, style, 0);
  while (line.width > width && style.em_px > least_em) {
    style.em_px = std::max(least_em, std::min(style.em_px - 1, style.em_px * width / line.width));
    line = set(words, style, 0);
  }
  return line.width > width ? set(words, style, width) : line;
}

void Page::frame(int left, int top, int width, int height, int thickness) {
  raster.fill(left, top, width, thickness);
  raster.fill(left, top + height - thickness, width, thickness);
  raster.fill(left, top, thickness, height);
  raster.fill(left + width - thickness, top, thickness, height);
}

void Page::line(int x0, int y0, int x1, int y1, int thickness, bool black) {
  const int steps = std::max({std::abs(x1 - x0), std::abs(y1 - y0), 1});
  for (int step = 0; step <= steps; ++step) {
    raster.fill(x0 + (x1 - x0) * step / steps - thickness / 2, y0 + (y1 - y0) * step / steps - thickness / 2, thickness, thickness,
                black);
  }
}

}  // namespace desk::printer
