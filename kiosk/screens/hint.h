// What a screen answers to somebody who touched what cannot be pressed yet, and where a switch user stands.
#pragma once

#include "kiosk/screens/scene.h"

namespace desk::screens {

void draw_hint(Canvas& canvas, const Scene& scene, const UiState& ui);
// The ring around the group that a switch would enter.
void draw_focus_group(Canvas& canvas);

}  // namespace desk::screens
