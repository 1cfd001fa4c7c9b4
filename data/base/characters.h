// The characters of a text as people count them.
#pragma once

#include <string_view>
#include <vector>

namespace desk {

// Views into the UTF-8 text. A variation selector (辻 in the form with one dot) belongs to the character before it.
[[nodiscard]] std::vector<std::string_view> characters(std::string_view utf8);

}  // namespace desk
