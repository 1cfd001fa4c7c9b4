// Keyboards of our own: the fifty sounds as every elder learned them (columns from あ at the right to わ at the left, marks beside them,
// nothing behind a second page), and letters for names that are written so. Keys come back as "kana.か" and "letter.Q", the keys that
// change what was typed as key::kVoiced and its neighbours.
#pragma once

#include <string>
#include <string_view>

#include "data/text/text_catalog.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {

namespace key {
inline constexpr std::string_view kKana = "kana.";
inline constexpr std::string_view kVoiced = "edit.voiced";
inline constexpr std::string_view kSemiVoiced = "edit.semi";
inline constexpr std::string_view kSmall = "edit.small";
inline constexpr std::string_view kErase = "edit.erase";
inline constexpr std::string_view kUndo = "edit.undo";
inline constexpr std::string_view kSpace = "edit.space";
}  // namespace key

struct KeyboardView {
  bool letters = false;        // else the fifty sounds
  std::string switch_key;      // what changes to the other one; empty: nothing does
  bool enabled = true;
};

// The height it wants of an area this large: comfortable, and never keys under the touch minimum.
[[nodiscard]] double keyboard_height(const Canvas& canvas, const Rect& area, const KeyboardView& view);
void keyboard(Canvas& canvas, const Rect& area, const KeyboardView& view, const text::Words& words);

}  // namespace desk::screens
