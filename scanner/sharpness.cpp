#include "scanner/sharpness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace desk::scanner {

namespace {

void grey_row(const Pixels& page, int y, std::vector<int>& out) {
  const unsigned char* row = page.row(y);
  for (int x = 0; x < page.width; ++x) {
    out[static_cast<std::size_t>(x)] = page.channels == 1 ? row[x] : (row[x * 3] * 77 + row[x * 3 + 1] * 150 + row[x * 3 + 2] * 29) >> 8;
  }
}

// Every falling or rising run that spans most of the way from paper to ink adds its width (in tenths of a pixel) to `widths`.
void measure_edges(const std::vector<int>& row, int span, std::array<int, 400>& widths, int& edges) {
  const int noise = 3;  // a step against the run's direction that is still taken for noise
  std::size_t start = 0;
  int direction = 0;
  for (std::size_t x = 1; x <= row.size(); ++x) {
    const int step = x < row.size() ? row[x] - row[x - 1] : 0;
    const bool goes_on = x < row.size() && ((direction > 0 && step > noise) || (direction < 0 && step < -noise));
    if (goes_on) continue;
    const std::size_t end = x - 1;
    if (direction != 0 && std::abs(row[end] - row[start]) * 10 >= span * 7) {
      // Interpolated 10 % and 90 % crossings, so that a sharp edge is not rounded up to whole pixels.
      const double low = row[start] + (row[end] - row[start]) * 0.1;
      const double high = row[start] + (row[end] - row[start]) * 0.9;
      const auto crossing = [&](double level) {
        for (std::size_t i = start; i < end; ++i) {
          const double a = row[i];
          const double b = row[i + 1];
          if ((a <= level && level <= b) || (b <= level && level <= a)) return static_cast<double>(i) + (a == b ? 0 : (level - a) / (b - a));
        }
        return static_cast<double>(end);
      };
      const auto tenths = static_cast<std::size_t>(std::clamp(std::lround((crossing(high) - crossing(low)) * 10), 0L, 399L));
      ++widths[tenths];
      ++edges;
    }
    start = end;
    direction = step > noise ? 1 : (step < -noise ? -1 : 0);
    if (direction == 0) start = x;
  }
}

}  // namespace

FineLook look_closely(const Pixels& page, int paper, int ink) {
  FineLook look;
  if (page.width < 64 || page.height < 64) return look;
  const int span = std::max(24, paper - ink);
  std::array<int, 400> widths{};
  std::vector<int> row(static_cast<std::size_t>(page.width));
  std::vector<int> streaky(static_cast<std::size_t>(page.width));
  constexpr int kRowStep = 4;  // a quarter of the rows says the same as all
  constexpr int kReach = 5;    // a dust line is up to four pixels wide
  constexpr int kDepth = 20;
  int rows = 0;
  for (int y = 0; y < page.height; y += kRowStep, ++rows) {
    grey_row(page, y, row);
    measure_edges(row, span, widths, look.edges);
    for (std::size_t x = kReach; x + kReach < row.size(); ++x) {
      const int left = row[x] - row[x - kReach];
      const int right = row[x] - row[x + kReach];
      streaky[x] += (left < -kDepth && right < -kDepth) ? 1 : ((left > kDepth && right > kDepth) ? -1 : 0);
    }
  }
  if (look.edges > 0) {
    int seen = 0;
    std::size_t tenths = 0;
    while (tenths + 1 < widths.size() && (seen += widths[tenths]) * 2 < look.edges) ++tenths;
    look.edge_width_mm = static_cast<double>(tenths) / 10 * 25.4 / page.dpi;
  }
  // A ruled table ends before the paper does; dust does not.
  bool inside = false;
  for (const int count : streaky) {
    const bool full = std::abs(count) * 100 > rows * 95;
    if (full && !inside) ++look.streaks;
    inside = full;
  }
  return look;
}

}  // namespace desk::scanner
