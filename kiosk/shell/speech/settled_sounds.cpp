#include "kiosk/shell/speech/settled_sounds.h"

#include <algorithm>
#include <utility>

#include "kiosk/shell/speech/numbers_ja.h"

namespace desk::shell {
namespace {

constexpr std::string_view kWeekdays[] = {"月", "火", "水", "木", "金", "土", "日"};
constexpr std::string_view kWeekdaySounds[] = {"ゲツヨービ", "カヨービ", "スイヨービ", "モクヨービ", "キンヨービ", "ドヨービ", "ニチヨービ"};

bool is_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Full-width figures and letters become half-width ones, three bytes one.
void narrow(MarkedPlain& plain) {
  std::string text;
  std::vector<std::size_t> moved(plain.text.size() + 1);
  for (std::size_t at = 0; at < plain.text.size();) {
    const std::size_t bytes = character_bytes(std::string_view(plain.text).substr(at));
    for (std::size_t i = 0; i < bytes; ++i) moved[at + i] = text.size();
    const std::string_view character = std::string_view(plain.text).substr(at, bytes);
    const bool wide = bytes == 3 && character[0] == '\xEF' && (character[1] == '\xBC' || character[1] == '\xBD');
    const auto low = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(character[i])) & 0x3FU; };
    const char ascii = wide ? static_cast<char>((0xF000U | low(1) << 6U | low(2)) - 0xFEE0U) : '\0';
    if (wide && (is_figure(ascii) || is_letter(ascii))) text += ascii;
    else text += character;
    at += bytes;
  }
  moved[plain.text.size()] = text.size();
  for (Settled& reading : plain.readings) {
    reading.begin = moved[reading.begin];
    reading.end = moved[reading.end];
  }
  plain.text = std::move(text);
}

}  // namespace

MarkedPlain unmarked(std::string_view marked) {
  MarkedPlain out;
  while (!marked.empty()) {
    if (marked.starts_with("**")) {
      marked.remove_prefix(2);
      continue;
    }
    if (marked.front() == '[') {
      const auto bar = marked.find('|'), close = marked.find(']');
      if (bar != std::string_view::npos && close != std::string_view::npos && bar < close) {
        const std::string_view base = marked.substr(1, bar - 1);
        out.readings.push_back({out.text.size(), out.text.size() + base.size(), std::string(marked.substr(bar + 1, close - bar - 1))});
        out.text += base;
        marked.remove_prefix(close + 1);
        continue;
      }
    }
    const std::size_t bytes = character_bytes(marked);
    out.text += marked.substr(0, bytes);
    marked.remove_prefix(bytes);
  }
  narrow(out);
  return out;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_figure(char c) { return c >= '0' && c <= '9'; }

std::size_t word_bytes(std::string_view text) {
  std::size_t bytes = 0;
  while (bytes < text.size() && (is_letter(text[bytes]) || is_figure(text[bytes]) || (bytes > 0 && (text[bytes] == '-' || text[bytes] == '\'')))) ++bytes;
  while (bytes > 0 && (text[bytes - 1] == '-' || text[bytes - 1] == '\'')) --bytes;
  return bytes;
}

// T7K-4M2: the reception number, and whatever else mixes letters and figures, is spelled.
bool is_mixed(std::string_view word) {
  return std::any_of(word.begin(), word.end(), is_figure) && std::any_of(word.begin(), word.end(), is_letter);
}
std::size_t address_bytes(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return 0;
  std::size_t bytes = 0;
  while (bytes < text.size() && text[bytes] > ' ' && text[bytes] < 127) ++bytes;
  return bytes;
}

// What stands at the beginning of `text` and is no matter for the dictionary.
std::optional<Settled> settle(std::string_view text, std::size_t at, const ReadingTerms& terms) {
  if (const auto* term = longest_term(terms.japanese, text)) return Settled{at, at + term->first.size(), term->second, Voice::Japanese, true};
  if (const std::size_t bytes = address_bytes(text); bytes > 0) return Settled{at, at + bytes, "ウェブノ アドレス", Voice::Japanese, true};
  if (is_letter(text[0]) || is_figure(text[0])) {
    const std::string_view word = text.substr(0, word_bytes(text));
    // "30mm" and "10MB" are figures with their units, "T7K-4M2" and "7KT-4M2" are not.
    if (is_mixed(word) && is_letter(word[0]) && word.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos) {
      return Settled{at, at + word.size(), say_spelled(word), Voice::Japanese, true};
    }
    if (is_mixed(word) && word.find('-') != std::string_view::npos) return Settled{at, at + word.size(), say_spelled(word), Voice::Japanese, true};
    if (const auto figure = say_figure(text)) return Settled{at, at + figure->bytes, figure->kana, Voice::Japanese, true};
    if (is_capitals(word) && word.size() <= 6) return Settled{at, at + word.size(), say_spelled(word), Voice::Japanese, true};
    return Settled{at, at + word.size(), std::string(word), Voice::English, true};
  }
  for (std::size_t day = 0; day < std::size(kWeekdays); ++day) {
    for (const auto& [open, close] : {std::pair{"（", "）"}, std::pair{"(", ")"}}) {
      const std::string written = std::string(open) + std::string(kWeekdays[day]) + close;
      if (text.starts_with(written)) return Settled{at, at + written.size(), std::string(kWeekdaySounds[day]) + "、", Voice::Japanese, true};
    }
  }
  return std::nullopt;
}

}  // namespace desk::shell
