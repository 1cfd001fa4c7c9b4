// What of a text has its sound before any dictionary looks at it: readings written over it, official terms, figures and what is spelled.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/shell/speech/phrase.h"
#include "kiosk/shell/speech/reading_terms.h"

namespace desk::shell {

// A stretch of the text whose sound is settled before MeCab looks at it.
struct Settled {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string sound;
  std::string voice = Voice::Japanese;
  bool whole = false;         // a word of its own; else a reading written over a part of one (申|もう し込み)
};

struct MarkedPlain {
  std::string text;
  std::vector<Settled> readings;
};

// The text without marks, its figures and letters half-width, and the readings that were written over it.
[[nodiscard]] MarkedPlain unmarked(std::string_view marked);

// What stands at the beginning of `text`, which stands at `at`; nothing when the dictionary must say.
[[nodiscard]] std::optional<Settled> settle(std::string_view text, std::size_t at, const ReadingTerms& terms);

[[nodiscard]] bool is_letter(char c);
[[nodiscard]] bool is_figure(char c);
[[nodiscard]] std::size_t word_bytes(std::string_view text);     // of letters, figures and hyphens
[[nodiscard]] bool is_mixed(std::string_view word);              // letters and figures: spelled
[[nodiscard]] std::size_t address_bytes(std::string_view text);  // of a web address

}  // namespace desk::shell
