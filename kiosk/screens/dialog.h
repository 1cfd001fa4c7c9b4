// Dialogs over the screen: idle warning, staff called, confirm, settings, explanations. Drawn last; what lies under them cannot be touched.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/question.h"

namespace desk::screens {

struct DialogView {
  Tone tone = Tone::Plain;
  Icon icon = Icon::None;
  std::string title;
  std::string body;                    // may hold line breaks
  std::vector<std::string> points;     // numbered
  std::string count, count_unit;       // "45", "秒": a count-down in large digits; empty: none
  double count_fraction = 0;           // how much of it is left, 0..1: the ring around it
  std::vector<Choice> choices;         // settings: sizes, colours, languages
  Matrix qr;
  std::string qr_label;
  std::vector<ButtonView> actions;     // the last one is the affirmative, at the right
  bool covers = false;                 // nothing of the screen below can be read
  std::string note;                    // quiet, under the body: where it is written
};
void dialog(Canvas& canvas, const DialogView& view);

}  // namespace desk::screens
