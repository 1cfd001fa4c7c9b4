// Raster1: a picture of black and white dots, as a receipt head prints it. A plain value; nobody shares it between threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "data/base/result.h"

namespace desk::printer {

struct Raster1 {
  int width = 0;   // dots
  int height = 0;  // dots
  // Row by row, each row (width + 7) / 8 bytes, the leftmost dot in the highest bit, 1 = black: the order of ESC/POS "GS v 0".
  // Bits beyond the width are 0.
  std::vector<std::uint8_t> rows;

  [[nodiscard]] static Raster1 blank(int width, int height);
  [[nodiscard]] int stride() const { return (width + 7) / 8; }
  [[nodiscard]] bool at(int x, int y) const;
  void set(int x, int y, bool black = true);  // outside the picture: nothing happens
  void fill(int x, int y, int w, int h, bool black = true);
  void grow(int more_rows);                   // adds white rows at the bottom
  [[nodiscard]] Raster1 slice(int first_row, int row_count) const;
  friend bool operator==(const Raster1&, const Raster1&) = default;
};

// A greyscale PNG, black dots on white.
[[nodiscard]] Result<std::vector<std::uint8_t>> png_of(const Raster1& raster);
// Writes the PNG beside its name and renames it into place, so that nobody reads half a picture.
[[nodiscard]] Done write_png(const Raster1& raster, const std::string& path);

// Writes `bytes` durably: temporary file, fsync, rename, fsync of the folder. Mode 0600: a slip's QR opens an application.
[[nodiscard]] Done write_durably(const std::vector<std::uint8_t>& bytes, const std::string& path);

}  // namespace desk::printer
