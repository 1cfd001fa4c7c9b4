#include "data/catalog/staleness.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace desk::catalog {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Verified on 20 September; one frame closes on 29 September, the other on 30 November.
Pack two_deadlines() {
  Pack pack;
  pack.year = 2026;
  pack.verified = make_date(2026, 9, 20);
  for (const Date& deadline : {make_date(2026, 9, 29), make_date(2026, 11, 30)}) {
    Frame frame;
    Round round;
    round.deadline = {deadline, 17 * 60};
    frame.rounds.push_back(round);
    pack.frames.push_back(frame);
  }
  return pack;
}

TEST(Staleness, SixtyDaysAfterTheCheckThePackIsStillFreshAndOnTheSixtyFirstNotAnyMore) {
  const Pack pack = two_deadlines();
  EXPECT_THAT(staleness(pack, make_date(2026, 9, 20)), IsEmpty());
  EXPECT_THAT(staleness(pack, make_date(2026, 11, 19)), IsEmpty());
  EXPECT_THAT(staleness(pack, make_date(2026, 11, 20)), ElementsAre(Stale::NotVerifiedLately));
}

TEST(Staleness, TheDayOfTheLastDeadlineHasNoRoundAheadOfIt) {
  Pack pack = two_deadlines();
  pack.verified = make_date(2026, 11, 1);
  EXPECT_THAT(staleness(pack, make_date(2026, 11, 29)), IsEmpty());
  EXPECT_THAT(staleness(pack, make_date(2026, 11, 30)), ElementsAre(Stale::NoRoundAhead));
  EXPECT_THAT(staleness(pack, make_date(2026, 12, 1)), ElementsAre(Stale::NoRoundAhead));
}

TEST(Staleness, BothMayHoldAtOnce) {
  EXPECT_THAT(staleness(two_deadlines(), make_date(2027, 1, 5)), ElementsAre(Stale::NotVerifiedLately, Stale::NoRoundAhead));
}

TEST(Staleness, ARoundWithoutAKnownDeadlineIsNoRoundAhead) {
  Pack pack = two_deadlines();
  pack.verified = make_date(2026, 12, 1);
  pack.frames[0].undated.push_back(UndatedRound{.id = "6", .decision = make_date(2027, 3, 1), .source = {}});
  EXPECT_THAT(staleness(pack, make_date(2026, 12, 1)), ElementsAre(Stale::NoRoundAhead));
}

TEST(Staleness, APackVerifiedAfterTodayIsFresh) {  // training on an earlier date
  EXPECT_THAT(staleness(two_deadlines(), make_date(2026, 6, 1)), IsEmpty());
}

TEST(Staleness, EachHasAWordOfItsOwn) {
  EXPECT_EQ(code_of(Stale::NotVerifiedLately), "not_verified_lately");
  EXPECT_EQ(code_of(Stale::NoRoundAhead), "no_round_ahead");
}

}  // namespace
}  // namespace desk::catalog
