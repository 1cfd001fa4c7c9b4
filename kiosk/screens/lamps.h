// What has to be ready before the application: a card each, with a lamp, a word and what to do.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct Lamp {
  // Touched: the explanation with its QR, as the smallest panel leaves the QR out. Empty: the card cannot be touched.
  std::string key;
  Tone tone = Tone::Quiet;
  std::string title, state, body, action;
  Matrix qr;                // size 0: none
  std::string qr_label;
};
struct LampsView {
  std::string title, sub;
  std::vector<Lamp> lamps;  // 1-4
};
void lamps(Canvas& canvas, const Rect& content, const LampsView& view);

}  // namespace desk::screens
