// QR codes for the screen: the printer room's encoder, as the canvas draws it.
#pragma once

#include <string>

#include "kiosk/screens/canvas.h"

namespace desk::shell {

// Empty (size 0) when the text does not fit a code: then nothing is drawn.
[[nodiscard]] screens::Matrix matrix_of(const std::string& text);

}  // namespace desk::shell
