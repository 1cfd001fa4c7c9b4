// QrMatrix: a QR code as modules, before anyone decides how large to draw it. Shared by slips (printer) and screens (kiosk).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace desk {

struct QrMatrix {
  int size = 0;                       // modules a side, without the quiet zone
  std::vector<std::uint8_t> modules;  // row by row, 1 = dark; size * size of them

  // Outside the code is light, as the quiet zone is.
  [[nodiscard]] bool at(int x, int y) const {
    if (x < 0 || y < 0 || x >= size || y >= size) return false;
    return modules[static_cast<std::size_t>(y) * static_cast<std::size_t>(size) + static_cast<std::size_t>(x)] != 0;
  }
};

// ISO/IEC 18004 asks for four light modules on every side.
inline constexpr int kQuietModules = 4;

}  // namespace desk
