// 和暦 both ways (factbook 6.2), and the mixes in which papers print dates. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/base/calendar.h"

namespace desk::rules {

// 令和5年3月10日, 令和元年5月1日, R5.3.10, 令5/3/10, ㋿5年3月10日, 2028年(令和10年)4月15日 as on a licence, 2023-03-10; digits of any width,
// spaces anywhere. Without a day: 令和7年分, 令和4年, R7, 2025年分.
struct DateReading {
  bool ok = false;
  std::optional<Date> date;  // only when a day was named
  std::optional<int> year;   // the Western year, when ok
  std::string reason;        // when not ok: "date_unreadable", "date_no_such_day", "date_outside_era", "date_lunar", "date_years_differ"
};
[[nodiscard]] DateReading read_date(std::string_view text);

// The date of such a text, or none.
[[nodiscard]] std::optional<Date> parse_japanese_date(std::string_view text);
// The Western year of a text without a day: "令和7年分" is 2025; or none.
[[nodiscard]] std::optional<int> parse_japanese_year(std::string_view text);

// "令和5年3月10日"; the first year is 元年. Empty before 明治6年, when the calendar was lunar.
[[nodiscard]] std::string japanese_date(const Date& date);
// 2025 -> "令和7年"; the year in which an era began is called by the new era, as tax papers do.
[[nodiscard]] std::string japanese_year(int year);

}  // namespace desk::rules
