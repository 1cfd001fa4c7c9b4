// What the loop can sleep on when SDL reads touch panels itself (KMS): /dev/input/event*, opened a second time only to be woken, and an
// inotify on the folder, so that a panel that was unplugged and came back wakes us again.
#pragma once

#include <memory>
#include <vector>

namespace desk::shell {

class InputWatch {
 public:
  [[nodiscard]] static std::unique_ptr<InputWatch> create(const char* folder = "/dev/input");
  virtual ~InputWatch() = default;
  [[nodiscard]] virtual std::vector<int> fds() const = 0;
  virtual void drain() = 0;   // throws away what woke us; SDL reads its own copy
};

}  // namespace desk::shell
