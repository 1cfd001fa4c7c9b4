#include "data/rules/plan.h"

#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

PlanInput on(const char* today) {
  PlanInput input;
  input.now = *parse_civil_minute(today);
  input.prep_days = 0;
  input.readiness.gbizid = Gbizid::None;
  input.readiness.mynumber = false;
  input.readiness.security_action = "none";
  return input;
}

Plan plan_normal(const PlanInput& input) { return plan(pack_2026(), frame_2026("normal"), packs().offices(), input); }

// 2023 and 2025 as data: SECURITY ACTION beside the gBizID, a week; by post 14 days (factbook 12.1). Rounds as in factbook 8.
catalog::Pack before_2026(std::vector<std::pair<const char*, const char*>> rounds) {
  catalog::Pack pack = pack_2026();
  for (catalog::Step& step : pack.steps) {
    catalog::Lead lead = step.leads.empty() ? catalog::Lead{} : step.leads.front();
    lead.from = make_date(2023, 1, 1);
    if (step.kind == catalog::StepKind::Gbizid) lead.days = 14;
    if (step.kind == catalog::StepKind::SecurityAction) lead.days = 7;
    if (!step.leads.empty()) step.leads = {lead};
  }
  catalog::Frame& frame = pack.frames.front();
  frame.rounds.clear();
  for (const auto& [id, deadline] : rounds) {
    catalog::Round round;
    round.id = id;
    round.open = {make_date(2023, 1, 1), 0};
    round.deadline = {*parse_date(deadline), 17 * 60};
    round.verified = pack.verified;
    frame.rounds.push_back(round);
  }
  return pack;
}

struct BackwardCase {
  const char* id;
  const char* today;
  Gbizid gbizid;
  bool mynumber;
  const char* ids_ready;
  const char* deadline;
  int slack;
  SlackClass slack_class;
};

void check(const catalog::Pack& pack, const BackwardCase& each) {
  PlanInput input = on(each.today);
  input.readiness.gbizid = each.gbizid;
  input.readiness.mynumber = each.mynumber;
  const Plan answer = plan(pack, pack.frames.front(), packs().offices(), input);
  EXPECT_EQ(to_string(answer.ids_ready), each.ids_ready) << each.id;
  const auto round = std::find_if(answer.rounds.begin(), answer.rounds.end(),
                                  [&](const PlannedRound& r) { return to_string(r.deadline.date) == each.deadline; });
  ASSERT_NE(round, answer.rounds.end()) << each.id;
  EXPECT_EQ(round->slack_days, each.slack) << each.id;
  EXPECT_EQ(round->slack_class, each.slack_class) << each.id;
}

TEST(BackwardSchedule, Of2023And2025WhereSecurityActionRunsBesideTheGbizid) {
  const catalog::Pack of_2023 = before_2026({{"1", "2023-07-31"}});
  const BackwardCase cases[] = {
      {"BK-1", "2023-07-10", Gbizid::None, false, "2023-07-24", "2023-07-31", 7, SlackClass::Easy},
      {"BK-2", "2023-07-14", Gbizid::None, false, "2023-07-28", "2023-07-31", 3, SlackClass::Care},
      {"BK-3", "2023-07-17", Gbizid::None, false, "2023-07-31", "2023-07-31", 0, SlackClass::Tight},
      {"BK-4", "2023-07-18", Gbizid::None, false, "2023-08-01", "2023-07-31", -1, SlackClass::Missed},
      {"BK-5", "2023-07-25", Gbizid::Prime, false, "2023-08-01", "2023-07-31", -1, SlackClass::Missed},
  };
  for (const BackwardCase& each : cases) check(of_2023, each);
  const catalog::Pack of_2025 = before_2026({{"2", "2025-06-16"}, {"3", "2025-07-18"}});
  check(of_2025, {"BK-6", "2025-06-02", Gbizid::None, false, "2025-06-16", "2025-06-16", 0, SlackClass::Tight});
  check(of_2025, {"BK-7", "2025-07-01", Gbizid::None, false, "2025-07-15", "2025-07-18", 3, SlackClass::Care});
  check(of_2025, {"BK-8", "2025-07-10", Gbizid::None, true, "2025-07-17", "2025-07-18", 1, SlackClass::Tight});
  const Plan bk6 = plan(of_2025, of_2025.frames.front(), packs().offices(), on("2025-06-02"));
  EXPECT_EQ(bk6.target, "3");  // slack 0 in round 2: round 3 is recommended
  EXPECT_TRUE(has_code(bk6.advice, "aim_for_later"));
}

