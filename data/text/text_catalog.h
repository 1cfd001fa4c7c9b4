// TextCatalog: the visible words of every language, by key. Keys are named by role ("screen.consent.title", "button.next").
// Arguments are named: "{date}まで" with {{"date", "9月29日"}}. **bold** marks emphasis, [漢字|かんじ] a reading (ruby).
//
// A language is a file CODE.toml with every key of ja.toml, and a table about itself:
//   [language]
//   name = "Français"          # in itself: the word of its button
//   order = 40                 # of the buttons; ja 10, ja-easy 20, en 30; else 100, then by code
//   names = "en"               # which of the packs' names (ja, ja-easy, en) stand in its sentences
//   tag = "fr"                 # BCP 47, for pages and voices; else the code
//   direction = "ltr"          # or "rtl": lines begin at the right
//   fonts = ["Noto Sans"]      # asked before the look's own; a language whose characters these lack
//   readings = false           # [base|reading] is shown with its reading
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/language.h"
#include "data/base/result.h"

namespace desk::text {

using desk::code_of;
using desk::Language;

struct LanguageInfo {
  Language language;
  std::string name;
  std::string names = "ja";
  std::string tag;
  std::string fonts;               // families, comma between; empty: the look's own are enough
  bool right_to_left = false;
  bool readings = false;
  int order = 100;
};

using Arguments = std::vector<std::pair<std::string_view, std::string>>;

class TextCatalog {
 public:
  // Reads every *.toml of `directory` itself (tables/ holds what is no language); ja.toml must be there. A key missing in a language, an unknown placeholder or an empty text is
  // a failure with file and line.
  [[nodiscard]] static Result<TextCatalog> load(const std::string& directory);

  // A key that does not exist is a broken program, caught by the test of keys; here it shows itself as "⟦key⟧" rather than as nothing.
  [[nodiscard]] std::string get(Language language, std::string_view key) const;
  [[nodiscard]] std::string get(Language language, std::string_view key, const Arguments& arguments) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;  // sorted
  // In the order of their buttons; never empty.
  [[nodiscard]] const std::vector<LanguageInfo>& languages() const { return languages_; }
  // Of a language without a file: ja's, as its texts are.
  [[nodiscard]] const LanguageInfo& info(Language language) const;
  // The language of that code, when there is a file of it.
  [[nodiscard]] std::optional<Language> find(std::string_view code) const;
  // A copy whose texts were changed, the same keys (the gallery marks them to find words that have no key).
  [[nodiscard]] TextCatalog changed(const std::function<std::string(const std::string&)>& change) const;

 private:
  using Texts = std::map<std::string, std::string, std::less<>>;
  [[nodiscard]] Done add(const std::string& file, Language language, std::map<std::string, int, std::less<>>& lines);
  [[nodiscard]] const Texts& texts_of(Language language) const;
  std::map<Language, Texts> texts_;
  std::vector<LanguageInfo> languages_;
};

// One language of a catalogue: what a screen, a slip or a page is written with.
class Words {
 public:
  Words(const TextCatalog& catalog, Language language) : catalog_(&catalog), language_(language) {}
  [[nodiscard]] std::string operator()(std::string_view key) const { return catalog_->get(language_, key); }
  [[nodiscard]] std::string operator()(std::string_view key, const Arguments& arguments) const {
    return catalog_->get(language_, key, arguments);
  }
  [[nodiscard]] bool has(std::string_view key) const { return catalog_->has(key); }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const LanguageInfo& info() const { return catalog_->info(language_); }
  [[nodiscard]] const std::vector<LanguageInfo>& languages() const { return catalog_->languages(); }

  // "9月29日（火）" / "Tue 29 Sep"
  [[nodiscard]] std::string day(const Date& date) const;
  // "2026年9月29日（火）"
  [[nodiscard]] std::string full_day(const Date& date) const;
  // "9月29日（火）17:00"
  [[nodiscard]] std::string minute(const CivilMinute& minute) const;

 private:
  const TextCatalog* catalog_;
  Language language_;
};

// Text without its marks: "**", and the reading of [base|reading].
[[nodiscard]] std::string plain(std::string_view marked);
// Text as it is spoken: readings instead of their bases.
[[nodiscard]] std::string spoken(std::string_view marked);

}  // namespace desk::text
