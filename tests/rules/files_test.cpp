#include "data/rules/files.h"

#include "tests/rules/papers_for_test.h"

namespace desk::rules {
namespace {

using catalog::Party;
using Codes = std::vector<std::string>;

struct NumberRow {
  const char* typed;
  const char* number;  // null: refused
  Codes warnings;
};

TEST(ApplicationNumber, AsPeopleTypeIt) {
  const catalog::Pack pack = pack_of_papers();
  const NumberRow rows[] = {
      {"KSS04-1234567", "KSS04-1234567", {}},
      {"KSS04-12AbcXz", "KSS04-12AbcXz", {}},  // the portal's own case is kept
      {"kss04-1234567", "KSS04-1234567", {}},
      {"ＫＳＳ０４－１２３４５６７", "KSS04-1234567", {}},
      {" KSS04 \u2212 123 4567 ", "KSS04-1234567", {}},
      {"KSS04\u30FC1234567", "KSS04-1234567", {}},
      {"KSS04-XXXXXXX", "KSS04-XXXXXXX", {"number_placeholder"}},
      {"KTS05-1234567", "KTS05-1234567", {"prefix_unconfirmed"}},
      {"ABC12-XXXXXXX", "ABC12-XXXXXXX", {"prefix_unconfirmed", "number_placeholder"}},
      {"", nullptr, {}},
      {"KSS041234567", nullptr, {}},
      {"KSS04-123456", nullptr, {}},
      {"KSS04-12345678", nullptr, {}},
      {"KSS04-12345_7", nullptr, {}},
      {"KSS04--1234567", nullptr, {}},
      {"KSS4-1234567", nullptr, {}},
      {"K5S04-1234567", nullptr, {}},
      {"KSSO4-1234567", nullptr, {}},  // the letter O
      {"KSS04-123456七", nullptr, {}},
      {"-1234567", nullptr, {}},
  };
  for (const NumberRow& row : rows) {
    const ApplicationNumber answer = application_number(pack, pack.frame("supply-chain"), row.typed);
    EXPECT_EQ(answer.ok, row.number != nullptr) << row.typed;
    EXPECT_EQ(answer.number, row.number == nullptr ? "" : row.number) << row.typed;
    EXPECT_EQ(answer.warnings, row.warnings) << row.typed;
    EXPECT_EQ(answer.reason, row.number != nullptr ? "" : *row.typed == '\0' ? "empty" : "application_number_form") << row.typed;
  }
}

TEST(ApplicationNumber, AnotherFramesPrefixIsAskedAbout) {
  const catalog::Pack pack = pack_of_papers();
  EXPECT_EQ(application_number(pack, pack.frame("normal"), "KSS04-1234567").warnings, Codes{"prefix_unconfirmed"});
  EXPECT_TRUE(application_number(pack, nullptr, "KSS04-1234567").warnings.empty());
}

TEST(ApplicationNumber, TheFormIsTheYears) {
  catalog::Pack pack = pack_of_papers();
  pack.files.application_numbers[0].characters = 8;
  pack.files.application_numbers[0].frames.clear();
  EXPECT_FALSE(application_number(pack, pack.frame("normal"), "KSS04-1234567").ok);
  EXPECT_TRUE(application_number(pack, pack.frame("normal"), "KSS04-12345678").ok);
  EXPECT_EQ(placeholder_number(pack, pack.frame("normal")), "KSS04-XXXXXXXX");
}

TEST(ApplicationNumber, UnknownItIsXs) {
  const catalog::Pack pack = pack_of_papers();
  EXPECT_EQ(placeholder_number(pack, pack.frame("supply-chain")), "KSS04-XXXXXXX");
  EXPECT_EQ(placeholder_number(pack, pack.frame("normal")), "XXXXX-XXXXXXX");
  EXPECT_EQ(application_number_form(pack, pack.frame("normal")), nullptr);
}

struct NameRow {
  const char* name;
  const char* right;  // null: cannot be told
  Codes reasons;
};

TEST(FileName, IsTakenOnlyExactly) {
  const catalog::Pack pack = pack_of_papers();
  const NameRow rows[] = {
      {"KSS04-1234567_1.pdf", "KSS04-1234567_1.pdf", {}},
      {"KSS04-12AbcXz_12.pdf", "KSS04-12AbcXz_12.pdf", {}},
      {"KSS04-1234567_\uFF13.pdf", "KSS04-1234567_3.pdf", {"file_name_width"}},  // the sample of S0 (T-19)
      {"KSS04-1234567_1", "KSS04-1234567_1.pdf", {"file_name_extension"}},
      {"KSS04-1234567_1.PDF", "KSS04-1234567_1.pdf", {"file_name_extension"}},
      {"KSS04-1234567_1.xlsx", "KSS04-1234567_1.pdf", {"file_name_extension"}},
      {"KSS04-1234567_0.pdf", nullptr, {"file_name_number"}},
      {"KSS04-1234567_01.pdf", nullptr, {"file_name_number"}},
      {"KSS04-1234567_99999.pdf", nullptr, {"file_name_number"}},
      {"KSS04-1234567.pdf", nullptr, {"file_name_number"}},
      {"KSS04-1234567_.pdf", nullptr, {"file_name_number"}},
      {"KSS04-1234567_a.pdf", nullptr, {"file_name_number"}},
      {"kss04-1234567_1.pdf", "KSS04-1234567_1.pdf", {"file_name_form"}},
      {"KSS04-1234567 _1.pdf", "KSS04-1234567_1.pdf", {"file_name_form"}},
      {"partner_1.pdf", nullptr, {"file_name_form"}},
      {"", nullptr, {"file_name_extension", "file_name_form", "file_name_number"}},
  };
  for (const NameRow& row : rows) {
    const FileName answer = check_file_name(pack, pack.frame("supply-chain"), row.name);
    EXPECT_EQ(answer.ok, row.reasons.empty()) << row.name;
    EXPECT_EQ(answer.reasons, row.reasons) << row.name;
    EXPECT_EQ(answer.name, row.right == nullptr ? "" : row.right) << row.name;
  }
}

TEST(FileName, WhatWeMakeIsTaken) {
  const catalog::Pack pack = pack_of_papers();
  const catalog::Frame* frame = pack.frame("supply-chain");
  for (int n = 1; n < 200; ++n) {
    const FileName answer = check_file_name(pack, frame, bundle_file_name("KSS04-1234567", n));
    EXPECT_TRUE(answer.ok);
    EXPECT_EQ(answer.n, n);
    EXPECT_EQ(answer.number, "KSS04-1234567");
  }
  const FileName unnamed = check_file_name(pack, frame, bundle_file_name(placeholder_number(pack, frame), 1));
  EXPECT_TRUE(unnamed.ok);
  EXPECT_EQ(unnamed.warnings, Codes{"number_placeholder"});
}

TEST(FileSize, TwoRulesForTenMegabytes) {  // T-18
  const catalog::FileRules rules;
  for (const Party party : {Party::Applicant, Party::Partner}) {
    EXPECT_TRUE(file_size(rules, party, 9'500'000).ok);
    EXPECT_TRUE(file_size(rules, party, 9'500'000).warnings.empty());
    EXPECT_TRUE(file_size(rules, party, 10'000'000).ok);
    EXPECT_EQ(file_size(rules, party, 9'500'001).warnings, Codes{"recompress"});
    EXPECT_FALSE(file_size(rules, party, 10'000'001).ok);
  }
  EXPECT_EQ(file_size(rules, Party::Applicant, 10'000'001).reasons, (Codes{"recompress", "call_secretariat"}));
  EXPECT_EQ(file_size(rules, Party::Partner, 10'000'001).reasons, (Codes{"recompress", "split_pages"}));
}

}  // namespace
}  // namespace desk::rules
