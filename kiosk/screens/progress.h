// Something runs: what, how far, and what the person may do meanwhile.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/drawings.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct ProgressStep {
  std::string label;
  Tone tone = Tone::Quiet;     // Done, Plain (running), Quiet (to come), Care, Stop
};
struct ProgressView {
  std::string title, sub;
  Icon icon = Icon::Tray;
  double fraction = -1;        // 0..1; below 0: not known, a bar that wanders
  std::string count;           // "2枚目を読み取っています"
  std::vector<ProgressStep> steps;
  std::vector<ButtonView> actions;  // 中止する
  Drawing drawing = Drawing::None;  // instead of the icon
};
void progress(Canvas& canvas, const Rect& content, const ProgressView& view);

}  // namespace desk::screens
