// Codes and texts belong together: every code has its text, every text of a code has the placeholders that the rule fills.
#include "data/rules/codes.h"

#include <set>

#include "data/text/text_catalog.h"
#include "tests/places.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

const text::TextCatalog& texts() {
  static const auto loaded = text::TextCatalog::load(source_tree() + "/data/text");
  EXPECT_TRUE(loaded.ok()) << (loaded ? "" : loaded.error().message());
  return *loaded;
}

std::string key_of(const Code& code) {
  return std::string(section_of(code.kind)) + std::string(code.code);
}

TEST(Codes, EachHasATextInEveryLanguage) {
  for (const Code& code : all_codes()) EXPECT_TRUE(texts().has(key_of(code))) << key_of(code);
  for (const catalog::Pack& pack : packs().packs()) {
    for (const catalog::Exclusion& exclusion : pack.exclusions) EXPECT_TRUE(texts().has("reason." + exclusion.id)) << exclusion.id;
    for (const catalog::RepeatRule& rule : pack.repeats) EXPECT_TRUE(texts().has("reason." + rule.id)) << rule.id;
  }
}

TEST(Codes, NoTextIsLeftOverWithoutACode) {
  std::set<std::string> known;
  for (const Code& code : all_codes()) known.insert(key_of(code));
  for (const catalog::Pack& pack : packs().packs()) {
    for (const catalog::Exclusion& exclusion : pack.exclusions) known.insert("reason." + exclusion.id);
    for (const catalog::RepeatRule& rule : pack.repeats) known.insert("reason." + rule.id);
  }
  for (const std::string& key : texts().keys()) {
    const bool ours = key.starts_with("reason.") || key.starts_with("todo.") || key.starts_with("change.") || key.starts_with("line.");
    EXPECT_TRUE(!ours || known.contains(key)) << key;
  }
}

TEST(Codes, EveryPaperHasItsCoachTexts) {
  for (const catalog::Pack& pack : packs().packs()) {
    for (const catalog::DocumentKind& kind : pack.documents) {
      const bool refused = kind.rule == catalog::DocumentRule::Refused || kind.rule == catalog::DocumentRule::Ask;
      const auto wanted = refused ? std::vector<std::string>{"refused"} : std::vector<std::string>{"how", "check_1", "check_2", "check_3"};
      for (const std::string& part : wanted) {
        const std::string key = "document." + kind.id + "." + part;
        EXPECT_TRUE(texts().has(key)) << key;
      }
    }
  }
}

// Ruby stands over every kanji of the easy language in this room's sections.
TEST(Codes, EasyJapaneseHasAReadingOverEveryKanji) {
  for (const std::string& key : texts().keys()) {
    if (!key.starts_with("reason.") && !key.starts_with("todo.") && !key.starts_with("document.") && !key.starts_with("change.") &&
        !key.starts_with("line.")) {
      continue;
    }
    const std::string spoken = text::spoken(texts().get(text::Language::EasyJapanese, key));
    for (std::size_t i = 0; i + 2 < spoken.size(); ++i) {
      const unsigned char lead = static_cast<unsigned char>(spoken[i]);
      ASSERT_FALSE(lead >= 0xE4 && lead <= 0xE9) << key << ": " << spoken;  // U+4000 … U+9FFF
    }
  }
}

}  // namespace
}  // namespace desk::rules
