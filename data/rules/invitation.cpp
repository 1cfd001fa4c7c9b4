#include "data/rules/invitation.h"

#include <algorithm>

namespace desk::rules {
namespace {

constexpr int kMinutesADay = 24 * 60;

CivilMinute plus_hours(const CivilMinute& from, int hours) {
  const int minutes = from.minute_of_day + hours * 60;
  return {plus_days(from.date, minutes / kMinutesADay), minutes % kMinutesADay};
}

int minutes_between(const CivilMinute& from, const CivilMinute& to) {
  return days_between(from.date, to.date) * kMinutesADay + to.minute_of_day - from.minute_of_day;
}

// Null when no deadline after the invitation is known.
const CivilMinute* closing(const catalog::Frame& frame, const CivilMinute& invited, const std::optional<std::string>& round) {
  const CivilMinute* last = nullptr;
  for (const catalog::Round& each : frame.rounds) {
    if (round && each.id != *round) continue;
    if (each.deadline > invited && (last == nullptr || each.deadline > *last)) last = &each.deadline;
  }
  return last;
}

}  // namespace

Invitation invitation(const catalog::Pack& pack, const catalog::Frame& frame, const CivilMinute& invited, const CivilMinute& now,
                      const std::optional<std::string>& round) {
  Invitation out;
  out.expires = plus_hours(invited, pack.portal.invitation_hours);
  if (const CivilMinute* deadline = closing(frame, invited, round); deadline != nullptr && *deadline < out.expires) {
    out.expires = *deadline;
    out.cut_by_deadline = true;
  }
  out.expired = now >= out.expires;
  if (!out.expired) out.hours_left = minutes_between(now, out.expires) / 60;
  return out;
}

Ready ready(const std::vector<StepStatus>& steps, bool documents_valid, bool phone_verified) {
  Ready out;
  for (const StepStatus& step : steps) {
    if (step.state != StepState::Ready && step.state != StepState::Optional) out.open.push_back(step.step);
  }
  if (!documents_valid) out.open.emplace_back("documents");
  if (!phone_verified) out.open.emplace_back("phone");
  out.ready = out.open.empty();
  return out;
}

}  // namespace desk::rules
