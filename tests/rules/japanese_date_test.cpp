#include "data/rules/japanese_date.h"

#include <gtest/gtest.h>

namespace desk::rules {
namespace {

TEST(JapaneseDate, AsPapersWriteIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"令和5年3月10日", "2023-03-10"}, {"令和元年5月1日", "2019-05-01"},   {"令和1年5月1日", "2019-05-01"},
      {"平成31年4月30日", "2019-04-30"}, {"昭和64年1月7日", "1989-01-07"},  {"R5.3.10", "2023-03-10"},
      {"令和５年３月１０日", "2023-03-10"}, {"Ｒ５．３．１０", "2023-03-10"}, {"r5/3/10", "2023-03-10"},
      {"令和 8 年 9 月 14 日", "2026-09-14"}, {"大正15年12月24日", "1926-12-24"}, {"明治6年1月1日", "1873-01-01"},
      {"昭和元年12月25日", "1926-12-25"}, {"平成元年1月8日", "1989-01-08"}, {"大正元年7月30日", "1912-07-30"},
      {"明治45年7月29日", "1912-07-29"}, {"H31-4-30", "2019-04-30"}, {"R05.03.10", "2023-03-10"},
      {"令5.3.10", "2023-03-10"}, {"\u32FF5年3月10日", "2023-03-10"}, {"令和６年２月２９日", "2024-02-29"},
      {"令和5年\u30003月10日", "2023-03-10"},
  };
  for (const auto& [text, iso] : cases) {
    const auto date = parse_japanese_date(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(to_string(*date), iso) << text;
    EXPECT_EQ(read_date(text).year, static_cast<int>(date->year())) << text;
  }
}

// factbook 6.2: licences mix both calendars.
TEST(JapaneseDate, AsLicencesMixIt) {
  for (const char* text : {"2028年(令和10年)04月15日", "2028年（令和10年）4月15日", "令和10年(2028年)4月15日", "2028(令和10)年4月15日", "2028年4月15日",
                           "2028-04-15", "2028/4/15", "２０２８．４．１５"}) {
    EXPECT_EQ(parse_japanese_date(text), make_date(2028, 4, 15)) << text;
  }
  EXPECT_EQ(read_date("2028年(令和9年)4月15日").reason, "date_years_differ");
  EXPECT_EQ(read_date("2019年(平成31年)5月1日").reason, "date_outside_era");
}

TEST(JapaneseDate, WhatIsNoneSaysWhy) {
  const std::pair<const char*, const char*> cases[] = {
      {"平成31年5月1日", "date_outside_era"}, {"昭和64年1月8日", "date_outside_era"}, {"令和元年4月30日", "date_outside_era"},
      {"昭和元年12月24日", "date_outside_era"}, {"平成32年", "date_outside_era"},
      {"令和5年2月29日", "date_no_such_day"}, {"令和5年13月1日", "date_no_such_day"}, {"令和5年4月31日", "date_no_such_day"},
      {"令和5年0月1日", "date_no_such_day"}, {"2023-02-29", "date_no_such_day"},
      {"明治5年12月2日", "date_lunar"}, {"1872-12-31", "date_lunar"},
      {"令和0年1月1日", "date_unreadable"}, {"5年3月10日", "date_unreadable"}, {"令和5年3月10", "date_unreadable"},
      {"令和5年3月10日付", "date_unreadable"}, {"R5.3/10", "date_unreadable"}, {"", "date_unreadable"}, {"令和", "date_unreadable"},
      {"令和100年1月1日", "date_unreadable"}, {"令和5年3月", "date_unreadable"}, {"令和5年123月1日", "date_unreadable"},
      {"令和5年3月111日", "date_unreadable"}, {"R5,3,10", "date_unreadable"}, {"20230310", "date_unreadable"}, {"0005-01-01", "date_unreadable"},
      {"2028年(10)4月15日", "date_unreadable"}, {"2028年(令和10年4月15日", "date_unreadable"}, {"R5.", "date_unreadable"},
      {"\xE4\xBB", "date_unreadable"},
  };
  for (const auto& [text, reason] : cases) {
    const DateReading reading = read_date(text);
    EXPECT_FALSE(reading.ok) << text;
    EXPECT_EQ(reading.reason, reason) << text;
    EXPECT_FALSE(reading.date || reading.year) << text;
    EXPECT_FALSE(parse_japanese_date(text).has_value()) << text;
  }
}

TEST(JapaneseDate, EveryDayAroundTheTurnOfAnEraGoesThereAndBack) {
  for (const Date turn : {make_date(1874, 2, 10), make_date(1912, 7, 30), make_date(1926, 12, 25), make_date(1989, 1, 8), make_date(2019, 5, 1),
                          make_date(2026, 9, 17)}) {
    for (Date day = plus_days(turn, -400); day < plus_days(turn, 400); day = plus_days(day, 1)) {
      ASSERT_EQ(parse_japanese_date(japanese_date(day)), day) << to_string(day);
    }
  }
  EXPECT_EQ(japanese_date(make_date(2019, 5, 1)), "令和元年5月1日");
  EXPECT_EQ(japanese_date(make_date(1872, 1, 1)), "");
}

TEST(JapaneseYear, OfTaxPapers) {
  const std::pair<const char*, int> cases[] = {{"令和7年分", 2025}, {"令和4年", 2022}, {"平成31年分", 2019}, {"令和元年分", 2019}, {"昭和64年", 1989},
                                               {"令和1年", 2019},   {"R7", 2025},      {"２０２５年分", 2025}, {"令和７年分", 2025}, {"明治5年", 1872}};
  for (const auto& [text, year] : cases) {
    EXPECT_EQ(parse_japanese_year(text), year) << text;
    EXPECT_EQ(read_date(text).date, std::nullopt) << text;
  }
  for (const char* text : {"平成32年分", "7年分", "令和5年3月10日"}) EXPECT_FALSE(parse_japanese_year(text).has_value()) << text;
  EXPECT_EQ(japanese_year(2025), "令和7年");
  EXPECT_EQ(japanese_year(2019), "令和元年");
  EXPECT_EQ(japanese_year(1867), "");
}

}  // namespace
}  // namespace desk::rules
