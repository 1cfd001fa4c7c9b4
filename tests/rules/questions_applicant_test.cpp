// 小規模, みなし大企業, awarded before (factbook 3.2, 3.3, 3.5).
#include "tests/rules/questions_for_test.h"

namespace desk::rules {
namespace {

Setting in_frame_2026(const char* frame = "normal", const char* now = "2026-09-01") { return setting_of(pack_2026(), frame_2026(frame), now); }

Inputs staff(const char* industry, int employees, std::optional<bool> leisure = false) {
  Inputs inputs;
  inputs.who.industry = industry;
  inputs.who.employees = employees;
  inputs.who.leisure = leisure;
  return inputs;
}

TEST(AmIMicro, FollowsTheTableOfSmallBusinesses) {
  const struct {
    const char* industry;
    int employees;
    const char* code;
  } cases[] = {{"service", 6, "no"}, {"service", 5, "yes"}, {"hotel", 20, "yes"}, {"hotel", 21, "no"}, {"manufacturing", 20, "yes"},
               {"manufacturing", 21, "no"}, {"retail", 0, "yes"}, {"npo", 3, "check"}};
  for (const auto& each : cases) {
    const Said said = answer("am_i_micro", in_frame_2026(), staff(each.industry, each.employees));
    EXPECT_EQ(said.code, each.code) << each.industry << " " << each.employees;
    EXPECT_NE(line_of(said, "who_counts"), nullptr);
  }
}

TEST(AmIMicro, LodgingAndAmusementInsideServicesCountToTwenty) {
  EXPECT_EQ(answer("am_i_micro", in_frame_2026(), staff("service", 20, true)).code, "yes");
  EXPECT_EQ(answer("am_i_micro", in_frame_2026(), staff("service", 21, true)).code, "no");
  EXPECT_EQ(answer("am_i_micro", in_frame_2026(), staff("service", 20, std::nullopt)).code, "leisure");
  EXPECT_EQ(arg<std::int64_t>(*line_of(answer("am_i_micro", in_frame_2026(), staff("service", 6)), "leisure_limit"), "limit"), 20);
}

TEST(AmIMicro, NeedsTheIndustryAndTheStaff) {
  Inputs inputs;
  EXPECT_EQ(wanted("am_i_micro", in_frame_2026(), inputs), "industry");
  inputs.who.industry = "retail";
  EXPECT_EQ(wanted("am_i_micro", in_frame_2026(), inputs), "employees");
  EXPECT_EQ(wanted("am_i_micro", in_frame_2026(), staff("astrology", 3)), "industry");
}

TEST(DeemedLarge, AsksOneThingAfterTheOtherAndEndsWithNo) {
  const Setting setting = in_frame_2026();
  Inputs inputs;
  std::size_t asked = 0;
  for (Said said = answer("deemed_large", setting, inputs); said.code == "ask_next"; said = answer("deemed_large", setting, inputs)) {
    EXPECT_EQ(lines_of(said, "answered_no"), asked);
    const std::string question = arg<catalog::Names>(said, "question").ja;
    const auto rule = std::find_if(pack_2026().exclusions.begin(), pack_2026().exclusions.end(),
                                   [&](const catalog::Exclusion& each) { return each.question.ja == question; });
    ASSERT_NE(rule, pack_2026().exclusions.end());
    inputs.who.exclusions[rule->id] = ExclusionAnswer{false};
    ASSERT_LE(++asked, 6U);
  }
  EXPECT_EQ(asked, 6U);  // factbook 3.3: ① to ⑥
  EXPECT_EQ(answer("deemed_large", setting, inputs).code, "no");
}

TEST(DeemedLarge, TheOperatorsAreThoseOfTheRule) {
  const struct {
    const char* id;
    ExclusionAnswer answer;
    bool large;
  } cases[] = {{"single_large_owner", Ratio{1, 2}, true},   {"single_large_owner", Ratio{49, 100}, false},
               {"large_owners_total", Ratio{2, 3}, true},   {"large_owners_total", Ratio{66, 100}, false},
               {"large_officers", Ratio{1, 2}, true},       {"deemed_owner", Ratio{1, 1}, true},
               {"deemed_owner", Ratio{99, 100}, false},     {"deemed_officers", Ratio{1, 1}, true},
               {"high_income", Yen{1'500'000'000}, false},  {"high_income", Yen{1'500'000'001}, true}};
  for (const auto& each : cases) {
    Inputs inputs;
    inputs.who.exclusions[each.id] = each.answer;
    EXPECT_EQ(answer("deemed_large", in_frame_2026(), inputs).code == "yes", each.large) << each.id;
  }
}

TEST(DeemedLarge, WhatNobodyKnowsIsChecked) {
  Inputs inputs;
  for (const catalog::Exclusion& rule : pack_2026().exclusions) inputs.who.exclusions[rule.id] = ExclusionAnswer{false};
  inputs.who.exclusions["large_officers"] = std::nullopt;
  EXPECT_EQ(answer("deemed_large", in_frame_2026(), inputs).code, "check");
  catalog::Pack pack = pack_2026();
  for (catalog::Exclusion& rule : pack.exclusions) rule.frames = {"invoice"};
  EXPECT_EQ(answer("deemed_large", setting_of(pack, pack.frames.front(), "2026-09-01"), inputs).code, "not_here");
}

Inputs awarded(const char* frame, std::optional<Date> decided, int year = 2025) {
  Inputs inputs;
  inputs.who.industry = "retail";
  inputs.who.employees = 3;
  inputs.who.awards = {{year, frame, decided}};
  return inputs;
}

TEST(AwardedLastYear, TheSameFrameIsBlockedForTwelveMonths) {
  // Round 5 closes on 2026-09-29.
  const Said blocked = answer("awarded_last_year", in_frame_2026(), awarded("normal", day("2025-10-31")));
  EXPECT_EQ(blocked.code, "blocked");
  EXPECT_EQ(blocked.date, day("2026-11-01"));
  EXPECT_EQ(arg<std::int64_t>(blocked, "months"), 12);
  EXPECT_EQ(line_of(blocked, "next_round"), nullptr);
  EXPECT_NE(line_of(blocked, "duties"), nullptr);
  EXPECT_NE(line_of(blocked, "same_process"), nullptr);
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), awarded("normal", day("2025-09-28"))).code, "free");
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), awarded("invoice", day("2025-10-31"))).code, "free");
}

