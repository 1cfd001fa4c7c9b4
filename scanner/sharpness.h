// What only the full resolution shows: how wide an ink edge is, and dust lines of the feeder's glass. Pure.
#pragma once

#include "scanner/pixels.h"

namespace desk::scanner {

struct FineLook {
  int edges = 0;             // ink edges measured; too few say nothing about sharpness
  double edge_width_mm = 0;  // median from 10 % to 90 % of the step, along rows
  int streaks = 0;           // lines of one to four pixels along the whole height
};

// `paper` and `ink` are grey levels (judge.cpp finds them on the overview).
[[nodiscard]] FineLook look_closely(const Pixels& page, int paper, int ink);

}  // namespace desk::scanner
