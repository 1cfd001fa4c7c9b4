// The languages of the desk. Adding one is adding a file to data/text and a line here.
#pragma once

#include <string_view>

namespace desk {

enum class Language { Japanese, EasyJapanese, English };

[[nodiscard]] constexpr std::string_view code_of(Language language) {
  switch (language) {
    case Language::Japanese: return "ja";
    case Language::EasyJapanese: return "ja-easy";
    case Language::English: return "en";
  }
  return "";
}

}  // namespace desk