TEST(AwardedLastYear, ALaterRoundAfterTheBlockIsNamed) {
  Inputs inputs = awarded("normal", day("2025-07-24"));
  inputs.round = "3";  // closes on 2026-07-21, three days too early
  const Said said = answer("awarded_last_year", in_frame_2026("normal", "2026-07-01"), inputs);
  EXPECT_EQ(said.code, "blocked");
  ASSERT_NE(line_of(said, "next_round"), nullptr);
  EXPECT_EQ(arg<std::string>(*line_of(said, "next_round"), "round"), "4");
}

TEST(AwardedLastYear, TheAnniversaryItselfAndUnknownDaysAreChecked) {
  const Said anniversary = answer("awarded_last_year", in_frame_2026(), awarded("normal", day("2025-09-29")));
  EXPECT_EQ(anniversary.code, "check");
  EXPECT_EQ(anniversary.date, day("2026-09-30"));
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), awarded("normal", std::nullopt)).code, "check");
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), awarded("", day("2025-10-31"))).code, "check");
}

TEST(AwardedLastYear, ABlockIsCountedExactlyAsTheRuleOf2023Says) {
  catalog::Pack pack = pack_2026();
  pack.year = 2023;
  catalog::Frame& frame = pack.frames.front();
  frame.id = "supply-chain";
  frame.rounds = {round_of("2", "2023-06-20", "2023-07-31T17:00")};
  catalog::RepeatRule rule;
  rule.id = "same_frame_12_months";
  rule.kind = catalog::RepeatKind::MonthsBlock;
  rule.frames = {"supply-chain"};
  rule.same_as = {"digital-base"};
  rule.months = 12;
  pack.repeats = {rule};
  const Setting july = setting_of(pack, frame, "2023-07-01");
  const Said free = answer("awarded_last_year", july, awarded("digital-base", day("2022-07-20"), 2022));  // factbook 3.5
  EXPECT_EQ(free.code, "free");
  EXPECT_EQ(line_of(free, "same_process"), nullptr);  // no source says so of 2023
  const Said blocked = answer("awarded_last_year", july, awarded("digital-base", day("2022-08-20"), 2022));
  EXPECT_EQ(blocked.code, "blocked");
  EXPECT_EQ(blocked.date, day("2023-08-21"));
}

TEST(AwardedLastYear, WithoutAnAwardOrWithASecondApplicationItSaysSo) {
  Inputs inputs;
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), inputs).code, "none");
  inputs.who.awards.reset();
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), inputs).code, "unknown");
  inputs.who.awards = std::vector<EarlierAward>{};
  inputs.who.applied_this_year = true;
  EXPECT_EQ(answer("awarded_last_year", in_frame_2026(), inputs).code, "this_year");
  EXPECT_NE(line_of(answer("awarded_last_year", in_frame_2026("invoice", "2026-08-01"), awarded("normal", day("2024-06-01"), 2024)), "micro_exempt"),
            nullptr);
}

}  // namespace
}  // namespace desk::rules
