// The demonstration scanner's paper: picture files in a folder, fed in the order of their names. Pure but for reading files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "scanner/pixels.h"

namespace desk::scanner::tray {

// *.ppm *.pgm *.pbm (binary, at most 8 bits) and *.jpg, at 300 dpi unless a JPEG says otherwise.
[[nodiscard]] std::vector<std::filesystem::path> sheets_in(const std::filesystem::path& folder);
[[nodiscard]] std::optional<Pixels> read_sheet(const std::filesystem::path& file);

enum class Mode { Lineart, Gray, Color };

// The area of the glass that is scanned, in millimetres from the sheet's upper left corner.
struct Area {
  double left = 0;
  double top = 0;
  double right = 210;
  double bottom = 297;
};

// Bytes as SANE sends them (line art: 1 bit, 1 is black). What lies beside the sheet is white.
struct Raster {
  int width = 0;
  int height = 0;
  int bytes_per_line = 0;
  std::vector<unsigned char> bytes;
};
[[nodiscard]] Raster layout(Mode mode, int dpi, const Area& area);  // sizes only, no bytes
[[nodiscard]] Raster scan_sheet(const Pixels& sheet, Mode mode, int dpi, const Area& area);

}  // namespace desk::scanner::tray
