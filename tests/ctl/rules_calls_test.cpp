// The calls of `rules` beyond the golden cases: words for people, what would change a verdict, combinations, readiness.
#include <algorithm>

#include "tests/ctl/calling.h"

namespace desk::ctl {
namespace {

using test::flag_at;
using test::json;
using test::list_at;
using test::text_at;
using test::whole_at;

test::Outcome call_rules(std::vector<std::string> words, const std::string& input = "") {
  const FakeClock clock(from_jst({make_date(2026, 9, 17), 14 * 60}));
  words.insert(words.begin(), "rules");
  return test::run(words, clock, input);
}

Node answer(std::vector<std::string> words) {
  words.push_back("--json");
  const test::Outcome outcome = call_rules(std::move(words));
  EXPECT_EQ(outcome.exit_code, kAnswered) << outcome.err;
  return json(outcome.out);
}

TEST(EstimateCall, SaysItsArithmeticALineAPart) {
  const Node out = answer({"estimate", "--year", "2026", "--frame", "invoice", "--cost", "800000", "--functions", "2", "--pc", "250001"});
  const Array words = list_at(out, "arithmetic");
  ASSERT_EQ(words.size(), list_at(out, "lines").size());
  EXPECT_EQ(*words[1].string(), "残りの分（800,000円 − 500,000 ÷ 3/4）× 2/3 ＝ 88,888円（1円未満は切り捨て）");
  EXPECT_EQ(*words[2].string(), "250,001円 × 1/2 ＝ 125,000円。上限があるので 100,000円");
  EXPECT_EQ(whole_at(out, "cloud_years"), 2);
  EXPECT_TRUE(out.find("subsidy_other_reading")->is_null());
  EXPECT_TRUE(list_at(answer({"estimate", "--year", "2026", "--frame", "normal", "--cost", "1"}), "arithmetic").empty());
}

TEST(EstimateCall, GenericProcessesAreSomeOfTheProcesses) {
  EXPECT_EQ(call_rules({"estimate", "--year", "2026", "--frame", "normal", "--cost", "1", "--generic_processes", "2"}).err,
            "desk-ctl: generic_processes: more than processes\n");
}

TEST(EligibilityCall, SaysWhatWouldChangeIt) {
  const Node out = answer({"eligibility", "--year", "2026", "--frame", "normal", "--entity", "corporation", "--industry", "retail", "--capital",
                           "60000000", "--employees", "51"});
  EXPECT_EQ(text_at(out, "verdict"), "not_eligible");
  const Node reason = list_at(out, "reasons").front();
  EXPECT_EQ(text_at(reason, "code"), "not_sme");
  EXPECT_EQ(text_at(reason, "change"), "fit_size");
  EXPECT_EQ(whole_at(*reason.find("change_args"), "employees"), 50);
  EXPECT_EQ(whole_at(*reason.find("change_args"), "capital"), 50'000'000);
}

TEST(EligibilityCall, WhatIsNotKnownOfAnAwardMayBeLeftOut) {
  const auto judged = [&](const char* awards) {
    return answer({"eligibility", "--year", "2026", "--frame", "normal", "--entity", "sole", "--industry", "retail", "--employees", "1", "--on",
                   "2026-09-01", "--awards", awards});
  };
  EXPECT_EQ(text_at(judged("[{}]"), "verdict"), "check");
  EXPECT_EQ(text_at(judged(R"([{"year":2025,"frame":"normal","decided":"2025-12-11"}])"), "verdict"), "not_eligible");
  EXPECT_EQ(text_at(judged(R"([{"year":2025,"frame":"normal","decided":"2025-09-01"}])"), "verdict"), "check");  // the anniversary
  EXPECT_EQ(text_at(judged(R"([{"year":2025,"frame":"normal","decided":"2025-08-31"}])"), "verdict"), "eligible");
}

TEST(EligibilityCall, OtherFramesOfTheYearCount) {
  const auto run_with = [&](const char* frames) {
    return call_rules({"eligibility", "--year", "2026", "--frame", "normal", "--entity", "sole", "--industry", "retail", "--employees", "1",
                "--other_frames", frames, "--json"});
  };
  EXPECT_EQ(text_at(json(run_with(R"(["normal"])").out), "verdict"), "not_eligible");
  EXPECT_EQ(text_at(json(run_with("[]").out), "verdict"), "eligible");
  EXPECT_NE(run_with(R"(["nowhere"])").err.find("other_frames: \"nowhere\" is no frame of 2026"), std::string::npos);
  EXPECT_NE(run_with("[1]").err.find("other_frames: ids of frames were expected"), std::string::npos);
  EXPECT_EQ(text_at(json(call_rules({"eligibility", "--year", "2026", "--frame", "normal", "--entity", "sole", "--industry", "retail", "--employees",
                              "1", "--other_frames", "unknown", "--json"})
                             .out),
                    "verdict"),
            "check");
}

TEST(CombinationCall, AnswersWithItsReasonAndClause) {
  EXPECT_TRUE(flag_at(answer({"combination", "--year", "2026", "--frames", R"(["normal"])"}), "ok"));
  const Node twice = answer({"combination", "--year", "2026", "--frames", R"(["normal","normal"])"});
  EXPECT_FALSE(flag_at(twice, "ok"));
  EXPECT_FALSE(list_at(twice, "reasons").empty());
  EXPECT_NE(twice.find("clause"), nullptr);
  EXPECT_EQ(call_rules({"combination", "--year", "2026"}).exit_code, kBadInput);
}

TEST(RequirementsCall, IsAnsweredForEveryFrame) {
  EXPECT_NE(answer({"requirements", "--year", "2026", "--frame", "normal"}).find("requirements")->array(), nullptr);
}

TEST(ReadinessCall, SaysWhatIsOpenAndUntilWhenTheInvitationLives) {
  const std::vector<std::string> all = {"readiness", "--year", "2026", "--frame", "normal", "--gbizid", "prime", "--security_action",
                                        "50000228580", "--vendor", "--invited_at", "2026-09-17T10:00", "--documents_valid"};
  Node out = answer(all);
  EXPECT_FALSE(flag_at(out, "ready"));
  ASSERT_EQ(list_at(out, "open").size(), 1U);
  EXPECT_EQ(*list_at(out, "open").front().string(), "phone");
  EXPECT_EQ(text_at(*out.find("invitation"), "expires_at"), "2026-09-20T10:00");
  EXPECT_EQ(whole_at(*out.find("invitation"), "hours_left"), 68);  // the clock says 14:00
  auto with_phone = all;
  with_phone.push_back("--phone_verified");
  EXPECT_TRUE(flag_at(answer(with_phone), "ready"));
  with_phone.insert(with_phone.end(), {"--now", "2026-09-20T10:00"});
  out = answer(with_phone);
  EXPECT_FALSE(flag_at(out, "ready"));
  EXPECT_TRUE(flag_at(*out.find("invitation"), "expired"));
  EXPECT_TRUE(answer({"readiness", "--year", "2026", "--frame", "normal"}).find("invitation")->is_null());
}

TEST(PlanCall, TheLatestOfPapersVendorAndIdsDecides) {
  const Node out = answer({"plan", "--year", "2026", "--frame", "normal", "--today", "2026-08-03", "--gbizid", "prime", "--security_action",
                           "50000228580", "--documents_ready", "2026-08-10", "--vendor_ready", "2026-08-05"});
  EXPECT_EQ(text_at(out, "earliest_submit"), "2026-08-13");
  EXPECT_EQ(text_at(out, "gbizid_ready"), "2026-08-03");
  const Array todo = list_at(out, "todo");
  const auto submit = std::find_if(todo.begin(), todo.end(), [](const Node& each) { return text_at(each, "code") == "submit"; });
  ASSERT_NE(submit, todo.end());
  EXPECT_EQ(text_at(*submit, "last"), "2026-08-25");
}

TEST(SchemaCall, ListsEveryCallOfTheGroup) {
  const Node out = answer({"schema"});
  for (const Verb& verb : all_verbs()) {
    if (verb.group != "rules") continue;
    EXPECT_NE(out.find("calls")->find("rules " + verb.name), nullptr) << verb.name;
  }
  for (const char* codes : {"change", "estimate_line", "combination_reason"}) EXPECT_FALSE(list_at(*out.find("codes"), codes).empty()) << codes;
}

}  // namespace
}  // namespace desk::ctl
