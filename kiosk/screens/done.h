// The end: the slip as it was printed, what comes next, and the way to the files.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct TodoLine {
  TagView when;
  std::string what;
};
struct DoneView {
  std::string title;
  const Picture* slip = nullptr;      // borrowed; null: no picture
  std::vector<TodoLine> todos;
  std::string note;
  Matrix grant;                       // size 0: no QR
  std::string grant_text;
  std::vector<ButtonView> actions;
};
void done(Canvas& canvas, const Rect& content, const DoneView& view);

}  // namespace desk::screens
