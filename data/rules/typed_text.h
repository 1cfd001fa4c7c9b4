// What people type or a scanner reads, brought to plain letters and digits; private to this folder.
#pragma once

#include <string>
#include <string_view>

namespace desk::rules {

// Full-width ASCII (U+FF01 … U+FF5E) as plain ASCII; everything else stays.
[[nodiscard]] std::string half_width(std::string_view text);
// Without spaces of any kind.
[[nodiscard]] std::string without_spaces(std::string_view text);
// Every dash, minus and long-vowel mark that stands for a hyphen, as "-".
[[nodiscard]] std::string plain_hyphens(std::string_view text);

[[nodiscard]] inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] inline bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
[[nodiscard]] bool all_digits(std::string_view text);  // false when empty

}  // namespace desk::rules
