// EscposPaper: reads an ESC/POS stream back into the dots it puts on paper. A test oracle: it knows only what our jobs may contain and
// refuses every other byte, so a job that says more than it should fails.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "printer/raster1.h"

namespace desk::printer::test {

struct EscposPaper {
  Raster1 dots;      // as wide as the first picture
  int bands = 0;
  int tallest_band = 0;
  int fed_lines = 0;
  int cuts = 0;
  std::string complaint;  // empty: every byte was understood
};

[[nodiscard]] EscposPaper read_paper(const std::vector<std::uint8_t>& stream);

}  // namespace desk::printer::test
