// The calls about papers, numbers and files as a stranger's script puts them: one line each, fixed keys, fixed words.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "tests/ctl/calling.h"

namespace desk::ctl {
namespace {

using test::flag_at;
using test::json;
using test::list_at;
using test::Outcome;
using test::text_at;
using test::whole_at;

Outcome call(std::vector<std::string> words, const std::string& input = "") {
  const FakeClock clock(from_jst({make_date(2026, 11, 22), 10 * 60}));
  words.insert(words.begin(), "rules");
  return test::run(words, clock, input);
}

Node answer(const std::string& verb, const std::string& line) {
  const Outcome outcome = call({verb, "--batch", "-"}, line + "\n");
  EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.out;
  return json(outcome.out);
}

std::vector<std::string> words_at(const Node& node, std::string_view key) {
  std::vector<std::string> out;
  for (const Node& each : list_at(node, key)) out.push_back(each.string() != nullptr ? *each.string() : text_at(each, "code"));
  return out;
}

bool null_at(const Node& node, std::string_view key) { return node.find(key) != nullptr && node.find(key)->is_null(); }

TEST(RulesPhone, AsFactbook36SaysIt) {
  struct Row {
    const char* number;
    const char* e164;    // null: refused
    const char* reason;
  };
  const Row rows[] = {
      {"09012345678", "+819012345678", nullptr},     {"08012345678", "+818012345678", nullptr},
      {"07012345678", "+817012345678", nullptr},     {"06012345678", "+816012345678", nullptr},
      {"060-9999-9999", "+816099999999", nullptr},   {"090 1234 5678", "+819012345678", nullptr},
      {"０９０－１２３４－５６７８", "+819012345678", nullptr}, {"０６０１２３４５６７８", "+816012345678", nullptr},
      {"+81 90 1234 5678", "+819012345678", nullptr}, {"+81-60-1234-5678", "+816012345678", nullptr},
      {"+819012345678", "+819012345678", nullptr},   {"＋８１９０１２３４５６７８", "+819012345678", nullptr},
      {"0800-123-4567", nullptr, "free_dial"},       {"08001234567", nullptr, "free_dial"},
      {"０８００－１２３－４５６７", nullptr, "free_dial"}, {"0120-123-456", nullptr, "free_dial"},
      {"+81 800 123 4567", nullptr, "free_dial"},    {"050-1234-5678", nullptr, "ip_phone"},
      {"+81 50 1234 5678", nullptr, "ip_phone"},     {"020-1234-5678", nullptr, "pager"},
      {"03-1234-5678", nullptr, "landline"},         {"0273-23-4567", nullptr, "landline"},
      {"06-1234-5678", nullptr, "landline"},         {"+81 3 1234 5678", nullptr, "landline"},
      {"+1 415 555 0123", nullptr, "foreign"},       {"+82 10 1234 5678", nullptr, "foreign"},
      {"06001234567", nullptr, "bad_prefix"},        {"07001234567", nullptr, "bad_prefix"},
      {"09001234567", nullptr, "bad_prefix"},        {"0901234567", nullptr, "too_short"},
      {"090123456789", nullptr, "too_long"},         {"", nullptr, "empty"},
      {"090-1234-567x", nullptr, "not_digits"},      {"けいたい", nullptr, "not_digits"},
  };
  for (const Row& row : rows) {
    const Node node = answer("phone", std::string("{\"number\":\"") + row.number + "\"}");
    EXPECT_EQ(flag_at(node, "ok"), row.e164 != nullptr) << row.number;
    if (row.e164 != nullptr) {
      EXPECT_EQ(text_at(node, "e164"), row.e164) << row.number;
      EXPECT_TRUE(null_at(node, "reason")) << row.number;
    } else {
      EXPECT_TRUE(null_at(node, "e164")) << row.number;
      EXPECT_EQ(text_at(node, "reason"), row.reason) << row.number;
    }
  }
}

TEST(RulesJapaneseDate, ReadsAndWrites) {
  const Node date = answer("japanese-date", R"({"text":"Ｒ５．３．１０"})");
  EXPECT_TRUE(flag_at(date, "ok"));
  EXPECT_EQ(text_at(date, "date"), "2023-03-10");
  EXPECT_EQ(whole_at(date, "year"), 2023);
  EXPECT_EQ(text_at(date, "japanese"), "令和5年3月10日");
  const Node year = answer("japanese-date", R"({"text":"令和7年分"})");
  EXPECT_TRUE(null_at(year, "date"));
  EXPECT_EQ(whole_at(year, "year"), 2025);
  EXPECT_EQ(text_at(year, "japanese"), "令和7年");
  const Node none = answer("japanese-date", R"({"text":"平成31年5月1日"})");
  EXPECT_FALSE(flag_at(none, "ok"));
  EXPECT_TRUE(null_at(none, "date") && null_at(none, "year") && null_at(none, "japanese"));
  EXPECT_EQ(text_at(none, "reason"), "date_outside_era");
  EXPECT_EQ(text_at(answer("japanese-date", R"({"text":"1989-01-07"})"), "japanese"), "昭和64年1月7日");
}

TEST(RulesCorporateNumber, DerivesAndRefuses) {
  EXPECT_EQ(text_at(answer("corporate-number", R"({"number":"123456789012"})"), "number"), "7123456789012");
  EXPECT_EQ(text_at(answer("corporate-number", R"({"number":7123456789012})"), "number"), "7123456789012");
  const Node invoice = answer("corporate-number", R"({"number":"T7123456789012"})");
  EXPECT_FALSE(flag_at(invoice, "ok"));
  EXPECT_TRUE(null_at(invoice, "number"));
  EXPECT_EQ(text_at(invoice, "reason"), "invoice_number");
}

TEST(RulesValidity, HasTheContractsKeys) {
  const Node node = answer("validity", R"({"kind":"registry_full","entity":"corporation","issued":"2026-05-25","on":"2026-08-25"})");
  EXPECT_TRUE(flag_at(node, "ok"));
  EXPECT_EQ(text_at(node, "last_day"), "2026-08-25");
  EXPECT_TRUE(list_at(node, "reasons").empty());
  const Node alike = answer("validity", R"({"kind":"tax_3","on":"2026-08-25"})");
  EXPECT_FALSE(flag_at(alike, "ok"));
  EXPECT_TRUE(null_at(alike, "last_day"));
  EXPECT_EQ(text_at(alike, "instead"), "tax_1");
  const Node proof = answer("validity", R"({"kind":"tax_return","entity":"sole","tax_year":2025,"evidence":"tax_2","on":"2026-09-01"})");
  EXPECT_TRUE(flag_at(proof, "ok"));
  EXPECT_EQ(words_at(proof, "with"), std::vector<std::string>{"tax_2"});
  const Node named = answer("validity", R"({"kind":"tax_1","entity":"corporation","item":"法人税","on":"2026-09-01"})");
  EXPECT_TRUE(list_at(named, "warnings").empty());
  EXPECT_FALSE(flag_at(answer("validity", R"({"kind":"tax_1","form":"xml","on":"2026-09-01"})"), "ok"));
}

TEST(RulesDocuments, ListsWhatEachEntityHandsIn) {
  const Node node = answer("documents", R"({"year":2026,"frame":"normal","entity":"corporation"})");
  ASSERT_EQ(list_at(node, "documents").size(), 3U);
  EXPECT_EQ(text_at(list_at(node, "documents")[0], "need"), "registry");
  EXPECT_TRUE(flag_at(list_at(node, "documents")[0], "sure"));
  // わからない lists the evidence too, and says that it may not be needed.
  const Node unsure = answer("documents", R"({"year":2026,"frame":"normal","entity":"corporation","near_minimum_wage":null})");
  ASSERT_EQ(list_at(unsure, "documents").size(), 4U);
  EXPECT_EQ(text_at(list_at(unsure, "documents")[3], "when"), "near_minimum_wage");
  EXPECT_FALSE(flag_at(list_at(unsure, "documents")[3], "sure"));
}

TEST(RulesFiling, AsksOrShowsTheWayOut) {
  const Node first = answer("filing", R"({"year":2026})");
  EXPECT_EQ(text_at(first, "state"), "ask");
  EXPECT_EQ(text_at(first, "evidence"), "receipt_number");
  EXPECT_EQ(words_at(first, "gone"), std::vector<std::string>{"receipt_stamp"});
  const Node out = answer("filing", R"({"year":2026,"receipt_number":false,"etax_notice":null,"tax_2":false,"association_letter":false})");
  EXPECT_EQ(text_at(out, "state"), "obtain");
  EXPECT_EQ(text_at(out, "evidence"), "tax_2");
  EXPECT_EQ(words_at(out, "unsure"), std::vector<std::string>{"etax_notice"});
}

TEST(RulesFileName, MakesAndChecks) {
  const Node made = answer("file-name", R"({"number":"ＫＳＳ０４－1234567","n":2})");
  EXPECT_EQ(text_at(made, "name"), "KSS04-1234567_2.pdf");
  EXPECT_TRUE(flag_at(made, "ok"));
  const Node checked = answer("file-name", R"({"name":"KSS04-1234567_３.pdf"})");
  EXPECT_FALSE(flag_at(checked, "ok"));
  EXPECT_EQ(text_at(checked, "name"), "KSS04-1234567_3.pdf");
  EXPECT_EQ(words_at(checked, "reasons"), std::vector<std::string>{"file_name_width"});
  EXPECT_EQ(text_at(answer("application-number", R"({"number":"kss04-12AbCd7"})"), "number"), "KSS04-12AbCd7");
  EXPECT_EQ(text_at(answer("application-number", R"({"number":"KSS04-12"})"), "reason"), "application_number_form");
}

TEST(RulesFileSize, NamesBothLimits) {
  const Node large = answer("file-size", R"({"year":2026,"bytes":10000001})");
  EXPECT_FALSE(flag_at(large, "ok"));
  EXPECT_EQ(words_at(large, "reasons"), (std::vector<std::string>{"recompress", "call_secretariat"}));
  EXPECT_EQ(whole_at(large, "limit"), 10'000'000);
  EXPECT_EQ(whole_at(large, "desk_limit"), 9'500'000);
  EXPECT_TRUE(flag_at(answer("file-size", R"({"year":2026,"bytes":9500000,"party":"partner"})"), "ok"));
}

TEST(RulesBundle, PlansTheFilesInPartnerOrder) {
  const Node node = answer("bundle", R"({"year":2026,"frame":"e-transaction","number":"KSS04-1234567","partners":[)"
                                     R"({"entity":"corporation","documents":[{"kind":"tax_1","bytes":4000000},{"kind":"registry_full","bytes":2000000}]},)"
                                     R"({"entity":"sole","documents":[{"kind":"tax_return","bytes":2000000},{"kind":"tax_2","bytes":1000000},{"kind":"licence","bytes":1000000}]}]})");
  const Array bundles = list_at(node, "bundles");
  ASSERT_EQ(bundles.size(), 2U);
  EXPECT_EQ(text_at(bundles[0], "name"), "KSS04-1234567_1.pdf");
  EXPECT_EQ(text_at(bundles[1], "name"), "KSS04-1234567_2.pdf");
  EXPECT_EQ(whole_at(bundles[0], "bytes"), 6'000'000);
  EXPECT_EQ(text_at(list_at(bundles[0], "documents")[0], "kind"), "registry_full");
  EXPECT_EQ(text_at(list_at(bundles[1], "documents")[0], "kind"), "licence");
  EXPECT_EQ(text_at(list_at(bundles[1], "documents")[2], "kind"), "tax_return");
}

TEST(RulesPapers, BadInputNamesTheKey) {
  struct Row {
    const char* verb;
    const char* line;
    const char* key;
  };
  const Row rows[] = {
      {"validity", R"({"kind":"napkin"})", "kind"},
      {"validity", R"({"kind":"tax_1","item":"car tax","year":2026})", "item"},
      {"validity", R"({"kind":"tax_return","evidence":"my_word","year":2026})", "evidence"},
      {"validity", R"({"kind":"tax_1","form":"stone"})", "form"},
      {"validity", R"({"kind":"tax_1","on":"2026-09-02","deadline":"2026-09-01"})", "deadline"},
      {"validity", R"({"kind":"tax_1","year":2019})", "year"},
      {"documents", R"({"year":2026,"frame":"normal"})", "entity"},
      {"documents", R"({"year":2026,"frame":"nowhere","entity":"sole"})", "frame"},
      {"filing", R"({"year":2019})", "year"},
      {"filing", R"({"year":2026,"my_word":true})", "my_word"},
      {"japanese-date", "{}", "text"},
      {"application-number", R"({"number":"KSS04-1234567","frame":"nowhere"})", "frame"},
      {"file-name", "{}", "name"},
      {"file-name", R"({"name":"a","number":"b"})", "number"},
      {"file-name", R"({"name":"a","n":1})", "n"},
      {"file-name", R"({"number":"KSS04-12"})", "number"},
      {"file-name", R"({"name":"a","year":2019})", "year"},
      {"file-name", R"({"number":"a","year":2019})", "year"},
      {"application-number", R"({"number":"a","year":2019})", "year"},
      {"file-size", R"({"bytes":-1})", "bytes"},
      {"file-size", R"({"bytes":1,"year":2019})", "year"},
      {"bundle", R"({"year":2026,"frame":"nowhere","partners":[]})", "frame"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","number":"x","partners":[]})", "number"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","partners":[{"entity":"club"}]})", "partners"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","partners":[7]})", "partners"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","partners":[{"entity":"sole","documents":[{"kind":"napkin","bytes":1}]}]})", "partners"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","partners":[{"entity":"sole","documents":[{"kind":"licence","bytes":0}]}]})", "partners"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","partners":[{"entity":"sole","documents":[{"kind":"licence","bytes":1,"page_bytes":["a"]}]}]})",
       "partners"},
      {"bundle", R"({"year":2026,"frame":"e-transaction","partners":[{"entity":"sole","documents":[{"kind":"licence","bytes":1,"page_bytes":3}]}]})",
       "partners"},
  };
  std::map<std::string, std::vector<Row>> by_verb;
  for (const Row& row : rows) by_verb[row.verb].push_back(row);
  for (const auto& [verb, asked] : by_verb) {
    std::string lines;
    for (const Row& row : asked) lines += std::string(row.line) + "\n";
    const Outcome outcome = call({verb, "--batch", "-"}, lines);
    EXPECT_EQ(outcome.exit_code, kBadInput) << verb;
    std::istringstream out(outcome.out);
    for (const Row& row : asked) {
      std::string line;
      ASSERT_TRUE(std::getline(out, line)) << verb;
      const Node node = json(line);
      ASSERT_NE(node.find("error"), nullptr) << verb << " " << row.line << line;
      EXPECT_EQ(text_at(*node.find("error"), "key"), row.key) << row.line;
    }
  }
}

}  // namespace
}  // namespace desk::ctl
