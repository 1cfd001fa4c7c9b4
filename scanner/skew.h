// How far a page lies off straight, and setting it straight. Pure.
#pragma once

#include "scanner/pixels.h"

namespace desk::scanner {

struct Skew {
  double degrees = 0;    // positive: the page is turned clockwise
  bool certain = false;  // false: too little on the page to tell (then degrees is 0)
};

// `grey` at about 100 dpi (judge.h makes one). Searches -6 to 6 degrees to 0.03: text lines and ruled lines both make the sums of
// rows jump most when they are summed along their own direction.
[[nodiscard]] Skew estimate_skew(const Pixels& grey, int ink_level);

// The page turned back by `degrees`, same size; bilinear on the full depth (turning a 1-bit page costs OCR 18 points, measured).
// Corners that come from outside are filled with `paper`.
[[nodiscard]] Pixels straightened(const Pixels& page, double degrees, const unsigned char (&paper)[3]);

}  // namespace desk::scanner
