// The policy of design 5 as tables, under clocks that restart, jump and are not to be trusted.
#include "auth/code_policy.h"

#include <gtest/gtest.h>

#include <set>

namespace desk::auth {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

const CodeRules kRules;

NumberHistory after(const PastMessage& message, bool can_repeat = true) {
  return {{message}, {}, LiveCode{{message}, 0, can_repeat}};
}

SendVerdict verdict(const NumberHistory& history, const Clock& clock, const CodeRules& rules = kRules) {
  return decide_send(history, 0, clock.stamp(), rules).verdict;
}

TEST(ResendWindow, OpensAt1800SecondsAndNotAt1799) {
  struct Row {
    int seconds_later;
    SendVerdict expected;
    int wait;
  };
  for (const Row& row : {Row{0, SendVerdict::TooEarly, 1800}, Row{1, SendVerdict::TooEarly, 1799}, Row{1799, SendVerdict::TooEarly, 1},
                         Row{1800, SendVerdict::SendNew, 0}, Row{1801, SendVerdict::SendNew, 0}}) {
    FakeClock clock;
    const NumberHistory history = after({clock.stamp(), SendState::Accepted});
    clock.advance(seconds{row.seconds_later});
    const SendDecision decision = decide_send(history, 0, clock.stamp(), kRules);
    EXPECT_EQ(decision.verdict, row.expected) << row.seconds_later;
    EXPECT_EQ(decision.wait.count(), row.wait) << row.seconds_later;
  }
}

TEST(ResendWindow, IgnoresTheWallClockWithinOneBoot) {
  for (const auto jump : {hours{-48}, hours{48}}) {
    FakeClock clock;
    const NumberHistory history = after({clock.stamp(), SendState::Accepted});
    clock.jump_wall(jump);
    clock.advance(seconds{1799});
    EXPECT_EQ(verdict(history, clock), SendVerdict::TooEarly);
    clock.advance(seconds{1});
    EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
  }
}

TEST(ResendWindow, AcrossAReboot) {
  struct Row {
    const char* situation;
    bool trusted_before, trusted_after;
    int before, off, up;      // seconds until power-off, without power, since power-on
    int wall_jump;            // in the new boot
    int expected_wait;
  };
  const Row rows[] = {
      {"trusted on both sides: the wall difference", true, true, 600, 600, 599, 0, 1},
      {"trusted on both sides: opens on the second", true, true, 600, 600, 600, 0, 0},
      {"not trusted before: only this boot counts", false, true, 1700, 3600, 60, 0, 1740},
      {"not trusted after: only this boot counts", true, false, 1700, 3600, 60, 0, 1740},
      {"not trusted at all: at most thirty minutes late", false, false, 1799, 9999, 1800, 0, 0},
      {"untrusted wall jumps forward: not early", true, false, 10, 10, 10, 86400, 1790},
      {"trusted wall stands behind: this boot has surely passed", true, true, 10, 0, 1800, -100000, 0},
      {"trusted wall stands behind: never early", true, true, 10, 0, 20, -100000, 1780},
  };
  for (const Row& row : rows) {
    FakeClock clock;
    clock.trust_wall(row.trusted_before);
    const NumberHistory history = after({clock.stamp(), SendState::Accepted});
    clock.advance(seconds{row.before});
    clock.reboot("boot-2", seconds{row.off});
    clock.trust_wall(row.trusted_after);
    clock.jump_wall(seconds{row.wall_jump});
    clock.advance(seconds{row.up});
    EXPECT_EQ(until_next_send(history, clock.stamp(), kRules).count(), row.expected_wait) << row.situation;
  }
}

TEST(ResendWindow, WhatNeverLeftOrCouldNotArriveHoldsNothing) {
  struct Row {
    SendState state;
    SendVerdict at_once, after_a_minute;
  };
  for (const Row& row : {Row{SendState::Refused, SendVerdict::SendNew, SendVerdict::SendNew},
                         Row{SendState::NotSent, SendVerdict::SendNew, SendVerdict::SendNew},
                         Row{SendState::Undeliverable, SendVerdict::SendNew, SendVerdict::SendNew},
                         Row{SendState::Accepted, SendVerdict::TooEarly, SendVerdict::TooEarly},
                         Row{SendState::Delivered, SendVerdict::TooEarly, SendVerdict::TooEarly},
                         Row{SendState::Unknown, SendVerdict::TooEarly, SendVerdict::RetrySame}}) {
    FakeClock clock;
    const NumberHistory history = after({clock.stamp(), row.state});
    EXPECT_EQ(verdict(history, clock), row.at_once) << static_cast<int>(row.state);
    clock.advance(seconds{60});
    EXPECT_EQ(verdict(history, clock), row.after_a_minute) << static_cast<int>(row.state);
  }
}

TEST(UnknownOutcome, TheSameCodeOnceAfterAMinute) {
  FakeClock clock;
  const PastMessage first{clock.stamp(), SendState::Unknown};
  NumberHistory history = after(first);
  clock.advance(seconds{59});
  EXPECT_EQ(decide_send(history, 0, clock.stamp(), kRules).wait.count(), 1);
  clock.advance(seconds{1});
  EXPECT_EQ(verdict(history, clock), SendVerdict::RetrySame);

  const PastMessage second{clock.stamp(), SendState::Unknown};
  history.messages.push_back(second);
  history.live->messages.push_back(second);
  clock.advance(seconds{61});
  EXPECT_EQ(verdict(history, clock), SendVerdict::TooEarly) << "one retry, not two";
  clock.advance(seconds{1800 - 62});
  EXPECT_EQ(verdict(history, clock), SendVerdict::TooEarly) << "1799 s after the retry";
  clock.advance(seconds{1});
  EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
}

TEST(UnknownOutcome, ARetryThatNeverLeftMayBeRepeated) {
  FakeClock clock;
  NumberHistory history = after({clock.stamp(), SendState::Unknown});
  clock.advance(seconds{60});
  history.live->messages.push_back({clock.stamp(), SendState::NotSent});
  history.messages.push_back({clock.stamp(), SendState::NotSent});
  EXPECT_EQ(verdict(history, clock), SendVerdict::RetrySame);
}

TEST(UnknownOutcome, ALateAcceptanceDatesTheWindowFromTheFirstAttempt) {
  FakeClock clock;
  NumberHistory history = after({clock.stamp(), SendState::Unknown});
  clock.advance(seconds{45});
  history.messages[0].state = history.live->messages[0].state = SendState::Accepted;
  clock.advance(seconds{1799 - 45});
  EXPECT_EQ(verdict(history, clock), SendVerdict::TooEarly);
  clock.advance(seconds{1});
  EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
}

TEST(UnknownOutcome, WithoutTheDigitsInMemoryTheWindowHolds) {
  FakeClock clock;
  const NumberHistory history = after({clock.stamp(), SendState::Unknown}, /*can_repeat=*/false);
  clock.advance(seconds{1799});
  EXPECT_EQ(verdict(history, clock), SendVerdict::TooEarly);
  clock.advance(seconds{1});
  EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
}

TEST(Caps, FiveMessagesANumberInADayUndeliverableOnesIncluded) {
  FakeClock clock;
  NumberHistory history;
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew) << i;
    history.messages.push_back({clock.stamp(), i % 2 == 0 ? SendState::Undeliverable : SendState::Delivered});
    history.messages.push_back({clock.stamp(), SendState::Refused});  // costs nothing
    clock.advance(seconds{1800});
  }
  const SendDecision capped = decide_send(history, 0, clock.stamp(), kRules);
  EXPECT_EQ(capped.verdict, SendVerdict::NumberCap);
  EXPECT_EQ(capped.wait.count(), 86400 - 5 * 1800);
  clock.advance(capped.wait - seconds{1});
  EXPECT_EQ(verdict(history, clock), SendVerdict::NumberCap);
  clock.advance(seconds{1});
  EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
}

