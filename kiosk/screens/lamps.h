// What has to be ready before the application: a card each, with a lamp, a word and what to do.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/drawings.h"
#include "kiosk/screens/paged_blocks.h"

namespace desk::screens {

struct Lamp {
  // Touched: the explanation with its QR, as the smallest panel leaves the QR out. Empty: the card cannot be touched.
  std::string key;
  Tone tone = Tone::Quiet;
  std::string title, state, body, action;
  Matrix qr;                // size 0: none
  std::string qr_label;
  Drawing drawing = Drawing::None;  // beside the words of the next one
};
struct LampsView {
  std::string title, sub;
  std::vector<Lamp> lamps;  // 1-4
  bool first_is_next = false;    // the first lamp is what to do now: large, with its action as the title
  std::string next_label;        // "つぎにすること"
  std::vector<ButtonView> actions;
  Paging paging;
};
// Returns where the next page begins, for little panels.
int lamps(Canvas& canvas, const Rect& content, const LampsView& view);

}  // namespace desk::screens