const Todo* find(const Plan& answer, std::string_view code, std::string_view document = {}) {
  for (const Todo& todo : answer.todo) {
    if (todo.code != code) continue;
    if (document.empty() || (!todo.args.empty() && todo.args.front().second == document)) return &todo;
  }
  return nullptr;
}

TEST(TodoList, TheMockupsVisitorOn17SeptemberGoesToTheOfficesOnFriday) {
  PlanInput input = on("2026-09-17");
  input.prep_days.reset();  // the pack's three days
  input.readiness.gbizid = Gbizid::Prime;
  input.readiness.security_action = "41234567890";
  input.readiness.vendor = true;
  input.readiness.contracted = false;
  input.entity = catalog::Entity::Corporation;
  const Plan answer = plan_normal(input);
  EXPECT_EQ(answer.target, "5");
  ASSERT_NE(find(answer, "get_document", "registry_full"), nullptr);
  // The 19th to the 23rd are a weekend and three holidays: the last open day before is Friday the 18th.
  EXPECT_EQ(find(answer, "get_document", "registry_full")->by, make_date(2026, 9, 18));
  EXPECT_TRUE(find(answer, "get_document", "registry_full")->office);
  EXPECT_EQ(find(answer, "security_action_redo")->by, make_date(2026, 9, 19));
  EXPECT_NE(find(answer, "ask_invitation"), nullptr);
  EXPECT_EQ(find(answer, "submit")->by, make_date(2026, 9, 29));
  EXPECT_TRUE(has_code(answer.advice, "offices_closed"));
  EXPECT_EQ(answer.closed_days.size(), 7U);  // 19 20 21 22 23 26 27
}

TEST(TodoList, OfficeDaysNeverMoveSlack) {
  catalog::OfficeCalendar always_closed_but_today;
  for (int i = 1; i < 60; ++i) {
    always_closed_but_today.holidays.push_back({plus_days(make_date(2026, 8, 31), i), {}, {}});
  }
  PlanInput input = on("2026-08-31");
  input.readiness.gbizid = Gbizid::Prime;
  input.entity = catalog::Entity::Corporation;
  const Plan busy = plan(pack_2026(), frame_2026("normal"), always_closed_but_today, input);
  const Plan open = plan(pack_2026(), frame_2026("normal"), catalog::OfficeCalendar{}, input);
  ASSERT_EQ(busy.rounds.size(), open.rounds.size());
  EXPECT_EQ(busy.rounds[0].slack_days, open.rounds[0].slack_days);
  EXPECT_EQ(find(busy, "get_document", "registry_full")->by, make_date(2026, 8, 31));
}

TEST(TodoList, EveryDateLiesBetweenTodayAndTheDeadline) {
  for (int day = 0; day < 180; ++day) {
    for (const Gbizid account : {Gbizid::Prime, Gbizid::Entry, Gbizid::None}) {
      PlanInput input = on("2026-04-01");
      input.now.date = plus_days(input.now.date, day);
      input.prep_days.reset();
      input.readiness.gbizid = account;
      input.entity = day % 2 == 0 ? catalog::Entity::Corporation : catalog::Entity::Sole;
      const Plan answer = plan_normal(input);
      const auto target = std::find_if(answer.rounds.begin(), answer.rounds.end(),
                                       [&](const PlannedRound& each) { return each.round == answer.target; });
      for (const Todo& todo : answer.todo) {
        ASSERT_EQ(todo.by.has_value(), target != answer.rounds.end() && todo.code != "no_contract") << todo.code;
        if (!todo.by) continue;
        ASSERT_GE(*todo.by, input.now.date) << todo.code;
        ASSERT_TRUE(todo.office || *todo.by <= target->deadline.date) << todo.code;
        ASSERT_FALSE(todo.office && packs().offices().closed(*todo.by)) << todo.code;
      }
      for (const Bar& bar : answer.bars) ASSERT_LE(bar.from, bar.to) << bar.code;
    }
  }
}

