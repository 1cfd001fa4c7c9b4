#include "kiosk/input/converter.h"

#include <algorithm>

#include "kiosk/input/kana.h"

namespace desk::input {
namespace {

enum class Letter { Kana, Han, Other };

char32_t code_point(std::string_view c) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(c[i])); };
  if (c.size() == 1) return byte(0);
  if (c.size() == 2) return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
  if (c.size() == 3) return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
  return (byte(0) & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
}

Letter letter_of(std::string_view c) {
  const char32_t code = code_point(c.substr(0, c.size() > 4 ? 4 : c.size()));
  if (code >= 0x3041 && code <= 0x30FF) return Letter::Kana;
  // 々〆〇, the ideographs with their extensions and the compatibility block that holds 﨑.
  if ((code >= 0x3005 && code <= 0x3007) || (code >= 0x3400 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
      (code >= 0x20000 && code <= 0x3FFFF)) {
    return Letter::Han;
  }
  return Letter::Other;
}

}  // namespace

std::vector<Secret> names_among(const std::vector<std::string_view>& words, std::string_view hiragana) {
  std::vector<std::string_view> pure, mixed;
  std::string other = katakana(hiragana);
  for (std::string_view word : words) {
    const auto all = characters(word);
    int han = 0, kana = 0;
    for (std::string_view c : all) {
      const Letter letter = letter_of(c);
      han += letter == Letter::Han;
      kana += letter == Letter::Kana;
    }
    if (all.empty() || static_cast<std::size_t>(han + kana) != all.size() || word == hiragana || word == other) continue;
    std::vector<std::string_view>& group = kana == 0 ? pure : mixed;
    if (std::find(group.begin(), group.end(), word) == group.end()) group.push_back(word);
  }
  wipe(other);
  std::vector<Secret> names;
  for (const auto& group : {pure, mixed}) {
    for (std::string_view word : group) names.emplace_back(word);
  }
  return names;
}

}  // namespace desk::input
