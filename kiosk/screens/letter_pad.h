// Letters and digits as keys, with けす at the end: for numbers that are copied from paper.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/screens/widgets.h"

namespace desk::screens {

struct LetterPadView {
  std::string_view letters;
  std::string delete_label;
  int columns = 6;
  bool letters_enabled = true;  // false: full
};
void letter_pad(Canvas& canvas, const Rect& area, const LetterPadView& view);

}  // namespace desk::screens
