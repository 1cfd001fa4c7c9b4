#include "data/catalog/easy_name.h"

#include <algorithm>
#include <vector>

namespace desk::catalog {
namespace {

struct Glyph {
  char32_t code = 0;
  std::string_view bytes;
};

// Well-formed UTF-8 is what the TOML reader lets through; a stray byte counts as itself.
std::vector<Glyph> glyphs_of(std::string_view text) {
  std::vector<Glyph> glyphs;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    length = std::min(length, text.size() - at);
    char32_t code = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) code = code << 6U | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    glyphs.push_back({code, text.substr(at, length)});
    at += length;
  }
  return glyphs;
}

bool kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         c == U'々' || c == U'〆';
}

bool kana(char32_t c) { return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == U'ー'; }

}  // namespace

std::string easy_name_problem(std::string_view text) {
  enum class In { Plain, Base, Reading };
  In in = In::Plain;
  std::size_t base = 0, reading = 0;
  for (const Glyph& glyph : glyphs_of(text)) {
    const std::string shown(glyph.bytes);
    switch (in) {
      case In::Plain:
        if (glyph.code == U'[') in = In::Base, base = reading = 0;
        else if (glyph.code == U']' || glyph.code == U'|') return "\"" + shown + "\" stands outside a reading [base|reading]";
        else if (kanji(glyph.code)) return "\"" + shown + "\" carries no reading: [base|reading]";
        break;
      case In::Base:
        if (glyph.code == U'|') in = In::Reading;
        else if (glyph.code == U'[' || glyph.code == U']') return "a reading is not of the form [base|reading]";
        else ++base;
        break;
      case In::Reading:
        if (glyph.code == U']') {
          if (base == 0 || reading == 0) return "a reading is not of the form [base|reading]";
          in = In::Plain;
        } else if (!kana(glyph.code)) {
          return "\"" + shown + "\" is no kana: a reading is";
        } else {
          ++reading;
        }
        break;
    }
  }
  return in == In::Plain ? "" : "a reading is not closed";
}

}  // namespace desk::catalog
