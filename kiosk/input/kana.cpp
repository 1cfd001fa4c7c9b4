#include "kiosk/input/kana.h"

#include <algorithm>
#include <array>
#include <map>

namespace desk::input {
namespace {

struct Mark {
  std::string_view plain, voiced, semi;
};
constexpr std::array kMarks = {
    Mark{"う", "ゔ", ""}, Mark{"か", "が", ""}, Mark{"き", "ぎ", ""}, Mark{"く", "ぐ", ""}, Mark{"け", "げ", ""}, Mark{"こ", "ご", ""},
    Mark{"さ", "ざ", ""}, Mark{"し", "じ", ""}, Mark{"す", "ず", ""}, Mark{"せ", "ぜ", ""}, Mark{"そ", "ぞ", ""}, Mark{"た", "だ", ""},
    Mark{"ち", "ぢ", ""}, Mark{"つ", "づ", ""}, Mark{"て", "で", ""}, Mark{"と", "ど", ""}, Mark{"は", "ば", "ぱ"}, Mark{"ひ", "び", "ぴ"},
    Mark{"ふ", "ぶ", "ぷ"}, Mark{"へ", "べ", "ぺ"}, Mark{"ほ", "ぼ", "ぽ"}};

struct Sizes {
  std::string_view large, small;
};
constexpr std::array kSizes = {Sizes{"あ", "ぁ"}, Sizes{"い", "ぃ"}, Sizes{"う", "ぅ"}, Sizes{"え", "ぇ"}, Sizes{"お", "ぉ"},
                               Sizes{"つ", "っ"}, Sizes{"や", "ゃ"}, Sizes{"ゆ", "ゅ"}, Sizes{"よ", "ょ"}, Sizes{"わ", "ゎ"}};

// Every hiragana beside the letters that Mozc's table turns into it and into nothing longer. nn for ん, so that a vowel after it stays one.
struct Letters {
  std::string_view kana, letters;
};
constexpr std::array kLetters = {
    Letters{"あ", "a"}, Letters{"い", "i"}, Letters{"う", "u"}, Letters{"え", "e"}, Letters{"お", "o"},
    Letters{"か", "ka"}, Letters{"き", "ki"}, Letters{"く", "ku"}, Letters{"け", "ke"}, Letters{"こ", "ko"},
    Letters{"が", "ga"}, Letters{"ぎ", "gi"}, Letters{"ぐ", "gu"}, Letters{"げ", "ge"}, Letters{"ご", "go"},
    Letters{"さ", "sa"}, Letters{"し", "si"}, Letters{"す", "su"}, Letters{"せ", "se"}, Letters{"そ", "so"},
    Letters{"ざ", "za"}, Letters{"じ", "zi"}, Letters{"ず", "zu"}, Letters{"ぜ", "ze"}, Letters{"ぞ", "zo"},
    Letters{"た", "ta"}, Letters{"ち", "ti"}, Letters{"つ", "tu"}, Letters{"て", "te"}, Letters{"と", "to"},
    Letters{"だ", "da"}, Letters{"ぢ", "di"}, Letters{"づ", "du"}, Letters{"で", "de"}, Letters{"ど", "do"},
    Letters{"な", "na"}, Letters{"に", "ni"}, Letters{"ぬ", "nu"}, Letters{"ね", "ne"}, Letters{"の", "no"},
    Letters{"は", "ha"}, Letters{"ひ", "hi"}, Letters{"ふ", "hu"}, Letters{"へ", "he"}, Letters{"ほ", "ho"},
    Letters{"ば", "ba"}, Letters{"び", "bi"}, Letters{"ぶ", "bu"}, Letters{"べ", "be"}, Letters{"ぼ", "bo"},
    Letters{"ぱ", "pa"}, Letters{"ぴ", "pi"}, Letters{"ぷ", "pu"}, Letters{"ぺ", "pe"}, Letters{"ぽ", "po"},
    Letters{"ま", "ma"}, Letters{"み", "mi"}, Letters{"む", "mu"}, Letters{"め", "me"}, Letters{"も", "mo"},
    Letters{"や", "ya"}, Letters{"ゆ", "yu"}, Letters{"よ", "yo"},
    Letters{"ら", "ra"}, Letters{"り", "ri"}, Letters{"る", "ru"}, Letters{"れ", "re"}, Letters{"ろ", "ro"},
    Letters{"わ", "wa"}, Letters{"を", "wo"}, Letters{"ん", "nn"}, Letters{"ゐ", "wyi"}, Letters{"ゑ", "wye"}, Letters{"ゔ", "vu"},
    Letters{"ぁ", "xa"}, Letters{"ぃ", "xi"}, Letters{"ぅ", "xu"}, Letters{"ぇ", "xe"}, Letters{"ぉ", "xo"},
    Letters{"ゃ", "xya"}, Letters{"ゅ", "xyu"}, Letters{"ょ", "xyo"}, Letters{"ゎ", "xwa"}, Letters{"っ", "xtu"}, Letters{"ー", "-"}};

// How people spell beside the table above: Hepburn, and the syllables with a small kana.
std::map<std::string, std::string, std::less<>> spellings() {
  std::map<std::string, std::string, std::less<>> all;
  for (const Letters& each : kLetters) all.emplace(each.letters, each.kana);
  const auto row = [&](std::string_view begin, std::string_view head, std::array<std::string_view, 5> tails) {
    constexpr std::string_view kVowels = "aiueo";
    for (std::size_t i = 0; i < 5; ++i) {
      if (tails[i] != "?") all.emplace(std::string(begin) + kVowels[i], std::string(head) + std::string(tails[i]));
    }
  };
  const std::array<std::string_view, 5> yoon{"ゃ", "ぃ", "ゅ", "ぇ", "ょ"}, hepburn{"ゃ", "", "ゅ", "ぇ", "ょ"}, vowels{"ぁ", "ぃ", "", "ぇ", "ぉ"};
  for (const auto& [begin, head] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
           {"ky", "き"}, {"gy", "ぎ"}, {"sy", "し"}, {"zy", "じ"}, {"ty", "ち"}, {"dy", "ぢ"}, {"ny", "に"}, {"hy", "ひ"}, {"by", "び"},
           {"py", "ぴ"}, {"my", "み"}, {"ry", "り"}, {"cy", "ち"}, {"jy", "じ"}}) {
    row(begin, head, yoon);
  }
  row("sh", "し", hepburn);
  row("ch", "ち", hepburn);
  row("j", "じ", hepburn);
  row("f", "ふ", vowels);
  row("v", "ゔ", vowels);
  all.emplace("tsu", "つ");
  all.emplace("ltu", "っ");
  all.emplace("n'", "ん");
  return all;
}

bool is_vowel(char c) { return c == 'a' || c == 'i' || c == 'u' || c == 'e' || c == 'o'; }

}  // namespace

