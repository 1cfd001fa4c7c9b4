#include "data/rules/typed_text.h"

#include <algorithm>
#include <array>

namespace desk::rules {
namespace {

constexpr std::array<std::string_view, 4> kSpaces = {" ", "\t", "\u00A0", "\u3000"};
constexpr std::array<std::string_view, 9> kHyphens = {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014",
                                                      "\u2015", "\u2212", "\uFF0D", "\u30FC"};

template <std::size_t N>
std::string replaced(std::string_view text, const std::array<std::string_view, N>& marks, std::string_view by) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const auto found = std::find_if(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
    if (found != marks.end()) {
      out += by;
      text.remove_prefix(found->size());
    } else {
      out.push_back(text.front());
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace

std::string half_width(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    // U+FF01 … U+FF5E are EF BC 81 … EF BD 9E.
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD) && byte(2) >= 0x80 && byte(2) <= 0xBF) {
      const unsigned code = 0xF000U | ((byte(1) & 0x3FU) << 6) | (byte(2) & 0x3FU);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out.push_back(static_cast<char>(code - 0xFEE0));
        text.remove_prefix(3);
        continue;
      }
    }
    out.push_back(text.front());
    text.remove_prefix(1);
  }
  return out;
}

std::string without_spaces(std::string_view text) { return replaced(text, kSpaces, ""); }

std::string plain_hyphens(std::string_view text) { return replaced(text, kHyphens, "-"); }

bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

}  // namespace desk::rules