TEST(TodoList, APaperThatIsHeldAndGoodIsNotFetchedAgain) {
  PlanInput input = on("2026-09-01");
  input.readiness.gbizid = Gbizid::Prime;
  input.entity = catalog::Entity::Corporation;
  input.documents = {{"registry_full", make_date(2026, 8, 20), std::nullopt}, {"tax_2", make_date(2026, 8, 1), std::nullopt}};
  const Plan answer = plan_normal(input);
  EXPECT_EQ(find(answer, "get_document", "registry_full"), nullptr);
  EXPECT_EQ(find(answer, "get_document", "tax_1"), nullptr);
  EXPECT_NE(find(answer, "bring_document", "financial_statements"), nullptr);
  input.documents = {{"registry_full", std::nullopt, std::nullopt}};
  EXPECT_NE(find(plan_normal(input), "check_document_date", "registry_full"), nullptr);
}

TEST(TodoList, APaperFetchedTooEarlyWouldBeTooOldSoItWaits) {
  PlanInput input = on("2026-04-02");
  input.readiness.gbizid = Gbizid::None;  // by post: only later rounds can be aimed at
  input.entity = catalog::Entity::Corporation;
  catalog::Pack pack = pack_2026();
  catalog::Frame& frame = pack.frames.front();
  frame.rounds.erase(frame.rounds.begin(), frame.rounds.begin() + 3);  // as if round 4 were the first
  const Plan answer = plan(pack, frame, packs().offices(), input);
  const Todo* paper = find(answer, "get_document_from", "registry_full");
  ASSERT_NE(paper, nullptr);
  EXPECT_EQ(paper->args[1].second, "2026-05-25");  // 2026-08-25 minus three months, a Monday
}

TEST(Plan, NotOpenYetIsSaid) {
  PlanInput input = on("2026-03-20");
  input.readiness.gbizid = Gbizid::Prime;
  const Plan answer = plan_normal(input);
  EXPECT_EQ(answer.target, "1");
  EXPECT_TRUE(has_code(answer.advice, "not_open_yet"));
}

TEST(Plan, BeforeAprilSecurityActionTookAWeekBesideTheGbizid) {
  PlanInput input = on("2026-03-20");
  input.readiness.mynumber = true;
  EXPECT_EQ(to_string(plan_normal(input).ids_ready), "2026-03-27");
  input = on("2026-04-01");
  input.readiness.mynumber = true;
  EXPECT_EQ(to_string(plan_normal(input).ids_ready), "2026-04-02");
}

TEST(Plan, WhatNobodyKnowsYetBecomesAdviceAndATodo) {
  PlanInput input = on("2026-09-01");
  input.readiness = {};
  const Plan answer = plan_normal(input);
  EXPECT_TRUE(has_code(answer.advice, "gbizid_unknown"));
  EXPECT_NE(find(answer, "gbizid_look"), nullptr);
  EXPECT_NE(find(answer, "security_action_look"), nullptr);
  EXPECT_NE(find(answer, "no_contract"), nullptr);
}

// ---- factbook 12.1: earliest = max(IDs, みらデジ, papers, vendor) + preparation ----

