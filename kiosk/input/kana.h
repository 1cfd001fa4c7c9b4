// Kana as values: the marks of the 50-sound keyboard, katakana, and letters for whoever types them on a keyboard of their own. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/base/characters.h"

namespace desk::input {

// What the keys ゛ ゜ 小 make of one kana: か→が→か, は→ぱ→は, つ→っ→つ. Nothing where there is no such kana.
[[nodiscard]] std::optional<std::string_view> voiced(std::string_view kana);
[[nodiscard]] std::optional<std::string_view> semi_voiced(std::string_view kana);
[[nodiscard]] std::optional<std::string_view> small(std::string_view kana);

// Hiragana and ー throughout, and not empty.
[[nodiscard]] bool all_hiragana(std::string_view text);
// Hiragana become katakana; everything else stays.
[[nodiscard]] std::string katakana(std::string_view text);

// The letters that give exactly this kana in Mozc's table; empty for what is no kana.
[[nodiscard]] std::string_view letters_of(std::string_view kana);
// What typed letters have become so far: "kyouto" → きょうと and nothing left; "k" → nothing and "k"; "nn" → ん.
struct Spelled {
  std::string kana;
  std::string rest;  // letters that may still become a kana
};
[[nodiscard]] Spelled spell(std::string_view letters);

}  // namespace desk::input
