#include "scanner/judge.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "scanner/sharpness.h"

namespace desk::scanner {

namespace {

constexpr int kOverviewDpi = 100;  // 1.2 million pixels an A4 page: enough for everything but sharpness and dust

struct Levels {
  int paper = 255;  // the commonest level of the brighter half
  int ink = 0;      // the darkest 2 per mille
};

Levels levels_of(const Pixels& grey) {
  std::array<int, 256> histogram{};
  for (const unsigned char level : grey.bytes) ++histogram[level];
  Levels levels;
  const auto total = static_cast<int>(grey.bytes.size());
  int seen = 0;
  levels.ink = 255;
  for (int level = 0; level < 256; ++level) {
    seen += histogram[static_cast<std::size_t>(level)];
    if (seen * 500L >= total) {
      levels.ink = level;
      break;
    }
  }
  // The brighter half by count, so that a page under a dark cover or in grey paper still finds its paper.
  int median = 0;
  for (seen = 0; median < 255; ++median) {
    seen += histogram[static_cast<std::size_t>(median)];
    if (seen * 2L >= total) break;
  }
  const auto brighter = histogram.begin() + median;
  levels.paper = static_cast<int>(std::max_element(brighter, histogram.end()) - histogram.begin());
  return levels;
}

int ink_threshold(const Levels& levels) { return levels.paper - std::max(32, (levels.paper - levels.ink) * 2 / 5); }

double ink_mm2(const Pixels& grey, int below) {
  const int border = static_cast<int>(4 * grey.dpi / 25.4);
  long dark = 0;
  for (int y = border; y < grey.height - border; ++y) {
    const unsigned char* row = grey.row(y);
    dark += std::count_if(row + border, row + std::max(border, grey.width - border), [below](unsigned char level) { return level < below; });
  }
  const double pixel_mm = 25.4 / grey.dpi;
  return static_cast<double>(dark) * pixel_mm * pixel_mm;
}

// Short dark runs along one border line that also go on further inside: characters cut by the edge. The shadow of the paper's own
// edge is one long run and does not count; a ruled frame that touches the border has at most two runs.
template <class At>
int cut_strokes(int length, int run_most, const At& dark) {
  int strokes = 0;
  int run = 0;
  for (int i = 0; i <= length; ++i) {
    if (i < length && dark(i)) {
      ++run;
      continue;
    }
    if (run > 0 && run <= run_most) ++strokes;
    run = 0;
  }
  return strokes;
}

int worst_edge(const Pixels& grey, int below) {
  const int run_most = 6 * grey.dpi / 25;  // 6 mm: no character is longer
  const int inside = 2;                    // 0.5 mm
  const auto is_dark = [&](int x, int y) { return grey.row(y)[x] < below; };
  const int w = grey.width;
  const int h = grey.height;
  if (w < 20 || h < 20) return 0;
  return std::max({cut_strokes(w, run_most, [&](int x) { return is_dark(x, 0) && is_dark(x, inside); }),
                   cut_strokes(w, run_most, [&](int x) { return is_dark(x, h - 1) && is_dark(x, h - 1 - inside); }),
                   cut_strokes(h, run_most, [&](int y) { return is_dark(0, y) && is_dark(inside, y); }),
                   cut_strokes(h, run_most, [&](int y) { return is_dark(w - 1, y) && is_dark(w - 1 - inside, y); })});
}

// The paper's own tint, as the mean of everything near the paper's level.
void paper_tint(const Pixels& overview, const Pixels& grey, int paper, unsigned char (&tint)[3]) {
  std::array<long, 3> sums{};
  long count = 0;
  for (std::size_t i = 0; i < grey.bytes.size(); ++i) {
    if (std::abs(grey.bytes[i] - paper) > 6) continue;
    for (std::size_t c = 0; c < 3; ++c) sums[c] += overview.bytes[overview.channels == 3 ? i * 3 + c : i];
    ++count;
  }
  for (std::size_t c = 0; c < 3; ++c) tint[c] = static_cast<unsigned char>(count > 0 ? sums[c] / count : 255);
}

// A seal is 40 mm2 of strong red on a page of 62,370; scanners fringe black print with weak colours, and paper has a tint.
bool coloured(const Pixels& overview, const unsigned char (&paper)[3]) {
  if (overview.channels == 1) return false;
  long strong = 0;
  for (std::size_t i = 0; i + 2 < overview.bytes.size(); i += 3) {
    std::array<int, 3> off{};
    for (std::size_t c = 0; c < 3; ++c) off[c] = overview.bytes[i + c] - paper[c];
    const auto [low, high] = std::minmax_element(off.begin(), off.end());
    if (*high - *low > 44) ++strong;
  }
  return strong * 5000L > static_cast<long>(overview.bytes.size() / 3);
}

}  // namespace

Judgement judge(const Pixels& page, const JudgeLimits& limits) {
  Judgement out;
  const Pixels overview = resampled(page, kOverviewDpi);
  const Pixels grey = to_grey(overview);
  const Levels levels = levels_of(grey);
  const int threshold = ink_threshold(levels);
  const auto find = [&](FindingCode code, double measured, double limit) { out.findings.push_back({code, measured, limit}); };

  paper_tint(overview, grey, levels.paper, out.paper);
  out.has_colour = coloured(overview, out.paper);
  const double ink = ink_mm2(grey, threshold);
  const bool blank = ink < limits.blank_ink_mm2;
  if (blank) find(FindingCode::Blank, ink, limits.blank_ink_mm2);

  out.skew = estimate_skew(grey, threshold);
  out.straighten = out.skew.certain && std::abs(out.skew.degrees) > limits.straight_degrees;
  if (const int strokes = worst_edge(grey, threshold); strokes >= limits.edge_strokes) find(FindingCode::EdgeCut, strokes, limits.edge_strokes);

  const FineLook fine = look_closely(page, levels.paper, levels.ink);
  if (!blank && fine.edges >= 200 && fine.edge_width_mm > limits.edge_width_mm) {
    find(FindingCode::Blurred, fine.edge_width_mm, limits.edge_width_mm);
  }
  if (fine.streaks > 0) find(FindingCode::Streaked, fine.streaks, 0);
  if (levels.paper < limits.paper_level) find(FindingCode::TooDark, levels.paper, limits.paper_level);
  if (const int contrast = levels.paper - levels.ink; !blank && contrast < limits.contrast) find(FindingCode::Faint, contrast, limits.contrast);
  if (page.dpi < limits.least_dpi) find(FindingCode::ResolutionLow, page.dpi, limits.least_dpi);

  const double longer = std::max(page.width_mm(), page.height_mm());
  const double shorter = std::min(page.width_mm(), page.height_mm());
  if (std::abs(longer - 297) > limits.size_tolerance_mm || std::abs(shorter - 210) > limits.size_tolerance_mm) {
    find(FindingCode::SizeUnusual, longer, 297);
  }
  return out;
}

}  // namespace desk::scanner
