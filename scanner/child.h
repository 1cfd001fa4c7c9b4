// Child: a helper program at the other end of one stream socket, which is its standard input and output. It can always be killed.
#pragma once

#include <sys/types.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "data/base/clock.h"
#include "data/base/result.h"
#include "scanner/frames.h"

namespace desk::scanner {

// The destructor kills and reaps. The helper also dies when the thread that spawned it ends (it sets PR_SET_PDEATHSIG itself).
class Child {
 public:
  using Environment = std::vector<std::pair<std::string, std::string>>;
  // ScannerHelperDied when the program cannot be started.
  [[nodiscard]] static Result<Child> spawn(const std::string& program, const Environment& added);
  Child(Child&& other) noexcept;
  Child& operator=(Child&& other) noexcept;
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child();

  [[nodiscard]] int fd() const { return fd_; }    // non-blocking
  [[nodiscard]] pid_t pid() const { return pid_; }
  // Everything, or false when the helper is gone or takes nothing for `patience`.
  [[nodiscard]] bool send(std::span<const unsigned char> bytes, std::chrono::milliseconds patience, const Clock& clock);
  enum class Read { Some, Nothing, Closed };
  // What is there now.
  [[nodiscard]] Read receive(FrameParser& into);
  void kill_and_reap();

 private:
  Child(pid_t pid, int fd) : pid_(pid), fd_(fd) {}
  pid_t pid_ = -1;
  int fd_ = -1;
};

}  // namespace desk::scanner
