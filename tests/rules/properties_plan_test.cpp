// What holds of every plan (factbook 12.1): a round that is missed is never called makeable, and waiting never helps.
#include <algorithm>

#include "data/rules/documents.h"
#include "data/rules/plan.h"
#include "tests/rules/packs_for_test.h"
#include "tests/rules/random_cases.h"

namespace desk::rules {
namespace {

constexpr int kPlansOfFrame = 200;

template <class Check>
void with_every_plan(std::uint64_t seed, Check&& check) {
  Dice dice(seed);
  for (const catalog::Pack& pack : packs().packs()) {
    for (const catalog::Frame& frame : pack.frames) {
      for (int i = 0; i < kPlansOfFrame && !::testing::Test::HasFatalFailure(); ++i) check(pack, frame, random_plan(dice, pack, frame), dice);
    }
  }
}

Plan planned(const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input) {
  return plan(pack, frame, packs().offices(), input);
}

std::string told(const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input) {
  return std::to_string(pack.year) + " " + frame.id + described(input);
}

SlackClass class_by_factbook(int slack) {
  if (slack < 0) return SlackClass::Missed;
  if (slack <= 2) return SlackClass::Tight;
  return slack <= 6 ? SlackClass::Care : SlackClass::Easy;
}

// Whether a paper that is held is of no use any more on `day`.
bool expired(const catalog::Pack& pack, const HeldDocument& held, const Date& day) {
  const catalog::DocumentKind& kind = *pack.document(held.kind);
  if (kind.rule == catalog::DocumentRule::NotExpired) return held.expires && *held.expires < day;
  if (kind.rule == catalog::DocumentRule::MonthsFromIssue) return held.issued && last_usable_day(*held.issued, kind.months) < day;
  return false;
}

TEST(PlanProperty, AMissedRoundIsNeverCalledMakeable) {
  with_every_plan(11, [](const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input, Dice&) {
    const Plan out = planned(pack, frame, input);
    ASSERT_LE(input.now.date, out.ids_ready) << told(pack, frame, input);
    ASSERT_EQ(days_between(out.ids_ready, out.earliest_submit), input.prep_days.value_or(pack.prep_days)) << told(pack, frame, input);
    for (const PlannedRound& round : out.rounds) {
      ASSERT_LT(input.now, round.deadline) << told(pack, frame, input);
      ASSERT_EQ(round.slack_days, days_between(out.earliest_submit, round.deadline.date)) << told(pack, frame, input);
      ASSERT_EQ(round.slack_class, class_by_factbook(round.slack_days)) << told(pack, frame, input);
      if (round.feasible) {
        ASSERT_LE(out.earliest_submit, round.deadline.date) << told(pack, frame, input);
      }
      bool paper_expired = false;
      for (const HeldDocument& held : input.documents) paper_expired = paper_expired || expired(pack, held, round.deadline.date);
      ASSERT_EQ(paper_expired, !round.expired_documents.empty()) << round.round << " " << told(pack, frame, input);
      if (paper_expired) {
        ASSERT_FALSE(round.feasible) << round.round << " " << told(pack, frame, input);
      }
    }
  });
}

TEST(PlanProperty, EveryRoundThatIsStillOpenIsListedAndNoOther) {
  with_every_plan(12, [](const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input, Dice&) {
    const Plan out = planned(pack, frame, input);
    std::vector<std::string> expected, listed;
    for (const catalog::Round& round : frame.rounds) {
      if (input.now < round.deadline) expected.push_back(round.id);
    }
    for (const PlannedRound& round : out.rounds) listed.push_back(round.round);
    ASSERT_EQ(listed, expected) << told(pack, frame, input);
  });
}

TEST(PlanProperty, TheTargetCanBeMadeAndNothingIsLeftForAfterIt) {
  with_every_plan(13, [](const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input, Dice&) {
    const Plan out = planned(pack, frame, input);
    const bool any = std::any_of(out.rounds.begin(), out.rounds.end(), [](const PlannedRound& each) { return each.slack_days >= 0; });
    ASSERT_EQ(out.target.has_value(), any) << told(pack, frame, input);
    if (!out.target) return;
    const auto target = std::find_if(out.rounds.begin(), out.rounds.end(), [&](const PlannedRound& each) { return each.round == *out.target; });
    ASSERT_NE(target, out.rounds.end()) << told(pack, frame, input);
    ASSERT_GE(target->slack_days, 0) << told(pack, frame, input);
    for (const Todo& todo : out.todo) {
      if (todo.by) {
        ASSERT_LE(*todo.by, target->deadline.date) << todo.code << " " << told(pack, frame, input);
      }
    }
    for (const Bar& bar : out.bars) ASSERT_LE(bar.from, bar.to) << bar.code << " " << told(pack, frame, input);
  });
}

TEST(PlanProperty, ALaterDayNeverHasMoreSlack) {
  with_every_plan(14, [](const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input, Dice& dice) {
    PlanInput later = input;
    later.now.date = plus_days(input.now.date, dice.small(1, 20));
    // A lead time that changes between the two days (a faster way of opening an account) may rightly give days back.
    for (const catalog::Step& step : pack.steps) {
      if (catalog::lead_on(step, input.now.date) != catalog::lead_on(step, later.now.date)) return;
    }
    const Plan today = planned(pack, frame, input), then = planned(pack, frame, later);
    ASSERT_LE(today.earliest_submit, then.earliest_submit) << told(pack, frame, input);
    for (const PlannedRound& round : then.rounds) {
      const auto same = std::find_if(today.rounds.begin(), today.rounds.end(), [&](const PlannedRound& each) { return each.round == round.round; });
      ASSERT_NE(same, today.rounds.end()) << told(pack, frame, input);
      ASSERT_LE(round.slack_days, same->slack_days) << round.round << " " << told(pack, frame, input);
      ASSERT_TRUE(same->feasible || !round.feasible) << round.round << " " << told(pack, frame, input);
    }
  });
}

TEST(PlanProperty, WhatIsReadyAlreadyNeverCostsDays) {
  with_every_plan(15, [](const catalog::Pack& pack, const catalog::Frame& frame, const PlanInput& input, Dice&) {
    PlanInput ready = input;
    ready.readiness.gbizid = Gbizid::Prime;
    ASSERT_LE(planned(pack, frame, ready).ids_ready, planned(pack, frame, input).ids_ready) << told(pack, frame, input);
    PlanInput nothing = input;
    nothing.readiness.gbizid = Gbizid::None;
    nothing.readiness.mynumber = false;
    nothing.readiness.security_action = "none";
    ASSERT_GE(planned(pack, frame, nothing).ids_ready, planned(pack, frame, input).ids_ready) << told(pack, frame, input);
  });
}

}  // namespace
}  // namespace desk::rules
