// Pictures to and from PNG files (libpng): the tour, the gallery and golden images.
#pragma once

#include <string>

#include "data/base/result.h"
#include "kiosk/screens/surface.h"

namespace desk::shell {

// Fails with StoreUnavailable when the file cannot be written whole.
[[nodiscard]] Done write_png(const std::string& path, const screens::Picture& picture);
// RGBA whatever the file's own format. Fails with BadInput for what is no PNG, or larger than 16,384 pixels a side.
[[nodiscard]] Result<screens::Picture> read_png(const std::string& path);

}  // namespace desk::shell
