// ChildProcess: a program of ours that this process has started, owns and ends. Used for the demonstration's desk-auth and for drawing its
// specimen papers. It dies with us, however we end.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "data/base/result.h"

namespace desk::shell {

class ChildProcess {
 public:
  // `niceness` above 0: work that must not take the processor from a person's touch. Call from a thread that lives as long as the child may:
  // the kernel ends it with the thread that started it.
  [[nodiscard]] static Result<ChildProcess> start(const std::string& program, const std::vector<std::string>& arguments, int niceness = 0);
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&& other) noexcept;
  ~ChildProcess();  // SIGTERM, and SIGKILL when it has not ended after three seconds

  // The next line of its standard output; fails when none comes in time.
  [[nodiscard]] Result<std::string> read_line(std::chrono::milliseconds patience);
  // Waits for its end; the exit status.
  [[nodiscard]] int wait();
  [[nodiscard]] pid_t pid() const { return pid_; }

 private:
  ChildProcess(pid_t pid, int output, std::string name) : pid_(pid), output_(output), name_(std::move(name)) {}
  void end();
  pid_t pid_ = -1;
  int output_ = -1;
  std::string name_;
  std::string pending_;
};

// When this process was started, in microseconds of the steady clock (to 10 ms: the kernel counts ticks).
[[nodiscard]] std::int64_t process_start_micros();

}  // namespace desk::shell
