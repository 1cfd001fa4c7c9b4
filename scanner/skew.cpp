#include "scanner/skew.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

namespace desk::scanner {

namespace {

struct Point {
  float along;
  float across;
};

// Energy of the differences between neighbouring sums when the points are summed along lines of this slope.
double energy(const std::vector<Point>& points, double degrees, int length, std::vector<float>& sums) {
  const auto slope = static_cast<float>(std::tan(degrees * std::numbers::pi / 180));
  const int margin = length / 4;
  std::fill(sums.begin(), sums.end(), 0.0F);
  for (const Point& point : points) {
    const auto line = static_cast<int>(point.across - point.along * slope + 0.5F) + margin;
    if (line >= 0 && line < static_cast<int>(sums.size())) sums[static_cast<std::size_t>(line)] += 1;
  }
  double total = 0;
  for (std::size_t i = 1; i < sums.size(); ++i) total += static_cast<double>(sums[i] - sums[i - 1]) * static_cast<double>(sums[i] - sums[i - 1]);
  return total;
}

struct Peak {
  double degrees = 0;
  double ratio = 0;  // of the best energy to the middle one
};

Peak search(const std::vector<Point>& points, int length) {
  std::vector<float> sums(static_cast<std::size_t>(length + length / 2));
  std::vector<double> energies;
  double best = -1;
  double best_at = 0;
  for (double degrees = -6; degrees <= 6.001; degrees += 0.25) {
    const double value = energy(points, degrees, length, sums);
    energies.push_back(value);
    if (value > best) {
      best = value;
      best_at = degrees;
    }
  }
  const double centre = best_at;
  for (double degrees = centre - 0.24; degrees <= centre + 0.241; degrees += 0.03) {
    const double value = energy(points, degrees, length, sums);
    if (value > best) {
      best = value;
      best_at = degrees;
    }
  }
  const auto middle = energies.begin() + static_cast<std::ptrdiff_t>(energies.size() / 2);
  std::nth_element(energies.begin(), middle, energies.end());
  return {best_at, *middle > 0 ? best / *middle : 0};
}

}  // namespace

Skew estimate_skew(const Pixels& grey, int ink_level) {
  // The outermost 3 mm hold the shadow of the glass's edge, which is straight however the paper lies.
  const int border = std::max(1, static_cast<int>(3 * grey.dpi / 25.4));
  std::vector<Point> lines;
  for (int y = border; y < grey.height - border; ++y) {
    const unsigned char* row = grey.row(y);
    const unsigned char* above = grey.row(y - 1);
    for (int x = border; x < grey.width - border; ++x) {
      // Upper edges only: a filled block (a photo, a seal) would drown the text.
      if (row[x] < ink_level && above[x] >= ink_level) lines.push_back({static_cast<float>(x), static_cast<float>(y)});
    }
  }
  if (lines.size() < 300) return {};
  // 40,000 points are plenty for 0.03 degrees; a page of security pattern may have a million.
  if (lines.size() > 40'000) {
    const std::size_t step = lines.size() / 40'000 + 1;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lines.size(); i += step) lines[kept++] = lines[i];
    lines.resize(kept);
  }
  const Peak peak = search(lines, grey.height);
  if (peak.ratio < 1.25 || std::abs(peak.degrees) > 5.9) return {};
  return {peak.degrees, true};
}

Pixels straightened(const Pixels& page, double degrees, const unsigned char (&paper)[3]) {
  Pixels out = page;
  const double angle = degrees * std::numbers::pi / 180;
  // 16.16 fixed point: 32768 pixels a side at most, which judge.h's limits keep.
  const auto fixed = [](double value) { return static_cast<std::int64_t>(std::llround(value * 65536)); };
  const std::int64_t cosine = fixed(std::cos(angle));
  const std::int64_t sine = fixed(std::sin(angle));
  const double cx = (page.width - 1) / 2.0;
  const double cy = (page.height - 1) / 2.0;
  const int channels = page.channels;
  const auto stride = static_cast<std::ptrdiff_t>(page.row_bytes());
  for (int y = 0; y < page.height; ++y) {
    std::int64_t sx = fixed(cx - cx * std::cos(angle) - (y - cy) * std::sin(angle));
    std::int64_t sy = fixed(cy - cx * std::sin(angle) + (y - cy) * std::cos(angle));
    unsigned char* target = out.row(y);
    for (int x = 0; x < page.width; ++x, target += channels, sx += cosine, sy += sine) {
      const auto ix = static_cast<int>(sx >> 16);
      const auto iy = static_cast<int>(sy >> 16);
      if (ix < 0 || iy < 0 || ix >= page.width - 1 || iy >= page.height - 1) {
        for (int c = 0; c < channels; ++c) target[c] = paper[c];
        continue;
      }
      const auto fx = static_cast<int>((sx >> 8) & 0xFF);
      const auto fy = static_cast<int>((sy >> 8) & 0xFF);
      const unsigned char* source = page.row(iy) + static_cast<std::ptrdiff_t>(ix) * channels;
      for (int c = 0; c < channels; ++c) {
        const int top = source[c] * (256 - fx) + source[c + channels] * fx;
        const int below = source[c + stride] * (256 - fx) + source[c + channels + stride] * fx;
        target[c] = static_cast<unsigned char>((top * (256 - fy) + below * fy + 32768) >> 16);
      }
    }
  }
  return out;
}

}  // namespace desk::scanner
