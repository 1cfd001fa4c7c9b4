// A language of the desk: the name of its file in data/text ("ja-easy" for ja-easy.toml). Adding one is adding that file; the three that the
// program itself has something to say about (paper with readings, the page's two languages) have names here. A small value; any thread.
#pragma once

#include <compare>
#include <optional>
#include <string_view>

namespace desk {

class Language {
 public:
  static const Language Japanese, EasyJapanese, English;

  constexpr Language() = default;  // Japanese
  // Nullopt for what names no file: a code is 2 to 15 of a-z, 0-9 and '-', beginning with a letter. Whether the desk has such a file the
  // TextCatalog knows.
  [[nodiscard]] static std::optional<Language> from_code(std::string_view code);

  [[nodiscard]] constexpr std::string_view code() const { return code_; }
  friend constexpr bool operator==(Language a, Language b) { return a.code_ == b.code_; }
  friend constexpr auto operator<=>(Language a, Language b) { return a.code_ <=> b.code_; }

 private:
  constexpr explicit Language(std::string_view code) : code_(code) {}
  std::string_view code_ = "ja";  // of storage that is never freed
};

inline constexpr Language Language::Japanese{"ja"};
inline constexpr Language Language::EasyJapanese{"ja-easy"};
inline constexpr Language Language::English{"en"};

[[nodiscard]] constexpr std::string_view code_of(Language language) { return language.code(); }

}  // namespace desk
