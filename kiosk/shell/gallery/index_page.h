// The page that shows the gallery's pictures: grouped by screen, each with the words of its combination. One file beside the pictures, no script.
#pragma once

#include <string>
#include <vector>

#include "kiosk/shell/gallery/combination.h"

namespace desk::shell::gallery {

[[nodiscard]] std::string index_page(const std::vector<Combination>& set, const std::vector<text::LanguageInfo>& languages, std::size_t checked);

}  // namespace desk::shell::gallery
