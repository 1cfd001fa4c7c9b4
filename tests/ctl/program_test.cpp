// The contract of desk-ctl (design section 9) as an operator's script meets it: output, complaints, exit codes.
#include "kiosk/ctl/program.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "tests/ctl/calling.h"

namespace desk::ctl {
namespace {

using test::json;
using test::Outcome;

Outcome run(const std::vector<std::string>& words, const std::string& input = "") {
  const FakeClock clock(from_jst({make_date(2026, 9, 17), 14 * 60}));
  return test::run(words, clock, input);
}

std::vector<Node> lines(const std::string& text) {
  std::vector<Node> out;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) out.push_back(json(line));
  return out;
}

TEST(Golden, EveryCaseOfEveryPackHolds) {
  const Outcome outcome = run({"catalog", "check", "--json"});
  EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.out;
  const Node answer = json(outcome.out);
  EXPECT_TRUE(*answer.find("ok")->boolean());
  EXPECT_GE(*answer.find("cases")->integer(), 140);
}

TEST(Call, AnswersAsOneObject) {
  const Outcome outcome = run({"rules", "estimate", "--year", "2026", "--frame", "invoice", "--cost", "1000000", "--functions", "2", "--json"});
  EXPECT_EQ(outcome.exit_code, kAnswered);
  EXPECT_EQ(lines(outcome.out).size(), 1U);
  const Node answer = json(outcome.out);
  EXPECT_EQ(*answer.find("subsidy")->integer(), 722'222);
  EXPECT_TRUE(*answer.find("payable")->boolean());
  EXPECT_EQ(*answer.find("lines")->array()->at(1).find("rate")->string(), "2/3");
  EXPECT_EQ(*answer.find("pack")->find("verified")->string(), "2026-09-20");
}

TEST(Call, ANoIsAnAnswerToo) {
  EXPECT_EQ(run({"rules", "corporate-number", "--number", "1123456789012"}).exit_code, kAnswered);
  EXPECT_EQ(run({"rules", "phone", "--number", "03-1234-5678"}).exit_code, kAnswered);
}

TEST(Call, FlagsInEveryForm) {
  EXPECT_EQ(run({"rules", "phone", "090-1234-5678", "--json"}).out, run({"rules", "phone", "--number=090-1234-5678", "--json"}).out);
  // Keys are JSON's words; at a prompt they may be written with dashes.
  EXPECT_EQ(run({"rules", "estimate", "--year", "2026", "--frame", "normal", "--cost", "75000", "--near-minimum-wage", "--json"}).out,
            run({"rules", "estimate", "--year", "2026", "--frame", "normal", "--cost", "75000", "--near_minimum_wage", "--json"}).out);
  const Outcome bare = run({"rules", "estimate", "--year", "2026", "--frame", "normal", "--cost", "75000", "--near_minimum_wage", "--json"});
  EXPECT_EQ(*json(bare.out).find("subsidy")->integer(), 50'000);
  const Outcome list = run({"rules", "plan", "--year", "2026", "--frame", "normal", "--today", "2026-09-01", "--gbizid", "prime", "--documents",
                            R"([{"kind":"registry_full","issued":"2026-06-28"}])", "--json"});
  EXPECT_EQ(list.exit_code, kAnswered) << list.err;
  EXPECT_FALSE(*json(list.out).find("rounds")->array()->at(0).find("feasible")->boolean());
}

TEST(Call, TodayIsTheInjectedClocks) {
  const Outcome outcome = run({"rules", "validity", "--kind", "registry_full", "--issued", "2026-06-16", "--json"});
  EXPECT_FALSE(*json(outcome.out).find("ok")->boolean());  // good until 09-16; today is 09-17
  EXPECT_TRUE(*json(run({"rules", "validity", "--kind", "registry_full", "--issued", "2026-06-17", "--json"}).out).find("ok")->boolean());
}

TEST(BadInput, NamesTheKeyAndExitsTwo) {
  struct Row {
    std::vector<std::string> words;
    const char* err;
  };
  const Row rows[] = {
      {{"rules", "estimate", "--year", "2026"}, "frame: missing"},
      {{"rules", "estimate", "--year", "2026", "--frame", "normal", "--cots", "1"}, "cots: unknown key"},
      {{"rules", "estimate", "--year", "2026", "--frame", "normal", "--cost", "1.5"}, "cost: a whole number was expected"},
      {{"rules", "estimate", "--year", "2026", "--frame", "normal", "--cost", "-1"}, "cost: must be from 0"},
      {{"rules", "estimate", "--year", "2026", "--frame", "normal", "--cost", "99999999999999999999"}, "cost: a whole number"},
      {{"rules", "estimate", "--year", "2026", "--frame", "normal", "--size", "huge"}, "size: \"huge\" is none of micro, sme, large"},
      {{"rules", "estimate", "--year", "2019", "--frame", "normal"}, "year: no pack of 2019"},
      {{"rules", "estimate", "--year", "2026", "--frame", "nowhere"}, "frame: \"nowhere\" is no frame of 2026"},
      {{"rules", "estimate", "--year", "2026", "--year", "2026", "--frame", "normal"}, "year: given twice"},
      {{"rules", "estimate", "--year"}, "year: missing its value"},
      {{"rules", "plan", "--year", "2026", "--frame", "normal", "--today", "2026-02-29"}, "today: a date that exists"},
      {{"rules", "plan", "--year", "2026", "--frame", "normal", "--today", "2026-09-01", "--documents", R"([{"kind":"napkin"}])"},
       "documents: [1].kind"},
      {{"rules", "validity", "--kind", "napkin"}, "kind: \"napkin\" is no document"},
      {{"rules", "eligibility", "--year", "2026", "--frame", "normal", "--entity", "sole", "--industry", "shop"}, "industry: \"shop\" is none of"},
      {{"rules", "eligibility", "--year", "2026", "--frame", "normal", "--entity", "sole", "--industry", "retail", "--single_large_owner", "3/2"},
       "single_large_owner: a fraction from 0 to 1"},
      {{"rules", "nothing"}, "VERB: \"nothing\" is unknown"},
      {{"nothing"}, "GROUP: \"nothing\" is unknown"},
      {{"rules", "phone", "a", "b"}, "b: unexpected word"},
      {{"rules", "estimate", "--batch", "/nowhere/at/all"}, "batch: /nowhere/at/all cannot be read"},
      {{"rules", "schema", "--batch", "-"}, "batch: this call takes none"},
      {{"catalog", "check", "/nowhere"}, "folder: /nowhere is no folder"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = run(row.words);
    EXPECT_EQ(outcome.exit_code, kBadInput) << row.err;
    EXPECT_NE(outcome.err.find(row.err), std::string::npos) << row.err << " <> " << outcome.err;
    EXPECT_EQ(outcome.out, "") << row.err;
  }
}

TEST(CouldNot, IsOne) {
  const Outcome outcome = run({"rules", "estimate", "--year", "2026", "--frame", "normal", "--packs", "/nowhere"});
  EXPECT_EQ(outcome.exit_code, kCouldNot);
  EXPECT_NE(outcome.err.find("SC-105"), std::string::npos);
}

TEST(Batch, AnswersEveryLineInOrderAndExitsTwoForABadOne) {
  const Outcome outcome = run({"rules", "estimate", "--batch", "-"},
                              "{\"year\":2026,\"frame\":\"normal\",\"cost\":100000}\n"
                              "{\"year\":2026,\"frame\":\"normal\",\"cots\":1}\n"
                              "not json\n"
                              "\n"
                              "[1]\n"
                              "{\"year\":2026,\"frame\":\"normal\",\"cost\":1,\"cost\":2}\n"
                              "{\"year\":2026,\"frame\":\"normal\",\"cost\":1.5}\n"
                              "{\"year\":2026,\"frame\":\"normal\",\"size\":null,\"cost\":333333}");
  EXPECT_EQ(outcome.exit_code, kBadInput);
  const auto answers = lines(outcome.out);
  ASSERT_EQ(answers.size(), 8U);
  EXPECT_EQ(*answers[0].find("subsidy")->integer(), 50'000);
  EXPECT_EQ(*answers[1].find("error")->find("key")->string(), "cots");
  EXPECT_EQ(*answers[1].find("error")->find("reason")->string(), "unknown key");
  for (std::size_t i : {2U, 3U, 4U, 5U, 6U}) EXPECT_NE(answers[i].find("error"), nullptr) << i;
  EXPECT_EQ(*answers[7].find("subsidy")->integer(), 166'666);
}

TEST(Batch, WithoutABadLineExitsNullAndFlagsHoldForEveryLine) {
  const Outcome outcome = run({"rules", "estimate", "--year", "2026", "--frame", "normal", "--batch", "-"},
                              "{\"cost\":100000}\r\n{\"cost\":200000,\"frame\":\"invoice\"}\n");
  EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.out;
  const auto answers = lines(outcome.out);
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_EQ(*answers[0].find("subsidy")->integer(), 50'000);
  EXPECT_EQ(*answers[1].find("subsidy")->integer(), 150'000);
  EXPECT_EQ(run({"rules", "phone", "--batch", "-"}, "").out, "");
}

TEST(Schema, NamesEveryKeyOfTheContract) {
  const Node answer = json(run({"rules", "schema", "--json"}).out);
  const std::pair<const char*, std::vector<const char*>> contract[] = {
      {"rules estimate", {"year", "frame", "cost", "processes", "functions", "size", "near_minimum_wage", "pc", "register", "sme_accounts",
                          "total_accounts", "members", "base_subsidy", "analysis_cost", "admin_cost", "on"}},
      {"rules eligibility", {"year", "frame", "entity", "industry", "main_trade", "capital", "employees"}},
      {"rules plan", {"year", "frame", "today", "gbizid", "mynumber", "security_action", "management_check", "vendor", "prep_days", "documents"}},
      {"rules validity", {"kind", "entity", "issued", "expires", "tax_year", "item", "on"}},
      {"rules corporate-number", {"number"}},
      {"rules phone", {"number"}},
  };
  for (const auto& [call, names] : contract) {
    const Node* keys = answer.find("calls")->find(call)->find("keys");
    for (const char* name : names) {
      const bool there = std::any_of(keys->array()->begin(), keys->array()->end(),
                                     [&](const Node& key) { return *key.find("name")->string() == name; });
      EXPECT_TRUE(there) << call << " " << name;
    }
    for (const Node& key : *keys->array()) {
      for (const char* part : {"type", "unit", "required", "default"}) EXPECT_NE(key.find(part), nullptr) << call << " " << part;
    }
  }
}

// Whatever a call answers with, its codes are in the schema.
TEST(Schema, NamesEveryCodeThatIsAnswered) {
  const Node schema = json(run({"rules", "schema", "--json"}).out);
  const auto knows = [&](const char* kind, const std::string& code) {
    for (const Node& each : *schema.find("codes")->find(kind)->array()) {
      if (*each.string() == code) return true;
    }
    return false;
  };
  std::string questions;
  for (int day = 0; day < 260; day += 3) {
    for (const char* gbizid : {"prime", "entry", "none"}) {
      questions += "{\"year\":2026,\"frame\":\"normal\",\"today\":\"" + to_string(plus_days(make_date(2026, 2, 20), day)) + "\",\"gbizid\":\"" +
                   gbizid + "\",\"security_action\":null,\"entity\":\"" + (day % 2 == 0 ? "sole" : "corporation") + "\"}\n";
    }
  }
  const Outcome outcome = run({"rules", "plan", "--batch", "-"}, questions);
  ASSERT_EQ(outcome.exit_code, kAnswered) << outcome.out;
  for (const Node& answer : lines(outcome.out)) {
    for (const Node& code : *answer.find("advice")->array()) EXPECT_TRUE(knows("advice", *code.string())) << *code.string();
    for (const Node& todo : *answer.find("todo")->array()) EXPECT_TRUE(knows("todo", *todo.find("code")->string()));
    for (const Node& bar : *answer.find("bars")->array()) EXPECT_TRUE(knows("todo", *bar.find("code")->string()));
  }
}

TEST(Help, ListsGroupsAndKeys) {
  EXPECT_NE(run({}).out.find("rules estimate"), std::string::npos);
  EXPECT_NE(run({"rules", "estimate", "--help"}).out.find("--near_minimum_wage"), std::string::npos);
}

}  // namespace
}  // namespace desk::ctl
