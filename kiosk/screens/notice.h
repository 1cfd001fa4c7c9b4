// One thing to know: a result, a fault, a question before something is ended. What happened, what to do, and who can help.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct NoticeView {
  Tone tone = Tone::Care;
  Icon icon = Icon::None;               // None: the tone's own mark
  std::string title;
  std::string body;
  std::vector<std::string> steps;       // numbered: what to do
  std::vector<ButtonView> actions;
  std::string staff_code;               // "SC-204", small
};
void notice(Canvas& canvas, const Rect& content, const NoticeView& view);

}  // namespace desk::screens
