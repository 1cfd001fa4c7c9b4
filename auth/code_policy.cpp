#include "auth/code_policy.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;

seconds boot_span(const TimeStamp& from, const TimeStamp& now) { return seconds{std::max<std::int64_t>(0, now.boot_seconds - from.boot_seconds)}; }
seconds wall_span(const TimeStamp& from, const TimeStamp& now) { return seconds{std::max<std::int64_t>(0, now.wall.seconds - from.wall.seconds)}; }
seconds this_boot(const TimeStamp& now) { return seconds{std::max<std::int64_t>(0, now.boot_seconds)}; }

seconds left(seconds whole, seconds gone) { return std::max(seconds{0}, whole - gone); }

// How long until fewer than `most` of these moments lie within the rolling day.
seconds until_fewer(std::vector<seconds> ages, std::size_t most, const CodeRules& rules) {
  std::erase_if(ages, [&](seconds age) { return age >= rules.day; });
  if (ages.size() < most) return seconds{0};
  std::sort(ages.begin(), ages.end());  // youngest first; the one at [most - 1] must leave the day
  return rules.day - ages[most - 1];
}

seconds until_number_cap_frees(const NumberHistory& history, const TimeStamp& now, const CodeRules& rules) {
  std::vector<seconds> ages;
  for (const PastMessage& message : history.messages) {
    if (counts(message.state)) ages.push_back(elapsed_in_day(message.at, now));
  }
  return until_fewer(std::move(ages), static_cast<std::size_t>(rules.number_cap), rules);
}

seconds until_unlocked(const NumberHistory& history, const TimeStamp& now, const CodeRules& rules) {
  std::vector<seconds> ages;
  for (const TimeStamp& failure : history.failures) ages.push_back(elapsed_in_day(failure, now));
  return until_fewer(std::move(ages), static_cast<std::size_t>(rules.staff_failures), rules);
}

// One message that left, unanswered, and the digits still at hand.
bool may_repeat(const LiveCode& live, const TimeStamp& now, const CodeRules& rules) {
  int left_machine = 0;
  for (const PastMessage& message : live.messages) {
    if (!counts(message.state)) continue;
    ++left_machine;
    if (message.state != SendState::Unknown) return false;
  }
  return live.can_repeat && left_machine == 1 && live.tries < rules.tries && life_left(live, now, rules) > seconds{0};
}

}  // namespace

bool counts(SendState state) {
  switch (state) {
    case SendState::Unknown:
    case SendState::Accepted:
    case SendState::Delivered:
    case SendState::Undeliverable: return true;
    case SendState::Refused:
    case SendState::NotSent: return false;
  }
  return true;
}

bool holds_window(SendState state) {
  switch (state) {
    case SendState::Unknown:
    case SendState::Accepted:
    case SendState::Delivered: return true;
    case SendState::Undeliverable:
    case SendState::Refused:
    case SendState::NotSent: return false;
  }
  return true;
}

seconds elapsed(const TimeStamp& from, const TimeStamp& now) {
  if (from.boot_id == now.boot_id) return boot_span(from, now);
  if (from.wall_trusted && now.wall_trusted) return std::max(wall_span(from, now), this_boot(now));
  return this_boot(now);
}

seconds elapsed_in_day(const TimeStamp& from, const TimeStamp& now) {
  if (from.boot_id == now.boot_id) return boot_span(from, now);
  return std::max(wall_span(from, now), this_boot(now));
}

seconds life_left(const LiveCode& live, const TimeStamp& now, const CodeRules& rules) {
  seconds longest{0};
  for (const PastMessage& message : live.messages) {
    if (counts(message.state)) longest = std::max(longest, left(rules.life(), elapsed(message.at, now)));
  }
  return longest;
}

seconds until_next_send(const NumberHistory& history, const TimeStamp& now, const CodeRules& rules) {
  if (history.live && may_repeat(*history.live, now, rules)) {
    for (const PastMessage& message : history.live->messages) {
      if (message.state == SendState::Unknown) return left(rules.retry_unknown, elapsed(message.at, now));
    }
  }
  seconds longest{0};
  for (const PastMessage& message : history.messages) {
    if (holds_window(message.state)) longest = std::max(longest, left(rules.resend, elapsed(message.at, now)));
  }
  return longest;
}

SendDecision decide_send(const NumberHistory& history, int site_messages, const TimeStamp& now, const CodeRules& rules) {
  if (const seconds wait = until_unlocked(history, now, rules); wait > seconds{0}) return {SendVerdict::Locked, wait};
  if (const seconds wait = until_next_send(history, now, rules); wait > seconds{0}) return {SendVerdict::TooEarly, wait};
  if (const seconds wait = until_number_cap_frees(history, now, rules); wait > seconds{0}) return {SendVerdict::NumberCap, wait};
  if (site_messages >= rules.site_cap) return {SendVerdict::SiteCap, seconds{0}};
  const bool repeat = history.live && may_repeat(*history.live, now, rules);
  return {repeat ? SendVerdict::RetrySame : SendVerdict::SendNew, seconds{0}};
}

bool site_alarm(int site_messages, const CodeRules& rules) { return site_messages * 10 >= rules.site_cap * 7; }

int recent_failures(const std::vector<TimeStamp>& failures, const TimeStamp& now, const CodeRules& rules) {
  return static_cast<int>(std::count_if(failures.begin(), failures.end(), [&](const TimeStamp& at) { return elapsed_in_day(at, now) < rules.day; }));
}

seconds failure_wait(const std::vector<TimeStamp>& failures, const TimeStamp& now, const CodeRules& rules) {
  const int count = recent_failures(failures, now, rules);
  if (count <= rules.free_failures) return seconds{0};
  seconds wait = rules.first_wait;
  for (int i = rules.free_failures + 1; i < count && wait < rules.longest_wait; ++i) wait *= 2;
  return left(std::min(wait, rules.longest_wait), elapsed(failures.back(), now));
}

TryDecision decide_try(const NumberHistory& history, const TimeStamp& now, const CodeRules& rules) {
  if (const seconds wait = until_unlocked(history, now, rules); wait > seconds{0}) return {TryVerdict::Locked, wait};
  if (!history.live) return {TryVerdict::Expired, seconds{0}};
  if (history.live->tries >= rules.tries) return {TryVerdict::TooManyTries, seconds{0}};
  if (life_left(*history.live, now, rules) == seconds{0}) return {TryVerdict::Expired, seconds{0}};
  if (const seconds wait = failure_wait(history.failures, now, rules); wait > seconds{0}) return {TryVerdict::Wait, wait};
  return {TryVerdict::Compare, seconds{0}};
}

}  // namespace desk::auth
