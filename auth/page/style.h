// The one style sheet, in the look of design 6. Compiled in, so that the page role serves no files of its own.
#pragma once

#include <string_view>

namespace desk::auth::page {

inline constexpr std::string_view kStylePath = "/page.css";
[[nodiscard]] std::string_view style();

}  // namespace desk::auth::page
