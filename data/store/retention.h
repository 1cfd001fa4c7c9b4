// How long a record is kept (design 5, "Two clocks of retention"), as pure functions of dates and stamps.
#pragma once

#include <cstdint>
#include <optional>

#include "data/base/clock.h"

namespace desk::store {

struct RetentionRules {
  int scans_days = 7;
  int answers_days_after_deadline = 7;
  int answers_days_most = 90;
};

// The last day on which the answers are kept: the target deadline + 7 days, at most 90 from the day of creation, never before `today`
// (a deadline that passed while the applicant stood here must not take the record away). Without a deadline the longest time agreed to.
[[nodiscard]] Date answers_until(const RetentionRules& rules, const Date& created, const Date& today, const std::optional<Date>& deadline);
// The last day on which scans are kept that were made `today`; never longer than the answers they belong to.
[[nodiscard]] Date scans_until(const RetentionRules& rules, const Date& today, const Date& answers_until);

// Seconds from one stamp to a later one. Same boot: BOOTTIME. Another boot: the wall difference if both were trusted, else the BOOTTIME of
// this boot, which is never too much (the rule of design 5, "SMS code").
[[nodiscard]] std::int64_t seconds_between(const TimeStamp& then, const TimeStamp& now);

// How far a wall clock that nothing vouches for may run ahead of the last purge before it is not believed.
inline constexpr std::int64_t kBelievableJumpSeconds = 30LL * 86400;

}  // namespace desk::store
