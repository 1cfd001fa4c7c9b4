#include "kiosk/shell/speech/reading_terms.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "data/base/document.h"
#include "data/text/text_catalog.h"

namespace desk::shell {
namespace {

std::uint32_t code_point(std::string_view character) {
  if (character.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i])); };
  switch (character.size()) {
    case 1: return byte(0);
    case 2: return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    case 3: return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    default: return (byte(0) & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
  }
}

Done read_table(const Node& root, std::string_view section, const std::string& file, TermTable& out) {
  const Node* table = root.find(section);
  if (table == nullptr || table->table() == nullptr) return fail(Failure{StaffCode::TextBroken, file, std::string(section) + ": a table was expected"});
  for (const Member& member : *table->table()) {
    const std::string* value = member.second.string();
    if (value == nullptr || value->empty()) {
      return fail(Failure{StaffCode::TextBroken, file + ":" + std::to_string(member.second.line()), member.first + ": a reading was expected"});
    }
    out.emplace(member.first, *value);
  }
  return {};
}

// [補助金|ほじょきん]: words of two kanji and more that やさしい日本語 reads in one way only. A single kanji has many readings (日).
void collect_words(std::string_view text, TermTable& words, std::set<std::string>& ambiguous) {
  for (auto bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|', bar + 1)) {
    const auto open = text.rfind('[', bar);
    const auto close = text.find(']', bar);
    if (open == std::string_view::npos || close == std::string_view::npos) continue;
    const std::string_view base = text.substr(open + 1, bar - open - 1);
    std::size_t kanji = 0;
    bool only_kanji = true;
    for (std::size_t at = 0; at < base.size(); at += character_bytes(base.substr(at))) {
      is_kanji(base.substr(at, character_bytes(base.substr(at)))) ? ++kanji : only_kanji = false;
    }
    if (kanji < 2 || !only_kanji) continue;
    const auto [known, added] = words.emplace(base, text.substr(bar + 1, close - bar - 1));
    if (!added && known->second != text.substr(bar + 1, close - bar - 1)) ambiguous.insert(std::string(base));
  }
}

}  // namespace

std::size_t character_bytes(std::string_view text) {
  if (text.empty()) return 0;
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t wanted = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  return std::min(wanted, text.size());
}

bool is_kanji(std::string_view character) {
  const std::uint32_t c = code_point(character);
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005;
}

bool is_kana(std::string_view character) {
  const std::uint32_t c = code_point(character);
  return (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC;
}

const TermTable::value_type* longest_term(const TermTable& terms, std::string_view text) {
  // Entries that `text` begins with sort before it; the longest of them is the nearest.
  for (auto at = terms.upper_bound(text); at != terms.begin();) {
    --at;
    if (text.starts_with(at->first)) return &*at;
    // Entries that share no first character with the text cannot begin it.
    if (at->first.substr(0, character_bytes(at->first)) != text.substr(0, character_bytes(text))) break;
  }
  return nullptr;
}

Result<ReadingTerms> ReadingTerms::load(const std::string& text_folder) {
  ReadingTerms terms;
  const std::string file = text_folder + "/tables/readings.toml";
  const auto text = read_file(file, StaffCode::TextBroken);
  if (!text) return fail(text.error());
  const auto document = parse_toml(*text, file, StaffCode::TextBroken);
  if (!document) return fail(document.error());
  for (const auto& [section, table] : {std::pair{"japanese", &terms.japanese}, std::pair{"english", &terms.english}, std::pair{"variants", &terms.variants}, std::pair{"words", &terms.words}}) {
    if (auto done = read_table(*document, section, file, *table); !done) return fail(done.error());
  }
  const auto catalog = text::TextCatalog::load(text_folder);
  if (!catalog) return fail(catalog.error());
  std::set<std::string> ambiguous;
  TermTable easy;
  for (const std::string& key : catalog->keys()) collect_words(catalog->get(Language::EasyJapanese, key), easy, ambiguous);
  for (const std::string& word : ambiguous) easy.erase(word);
  terms.words.merge(easy);  // what readings.toml says stays
  return terms;
}

}  // namespace desk::shell
