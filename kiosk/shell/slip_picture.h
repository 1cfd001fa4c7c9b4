// The slip as it was drawn, as a picture for the screen.
#pragma once

#include <cstdint>
#include <vector>

#include "printer/raster1.h"

namespace desk::shell {

// RGBA, one pixel a dot.
inline std::vector<std::uint8_t> rgba_of(const printer::Raster1& slip) {
  std::vector<std::uint8_t> rgba(static_cast<std::size_t>(slip.width) * static_cast<std::size_t>(slip.height) * 4, 255);
  std::size_t at = 0;
  for (int y = 0; y < slip.height; ++y) {
    for (int x = 0; x < slip.width; ++x, at += 4) {
      if (slip.at(x, y)) rgba[at] = rgba[at + 1] = rgba[at + 2] = 20;
    }
  }
  return rgba;
}

}  // namespace desk::shell
