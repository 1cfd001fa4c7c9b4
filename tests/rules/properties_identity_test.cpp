// Japanese dates for every day since the solar calendar, and corporate numbers with every wrong digit.
#include <cstdio>

#include "data/rules/identity.h"
#include "data/rules/japanese_date.h"
#include "tests/rules/random_cases.h"

#include <gtest/gtest.h>

namespace desk::rules {
namespace {

// Walks the days one by one and counts the eras itself; only the days on which they begin are given (factbook 6.2).
TEST(JapaneseDateProperty, EveryDaySinceTheSolarCalendarGoesThereAndBack) {
  struct Era {
    const char* name;
    char letter;
    Date first;
    int year_before;  // so that the first year is 1
  };
  const Era eras[] = {{"明治", 'M', make_date(1873, 1, 1), 1867}, {"大正", 'T', make_date(1912, 7, 30), 1911},
                      {"昭和", 'S', make_date(1926, 12, 25), 1925}, {"平成", 'H', make_date(1989, 1, 8), 1988},
                      {"令和", 'R', make_date(2019, 5, 1), 2018}};
  std::size_t era = 0;
  for (Date day = eras[0].first; day <= make_date(2040, 12, 31); day = plus_days(day, 1)) {
    if (era + 1 < std::size(eras) && day == eras[era + 1].first) ++era;
    const int year = static_cast<int>(day.year()) - eras[era].year_before;
    const unsigned month = static_cast<unsigned>(day.month()), number = static_cast<unsigned>(day.day());
    char expected[64], latin[32];
    if (year == 1) {
      std::snprintf(expected, sizeof expected, "%s元年%u月%u日", eras[era].name, month, number);
    } else {
      std::snprintf(expected, sizeof expected, "%s%d年%u月%u日", eras[era].name, year, month, number);
    }
    std::snprintf(latin, sizeof latin, "%c%d.%u.%u", eras[era].letter, year, month, number);
    ASSERT_EQ(japanese_date(day), expected);
    ASSERT_EQ(parse_japanese_date(expected), day) << expected;
    ASSERT_EQ(parse_japanese_date(latin), day) << latin;
    // The same day by the name of another era is none.
    for (const Era& other : eras) {
      if (&other == &eras[era] || static_cast<int>(day.year()) <= other.year_before) continue;
      std::snprintf(latin, sizeof latin, "%c%d.%u.%u", other.letter, static_cast<int>(day.year()) - other.year_before, month, number);
      ASSERT_EQ(parse_japanese_date(latin), std::nullopt) << latin;
    }
  }
}

TEST(CorporateNumberProperty, EveryWrongDigitIsFoundButNineForZero) {
  Dice dice(21);
  for (int i = 0; i < 300; ++i) {
    std::string twelve;
    for (int n = 0; n < 12; ++n) twelve.push_back(static_cast<char>('0' + dice.from(0, 9)));
    const CorporateNumber derived = corporate_number(twelve);
    ASSERT_TRUE(derived.ok && derived.derived) << twelve;
    const std::string right = derived.number;
    ASSERT_TRUE(corporate_number(right).ok) << right;
    for (std::size_t at = 0; at < right.size(); ++at) {
      for (char digit = '0'; digit <= '9'; ++digit) {
        if (digit == right[at]) continue;
        std::string typed = right;
        typed[at] = digit;
        // A sum modulo nine cannot tell 0 from 9 (factbook 6.1); the check digit itself is never 0.
        const bool blind = at > 0 && ((digit == '9' && right[at] == '0') || (digit == '0' && right[at] == '9'));
        ASSERT_EQ(corporate_number(typed).ok, blind) << right << " typed as " << typed;
      }
    }
  }
}

}  // namespace
}  // namespace desk::rules
