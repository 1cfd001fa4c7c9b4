// What is agreed to: a summary a person can read standing, the whole text page by page for who wants it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct ConsentPoint {
  Icon icon = Icon::Check;
  std::string title, body;
};
struct ConsentView {
  std::string title, sub;
  std::vector<ConsentPoint> points;     // 2-6
  std::vector<ButtonView> actions;      // 全文を読む
  std::string note;
};
void consent(Canvas& canvas, const Rect& content, const ConsentView& view);

}  // namespace desk::screens
