#include "data/text/text_catalog.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "tests/places.h"

namespace desk::text {
namespace {

const std::string kShipped = source_tree() + "/data/text";
constexpr Language kAll[] = {Language::Japanese, Language::EasyJapanese, Language::English};

// A catalogue of its own, to break.
class CatalogFolder {
 public:
  CatalogFolder(std::string_view ja, std::string_view easy, std::string_view en) {
    std::string pattern = std::filesystem::temp_directory_path() / "desk-text-XXXXXX";
    path_ = mkdtemp(pattern.data());
    add("ja", ja);
    add("ja-easy", easy);
    add("en", en);
  }
  CatalogFolder(const CatalogFolder&) = delete;
  CatalogFolder& operator=(const CatalogFolder&) = delete;
  ~CatalogFolder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string path() const { return path_; }
  // A language; what it says of itself stands behind its texts, so that their lines stay as written.
  void add(const std::string& code, std::string_view texts, std::string_view itself = "name = \"x\"") {
    std::ofstream(path_ / (code + ".toml")) << texts << "\n[language]\n" << itself << "\n";
  }
  [[nodiscard]] Failure complaint() const {
    const auto loaded = TextCatalog::load(path_);
    return loaded ? Failure{} : loaded.error();
  }

 private:
  std::filesystem::path path_;
};

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? byte : byte & (0xFFu >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) c = (c << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    out.push_back(c);
    i += length;
  }
  return out;
}

bool is_kana(char32_t c) { return (c >= 0x3041 && c <= 0x309F) || (c >= 0x30A0 && c <= 0x30FF); }
bool is_kanji(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == U'々'; }

TEST(ShippedTexts, AreCompleteInEveryLanguageWithTheSamePlaceholders) {
  const auto catalog = TextCatalog::load(kShipped);
  ASSERT_TRUE(catalog) << catalog.error().message();
  EXPECT_GE(catalog->keys().size(), 22u);
}

TEST(ShippedTexts, ReadingsAreKanaAndStandOverKanji) {
  const auto catalog = TextCatalog::load(kShipped);
  ASSERT_TRUE(catalog);
  for (Language language : kAll) {
    for (const std::string& key : catalog->keys()) {
      const std::string text = catalog->get(language, key);
      for (auto bar = text.find('|'); bar != std::string::npos; bar = text.find('|', bar + 1)) {
        const auto open = text.rfind('[', bar);
        const auto close = text.find(']', bar);
        const std::string where = std::string(code_of(language)) + " " + key + ": " + text.substr(open, close - open + 1);
        const auto base = characters(std::string_view(text).substr(open + 1, bar - open - 1));
        const auto reading = characters(std::string_view(text).substr(bar + 1, close - bar - 1));
        EXPECT_TRUE(std::all_of(reading.begin(), reading.end(), is_kana)) << where;
        EXPECT_FALSE(std::all_of(base.begin(), base.end(), is_kana)) << where << ": kana needs no reading";
      }
    }
  }
}

TEST(ShippedTexts, EnglishIsNotJapaneseThatWasCopied) {
  const auto catalog = TextCatalog::load(kShipped);
  ASSERT_TRUE(catalog);
  for (const std::string& key : catalog->keys()) {
    const auto english = characters(catalog->get(Language::English, key));
    const auto japanese = std::count_if(english.begin(), english.end(), [](char32_t c) { return is_kana(c) || is_kanji(c); });
    const auto latin = std::count_if(english.begin(), english.end(), [](char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
    // Words of the portal and the papers may be quoted, since that is how the applicant meets them.
    const bool copied = catalog->get(Language::English, key) == catalog->get(Language::Japanese, key);
    // The key that brings the fifty sounds shows three of them in every language.
    EXPECT_TRUE(japanese == 0 || (latin >= 4 && !copied) || key == "keyboard.kana_key") << key << ": " << catalog->get(Language::English, key);
  }
}

TEST(ShippedTexts, NothingIsLeftForLater) {
  const auto catalog = TextCatalog::load(kShipped);
  ASSERT_TRUE(catalog);
  for (Language language : kAll) {
    for (const std::string& key : catalog->keys()) {
      const std::string text = catalog->get(language, key);
      for (const char* mark : {"TODO", "FIXME", "XXX", "未翻訳", "lorem"}) EXPECT_EQ(text.find(mark), std::string::npos) << key << text;
      EXPECT_NE(text.front(), ' ') << key;
      EXPECT_NE(text.back(), ' ') << key;
      const bool clean = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n'; });
      EXPECT_TRUE(clean) << key << " holds a control character";
    }
  }
}

TEST(TextCatalog, EveryIncompleteOrBrokenCatalogueIsRefusedWithItsPlace) {
  const struct {
    std::string_view what, ja, easy, en, where, reason;
  } table[] = {
      {"missing in one language", "[a]\nx = \"1\"\ny = \"2\"", "[a]\nx = \"1\"\ny = \"2\"", "[a]\nx = \"1\"", "en.toml", "a.y: missing"},
      {"only in one language", "x = \"1\"", "\nx = \"1\"\nz = \"1\"", "x = \"1\"", "ja-easy.toml:3", "z: not in ja.toml"},
      {"a placeholder forgotten", "x = \"{day}まで\"", "x = \"{day}まで\"", "\nx = \"until\"", "en.toml:2", "x: its placeholders"},
      {"a placeholder misspelt", "x = \"{day}まで\"", "x = \"{dya}まで\"", "x = \"{day}\"", "ja-easy.toml:1", "x: its placeholders"},
      {"empty", "x = \"\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a text that is not empty"},
      {"a number", "x = 3", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a text that is not empty"},
      {"a brace not closed", "x = \"{day\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: its braces"},
      {"a brace not opened", "x = \"day}\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: its braces"},
      {"bold not closed", "x = \"a **b\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a ** is not closed"},
      {"a reading not closed", "x = \"[漢字|かんじ\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a reading"},
      {"a reading without a base", "x = \"[|かんじ]\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a reading"},
      {"a reading that is empty", "x = \"[漢字|]\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a reading"},
      {"two readings", "x = \"[漢|字|かんじ]\"", "x = \"1\"", "x = \"1\"", "ja.toml:1", "x: a reading"},
      {"no TOML", "x = ", "x = \"1\"", "x = \"1\"", "ja.toml:1", ""},
  };
  for (const auto& row : table) {
    const CatalogFolder folder(row.ja, row.easy, row.en);
    const Failure complaint = folder.complaint();
    EXPECT_EQ(complaint.code, StaffCode::TextBroken) << row.what;
    EXPECT_EQ(complaint.where, folder.path() + "/" + std::string(row.where)) << row.what;
    EXPECT_TRUE(complaint.reason.starts_with(row.reason)) << row.what << ": " << complaint.reason;
  }
  EXPECT_EQ(TextCatalog::load("/nowhere").error().code, StaffCode::TextBroken);
}

TEST(Languages, AreTheFilesOfTheFolder) {
  CatalogFolder folder("x = \"はい\"", "x = \"はい\"", "x = \"yes\"");
  folder.add("ar", "x = \"نعم\"", "name = \"العربية\"\norder = 5\ndirection = \"rtl\"\nnames = \"en\"\nfonts = [\"Noto Naskh Arabic\", \"Noto Sans Arabic\"]");
  folder.add("pt-br", "x = \"sim\"", "name = \"Português\"\ntag = \"pt-BR\"");
  const auto catalog = TextCatalog::load(folder.path());
  ASSERT_TRUE(catalog) << catalog.error().message();
  std::string order;
  for (const LanguageInfo& each : catalog->languages()) order += std::string(code_of(each.language)) + " ";
  EXPECT_EQ(order, "ar en ja ja-easy pt-br ") << "by order, then by code";
  const auto arabic = catalog->find("ar");
  ASSERT_TRUE(arabic);
  const LanguageInfo& info = catalog->info(*arabic);
  EXPECT_TRUE(info.right_to_left);
  EXPECT_EQ(info.names, "en");
  EXPECT_EQ(info.fonts, "Noto Naskh Arabic, Noto Sans Arabic");
  EXPECT_EQ(Words(*catalog, *arabic)("x"), "نعم");
  EXPECT_EQ(catalog->info(*catalog->find("pt-br")).tag, "pt-BR");
  EXPECT_FALSE(catalog->find("fr")) << "there is no such file";
  EXPECT_EQ(Words(*catalog, *Language::from_code("fr"))("x"), "はい") << "a record from another desk is shown in Japanese";
}

TEST(Languages, WhatAFileSaysOfItselfIsChecked) {
  const struct {
    std::string_view itself, reason;
  } table[] = {{"order = 1", "language.name: a text"}, {"name = \"x\"\ndirection = \"down\"", "language.direction"}, {"name = \"x\"\nfont = \"y\"", "language.font"},
               {"name = \"x\"\nnames = \"fr\"", "language.names"}, {"name = \"x\"\nfonts = [3]", "language.fonts"}};
  for (const auto& row : table) {
    CatalogFolder folder("x = \"1\"", "x = \"1\"", "x = \"1\"");
    folder.add("fr", "x = \"1\"", row.itself);
    const Failure complaint = folder.complaint();
    EXPECT_EQ(complaint.code, StaffCode::TextBroken) << row.itself;
    EXPECT_TRUE(complaint.where.starts_with(folder.path() + "/fr.toml:")) << complaint.where;
    EXPECT_TRUE(complaint.reason.starts_with(row.reason)) << complaint.reason;
  }
  CatalogFolder folder("x = \"1\"", "x = \"1\"", "x = \"1\"");
  folder.add("Frisian West", "x = \"1\"");
  EXPECT_TRUE(folder.complaint().reason.starts_with("its name is no code"));
}

TEST(Languages, ACodeIsTheNameOfAFileAndNothingElse) {
  for (std::string_view good : {"ja", "ja-easy", "en", "pt-br", "zh-hant"}) {
    const auto language = Language::from_code(good);
    ASSERT_TRUE(language) << good;
    EXPECT_EQ(code_of(*language), good);
    EXPECT_EQ(*language, *Language::from_code(good));
  }
  for (std::string_view bad : {"", "j", "JA", "../ja", "ja easy", "-ja", "0ja", "a-language-that-is-too-long"}) EXPECT_FALSE(Language::from_code(bad)) << bad;
  EXPECT_EQ(*Language::from_code("ja"), Language::Japanese);
}

class FilledTexts : public ::testing::Test {
 protected:
  CatalogFolder folder{"a = \"{day}まで、あと{count}日\"\nb = \"{day}\"", "a = \"あと{count}日（{day}）\"\nb = \"{day}\"",
                       "a = \"{count} days left, until {day}\"\nb = \"{day}\""};
  TextCatalog catalog = std::move(*TextCatalog::load(folder.path()));
};

TEST_F(FilledTexts, ArgumentsGoWhereEachLanguageWantsThem) {
  const Arguments arguments{{"day", "9月29日"}, {"count", "12"}};
  EXPECT_EQ(catalog.get(Language::Japanese, "a", arguments), "9月29日まで、あと12日");
  EXPECT_EQ(catalog.get(Language::EasyJapanese, "a", arguments), "あと12日（9月29日）");
  EXPECT_EQ(catalog.get(Language::English, "a", arguments), "12 days left, until 9月29日");
}

TEST_F(FilledTexts, AnArgumentIsNeverTakenForAPattern) {
  EXPECT_EQ(catalog.get(Language::Japanese, "a", {{"day", "{count}"}, {"count", "12"}}), "{count}まで、あと12日");
}

TEST_F(FilledTexts, AForgottenArgumentOrKeyShowsItselfInsteadOfNothing) {
  EXPECT_EQ(catalog.get(Language::Japanese, "a", {{"count", "12"}}), "{day}まで、あと12日");
  EXPECT_EQ(catalog.get(Language::Japanese, "no.such.key"), "⟦no.such.key⟧");
  EXPECT_FALSE(catalog.has("no.such.key"));
  EXPECT_EQ(catalog.keys(), (std::vector<std::string>{"a", "b"}));
}

TEST(Words, WriteDatesAsEachLanguageDoes) {
  const auto catalog = TextCatalog::load(kShipped);
  ASSERT_TRUE(catalog);
  const Date date = make_date(2026, 9, 29);
  const CivilMinute minute{date, 17 * 60};
  const Words ja(*catalog, Language::Japanese), easy(*catalog, Language::EasyJapanese), en(*catalog, Language::English);
  EXPECT_EQ(ja.day(date), "9月29日（火）");
  EXPECT_EQ(ja.full_day(date), "2026年9月29日（火）");
  EXPECT_EQ(ja.minute(minute), "9月29日（火）17:00");
  EXPECT_EQ(plain(easy.day(date)), "9月29日（火）");
  EXPECT_EQ(en.day(date), "Tue 29 Sep");
  EXPECT_EQ(en.full_day(date), "Tue 29 Sep 2026");
  EXPECT_EQ(en.minute({date, 9 * 60 + 5}), "Tue 29 Sep, 09:05");
}

TEST(Words, KnowEveryMonthAndWeekdayInEveryLanguage) {
  const auto catalog = TextCatalog::load(kShipped);
  ASSERT_TRUE(catalog);
  for (Language language : kAll) {
    const Words words(*catalog, language);
    std::set<std::string> days;
    for (unsigned month = 1; month <= 12; ++month) {
      for (unsigned day = 1; day <= 7; ++day) {
        const std::string text = words.day(make_date(2026, month, day));
        EXPECT_EQ(text.find("⟦"), std::string::npos) << text;
        EXPECT_TRUE(days.insert(text).second) << text;
      }
    }
  }
}

TEST(MarkedText, LosesItsMarksWhenPlainAndReadsItsReadingsWhenSpoken) {
  const struct {
    std::string_view marked, bare, aloud;
  } table[] = {
      {"", "", ""},
      {"つぎへ", "つぎへ", "つぎへ"},
      {"**大切**です", "大切です", "大切です"},
      {"[締切|しめきり]は[明日|あした]", "締切は明日", "しめきりはあした"},
      {"**[締切|しめきり]**", "締切", "しめきり"},
      {"[番号札|ばんごうふだ]**き-7**です", "番号札き-7です", "ばんごうふだき-7です"},
      {"[1]", "[1]", "[1]"},
      {"[開いたまま", "[開いたまま", "[開いたまま"},
      {"a|b", "a|b", "a|b"},
      {"[一]と[二|に]", "[一]と二", "[一]とに"},
      {"**", "", ""},
      {"*", "*", "*"},
  };
  for (const auto& row : table) {
    EXPECT_EQ(plain(row.marked), row.bare) << row.marked;
    EXPECT_EQ(spoken(row.marked), row.aloud) << row.marked;
  }
}

}  // namespace
}  // namespace desk::text
