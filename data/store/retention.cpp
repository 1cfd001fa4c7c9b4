#include "data/store/retention.h"

#include <algorithm>

namespace desk::store {

Date answers_until(const RetentionRules& rules, const Date& created, const Date& today, const std::optional<Date>& deadline) {
  const Date most = plus_days(created, rules.answers_days_most);
  if (!deadline) return most;
  return std::min(most, std::max(plus_days(*deadline, rules.answers_days_after_deadline), today));
}

Date scans_until(const RetentionRules& rules, const Date& today, const Date& answers_until) {
  return std::min(plus_days(today, rules.scans_days), answers_until);
}

std::int64_t seconds_between(const TimeStamp& then, const TimeStamp& now) {
  if (then.boot_id == now.boot_id) return now.boot_seconds - then.boot_seconds;
  if (then.wall_trusted && now.wall_trusted) return now.wall.seconds - then.wall.seconds;
  return now.boot_seconds;
}

}  // namespace desk::store
