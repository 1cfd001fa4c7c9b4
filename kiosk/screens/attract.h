// The start screen: the promise, the next deadline, and the ways in.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/canvas.h"

namespace desk::screens {

struct AttractPath {
  std::string key, title, sub;
  bool primary = false;
};
struct AttractView {
  std::string title;           // may hold a line break
  std::string programme;       // "デジタル化・AI導入補助金 2026"
  std::string promise;
  std::string deadline_tag;    // "つぎの締切"; empty: no known open round, then deadline says so
  std::string deadline;        // "第5次　9月29日（火）17:00"
  std::string days_before, days, days_after;  // "あと", "12", "日"
  std::vector<AttractPath> paths;             // 2-3
  std::string verified;        // quiet: when the facts were last checked; empty: not said
};
void attract(Canvas& canvas, const Rect& content, const AttractView& view);

}  // namespace desk::screens
