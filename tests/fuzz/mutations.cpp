#include "tests/fuzz/mutations.h"

#include <algorithm>
#include <set>

namespace desk::fuzz {
namespace {

// Where readers of numbers, dates and brackets trip.
const std::vector<std::string> kTraps = {
    "0", "-0", "-1", "1", "00", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616", "1000000000000",
    "1000000000001", "2147483648", "4294967296", "1e308", "1e400", "-1e-9", "nan", "inf", "0x7f", "1_000", "1/0", "0/1", "3/2", "1/9223372036854775807",
    "9223372036854775807/9223372036854775807", "0000-01-01", "9999-12-31", "2024-02-29", "2023-02-29", "2026-09-31", "2026-09-29T17:00",
    "2026-09-29T24:00", "true", "false", "null", "\"\"", "[]", "{}", "[[", "]]", "\"\"\"", "'''", "\\u0000", "\\ud800", "\\uDFFF", "\xEF\xBC\x90", "\xEF\xBF\xBF",
    "\xF0\x9F\x98\x80", "\xC0\x80", "\xFF", "\xE3\x80\x80", "\xEF\xBB\xBF", "令和元年", "平成31年", "R5.3.10", "元", "年", "月", "日", "分", "\t", "\r\n", "\\", "#",
};

bool of_word(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' || c == '/' || c == '.' || (c & 0x80) != 0;
}

}  // namespace

Mutations::Mutations(const std::vector<std::string>& seeds, std::uint64_t number) : words_(kTraps), engine_(number) {
  std::set<std::string> seen;
  for (const std::string& seed : seeds) {
    for (std::size_t i = 0; i < seed.size();) {
      std::size_t end = i;
      while (end < seed.size() && of_word(seed[end])) ++end;
      if (end > i && end - i <= 40) seen.insert(seed.substr(i, end - i));
      i = end + 1;
    }
  }
  words_.insert(words_.end(), seen.begin(), seen.end());
}

Mutations::Span Mutations::word_of(const std::string& text) {
  std::size_t at = below(text.size());
  if (!of_word(text[at])) return {at, 1};
  while (at > 0 && of_word(text[at - 1])) --at;
  std::size_t end = at;
  while (end < text.size() && of_word(text[end])) ++end;
  return {at, end - at};
}

Mutations::Span Mutations::line_of(const std::string& text) {
  std::size_t at = below(text.size());
  while (at > 0 && text[at - 1] != '\n') --at;
  const std::size_t end = text.find('\n', at);
  return {at, (end == std::string::npos ? text.size() : end + 1) - at};
}

void Mutations::bytes(std::string& text) {
  const std::size_t at = below(text.size());
  switch (below(5)) {
    case 0: text[at] = static_cast<char>(text[at] ^ (1 << below(8))); break;
    case 1: text[at] = static_cast<char>(below(256)); break;
    case 2: text.insert(at, 1, "\"'{}[],:=\n#.-+0129eTZ\\ "[below(23)]); break;
    case 3: text.erase(at, 1 + below(8)); break;
    default: text.insert(at, text.substr(at, 1 + below(40))); break;
  }
}

void Mutations::words(std::string& text) {
  const Span word = word_of(text);
  // One in three times a trap: the seeds' own words are many.
  const std::string& other = below(3) == 0 ? kTraps[below(kTraps.size())] : words_[below(words_.size())];
  if (below(4) == 0) {
    text.insert(word.at, other);
  } else {
    text.replace(word.at, word.length, other);
  }
}

void Mutations::lines(std::string& text) {
  const Span line = line_of(text);
  const std::string taken = text.substr(line.at, line.length);
  switch (below(3)) {
    case 0: text.erase(line.at, line.length); break;
    case 1: text.insert(line.at, taken); break;
    default: {
      text.erase(line.at, line.length);
      text.insert(text.empty() ? 0 : line_of(text).at, taken);
    }
  }
}

void Mutations::splice(std::string& text, const std::string& other) {
  if (other.empty()) return;
  const Span from = below(2) == 0 ? line_of(other) : Span{below(other.size()), 1 + below(60)};
  text.insert(line_of(text).at, other.substr(from.at, from.length));
}

std::string Mutations::next(const std::vector<std::string>& all, std::size_t most) {
  // What was found last is the least explored: half of the time it is taken from the newest tenth.
  const std::size_t newest = all.size() / 10 + 1;
  std::string text = below(2) == 0 ? all[all.size() - 1 - below(newest)] : all[below(all.size())];
  for (std::size_t i = 1 + below(5); i > 0; --i) {
    if (text.empty()) text = words_[below(words_.size())];
    switch (below(8)) {
      case 0: case 1: bytes(text); break;
      case 2: case 3: case 4: words(text); break;
      case 5: case 6: lines(text); break;
      default: splice(text, all[below(all.size())]); break;
    }
  }
  if (text.size() > most) text.resize(most);
  return text;
}

}  // namespace desk::fuzz
