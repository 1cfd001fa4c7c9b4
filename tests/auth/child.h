// A program started by a test: ended by its pid, and by the kernel should the test die first.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace desk::auth {

class Child {
 public:
  explicit Child(const std::vector<std::string>& command) {
    int in[2], out[2];
    EXPECT_EQ(pipe2(in, O_CLOEXEC), 0);
    EXPECT_EQ(pipe2(out, O_CLOEXEC), 0);
    pid_ = fork();
    if (pid_ == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      dup2(in[0], 0);
      dup2(out[1], 1);
      std::vector<char*> arguments;
      for (const std::string& part : command) arguments.push_back(const_cast<char*>(part.c_str()));
      arguments.push_back(nullptr);
      execvp(arguments[0], arguments.data());
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    input_ = in[1];
    output_ = out[0];
  }
  ~Child() {
    if (pid_ > 0) {
      kill(pid_, SIGCONT);
      kill(pid_, SIGKILL);
      waitpid(pid_, nullptr, 0);
    }
    close(input_);
    close(output_);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  [[nodiscard]] pid_t pid() const { return pid_; }
  void signal(int number) const { kill(pid_, number); }
  // One line of its standard output, within the deadline.
  std::string line(int deadline_ms = 20000) {
    std::string text;
    for (;;) {
      pollfd ready{output_, POLLIN, 0};
      if (poll(&ready, 1, deadline_ms) <= 0) return text;
      char c = 0;
      if (read(output_, &c, 1) <= 0 || c == '\n') return text;
      text.push_back(c);
    }
  }
  // Its exit status once it ended; nullopt after 20 s, or when a signal ended it.
  std::optional<int> wait() {
    // Its standard output closes when it ends: an event to wait for.
    char c = 0;
    for (pollfd ready{output_, POLLIN, 0}; poll(&ready, 1, 20000) > 0 && read(output_, &c, 1) > 0;) {
    }
    int status = 0;
    pollfd nothing{output_, 0, 0};
    if (poll(&nothing, 1, 0) <= 0 || waitpid(pid_, &status, 0) != pid_) return std::nullopt;
    pid_ = -1;
    return WIFEXITED(status) ? std::optional(WEXITSTATUS(status)) : std::nullopt;
  }

 private:
  pid_t pid_ = -1;
  int input_ = -1;
  int output_ = -1;
};

}  // namespace desk::auth
