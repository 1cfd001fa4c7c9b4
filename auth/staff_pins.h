// Staff PINs: who of the staff typed this, with a lock-out that survives restarts (design 5; VxSuite's rule: from the 5th wrong PIN a
// wait of 15 s doubling to 15 min, the 15th locks until the operator says otherwise with `desk-ctl staff unlock`, however long that takes).
// A right PIN clears the count. The list (pin_list.h) is read at every check, so neither a changed PIN nor an unlocking needs a restart.
// Threads: any; checks take their turn, so that many at once cannot outrun the count.
#pragma once

#include <functional>
#include <mutex>
#include <string>

#include "auth/code_store.h"
#include "auth/refusal.h"

namespace desk::auth {

struct PinAnswer {
  bool valid = false;
  std::string name;              // when valid
  int tries_left = 0;            // until the lock
  std::chrono::seconds wait{0};  // before the next try
};

class StaffPins {
 public:
  using Reader = std::function<Result<std::string>()>;
  // `store` is a connection of its own to auth.db; borrows the clock.
  StaffPins(CodeStore store, Reader read_pins, const Clock& clock);
  // Refusals: Wait, Locked, StoreBroken (also when the list cannot be read: nobody is staff then).
  [[nodiscard]] Result<PinAnswer, Refusal> check(const Secret& pin);

 private:
  std::mutex mutex_;
  CodeStore store_;
  Reader read_pins_;
  const Clock& clock_;
  CodeRules rules_;
};

}  // namespace desk::auth