TEST(Caps, TheDayEndsAlsoOnAMachineThatIsSwitchedOffEveryNightAndTrustsNoClock) {
  FakeClock clock;
  clock.trust_wall(false);
  NumberHistory history;
  for (int i = 0; i < 5; ++i) history.messages.push_back({clock.stamp(), SendState::Undeliverable});
  for (int i = 0; i < 15; ++i) history.failures.push_back(clock.stamp());
  clock.advance(hours{8});
  clock.reboot("boot-2", hours{16});
  EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
}

TEST(Caps, TheSiteCapStopsAndWarnsAtSeventyPercent) {
  FakeClock clock;
  EXPECT_EQ(decide_send({}, 199, clock.stamp(), kRules).verdict, SendVerdict::SendNew);
  EXPECT_EQ(decide_send({}, 200, clock.stamp(), kRules).verdict, SendVerdict::SiteCap);
  EXPECT_FALSE(site_alarm(139, kRules));
  EXPECT_TRUE(site_alarm(140, kRules));
}

TEST(CodeLife, LastsUntilTheNextMayBeSentOrTenMinutesWhenStrict) {
  CodeRules strict;
  strict.strict = true;
  for (const auto& [rules, last_second] : {std::pair{kRules, 1799}, std::pair{strict, 599}}) {
    FakeClock clock;
    const NumberHistory history = after({clock.stamp(), SendState::Accepted});
    clock.advance(seconds{last_second});
    EXPECT_EQ(decide_try(history, clock.stamp(), rules).verdict, TryVerdict::Compare);
    clock.advance(seconds{1});
    EXPECT_EQ(decide_try(history, clock.stamp(), rules).verdict, TryVerdict::Expired);
    EXPECT_EQ(verdict(history, clock, rules), rules.strict ? SendVerdict::TooEarly : SendVerdict::SendNew);
  }
}

