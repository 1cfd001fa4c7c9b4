#include "auth/staff_pins.h"

#include <algorithm>

#include "auth/pin_list.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;

Refusal refuse(RefusalKind kind, seconds wait, std::string detail = {}) {
  Refusal refusal;
  refusal.kind = kind;
  refusal.wait = wait;
  refusal.detail = std::move(detail);
  return refusal;
}

// The name whose hash the PIN matches. Every line is tried, so that the time does not tell which one it was.
std::optional<std::string> owner_of(std::string_view list, const Secret& pin) {
  std::optional<std::string> owner;
  for (const PinLine& line : pin_lines(list)) {
    if (crypto::pin_matches(line.hash, pin.reveal())) owner = line.name;
  }
  return owner;
}

}  // namespace

StaffPins::StaffPins(CodeStore store, Reader read_pins, const Clock& clock)
    : store_(std::move(store)), read_pins_(std::move(read_pins)), clock_(clock) {}

Result<PinAnswer, Refusal> StaffPins::check(const Secret& pin) {
  const std::lock_guard guard(mutex_);
  const TimeStamp now = clock_.stamp();
  auto failures = store_.failures(CodeStore::kStaff);
  if (!failures) return fail(refuse(RefusalKind::StoreBroken, seconds{0}, failures.error().message()));
  const auto list = read_pins_();
  if (!list) return fail(refuse(RefusalKind::StoreBroken, seconds{0}, list.error().message()));
  const WallTime forgiven = unlocked_at(*list);
  std::erase_if(*failures, [&](const TimeStamp& failure) { return failure.wall <= forgiven; });
  const auto tries_left = [&] { return std::max(0, rules_.staff_failures - static_cast<int>(failures->size())); };
  if (tries_left() == 0) return fail(refuse(RefusalKind::Locked, seconds{0}));
  if (const seconds wait = failure_wait(*failures, now, rules_); wait > seconds{0}) return fail(refuse(RefusalKind::Wait, wait));

  const std::optional<std::string> owner = owner_of(*list, pin);
  const auto written = store_.transaction(CodeStore::Durability::Full, [&]() -> Done {
    if (!owner) return store_.add_failure(CodeStore::kStaff, now);
    return failures->empty() ? Done() : store_.clear_failures(CodeStore::kStaff);
  });
  if (!written) return fail(refuse(RefusalKind::StoreBroken, seconds{0}, written.error().message()));
  if (owner) return PinAnswer{true, *owner, rules_.staff_failures, seconds{0}};
  failures->push_back(now);
  if (tries_left() == 0) return fail(refuse(RefusalKind::Locked, seconds{0}));
  return PinAnswer{false, "", tries_left(), failure_wait(*failures, now, rules_)};
}

}  // namespace desk::auth
