// Contrast as it is painted: for each word the ink that was really laid against the ground that is really there, and the edges of what can be
// touched, measured on the pixels of a picture (design 6).
#pragma once

#include <string>
#include <vector>

#include "kiosk/shell/gallery/checks.h"

namespace desk::shell::gallery {

[[nodiscard]] std::vector<std::string> contrast_complaints(const Drawing& drawing, const screens::Picture& picture);

}  // namespace desk::shell::gallery
