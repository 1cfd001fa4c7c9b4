// Contract, round, money, report; the portal's code and invitation; the gBizID by post; the telephone (factbook 4.2, 7, 8).
#include "tests/rules/questions_for_test.h"

namespace desk::rules {
namespace {

using catalog::Confidence;

Setting now_2026(const char* now, const char* frame = "normal") { return setting_of(pack_2026(), frame_2026(frame), now); }

catalog::Pack with_times() {
  catalog::Pack pack = pack_2026();
  pack.portal.inspection_days = 14;
  pack.portal.payment_days = 30;
  pack.portal.project_months = 6;
  pack.portal.source = {"S4+G-03", Confidence::Medium};
  return pack;
}

TEST(MayContractNow, NeverBeforeOnesOwnDecision) {
  const Said said = answer("may_contract_now", now_2026("2026-08-20"));
  EXPECT_EQ(said.code, "wait_until");
  EXPECT_EQ(said.date, day("2026-10-07"));  // round 4
  EXPECT_EQ(line_of(said, "planned"), nullptr);
  EXPECT_NE(line_of(said, "own_decision"), nullptr);
  const Said planned = answer("may_contract_now", now_2026("2026-09-01"));
  EXPECT_EQ(planned.date, day("2026-11-09"));
  EXPECT_NE(line_of(planned, "planned"), nullptr);
  EXPECT_EQ(answer("may_contract_now", now_2026("2026-11-22")).code, "wait");
  // The decision day of the round that was aimed at has come: that alone opens nothing.
  EXPECT_EQ(answer("may_contract_now", now_2026("2026-11-22"), {.round = "5"}).code, "wait_until");
}

TEST(MayContractNow, AfterOnesOwnDecisionInTheRightOrder) {
  const Said said = answer("may_contract_now", now_2026("2026-11-22"), {.decided = day("2026-11-09")});
  EXPECT_EQ(said.code, "after_decision");
  EXPECT_EQ(said.lines.front().code, "contract_first");
  EXPECT_EQ(answer("may_contract_now", now_2026("2026-11-08"), {.decided = day("2026-11-09")}).code, "wait_until");
}

TEST(RoundUnknown, SaysSoWithTheDayOfTheLastCheckAndTheOfficialAddress) {
  const Said said = answer("round_unknown", now_2026("2026-11-22"));
  EXPECT_EQ(said.code, "unknown");
  EXPECT_EQ(arg<Date>(said, "verified"), pack_2026().verified);
  EXPECT_EQ(arg<std::string>(*line_of(said, "last"), "round"), "5");
  EXPECT_EQ(arg<std::string>(*line_of(said, "site"), "site"), pack_2026().contact("schedule", day("2026-11-22"))->value);
  EXPECT_NE(line_of(said, "prepare"), nullptr);
  EXPECT_FALSE(said.date.has_value());
}

TEST(RoundUnknown, AnOpenOrAComingRoundIsNamedToTheMinute) {
  const Said open = answer("round_unknown", now_2026("2026-09-29T16:59"));
  EXPECT_EQ(open.code, "open");
  EXPECT_EQ(open.minute, minute("2026-09-29T17:00"));
  EXPECT_EQ(answer("round_unknown", now_2026("2026-09-29T17:00")).code, "unknown");  // 17:00 is late (factbook 7.8)
  EXPECT_EQ(answer("round_unknown", now_2026("2026-03-30T09:59")).code, "opens");
  EXPECT_EQ(answer("round_unknown", now_2026("2026-03-30T10:00")).code, "open");
}

TEST(RoundUnknown, ARoundWithoutADeadlineIsToldButNotPlannedFor) {
  catalog::Pack pack = pack_2026();
  pack.frames.front().undated = {{"8", std::nullopt, {"P-12", Confidence::Low}}};
  EXPECT_NE(line_of(answer("round_unknown", setting_of(pack, pack.frames.front(), "2026-11-22")), "undated"), nullptr);
  EXPECT_EQ(line_of(answer("round_unknown", setting_of(pack, pack.frames.front(), "2026-09-01")), "undated"), nullptr);
  pack.frames.front().rounds.clear();
  pack.contacts.clear();
  const Said said = answer("round_unknown", setting_of(pack, pack.frames.front(), "2026-11-22"));
  EXPECT_EQ(line_of(said, "last"), nullptr);
  EXPECT_EQ(line_of(said, "site"), nullptr);
}

TEST(WhenPaid, IsARangeFromTheDecisionToAfterTheLastReport) {
  const catalog::Pack pack = with_times();
  const Said said = answer("when_paid", setting_of(pack, pack.frames.front(), "2026-08-20"));
  EXPECT_EQ(said.code, "range");
  EXPECT_EQ(said.date, day("2026-11-20"));   // 2026-10-07 + 14 + 30
  EXPECT_EQ(said.until, day("2027-05-14"));  // 2027-03-31 + 44
  EXPECT_NE(line_of(said, "advance"), nullptr);
  EXPECT_EQ(arg<Date>(*line_of(said, "report"), "day"), day("2027-03-31"));
  const Said planned = answer("when_paid", setting_of(pack, pack.frames.front(), "2026-09-01"));
  EXPECT_NE(line_of(planned, "planned"), nullptr);
}

TEST(WhenPaid, OfOnesOwnDecisionCountsTheProjectsMonths) {
  catalog::Pack pack = with_times();
  const Inputs own{.decided = day("2026-11-09")};
  const Said said = answer("when_paid", setting_of(pack, pack.frames.front(), "2026-11-22"), own);
  EXPECT_EQ(said.code, "range");
  EXPECT_EQ(said.until, day("2027-06-22"));  // 2027-05-09 + 44
  pack.portal.project_months.reset();
  EXPECT_EQ(answer("when_paid", setting_of(pack, pack.frames.front(), "2026-11-22"), own).code, "from_only");
  EXPECT_EQ(answer("when_paid", setting_of(pack, pack.frames.front(), "2026-11-22"), {.round = "5", .decided = day("2026-11-09")}).until,
            day("2027-06-13"));  // the report of the named round: 2027-04-30 + 44
}

TEST(WhenPaid, WithoutADecisionOrDaysItSaysNoDate) {
  catalog::Pack pack = with_times();
  const Said said = answer("when_paid", setting_of(pack, pack.frames.front(), "2026-11-22"));
  EXPECT_EQ(said.code, "unknown");
  EXPECT_FALSE(said.date.has_value());
  pack.portal.payment_days.reset();
  EXPECT_EQ(answer("when_paid", setting_of(pack, pack.frames.front(), "2026-08-20")).code, "unknown");
}

TEST(EffectReport, TheSecurityFrameOf2023ReportsIn2027) {
  catalog::Pack pack = pack_2026();
  pack.year = 2023;
  catalog::Frame& frame = pack.frames.front();
  frame.id = "security";
  catalog::EffectReport report;
  report.frames = {"security"};
  report.covers_from = day("2026-04-01");
  report.covers_to = day("2027-03-31");
  report.window_from = day("2027-04-01");
  report.window_to = day("2027-07-31");
  report.text = {"3年度目の1回です。", "1回です。", "Once, for the third year."};
  report.source = {"S1 3-5", Confidence::High};
  pack.effect_reports = {report};
  const Said ahead = answer("effect_report", setting_of(pack, frame, "2026-11-22"));
  EXPECT_EQ(ahead.code, "ahead");
  EXPECT_EQ(ahead.date, day("2027-04-01"));
  EXPECT_EQ(ahead.until, day("2027-07-31"));
  EXPECT_EQ(arg<Date>(*line_of(ahead, "covers"), "from"), day("2026-04-01"));
  EXPECT_EQ(answer("effect_report", setting_of(pack, frame, "2027-04-01")).code, "open");
  EXPECT_EQ(answer("effect_report", setting_of(pack, frame, "2027-07-31")).code, "open");
  EXPECT_EQ(answer("effect_report", setting_of(pack, frame, "2027-08-01")).code, "over");

  // A second period of the same frame takes over when the first is past.
  catalog::EffectReport next = report;
  next.covers_from.reset();
  next.window_from.reset();
  next.window_to = day("2028-07-31");
  pack.effect_reports.push_back(next);
  EXPECT_EQ(answer("effect_report", setting_of(pack, frame, "2027-08-01")).code, "open");
  EXPECT_EQ(lines_of(answer("effect_report", setting_of(pack, frame, "2027-08-01")), "told"), 2U);
}

TEST(EffectReport, IsNeverTakenFromAnotherFrame) {
  catalog::Pack pack = pack_2026();
  catalog::EffectReport report;
  report.frames = {"invoice"};
  report.text = {"翌年から", "つぎの年から", "from the next year"};
  report.source = {"G-03", Confidence::Low};
  pack.effect_reports = {report};
  EXPECT_EQ(answer("effect_report", setting_of(pack, *pack.frame("normal"), "2026-11-22")).code, "unknown");
  const Said said = answer("effect_report", setting_of(pack, *pack.frame("invoice"), "2026-11-22"));
  EXPECT_EQ(said.code, "as_told");
  EXPECT_EQ(said.lines.back().code, "check");  // a weak source is said
}

TEST(CodeNotComing, TheNextMayBeAskedForAfterHalfAnHour) {
  const Inputs sent{.sent = minute("2026-09-01T13:00")};
  const Said wait = answer("code_not_coming", now_2026("2026-09-01T13:29"), sent);
  EXPECT_EQ(wait.code, "wait");
  EXPECT_EQ(wait.minute, minute("2026-09-01T13:30"));
  EXPECT_EQ(arg<std::int64_t>(wait, "left"), 1);
  EXPECT_EQ(answer("code_not_coming", now_2026("2026-09-01T13:30"), sent).code, "may_resend");
  EXPECT_EQ(answer("code_not_coming", now_2026("2026-09-01")).code, "how");
  const Said midnight = answer("code_not_coming", now_2026("2026-09-01T23:50"), {.sent = minute("2026-09-01T23:45")});
  EXPECT_EQ(midnight.minute, minute("2026-09-02T00:15"));
  EXPECT_NE(line_of(answer("code_not_coming", now_2026("2026-09-29T16:00")), "slow"), nullptr);
  EXPECT_EQ(line_of(answer("code_not_coming", now_2026("2026-09-28T16:00")), "slow"), nullptr);
}

TEST(InvitationExpired, SeventyTwoHoursOrTheDeadlineWhicheverIsFirst) {
  catalog::Pack pack = pack_2026();
  catalog::Frame& frame = pack.frames.front();
  frame.rounds = {round_of("2", "2023-06-20", "2023-07-31T17:00")};
  const auto at = [&](const char* now, const char* invited) {
    return answer("invitation_expired", setting_of(pack, frame, now), {.invited = minute(invited)});
  };
  const Said open = at("2023-07-27T09:00", "2023-07-25T10:00");  // factbook 7.2
  EXPECT_EQ(open.code, "open");
  EXPECT_EQ(open.minute, minute("2023-07-28T10:00"));
  EXPECT_EQ(arg<std::int64_t>(open, "hours"), 25);
  EXPECT_EQ(line_of(open, "cut"), nullptr);
  EXPECT_EQ(at("2023-07-28T09:59", "2023-07-25T10:00").code, "open");
  EXPECT_EQ(at("2023-07-28T10:00", "2023-07-25T10:00").code, "expired");
  EXPECT_NE(line_of(at("2023-07-28T10:00", "2023-07-25T10:00"), "reinvite"), nullptr);
  const Said cut = at("2023-07-30T12:00", "2023-07-28T18:00");
  EXPECT_EQ(cut.minute, minute("2023-07-31T17:00"));
  EXPECT_NE(line_of(cut, "cut"), nullptr);
  const Said closed = at("2023-07-31T17:00", "2023-07-28T18:00");
  EXPECT_EQ(closed.code, "round_closed");
  EXPECT_EQ(line_of(closed, "reinvite"), nullptr);
  EXPECT_EQ(wanted("invitation_expired", setting_of(pack, frame, "2023-07-28")), "invited");
  const Said named = answer("invitation_expired", now_2026("2026-09-28T12:00"), {.round = "5", .invited = minute("2026-09-28T10:00")});
  EXPECT_EQ(named.minute, minute("2026-09-29T17:00"));
}

// 2026 as factbook 12.2 counts it: the post takes 14 or up to 30 days.
catalog::Pack with_post(int days, std::optional<int> usual) {
  catalog::Pack pack = pack_2026();
  for (catalog::Step& step : pack.steps) {
    if (step.kind != catalog::StepKind::Gbizid) continue;
    step.leads.front().days = days;
    step.leads.front().usual_days = usual;
  }
  return pack;
}

Said posted(const catalog::Pack& pack, const char* now, int prep) {
  return answer("gbizid_by_post", setting_of(pack, pack.frames.front(), now), {.round = "5", .prep_days = prep});
}

TEST(GbizidByPost, For29SeptemberIs15SeptemberOr30AugustLessThePreparation) {
  const catalog::Pack slow = with_post(30, 14), quick = with_post(14, std::nullopt);
  EXPECT_EQ(posted(quick, "2026-08-01", 0).date, day("2026-09-15"));
  const Said said = posted(slow, "2026-08-01", 0);
  EXPECT_EQ(said.code, "by");
  EXPECT_EQ(said.date, day("2026-08-30"));
  EXPECT_EQ(line_of(said, "usual")->date, day("2026-09-15"));
  EXPECT_EQ(line_of(said, "online")->date, day("2026-09-28"));
  EXPECT_EQ(line_of(said, "closed")->date, day("2026-08-28"));  // the 30th is a Sunday
  EXPECT_EQ(posted(slow, "2026-08-01", 3).date, day("2026-08-27"));
  EXPECT_EQ(posted(quick, "2026-08-01", 3).date, day("2026-09-12"));
}

TEST(GbizidByPost, AfterTheCautiousDayItIsTightAndThenTooLate) {
  const catalog::Pack slow = with_post(30, 14);
  EXPECT_EQ(posted(slow, "2026-08-30", 0).code, "by");
  EXPECT_EQ(posted(slow, "2026-08-31", 0).code, "tight");
  EXPECT_EQ(posted(slow, "2026-08-31", 0).date, day("2026-09-15"));
  EXPECT_EQ(posted(slow, "2026-09-16", 0).code, "too_late");
  EXPECT_NE(line_of(posted(slow, "2026-09-16", 0), "online"), nullptr);
  EXPECT_EQ(line_of(posted(slow, "2026-09-29", 0), "online"), nullptr);
  EXPECT_EQ(answer("gbizid_by_post", now_2026("2026-11-22")).code, "no_round");
  catalog::Pack none = pack_2026();
  none.steps.clear();
  EXPECT_EQ(answer("gbizid_by_post", setting_of(none, none.frames.front(), "2026-09-01")).code, "not_needed");
}

TEST(GbizidByPost, BeforeTheFirstLeadOfThePackThatOneCounts) {
  catalog::Pack pack = with_post(14, std::nullopt);
  for (catalog::Step& step : pack.steps) {
    for (catalog::Lead& lead : step.leads) lead.from = make_date(2026, 8, 1);
  }
  EXPECT_EQ(posted(pack, "2026-07-01", 0).date, day("2026-09-15"));
}

TEST(IpPhone, OnlyAMobileNumberThatGetsSms) {
  const struct {
    const char* number;
    const char* code;
  } cases[] = {{"050-1234-5678", "this_ip"}, {"03-1234-5678", "this_landline"}, {"090-1234-5678", "mobile"}, {"060-1234-5678", "mobile"},
               {"0800-123-4567", "this_other"}, {"hello", "this_other"}};
  for (const auto& each : cases) {
    const Said said = answer("ip_phone", now_2026("2026-09-01"), {.number = each.number});
    EXPECT_EQ(said.code, each.code) << each.number;
    EXPECT_TRUE(said.args.empty()) << "the number itself is never said";
  }
  EXPECT_EQ(answer("ip_phone", now_2026("2026-09-01")).code, "no");
}

TEST(Ask, AnUnknownQuestionIsBadInput) { EXPECT_EQ(wanted("meaning_of_life", now_2026("2026-09-01")), "key"); }

}  // namespace
}  // namespace desk::rules
