// Judges a page where the person still stands beside it: measured numbers, each with the limit that it broke. Nothing is ever thrown
// away by a finding (automatic removal of "blank" pages is wrong in 1-2 % of cases, OCRmyPDF's users measured): the person decides.
// Pure, any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "scanner/pixels.h"
#include "scanner/skew.h"

namespace desk::scanner {

// Stored and sent as numbers: never renumber.
enum class FindingCode : std::int32_t {
  Blank = 1,          // measured: ink on the page, in square millimetres
  Crooked = 2,        // measured: degrees, when they could not be set straight
  EdgeCut = 3,        // measured: separate strokes that run off the worst edge
  Blurred = 4,        // measured: width of an ink edge in millimetres
  TooDark = 5,        // measured: level of the paper, 0-255
  Faint = 6,          // measured: contrast between paper and ink, 0-255
  ResolutionLow = 7,  // measured: true dpi
  SizeUnusual = 8,    // measured: the page's longer side in millimetres (A4 is 297)
  Streaked = 9,       // measured: thin lines along the whole page (dust on the feeder's glass)
};

struct Finding {
  FindingCode code{};
  double measured = 0;
  double limit = 0;
  friend bool operator==(const Finding&, const Finding&) = default;
};

// Where a finding begins. Calibrated on the specimens of scanner/tray and on synthetic pages (tests/scanner/judge_test.cpp).
struct JudgeLimits {
  double blank_ink_mm2 = 6;        // less than two 12-point characters
  double straight_degrees = 0.5;   // above: the page is set straight
  double edge_strokes = 4;         // fewer are dust or the shadow of the paper's own edge
  double edge_width_mm = 0.50;     // 5.9 px at 300 dpi; sharp print on a desk scanner measures 0.2 to 0.35
  double paper_level = 120;
  double contrast = 70;
  int least_dpi = 200;             // the rule of design 5, "Files"
  double size_tolerance_mm = 8;
};

struct Judgement {
  Skew skew;                        // as it lay on the glass
  bool straighten = false;          // skew is certain and above the limit
  bool has_colour = false;
  unsigned char paper[3] = {255, 255, 255};
  std::vector<Finding> findings;
};

[[nodiscard]] Judgement judge(const Pixels& page, const JudgeLimits& limits = {});

}  // namespace desk::scanner
