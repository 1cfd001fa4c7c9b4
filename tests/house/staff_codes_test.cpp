// Staff codes stand in four places: the list in data/base, both guides, and the words for the applicant. A code that an operator cannot
// look up is a dead end at the counter, so all four are held together here.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "data/base/failure.h"
#include "data/text/text_catalog.h"
#include "tests/places.h"

namespace desk::house {
namespace {

const std::string kTop = source_tree();

struct GuideRow {
  int line = 0;
  std::string code, name, cause, cure;
};

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(' ');
  const auto last = text.find_last_not_of(' ');
  return first == std::string::npos ? "" : text.substr(first, last - first + 1);
}

// Rows that begin with a code; headings and rules of a table are left out.
std::vector<GuideRow> rows_of(const std::string& file) {
  std::ifstream in(kTop + "/image/" + file);
  EXPECT_TRUE(in) << file;
  std::vector<GuideRow> rows;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.rfind("| SC-", 0) != 0) continue;
    std::vector<std::string> cells;
    std::istringstream split(line.substr(1));
    for (std::string cell; std::getline(split, cell, '|');) cells.push_back(trimmed(cell));
    if (cells.size() != 4) {
      ADD_FAILURE() << file << ":" << number << ": four cells were expected, got " << cells.size();
      continue;
    }
    rows.push_back({number, cells[0], cells[1], cells[2], cells[3]});
  }
  return rows;
}

class Guide : public testing::TestWithParam<const char*> {};

TEST_P(Guide, explains_every_code_once_in_order_and_no_other) {
  const std::vector<GuideRow> rows = rows_of(GetParam());
  std::vector<std::string> explained, known;
  for (const GuideRow& row : rows) explained.push_back(row.code);
  for (StaffCode code : all_staff_codes()) known.push_back(to_string(code));
  EXPECT_EQ(explained, known);
}

TEST_P(Guide, calls_each_code_by_its_name) {
  std::map<std::string, std::string> names;
  for (StaffCode code : all_staff_codes()) names[to_string(code)] = std::string(name_of(code));
  for (const GuideRow& row : rows_of(GetParam())) {
    EXPECT_EQ(row.name, names[row.code]) << GetParam() << ":" << row.line;
  }
}

TEST_P(Guide, gives_a_cause_and_a_cure_in_whole_sentences) {
  for (const GuideRow& row : rows_of(GetParam())) {
    for (const std::string& cell : {row.cause, row.cure}) {
      EXPECT_TRUE(cell.size() > 12 && (cell.ends_with(".") || cell.ends_with("。")))
          << GetParam() << ":" << row.line << ": " << cell;
    }
    EXPECT_NE(row.cause, row.cure) << GetParam() << ":" << row.line;
  }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, Guide, testing::Values("GUIDE.md", "GUIDE.ja.md"),
                         [](const auto& tested) { return std::string(tested.param) == "GUIDE.md" ? "english" : "japanese"; });

TEST(StaffCodes, every_code_has_words_for_the_applicant_and_no_words_are_left_over) {
  const auto texts = text::TextCatalog::load(kTop + "/data/text");
  ASSERT_TRUE(texts) << texts.error().message();
  std::map<std::string, bool> wanted;
  for (StaffCode code : all_staff_codes()) {
    const std::string stem = text_key(code);
    for (const char* part : {".title", ".body"}) {
      wanted[stem + part] = true;
      EXPECT_TRUE(texts->has(stem + part)) << stem << part;
    }
  }
  for (const std::string& key : texts->keys()) {
    if (key.rfind("fault.SC_", 0) != 0) continue;
    EXPECT_TRUE(wanted.contains(key)) << key << " belongs to no staff code";
  }
}

TEST(StaffCodes, the_applicant_is_never_shown_a_file_a_command_or_a_key) {
  const auto texts = text::TextCatalog::load(kTop + "/data/text");
  ASSERT_TRUE(texts) << texts.error().message();
  for (const std::string& key : texts->keys()) {
    if (key.rfind("fault.", 0) != 0) continue;
    for (Language language : {Language::Japanese, Language::EasyJapanese, Language::English}) {
      const std::string words = texts->get(language, key);
      for (const char* jargon : {"desk-", ".toml", "/", "systemctl", "`", "{"}) {
        EXPECT_EQ(words.find(jargon), std::string::npos) << key << ": " << words;
      }
    }
  }
}

}  // namespace
}  // namespace desk::house
