#include "data/base/characters.h"

#include <algorithm>

namespace desk {
namespace {

std::size_t length_after(unsigned char lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// U+FE00 … FE0F and U+E0100 … E01EF.
bool is_selector(std::string_view c) {
  if (c.size() == 3) return c[0] == '\xEF' && c[1] == '\xB8' && static_cast<unsigned char>(c[2]) <= 0x8F;
  return c.size() == 4 && c[0] == '\xF3' && c[1] == '\xA0' && (c[2] == '\x84' || c[2] == '\x85' || c[2] == '\x86' || c[2] == '\x87');
}

}  // namespace

std::vector<std::string_view> characters(std::string_view utf8) {
  std::vector<std::string_view> all;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::size_t length = std::min(length_after(static_cast<unsigned char>(utf8[at])), utf8.size() - at);
    const std::string_view one = utf8.substr(at, length);
    if (is_selector(one) && !all.empty()) all.back() = {all.back().data(), all.back().size() + length};
    else all.push_back(one);
    at += length;
  }
  return all;
}

}  // namespace desk