TEST(WrongTries, WaitDoublesFromTheFifthFailureToAQuarterOfAnHourAndTheFifteenthGoesToStaff) {
  const int expected[] = {0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900};
  FakeClock clock;
  NumberHistory history = after({clock.stamp(), SendState::Accepted});
  for (int failures = 1; failures <= 14; ++failures) {
    history.failures.push_back(clock.stamp());
    const TryDecision decision = decide_try(history, clock.stamp(), kRules);
    EXPECT_EQ(decision.wait.count(), expected[failures - 1]) << failures;
    EXPECT_EQ(decision.verdict, failures < 5 ? TryVerdict::Compare : TryVerdict::Wait) << failures;
    if (decision.wait > seconds{0}) {
      clock.advance(decision.wait - seconds{1});
      history.live->messages[0].at = clock.stamp();  // a fresh code each time: the count outlives codes
      EXPECT_EQ(decide_try(history, clock.stamp(), kRules).verdict, TryVerdict::Wait) << failures;
      clock.advance(seconds{1});
      EXPECT_EQ(decide_try(history, clock.stamp(), kRules).verdict, TryVerdict::Compare) << failures;
    }
  }
  history.failures.push_back(clock.stamp());
  EXPECT_EQ(decide_try(history, clock.stamp(), kRules).verdict, TryVerdict::Locked);
  EXPECT_EQ(verdict(history, clock), SendVerdict::Locked);
  clock.advance(hours{24});
  EXPECT_EQ(verdict(history, clock), SendVerdict::SendNew);
}

TEST(WrongTries, FiveEndACode) {
  FakeClock clock;
  NumberHistory history = after({clock.stamp(), SendState::Accepted});
  history.live->tries = 4;
  EXPECT_EQ(decide_try(history, clock.stamp(), kRules).verdict, TryVerdict::Compare);
  history.live->tries = 5;
  EXPECT_EQ(decide_try(history, clock.stamp(), kRules).verdict, TryVerdict::TooManyTries);
}

TEST(Tag, DiffersFromTheLastOne) {
  std::vector<std::uint32_t> script{2, 6, 2, 6, 3, 6};  // the same again, then another
  std::size_t next = 0;
  const auto draw = [&](std::uint32_t bound) { return script[next++] % bound; };
  const std::string first = new_tag("", draw);
  EXPECT_EQ(first, "き-7");
  EXPECT_EQ(new_tag(first, draw), "く-7");
}

}  // namespace
}  // namespace desk::auth
