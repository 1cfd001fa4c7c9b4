// TextCatalog: the visible words of every language, by key. Keys are named by role ("screen.consent.title", "button.next").
// Arguments are named: "{date}まで" with {{"date", "9月29日"}}. **bold** marks emphasis, [漢字|かんじ] a reading (ruby).
#pragma once

#include <map>
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

using Arguments = std::vector<std::pair<std::string_view, std::string>>;

class TextCatalog {
 public:
  // Reads ja.toml, ja-easy.toml and en.toml from `directory`. A key missing in a language, an unknown placeholder or an empty text is
  // a failure with file and line.
  [[nodiscard]] static Result<TextCatalog> load(const std::string& directory);

  // A key that does not exist is a broken program, caught by the test of keys; here it shows itself as "⟦key⟧" rather than as nothing.
  [[nodiscard]] std::string get(Language language, std::string_view key) const;
  [[nodiscard]] std::string get(Language language, std::string_view key, const Arguments& arguments) const;
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;  // sorted

 private:
  std::map<std::string, std::string, std::less<>> texts_[3];
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
