#include "kiosk/shell/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace desk::shell {
namespace {

constexpr std::chrono::milliseconds kPatienceAtEnd{3000};

bool ended_within(pid_t pid, std::chrono::milliseconds patience) {
  // A pidfd becomes readable when the process has ended: no signal handler, no polling.
  const int fd = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  if (fd < 0) return true;
  pollfd wanted{fd, POLLIN, 0};
  const int ready = poll(&wanted, 1, static_cast<int>(patience.count()));
  close(fd);
  return ready > 0;
}

}  // namespace

Result<ChildProcess> ChildProcess::start(const std::string& program, const std::vector<std::string>& arguments, int niceness) {
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) return fail(Failure{StaffCode::Internal, program, "no pipe"});
  std::vector<char*> argv;
  std::string name = program;
  argv.push_back(name.data());
  std::vector<std::string> copies = arguments;
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(127);
    if (niceness > 0) (void)setpriority(PRIO_PROCESS, 0, niceness);
    dup2(pipe_ends[1], STDOUT_FILENO);
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  close(pipe_ends[1]);
  if (pid < 0) {
    close(pipe_ends[0]);
    return fail(Failure{StaffCode::Internal, program, "cannot be started"});
  }
  return ChildProcess(pid, pipe_ends[0], program);
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), output_(std::exchange(other.output_, -1)), name_(std::move(other.name_)), pending_(std::move(other.pending_)) {}

ChildProcess& ChildProcess::operator=(ChildProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(output_, other.output_);
  std::swap(name_, other.name_);
  std::swap(pending_, other.pending_);
  return *this;
}

ChildProcess::~ChildProcess() { end(); }

void ChildProcess::end() {
  if (pid_ > 0) {
    kill(pid_, SIGTERM);
    if (!ended_within(pid_, kPatienceAtEnd)) kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }
  if (output_ >= 0) close(output_);
  output_ = -1;
}

Result<std::string> ChildProcess::read_line(std::chrono::milliseconds patience) {
  const auto fail_with = [&](const char* reason) { return fail(Failure{StaffCode::Internal, name_, reason}); };
  for (;;) {
    if (const auto end = pending_.find('\n'); end != std::string::npos) {
      std::string line = pending_.substr(0, end);
      pending_.erase(0, end + 1);
      return line;
    }
    pollfd wanted{output_, POLLIN, 0};
    if (poll(&wanted, 1, static_cast<int>(patience.count())) <= 0) return fail_with("did not become ready in time");
    char buffer[4096];
    const ssize_t got = read(output_, buffer, sizeof buffer);
    if (got <= 0) return fail_with("ended before it was ready");
    pending_.append(buffer, static_cast<std::size_t>(got));
  }
}

int ChildProcess::wait() {
  int status = 0;
  if (pid_ > 0) waitpid(pid_, &status, 0);
  pid_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
}

std::int64_t process_start_micros() {
  // The 22nd field, counted behind the program's name, which may hold spaces.
  std::ifstream stat("/proc/self/stat");
  std::string text((std::istreambuf_iterator<char>(stat)), std::istreambuf_iterator<char>());
  std::istringstream fields(text.substr(text.rfind(')') + 1));
  std::string field;
  for (int i = 0; i < 20; ++i) fields >> field;
  return std::strtoll(field.c_str(), nullptr, 10) * (1'000'000 / sysconf(_SC_CLK_TCK));
}

}  // namespace desk::shell
