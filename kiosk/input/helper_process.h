// HelperProcess: a program that this process starts, speaks to over pipes and ends, by its id. It runs as an account of its own with
// nothing of our environment or our files, and dies with the thread that started it, however that ends.
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"
#include "data/base/result.h"
#include "kiosk/input/private_home.h"

namespace desk::input {

class HelperProcess {
 public:
  // `home` becomes HOME and the working folder. With `speaks` its standard input and output are ours.
  [[nodiscard]] static Result<HelperProcess> start(const std::vector<std::string>& command, const std::string& home, const Account& account, bool speaks);
  HelperProcess(HelperProcess&& other) noexcept;
  HelperProcess& operator=(HelperProcess&& other) noexcept;
  ~HelperProcess() { end(); }

  // False when it no longer listens. What it wrote before and nobody read is lost.
  [[nodiscard]] bool say(std::string_view line);
  // The next line without its end; empty when it ended or none came before the deadline. Valid until the next call.
  [[nodiscard]] std::string_view hear(SteadyTime deadline, const Clock& clock);
  [[nodiscard]] bool alive() const;
  [[nodiscard]] pid_t pid() const { return pid_; }
  void end();  // SIGKILL: it has nothing to tidy up that is to be kept

 private:
  HelperProcess(pid_t pid, int channel);
  pid_t pid_ = -1;
  int channel_ = -1;
  std::string heard_;       // grows in one block, wiped: it holds a person's words
  std::size_t taken_ = 0;   // of `heard_`, by the line handed out last
};

}  // namespace desk::input
