#include "data/base/calendar.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(PlusMonths, KeepsTheDayNumberOrTakesTheMonthsLastDay) {  // factbook 5.3
  const struct { Date from; Date to; } cases[] = {
      {make_date(2023, 4, 20), make_date(2023, 7, 20)},   {make_date(2023, 4, 30), make_date(2023, 7, 30)},
      {make_date(2023, 5, 1), make_date(2023, 8, 1)},     {make_date(2023, 11, 29), make_date(2024, 2, 29)},
      {make_date(2023, 11, 30), make_date(2024, 2, 29)},  {make_date(2024, 11, 30), make_date(2025, 2, 28)},
      {make_date(2026, 5, 25), make_date(2026, 8, 25)},
  };
  for (const auto& c : cases) EXPECT_EQ(plus_months(c.from, 3), c.to) << to_string(c.from);
}

TEST(ParseDate, RefusesDatesThatDoNotExist) {
  EXPECT_EQ(parse_date("2024-02-29"), make_date(2024, 2, 29));
  for (const char* bad : {"2023-02-29", "2026-13-01", "2026-00-10", "2026-9-29", "20260929", "2026/09/29", ""}) {
    EXPECT_FALSE(parse_date(bad)) << bad;
  }
}

TEST(ParseCivilMinute, AcceptsADateWithOrWithoutATime) {
  EXPECT_EQ(parse_civil_minute("2026-09-29T17:00"), (CivilMinute{make_date(2026, 9, 29), 17 * 60}));
  EXPECT_EQ(parse_civil_minute("2026-09-29"), (CivilMinute{make_date(2026, 9, 29), 0}));
  for (const char* bad : {"2026-09-29T24:00", "2026-09-29T17", "2026-09-29 17:00", "2026-09-29T17:00:00"}) {
    EXPECT_FALSE(parse_civil_minute(bad)) << bad;
  }
}

TEST(WeekdayOf, AgreesWithTheDeadlinesInTheSources) {  // factbook 8, notes
  EXPECT_EQ(weekday_of(make_date(2023, 6, 20)), 2u);
  EXPECT_EQ(weekday_of(make_date(2023, 7, 31)), 1u);
  EXPECT_EQ(weekday_of(make_date(2026, 9, 29)), 2u);
}

}  // namespace
}  // namespace desk
