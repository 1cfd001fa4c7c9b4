// What makes a screen another one: not only the step, but which partner, paper, page or fault it is about. Touch lets go, the focus begins
// anew and speech starts to read when the name changes; what changes under one name is the same screen with news.
#pragma once

#include <string>

#include "kiosk/screens/scene.h"

namespace desk::screens {

[[nodiscard]] std::string screen_name(const Scene& scene, const UiState& ui);
// What floats above it; empty: nothing.
[[nodiscard]] std::string layer_name(const Scene& scene, const UiState& ui);

}  // namespace desk::screens
