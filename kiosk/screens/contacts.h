// Contacts: which of the fingers on the panel is the one that presses. A panel reports every touch of skin; one of them counts:
//   the first finger, until it is lifted; what comes after it is ignored and does not disturb it
//   a palm is three contacts or more that come down together: none of them presses
//   a hand that rests where nothing can be pressed does not keep a finger from pressing
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "data/base/clock.h"
#include "kiosk/screens/pointer.h"

namespace desk::screens {

class Contacts {
 public:
  // What the register is to hear of this contact; nothing for one that does not count. `holds_target`: the finger that counts now is on
  // something that can be pressed.
  [[nodiscard]] std::optional<Pointer> take(const Pointer& pointer, bool holds_target);

  static constexpr std::chrono::milliseconds kTogether{150};
  static constexpr std::size_t kPalm = 3;

 private:
  struct Contact {
    std::int64_t finger;
    SteadyTime since;
  };
  [[nodiscard]] bool palm(SteadyTime now) const;

  std::vector<Contact> down_;
  std::optional<std::int64_t> counts_;
};

}  // namespace desk::screens
