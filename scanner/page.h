// A scanned page as the rest of the desk knows it, and the work that makes one from pixels. Pure, any thread; about 0.3 s of CPU for
// an A4 page, so it runs in a helper (design 4.6), never on a frame.
#pragma once

#include <vector>

#include "data/base/result.h"
#include "scanner/jpeg.h"
#include "scanner/judge.h"
#include "scanner/pixels.h"

namespace desk::scanner {

// Owns a person's paper: keep it no longer than the visit, seal it before it touches a disk.
struct ScannedPage {
  Bytes jpeg;                     // straight, as it goes into the PDF, with its true density
  int width = 0;                  // pixels of the JPEG
  int height = 0;
  int dpi = 300;
  bool colour = true;
  double straightened_degrees = 0;  // what was set straight; 0: it lay straight
  Preview preview;
  std::vector<Finding> findings;
};

struct FinishChoice {
  int quality = 75;
  int preview_side = 1200;  // a finger must hit the My Number field on it
  bool straighten = true;
  JudgeLimits limits{};
};

// Judges, sets straight, drops a colour that is not there, encodes.
[[nodiscard]] Result<ScannedPage> finish_page(Pixels page, const FinishChoice& choice = {});
// The same page with black boxes burnt in, or turned; findings stay as they were measured on the first scan.
[[nodiscard]] Result<ScannedPage> masked_page(const ScannedPage& page, const std::vector<PageRect>& rects, const FinishChoice& choice = {});
[[nodiscard]] Result<ScannedPage> turned_page(const ScannedPage& page, int quarter_turns, const FinishChoice& choice = {});

}  // namespace desk::scanner
