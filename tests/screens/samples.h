// Every template with the words and figures of the reference pictures: what geometry and pictures are tested with.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "data/text/text_catalog.h"
#include "kiosk/screens/canvas.h"
#include "kiosk/screens/frame.h"

namespace desk::screens::samples {

struct Sample {
  std::string name;                                       // "02-question"
  std::function<void(Canvas&, const text::Words&)> draw;  // the whole screen
};
[[nodiscard]] const std::vector<Sample>& all();
// A code-like pattern with the three finders: what a QR looks like, not one that can be read.
[[nodiscard]] Matrix pattern(int size);

}  // namespace desk::screens::samples
