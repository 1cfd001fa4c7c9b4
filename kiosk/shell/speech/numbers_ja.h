// Figures as they are said in Japanese, in katakana: 450万円, 4月20日（火）17:00, 3人, 第5次, 2/3, 090-1234-5678. Counters change the sound of the
// figure before them (さんぷん, ろっぴゃく, はつか), which no speech engine in Debian does.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace desk::shell {

// What stands at the beginning of `text`, when it begins with a figure (half-width digits): its bytes and its sound.
struct SaidFigure {
  std::size_t bytes = 0;
  std::string kana;
};
[[nodiscard]] std::optional<SaidFigure> say_figure(std::string_view text);

// Digit by digit: ゼロ キュー ゼロ. A hyphen is a pause.
[[nodiscard]] std::string say_digits(std::string_view digits);
// Letters by their names, digits by theirs: ティー ナナ ケー.
[[nodiscard]] std::string say_spelled(std::string_view letters);

}  // namespace desk::shell
