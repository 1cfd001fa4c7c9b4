// Pixels: one page as it came off the glass, and the operations on it that need no judgement. Pure, no I/O, any thread.
#pragma once

#include <cstddef>
#include <vector>

namespace desk::scanner {

// Rows packed tightly, top row first; 1 channel (grey) or 3 (RGB), 8 bits each. 255 is white.
struct Pixels {
  int width = 0;
  int height = 0;
  int channels = 1;
  int dpi = 300;
  std::vector<unsigned char> bytes;

  [[nodiscard]] std::size_t row_bytes() const { return static_cast<std::size_t>(width) * static_cast<std::size_t>(channels); }
  [[nodiscard]] const unsigned char* row(int y) const { return bytes.data() + row_bytes() * static_cast<std::size_t>(y); }
  [[nodiscard]] unsigned char* row(int y) { return bytes.data() + row_bytes() * static_cast<std::size_t>(y); }
  [[nodiscard]] double width_mm() const { return width * 25.4 / dpi; }
  [[nodiscard]] double height_mm() const { return height * 25.4 / dpi; }
  // Sizes are positive, channels 1 or 3, and `bytes` holds exactly that many.
  [[nodiscard]] bool sound() const;
  [[nodiscard]] static Pixels blank(int width, int height, int channels, int dpi, unsigned char level = 255);
};

// A part of a page in thousandths of its width and height, so that a finger's rectangle on a preview of any size means the same place.
struct PageRect {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  friend bool operator==(const PageRect&, const PageRect&) = default;
};

// What the screen shows: RGBA, 8 bits each, opaque.
struct Preview {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgba;
};

[[nodiscard]] Pixels to_grey(const Pixels& page);
// Clockwise, in quarter turns (any integer).
[[nodiscard]] Pixels turned(const Pixels& page, int quarter_turns);
// Burns black boxes into the pixels themselves: nothing below them survives in any file made from the result. Edges round outwards.
void mask(Pixels& page, const std::vector<PageRect>& rects);
// Box-filtered to at most `longest_side` pixels; never enlarged.
[[nodiscard]] Preview preview(const Pixels& page, int longest_side);
// Area-averaged to a lower resolution (a higher one is refused by returning the page unchanged).
[[nodiscard]] Pixels resampled(const Pixels& page, int dpi);

}  // namespace desk::scanner
