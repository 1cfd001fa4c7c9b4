// Dates of the calendar and Japanese civil time. Japan has no daylight saving, so JST is UTC + 9 h always (style 27).
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace desk {

using Date = std::chrono::year_month_day;

[[nodiscard]] constexpr Date make_date(int year, unsigned month, unsigned day) {
  return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}
[[nodiscard]] inline std::chrono::sys_days days(const Date& date) { return std::chrono::sys_days{date}; }
[[nodiscard]] inline Date plus_days(const Date& date, int count) { return Date{days(date) + std::chrono::days{count}}; }
// b - a in calendar days.
[[nodiscard]] inline int days_between(const Date& a, const Date& b) { return static_cast<int>((days(b) - days(a)).count()); }
// The same day number `count` months later, or that month's last day when it does not exist (factbook 5.3).
[[nodiscard]] Date plus_months(const Date& date, int count);

// "2026-09-29"; only dates that exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);
[[nodiscard]] std::string to_string(const Date& date);
// 0 = Sunday … 6 = Saturday
[[nodiscard]] unsigned weekday_of(const Date& date);

// A minute of Japanese civil time, e.g. a deadline: 2026-09-29T17:00.
struct CivilMinute {
  Date date = make_date(1970, 1, 1);
  int minute_of_day = 0;  // 0 … 1439
  friend auto operator<=>(const CivilMinute&, const CivilMinute&) = default;
};
// "2026-09-29" (00:00) or "2026-09-29T17:00"
[[nodiscard]] std::optional<CivilMinute> parse_civil_minute(std::string_view text);
[[nodiscard]] std::string to_string(const CivilMinute& minute);
// "14:08"
[[nodiscard]] std::string clock_text(int minute_of_day);

}  // namespace desk
