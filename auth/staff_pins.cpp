#include "auth/staff_pins.h"

#include <algorithm>

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
std::optional<std::string> owner_of(std::string_view file, const Secret& pin) {
  std::optional<std::string> owner;
  while (!file.empty()) {
    const auto end = std::min(file.find('\n'), file.size());
    const std::string_view line = file.substr(0, end);
    file.remove_prefix(std::min(end + 1, file.size()));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || line.starts_with("#")) continue;
    if (crypto::pin_matches(std::string(line.substr(colon + 1)), pin.reveal())) owner = std::string(line.substr(0, colon));
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
  if (recent_failures(*failures, now, rules_) >= rules_.staff_failures) return fail(refuse(RefusalKind::Locked, seconds{0}));
  if (const seconds wait = failure_wait(*failures, now, rules_); wait > seconds{0}) return fail(refuse(RefusalKind::Wait, wait));
  const auto file = read_pins_();
  if (!file) return fail(refuse(RefusalKind::StoreBroken, seconds{0}, file.error().message()));

  const std::optional<std::string> owner = owner_of(*file, pin);
  const auto written = store_.transaction(CodeStore::Durability::Full, [&]() -> Done {
    if (!owner) return store_.add_failure(CodeStore::kStaff, now);
    return failures->empty() ? Done() : store_.clear_failures(CodeStore::kStaff);
  });
  if (!written) return fail(refuse(RefusalKind::StoreBroken, seconds{0}, written.error().message()));
  if (owner) return PinAnswer{true, *owner, rules_.staff_failures, seconds{0}};
  failures->push_back(now);
  const int left = rules_.staff_failures - recent_failures(*failures, now, rules_);
  if (left <= 0) return fail(refuse(RefusalKind::Locked, seconds{0}));
  return PinAnswer{false, "", left, failure_wait(*failures, now, rules_)};
}

}  // namespace desk::auth
