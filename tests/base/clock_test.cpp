#include "data/base/clock.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(Jst, IsNineHoursAheadAcrossMidnightAndYearEnd) {
  const WallTime new_year_utc = from_jst({make_date(2026, 1, 1), 8 * 60 + 59});
  EXPECT_EQ(iso_jst(new_year_utc), "2026-01-01T08:59:00+09:00");
  EXPECT_EQ(to_jst({from_jst({make_date(2026, 4, 1), 0}).seconds - 1}).date, make_date(2026, 3, 31));
  EXPECT_EQ(to_jst(from_jst({make_date(2024, 2, 29), 1439})), (CivilMinute{make_date(2024, 2, 29), 1439}));
}

TEST(FakeClock, MovesEveryClockTogetherUntilTheWallJumps) {
  FakeClock clock;
  const TimeStamp before = clock.stamp();
  clock.advance(std::chrono::milliseconds{1500});
  clock.advance(std::chrono::milliseconds{500});
  EXPECT_EQ(clock.wall().seconds - before.wall.seconds, 2);
  EXPECT_EQ(clock.stamp().boot_seconds - before.boot_seconds, 2);
  clock.jump_wall(std::chrono::hours{-1});
  EXPECT_EQ(clock.stamp().boot_seconds - before.boot_seconds, 2);
  EXPECT_LT(clock.wall().seconds, before.wall.seconds);
}

TEST(FakeClock, ARebootStartsAnotherBootAtZero) {
  FakeClock clock;
  const std::string first = clock.stamp().boot_id;
  clock.reboot("boot-2", std::chrono::seconds{40});
  EXPECT_NE(clock.stamp().boot_id, first);
  EXPECT_EQ(clock.stamp().boot_seconds, 0);
}

TEST(SystemClock, KnowsItsBootAndDistrustsTheWallWithoutAFlag) {
  const SystemClock clock;
  EXPECT_FALSE(clock.stamp().boot_id.empty());
  EXPECT_FALSE(clock.stamp().wall_trusted);
  EXPECT_GT(clock.steady().micros, 0);
}

}  // namespace
}  // namespace desk
