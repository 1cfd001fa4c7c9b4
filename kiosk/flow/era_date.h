// Days as today's papers print them: 令和 YY MM DD, typed as six digits (factbook 6.2).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "data/base/calendar.h"

namespace desk::flow {

inline constexpr std::size_t kEraDigits = 6;
inline constexpr int kBeforeReiwa = 2018;  // 令和1年 is the year after

// Nullopt while digits are missing, and for a day that does not exist.
[[nodiscard]] inline std::optional<Date> entered_date(std::string_view digits) {
  if (digits.size() != kEraDigits) return std::nullopt;
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
  const Date date = make_date(kBeforeReiwa + two(0), static_cast<unsigned>(two(2)), static_cast<unsigned>(two(4)));
  if (!date.ok() || two(0) == 0) return std::nullopt;
  return date;
}

}  // namespace desk::flow
