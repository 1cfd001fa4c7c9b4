#include "scanner/blank_sheet.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace desk::scanner {
namespace {

constexpr double kBorderMm = 5;      // the paper's own edges and their shadow
constexpr double kReachMm = 1.5;     // a streak is darker (or lighter) than the paper on both its sides
constexpr int kStreakDepth = 10;     // grey levels: weaker ones are not seen on a copy
constexpr int kSpeckDepth = 45;
constexpr double kSpeckMm2 = 0.12;   // a dot of 0.4 mm
constexpr double kPrintMm2 = 25;     // four lines of print; dirt of that size is seen by eye

int median_level(const Pixels& grey) {
  std::array<long, 256> histogram{};
  for (const unsigned char level : grey.bytes) ++histogram[level];
  const long half = static_cast<long>(grey.bytes.size()) / 2;
  long seen = 0;
  for (std::size_t level = 0; level < histogram.size(); ++level) {
    seen += histogram[level];
    if (seen > half) return static_cast<int>(level);
  }
  return 255;
}

// Columns that differ from both their neighbourhoods in nine rows of ten. A crease or a printed line ends before the paper does.
std::vector<int> streaked_columns(const Pixels& grey, int border, int reach) {
  std::vector<int> hits(static_cast<std::size_t>(grey.width), 0);
  constexpr int kRowStep = 4;
  int rows = 0;
  for (int y = border; y < grey.height - border; y += kRowStep, ++rows) {
    const unsigned char* row = grey.row(y);
    for (int x = border; x < grey.width - border; ++x) {
      const int left = row[x] - row[x - reach];
      const int right = row[x] - row[x + reach];
      const bool dark = left < -kStreakDepth && right < -kStreakDepth;
      const bool light = left > kStreakDepth && right > kStreakDepth;
      if (dark || light) ++hits[static_cast<std::size_t>(x)];
    }
  }
  std::vector<int> columns;
  for (int x = 0; x < grey.width; ++x) {
    if (rows > 0 && hits[static_cast<std::size_t>(x)] * 10 >= rows * 9) columns.push_back(x);
  }
  return columns;
}

}  // namespace

SheetLook look_at_blank(const Pixels& page) {
  SheetLook look;
  look.marks.assign(static_cast<std::size_t>(look.columns) * static_cast<std::size_t>(look.rows), SheetMark::Clean);
  const Pixels grey = page.channels == 1 ? page : to_grey(page);
  const double pixel_mm = 25.4 / grey.dpi;
  const int border = std::max(2, static_cast<int>(kBorderMm / pixel_mm));
  const int reach = std::max(2, static_cast<int>(kReachMm / pixel_mm));
  if (grey.width < 4 * border || grey.height < 4 * border) {
    look.blank = false;
    return look;
  }
  look.paper_level = median_level(grey);

  const auto cell_of = [&](int x, int y) {
    const int column = std::min(look.columns - 1, x * look.columns / grey.width);
    const int row = std::min(look.rows - 1, y * look.rows / grey.height);
    return static_cast<std::size_t>(row * look.columns + column);
  };
  int last = -1000;
  std::vector<bool> streaked(static_cast<std::size_t>(grey.width), false);
  for (const int x : streaked_columns(grey, border, reach)) {
    streaked[static_cast<std::size_t>(x)] = true;
    if (x - last > reach) look.streaks_mm.push_back(static_cast<int>(x * pixel_mm + 0.5));
    last = x;
    for (int row = 0; row < look.rows; ++row) look.marks[cell_of(x, (grey.height * (2 * row + 1)) / (2 * look.rows))] = SheetMark::Streak;
  }

  std::vector<long> dark(look.marks.size(), 0);
  long all = 0;
  for (int y = border; y < grey.height - border; ++y) {
    const unsigned char* row = grey.row(y);
    for (int x = border; x < grey.width - border; ++x) {
      if (row[x] >= look.paper_level - kSpeckDepth || streaked[static_cast<std::size_t>(x)]) continue;
      ++dark[cell_of(x, y)];
      ++all;
    }
  }
  look.blank = static_cast<double>(all) * pixel_mm * pixel_mm < kPrintMm2;
  for (std::size_t i = 0; i < dark.size(); ++i) {
    if (static_cast<double>(dark[i]) * pixel_mm * pixel_mm < kSpeckMm2) continue;
    ++look.specks;
    if (look.marks[i] == SheetMark::Clean) look.marks[i] = SheetMark::Speck;
  }
  return look;
}

}  // namespace desk::scanner
