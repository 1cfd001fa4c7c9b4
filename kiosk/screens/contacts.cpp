#include "kiosk/screens/contacts.h"

#include <algorithm>

namespace desk::screens {

std::optional<Pointer> Contacts::take(const Pointer& pointer, bool holds_target) {
  switch (pointer.phase) {
    case PointerPhase::Down: {
      // A driver that lost an "up" reports the same finger anew.
      std::erase_if(down_, [&](const Contact& contact) { return contact.finger == pointer.finger; });
      if (counts_ == pointer.finger) counts_.reset();
      down_.push_back({pointer.finger, pointer.time});
      if (palm(pointer.time)) {
        const bool first_is_palm = counts_ && std::any_of(down_.begin(), down_.end(), [&](const Contact& contact) {
          return contact.finger == *counts_ && pointer.time - contact.since <= kTogether;
        });
        if (!first_is_palm) return std::nullopt;
        Pointer cancel = pointer;
        cancel.phase = PointerPhase::Cancel;
        cancel.finger = *counts_;
        counts_.reset();
        return cancel;
      }
      if (counts_ && holds_target) return std::nullopt;
      counts_ = pointer.finger;
      return pointer;
    }
    case PointerPhase::Move: return counts_ == pointer.finger ? std::optional(pointer) : std::nullopt;
    case PointerPhase::Up:
    case PointerPhase::Cancel: {
      std::erase_if(down_, [&](const Contact& contact) { return contact.finger == pointer.finger; });
      if (counts_ != pointer.finger) return std::nullopt;
      counts_.reset();
      return pointer;
    }
  }
  return std::nullopt;
}

bool Contacts::palm(SteadyTime now) const {
  const auto together = std::count_if(down_.begin(), down_.end(), [&](const Contact& contact) { return now - contact.since <= kTogether; });
  return together >= static_cast<std::ptrdiff_t>(kPalm);
}

}  // namespace desk::screens
