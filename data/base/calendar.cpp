#include "data/base/calendar.h"

#include <charconv>
#include <cstdio>

namespace desk {
namespace {

std::optional<int> fixed_digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

Date plus_months(const Date& date, int count) {
  const auto month = std::chrono::year_month{date.year(), date.month()} + std::chrono::months{count};
  const Date same_day = month / date.day();
  return same_day.ok() ? same_day : Date{month / std::chrono::last};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = fixed_digits(text.substr(0, 4));
  const auto month = fixed_digits(text.substr(5, 2));
  const auto day = fixed_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date = make_date(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
  if (!date.ok()) return std::nullopt;
  return date;
}

std::string to_string(const Date& date) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return buffer;
}

unsigned weekday_of(const Date& date) { return std::chrono::weekday{days(date)}.c_encoding(); }

std::optional<CivilMinute> parse_civil_minute(std::string_view text) {
  const auto date = parse_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return CivilMinute{*date, 0};
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const auto hour = fixed_digits(text.substr(11, 2));
  const auto minute = fixed_digits(text.substr(14, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return CivilMinute{*date, *hour * 60 + *minute};
}

std::string to_string(const CivilMinute& minute) { return to_string(minute.date) + "T" + clock_text(minute.minute_of_day); }

std::string clock_text(int minute_of_day) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", minute_of_day / 60, minute_of_day % 60);
  return buffer;
}

}  // namespace desk
