// Identity: numbers and dates as Japanese papers write them. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/base/calendar.h"

namespace desk::rules {

// 法人番号 (factbook 6.1). 12 digits are a registry number (会社法人等番号), from which the 13 are derived.
struct CorporateNumber {
  bool ok = false;
  std::string number;  // 13 digits when ok
  bool derived = false;
  std::string reason;  // when not ok: "empty", "not_digits", "wrong_length", "invoice_number" (T + 13), "leading_zero", "check_digit"
};
// Full-width digits, spaces and hyphens are accepted.
[[nodiscard]] CorporateNumber corporate_number(std::string_view typed);
// "7 0700 0101 2345", for reading aloud and comparing with the paper
[[nodiscard]] std::string grouped_corporate_number(std::string_view thirteen);

// 和暦 (factbook 6.2). Accepts 令和5年3月10日, 令和元年5月1日, R5.3.10, full-width digits; a day outside its era is none.
[[nodiscard]] std::optional<Date> parse_japanese_date(std::string_view text);
// "令和7年分", "令和4年", "R7" -> the Western year
[[nodiscard]] std::optional<int> parse_japanese_year(std::string_view text);
// "令和5年3月10日"; the first year is 元年. Empty before 明治6年, when the calendar was lunar.
[[nodiscard]] std::string japanese_date(const Date& date);
// 2025 -> "令和7年"; the year in which an era began is called by the new era, as tax papers do.
[[nodiscard]] std::string japanese_year(int year);

// Digits of any width, without spaces and hyphens; nullopt when anything else is in it.
[[nodiscard]] std::optional<std::string> plain_digits(std::string_view typed);

}  // namespace desk::rules
