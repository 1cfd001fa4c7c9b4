// Before a paper is scanned: what it looks like, what it is often mistaken for, what to check, where to put it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/drawings.h"
#include "kiosk/screens/paged_blocks.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct CoachView {
  std::string title, sub;
  PaperView right;
  std::string right_tag;                 // "これです"
  PaperView wrong;                       // title empty: no look-alike is known
  std::string wrong_tag;
  std::vector<std::string> checks;       // marked text
  std::string tray, tray_note;           // "紙を**表を上**にして、…"
  std::vector<ButtonView> actions;       // まだ持っていない
  std::string note;                      // quiet, under them: when to fetch it; empty: none
  Paging paging;
};
// Returns where the next page begins, for little panels.
int coach(Canvas& canvas, const Rect& content, const CoachView& view);

}  // namespace desk::screens