TEST(Plan, TheLatestOfWhatIsStillOpenDecides) {
  PlanInput input = on("2026-08-03");
  input.prep_days.reset();  // the pack's three days
  input.readiness.gbizid = Gbizid::Prime;
  input.readiness.security_action = "50000228580";
  EXPECT_EQ(to_string(plan_normal(input).earliest_submit), "2026-08-06");
  input.documents_ready = make_date(2026, 8, 10);
  EXPECT_EQ(to_string(plan_normal(input).earliest_submit), "2026-08-13");
  input.vendor_ready = make_date(2026, 8, 12);
  EXPECT_EQ(to_string(plan_normal(input).earliest_submit), "2026-08-15");
  input.vendor_ready = make_date(2026, 7, 1);  // a day that is over holds nothing up
  EXPECT_EQ(to_string(plan_normal(input).earliest_submit), "2026-08-13");
  input.readiness.gbizid = Gbizid::None;
  EXPECT_EQ(to_string(plan_normal(input).earliest_submit), "2026-09-05");
  EXPECT_EQ(to_string(plan_normal(input).ids_ready), "2026-09-02");  // the papers do not move the IDs
}

TEST(Plan, TheManagementCheckIsDoneOnTheDayOfTheIds) {
  catalog::Pack pack = before_2026({{"1", "2023-07-31"}});
  catalog::Step check;
  check.id = "miradigi";
  check.kind = catalog::StepKind::ManagementCheck;
  pack.steps.push_back(check);
  PlanInput input = on("2023-07-10");
  const auto answer = [&] { return plan(pack, pack.frames.front(), packs().offices(), input); };
  EXPECT_EQ(answer().management_check_ready, make_date(2023, 7, 24));
  EXPECT_EQ(answer().earliest_submit, make_date(2023, 7, 24));
  EXPECT_NE(find(answer(), "management_check"), nullptr);
  input.readiness.management_check = true;
  EXPECT_EQ(answer().management_check_ready, std::nullopt);
  pack.steps.back().required = false;  // a bonus
  input.readiness.management_check = false;
  EXPECT_EQ(answer().management_check_ready, std::nullopt);
}

TEST(Plan, ClassesChangeAtSevenThreeAndZeroDays) {
  const catalog::Pack pack = before_2026({{"1", "2023-07-31"}});
  const std::pair<const char*, SlackClass> rows[] = {
      {"2023-07-24", SlackClass::Easy}, {"2023-07-25", SlackClass::Care},  {"2023-07-28", SlackClass::Care},
      {"2023-07-29", SlackClass::Tight}, {"2023-07-31", SlackClass::Tight},
  };
  for (const auto& [today, expected] : rows) {
    PlanInput input = on(today);
    input.readiness.gbizid = Gbizid::Prime;
    input.readiness.security_action = "50000228580";
    EXPECT_EQ(plan(pack, pack.frames.front(), packs().offices(), input).rounds.front().slack_class, expected) << today;
  }
  PlanInput input = on("2023-07-31T16:59");
  input.readiness.gbizid = Gbizid::Prime;
  input.readiness.security_action = "50000228580";
  EXPECT_EQ(plan(pack, pack.frames.front(), packs().offices(), input).rounds.size(), 1U);
  input.now.minute_of_day = 17 * 60;  // 17:00 is too late (factbook 7.8)
  EXPECT_TRUE(plan(pack, pack.frames.front(), packs().offices(), input).rounds.empty());
  input.prep_days = 1;
  input.now = *parse_civil_minute("2023-07-31T09:00");
  EXPECT_EQ(plan(pack, pack.frames.front(), packs().offices(), input).rounds.front().slack_class, SlackClass::Missed);
}

TEST(Plan, ARoundWithoutADeadlineIsNamedAndNeverAimedAt) {  // 2025 round 8; 2024 インボイス対応 2-6
  catalog::Pack pack = before_2026({{"7", "2025-12-02"}});
  pack.frames.front().undated = {{"6", make_date(2025, 11, 30), {}}, {"8", std::nullopt, {}}};
  PlanInput input = on("2025-12-01");
  const Plan answer = plan(pack, pack.frames.front(), packs().offices(), input);
  std::vector<std::string> named;
  for (const Reason& each : answer.advice) {
    if (each.code == "round_undated") named.push_back(each.args.front().second);
  }
  EXPECT_EQ(named, std::vector<std::string>{"8"});  // 6 was decided before today
  EXPECT_EQ(answer.rounds.size(), 1U);
  input.now.date = make_date(2025, 11, 1);
  EXPECT_EQ(std::count_if(answer.advice.begin(), answer.advice.end(), [](const Reason& each) { return each.code == "round_undated"; }), 1);
  EXPECT_EQ(plan(pack, pack.frames.front(), packs().offices(), input).advice.back().args.front().second, "8");
}

