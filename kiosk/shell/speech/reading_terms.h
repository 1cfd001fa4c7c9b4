// Words whose sound no dictionary knows: data/text/tables/readings.toml, and the readings of whole words in やさしい日本語.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "data/base/language.h"
#include "data/base/result.h"

namespace desk::shell {

struct ReadingTerms {
  std::map<std::string, std::string, std::less<>> japanese;   // written → katakana
  std::map<std::string, std::string, std::less<>> english;    // written → as an English voice says it
  std::map<std::string, std::string, std::less<>> words;      // whole words of the dictionary that are read differently here
  std::map<std::string, std::string, std::less<>> variants;   // 髙 → 高: forms of a character that no dictionary has

  [[nodiscard]] static Result<ReadingTerms> load(const std::string& text_folder);
};

// The longest entry that `text` begins with; nullptr: none.
using TermTable = std::map<std::string, std::string, std::less<>>;
[[nodiscard]] const TermTable::value_type* longest_term(const TermTable& terms, std::string_view text);

// One character of UTF-8 at the beginning of `text`; never 0 for a text that is not empty.
[[nodiscard]] std::size_t character_bytes(std::string_view text);
[[nodiscard]] bool is_kanji(std::string_view character);
[[nodiscard]] bool is_kana(std::string_view character);

}  // namespace desk::shell