std::optional<std::string_view> voiced(std::string_view kana) {
  for (const Mark& mark : kMarks) {
    if (kana == mark.plain || (!mark.semi.empty() && kana == mark.semi)) return mark.voiced;
    if (kana == mark.voiced) return mark.plain;
  }
  return std::nullopt;
}

std::optional<std::string_view> semi_voiced(std::string_view kana) {
  for (const Mark& mark : kMarks) {
    if (mark.semi.empty()) continue;
    if (kana == mark.plain || kana == mark.voiced) return mark.semi;
    if (kana == mark.semi) return mark.plain;
  }
  return std::nullopt;
}

std::optional<std::string_view> small(std::string_view kana) {
  for (const Sizes& sizes : kSizes) {
    if (kana == sizes.large) return sizes.small;
    if (kana == sizes.small) return sizes.large;
  }
  return std::nullopt;
}

bool all_hiragana(std::string_view text) {
  const auto all = characters(text);
  return !all.empty() && std::none_of(all.begin(), all.end(), [](std::string_view c) { return letters_of(c).empty(); });
}

std::string katakana(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 32);  // on the heap, where it is wiped, and never moved
  for (std::string_view c : characters(text)) {
    const bool hiragana = c.size() == 3 && c >= "ぁ" && c <= "ゖ";
    if (!hiragana) {
      out += c;
      continue;
    }
    // U+3041 … 3096 and U+30A1 … 30F6 lie 0x60 apart: one in the second byte and 0x20 in the third, with a carry.
    const unsigned code = (static_cast<unsigned>(static_cast<unsigned char>(c[1]) & 0x3FU) << 6U | (static_cast<unsigned char>(c[2]) & 0x3FU)) + 0x60U;
    out.push_back('\xE3');
    out.push_back(static_cast<char>(0x80U | (code >> 6U)));
    out.push_back(static_cast<char>(0x80U | (code & 0x3FU)));
  }
  return out;
}

std::string_view letters_of(std::string_view kana) {
  for (const Letters& each : kLetters) {
    if (each.kana == kana) return each.letters;
  }
  return {};
}

Spelled spell(std::string_view letters) {
  static const auto kSpellings = spellings();
  constexpr std::size_t kLongest = 3;
  Spelled out;
  std::size_t at = 0;
  while (at < letters.size()) {
    const std::string_view rest = letters.substr(at);
    std::size_t taken = 0;
    for (std::size_t length = std::min(kLongest, rest.size()); length > 0 && taken == 0; --length) {
      const auto found = kSpellings.find(rest.substr(0, length));
      if (found == kSpellings.end()) continue;
      out.kana += found->second;
      taken = length;
    }
    const bool more = rest.size() > 1;
    if (taken == 0 && more && rest[0] == 'n' && !is_vowel(rest[1]) && rest[1] != 'y') {
      out.kana += "ん";
      taken = 1;
    } else if (taken == 0 && more && rest[0] == rest[1] && !is_vowel(rest[0])) {
      out.kana += "っ";
      taken = 1;
    } else if (taken == 0) {
      const bool begins = std::any_of(kSpellings.begin(), kSpellings.end(), [&](const auto& each) { return each.first.starts_with(rest); });
      if (begins) {
        out.rest = rest;
        return out;
      }
      taken = 1;  // a slip of the finger that no kana begins with
    }
    at += taken;
  }
  return out;
}

}  // namespace desk::input
