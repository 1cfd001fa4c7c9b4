// What a screen answers to somebody who touched what cannot be pressed yet, and where a switch user stands.
#pragma once

#include "kiosk/screens/scene.h"

namespace desk::screens {

// A disabled target was touched: says why, briefly.
void refuse(std::string_view pressed_key, const Scene& scene, UiState& ui);
void draw_hint(Canvas& canvas, const Scene& scene, const UiState& ui);
// The ring around the group that a switch would enter.
void draw_focus_group(Canvas& canvas);

}  // namespace desk::screens
