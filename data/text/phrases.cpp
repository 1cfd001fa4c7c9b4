#include "data/text/phrases.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace desk::text {
namespace {

using Breaker = std::unique_ptr<UBreakIterator, decltype(&ubrk_close)>;

Breaker open(UBreakIteratorType type, const char* locale, UErrorCode& status) {
  return {ubrk_open(type, locale, nullptr, 0, &status), &ubrk_close};
}

// The character that starts at `at`, and the one that ends there; 0 outside the text. The text is valid UTF-8.
char32_t character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const std::uint8_t lead = byte(0);
  if (lead < 0x80U) return lead;
  const std::size_t tails = lead >= 0xF0U ? 3 : lead >= 0xE0U ? 2 : 1;
  char32_t character = lead & (0x3FU >> tails);
  for (std::size_t i = 1; i <= tails && at + i < text.size(); ++i) character = (character << 6U) | (byte(i) & 0x3FU);
  return character;
}

char32_t character_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && (static_cast<std::uint8_t>(text[at]) & 0xC0U) == 0x80U);
  return character_at(text, at);
}

bool is_hiragana(char32_t c) { return c >= 0x3041 && c <= 0x309F; }
bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || c == U'ー'; }
bool is_kanji(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || c == U'々' ||
         (c >= 0x20000 && c <= 0x3FFFF);
}
bool is_digit(char32_t c) { return (c >= U'0' && c <= U'9') || (c >= U'０' && c <= U'９'); }
bool is_latin(char32_t c) { return c > 0x20 && c < 0x7F && !is_digit(c); }
bool ends_phrase(char32_t c) { return std::u32string_view(U"はがをにでとものへてや").find(c) != std::u32string_view::npos; }
bool closes(char32_t c) { return std::u32string_view(U"」』）〉》】)]").find(c) != std::u32string_view::npos; }

// ICU's dictionary cuts some kana words in two ("えらんで/くだ/さい", "申請/する", "10/分" were seen with ICU 72). A phrase begins
// with a kana only after a particle, a te-form or punctuation; and a number stays with its counter.
bool splits_a_phrase(char32_t before, char32_t after) {
  if (is_hiragana(after)) {
    if (is_hiragana(before)) return !ends_phrase(before);
    return is_kanji(before) || is_katakana(before) || is_digit(before) || is_latin(before) || closes(before);
  }
  if (before == U'に' && after == U'合') return true;  // 間に合う
  // Compound verbs join an i- or e-stem to a kanji: 受け取る, 読み直す, 申し込む.
  if (is_kanji(after) && std::u32string_view(U"けみりしきちびぎせえれべめげ").find(before) != std::u32string_view::npos) return true;
  if (before == U'か' && std::u32string_view(U"月所国年").find(after) != std::u32string_view::npos) return true;  // 12か月
  const bool counted = is_kanji(after) || is_katakana(after);
  return (is_digit(before) && counted) || (is_kanji(before) && is_digit(after));
}

class IcuPhrases final : public Phrases {
 public:
  IcuPhrases(Breaker phrase, Breaker strict, Breaker character)
      : breakers_{std::move(phrase), std::move(strict), std::move(character)} {}

  LineBreaks find(std::string_view utf8) override {
    LineBreaks breaks{offsets(breakers_[0].get(), utf8), offsets(breakers_[1].get(), utf8),
                      offsets(breakers_[2].get(), utf8)};
    std::erase_if(breaks.phrases, [&](std::size_t at) {
      return at < utf8.size() && splits_a_phrase(character_before(utf8, at), character_at(utf8, at));
    });
    add_after_wo(utf8, breaks);
    return breaks;
  }

 private:
  // を is a particle wherever it stands, so a phrase ends after it even where the dictionary saw none ("形をえらんで").
  static void add_after_wo(std::string_view utf8, LineBreaks& breaks) {
    constexpr std::string_view kWo = "を";
    for (auto at = utf8.find(kWo); at != std::string_view::npos; at = utf8.find(kWo, at + 1)) {
      const std::size_t end = at + kWo.size();
      const auto place = std::lower_bound(breaks.phrases.begin(), breaks.phrases.end(), end);
      const bool allowed = std::binary_search(breaks.strict.begin(), breaks.strict.end(), end);
      if (allowed && (place == breaks.phrases.end() || *place != end)) breaks.phrases.insert(place, end);
    }
  }

  static std::vector<std::size_t> offsets(UBreakIterator* breaker, std::string_view utf8) {
    std::vector<std::size_t> found;
    UErrorCode status = U_ZERO_ERROR;
    // A UText over UTF-8 makes ICU speak in bytes, so nothing is converted back and forth.
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    ubrk_setUText(breaker, &text, &status);
    if (U_SUCCESS(status) != 0) {
      for (auto at = ubrk_next(breaker); at != UBRK_DONE; at = ubrk_next(breaker)) {
        found.push_back(static_cast<std::size_t>(at));
      }
    }
    utext_close(&text);
    forget(breaker);
    if (found.empty() && !utf8.empty()) found.push_back(utf8.size());
    return found;
  }

  // A breaker keeps the last characters it read as UTF-16, in two buffers of 32; an issued code was found there long after its visit. Reading
  // something longer that says nothing overwrites both.
  static void forget(UBreakIterator* breaker) {
    static constexpr std::string_view kNothing = "................................................................................................";
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, kNothing.data(), static_cast<std::int64_t>(kNothing.size()), &status);
    ubrk_setUText(breaker, &text, &status);
    while (U_SUCCESS(status) != 0 && ubrk_next(breaker) != UBRK_DONE) {
    }
    utext_close(&text);
  }

  std::array<Breaker, 3> breakers_;
};

}  // namespace

Result<std::unique_ptr<Phrases>> Phrases::create() {
  UErrorCode status = U_ZERO_ERROR;
  Breaker phrase = open(UBRK_LINE, "ja@lw=phrase", status);
  Breaker strict = open(UBRK_LINE, "ja@lb=strict", status);
  Breaker character = open(UBRK_CHARACTER, "ja", status);
  if (U_FAILURE(status) != 0) {
    return fail(Failure{StaffCode::FontMissing, "ICU", std::string("no Japanese line breaks: ") + u_errorName(status)});
  }
  return std::unique_ptr<Phrases>(
      std::make_unique<IcuPhrases>(std::move(phrase), std::move(strict), std::move(character)));
}

}  // namespace desk::text
