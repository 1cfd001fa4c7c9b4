#include "kiosk/screens/letter_pad.h"

#include <algorithm>

#include "kiosk/screens/keys.h"

namespace desk::screens {

void letter_pad(Canvas& canvas, const Rect& area, const LetterPadView& view) {
  const int keys = static_cast<int>(view.letters.size()) + 1;
  const int rows = (keys + view.columns - 1) / view.columns;
  const double gap = std::max(canvas.gap() * 0.5, 3.0);
  const double width = (area.w - gap * (view.columns - 1)) / view.columns;
  const double height = (area.h - gap * (rows - 1)) / rows;
  for (int i = 0; i < keys; ++i) {
    const bool erase = i == keys - 1;
    // けす is the widest word: it takes what its row has left.
    const double span = erase ? area.w - (i % view.columns) * (width + gap) : width;
    const Rect rect{area.x + (i % view.columns) * (width + gap), area.y + (i / view.columns) * (height + gap), span, height};
    const std::string label = erase ? view.delete_label : std::string(1, view.letters[static_cast<std::size_t>(i)]);
    const std::string target = erase ? std::string(key::kDelete) : std::string(key::kLetter) + label;
    const bool enabled = erase || view.letters_enabled;
    const bool held = canvas.target(target, rect, label, TargetKind::Key, enabled);
    touch_card(canvas, rect, {false, false, false, held, canvas.focused(target)});
    TextLook look;
    look.role = erase ? Role::Body : Role::Question;
    look.align = text::Align::Center;
    canvas.text_middle(rect, label, look);
  }
}

}  // namespace desk::screens
