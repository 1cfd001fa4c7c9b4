// A blank sheet, scanned to look at the scanner itself: dust on the feeder's glass draws a line along every page, dirt on the flatbed's
// leaves specks. Split into cells, so that it can be said where to wipe. Pure, any thread; full resolution, so it runs in the page helper.
#pragma once

#include <vector>

#include "scanner/pixels.h"

namespace desk::scanner {

enum class SheetMark : int { Clean = 0, Speck = 1, Streak = 2 };

struct SheetLook {
  int columns = 8;
  int rows = 11;
  std::vector<SheetMark> marks;     // columns * rows, row by row from the top left
  int specks = 0;                   // cells with specks
  std::vector<int> streaks_mm;      // each streak's way from the left edge of the sheet
  bool blank = true;                // false: there is print on it, so nothing can be said of the glass
  int paper_level = 255;            // of the sheet, 0-255; a lamp that fades darkens it
};

[[nodiscard]] SheetLook look_at_blank(const Pixels& page);

}  // namespace desk::scanner
