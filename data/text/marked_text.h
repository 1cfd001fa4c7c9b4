// Marked text taken apart for the typesetter: the characters to set, and which of their bytes are bold or carry a reading.
// Not a public header of the room: the typesetter is its only reader.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace desk::text {

struct Span {
  std::size_t begin = 0;  // bytes of Paragraph::text
  std::size_t end = 0;
};

struct Reading {
  Span base;
  std::string kana;
};

struct Paragraph {
  std::string text;
  std::vector<Span> bold;
  std::vector<Reading> readings;
};

// One paragraph a line of the source ("\n"). Invalid UTF-8 is replaced by U+FFFD: text may come from a scanned page or a QR.
[[nodiscard]] std::vector<Paragraph> parse_marked(std::string_view marked);

}  // namespace desk::text