// ---- the last safe day (factbook 12.2: by post for 2026-09-29 at the latest on 2026-08-30, minus preparation) ----

TEST(TodoList, NamesTheVeryLastDayOfEveryStep) {
  PlanInput input = on("2026-08-26");
  input.prep_days = 3;
  const Plan post = plan_normal(input);
  EXPECT_EQ(find(post, "gbizid_post")->last, make_date(2026, 8, 27));
  EXPECT_EQ(find(post, "gbizid_post")->by, make_date(2026, 8, 26));
  EXPECT_EQ(find(post, "get_document", "seal_certificate")->last, make_date(2026, 8, 27));
  EXPECT_EQ(find(post, "security_action_declare")->last, make_date(2026, 9, 26));
  EXPECT_EQ(find(post, "submit")->last, make_date(2026, 9, 29));
  input.now.date = make_date(2026, 9, 1);
  input.readiness.gbizid = Gbizid::Prime;
  input.entity = catalog::Entity::Corporation;
  const Plan later = plan_normal(input);
  // 26 and 27 September are a weekend: the registry is fetched on Friday at the latest.
  EXPECT_EQ(find(later, "get_document", "registry_full")->last, make_date(2026, 9, 25));
  for (const Todo& todo : later.todo) {
    ASSERT_EQ(todo.last.has_value(), todo.by.has_value()) << todo.code;
    ASSERT_LE(todo.by.value_or(make_date(2000, 1, 1)), todo.last.value_or(make_date(2100, 1, 1))) << todo.code;
  }
}

TEST(TodoList, TheInvitationIsOpenedWhileItLives) {
  PlanInput input = on("2026-09-27T09:00");
  input.readiness.gbizid = Gbizid::Prime;
  input.readiness.security_action = "50000228580";
  input.readiness.vendor = true;
  EXPECT_NE(find(plan_normal(input), "ask_invitation"), nullptr);
  input.readiness.invited_at = parse_civil_minute("2026-09-27T08:00");
  const Plan invited = plan_normal(input);
  EXPECT_EQ(find(invited, "ask_invitation"), nullptr);
  ASSERT_NE(find(invited, "open_invitation"), nullptr);
  EXPECT_EQ(find(invited, "open_invitation")->args.front().second, "2026-09-29T17:00");  // the round closes first
  input.readiness.invited_at = parse_civil_minute("2026-09-20T08:00");
  EXPECT_NE(find(plan_normal(input), "ask_invitation_again"), nullptr);
  EXPECT_TRUE(has_code(plan_normal(input).advice, "invitation_expired"));
}

TEST(TodoList, AnAccountThatLetsNobodyInIsTriedWithoutWaitingForANewOne) {
  PlanInput input = on("2026-09-01");
  input.readiness.gbizid = Gbizid::Prime;
  input.readiness.gbizid_login = false;
  const Plan answer = plan_normal(input);
  EXPECT_EQ(answer.gbizid_ready, make_date(2026, 9, 1));
  EXPECT_NE(find(answer, "gbizid_login"), nullptr);
  EXPECT_TRUE(has_code(answer.advice, "gbizid_login_check"));
  EXPECT_EQ(find(answer, "get_document", "seal_certificate"), nullptr);
  EXPECT_TRUE(std::none_of(answer.bars.begin(), answer.bars.end(), [](const Bar& bar) { return bar.code == "gbizid"; }));
}

}  // namespace
}  // namespace desk::rules
