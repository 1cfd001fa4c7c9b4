#include "kiosk/input/helper_process.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "data/base/secret.h"

namespace desk::input {
namespace {

constexpr std::size_t kMostHeard = std::size_t{1} << 18;  // a reply with all candidates is some 10 KB

// After fork() only calls that are safe beside other threads. The raw system calls: glibc's own would speak to threads that are not there.
[[noreturn]] void become(const Account& account, const char* home, char** argv, char** environment, int io, pid_t parent) {
  if (account.uid != geteuid()) {
    if (syscall(SYS_setgroups, 0, nullptr) != 0 || syscall(SYS_setresgid, account.gid, account.gid, account.gid) != 0 ||
        syscall(SYS_setresuid, account.uid, account.uid, account.uid) != 0) {
      _exit(126);
    }
  }
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // after the change of account, which clears it
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (getppid() != parent) _exit(126);
  const rlimit none{0, 0};
  setrlimit(RLIMIT_CORE, &none);
  const int silence = open("/dev/null", O_RDWR);
  dup2(io >= 0 ? io : silence, STDIN_FILENO);
  dup2(io >= 0 ? io : silence, STDOUT_FILENO);
  dup2(silence, STDERR_FILENO);
  syscall(SYS_close_range, 3U, ~0U, 0U);
  if (chdir(home) != 0) _exit(126);
  execve(argv[0], argv, environment);
  _exit(127);
}

}  // namespace

Result<HelperProcess> HelperProcess::start(const std::vector<std::string>& command, const std::string& home, const Account& account, bool speaks) {
  int ends[2] = {-1, -1};
  // A pair of sockets, not pipes: writing to a helper that died is then an error and no signal.
  if (speaks && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
    return fail(Failure{StaffCode::ConversionUnavailable, command.front(), "no pipe"});
  }
  std::vector<std::string> words = command;
  std::vector<std::string> settings{"HOME=" + home, "PATH=/usr/bin:/bin", "LANG=C.UTF-8"};
  std::vector<char*> argv, environment;
  for (std::string& word : words) argv.push_back(word.data());
  for (std::string& setting : settings) environment.push_back(setting.data());
  argv.push_back(nullptr);
  environment.push_back(nullptr);
  const pid_t parent = getpid();
  const pid_t pid = access(argv[0], X_OK) == 0 ? fork() : -1;
  if (pid == 0) become(account, home.c_str(), argv.data(), environment.data(), ends[1], parent);
  if (ends[1] >= 0) close(ends[1]);
  if (pid < 0) {
    if (ends[0] >= 0) close(ends[0]);
    return fail(Failure{StaffCode::ConversionUnavailable, command.front(), "cannot be started"});
  }
  return HelperProcess(pid, ends[0]);
}

HelperProcess::HelperProcess(pid_t pid, int channel) : pid_(pid), channel_(channel) {
  if (channel >= 0) heard_.reserve(kMostHeard);
}

HelperProcess::HelperProcess(HelperProcess&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)), channel_(std::exchange(other.channel_, -1)), heard_(std::move(other.heard_)), taken_(other.taken_) {}

HelperProcess& HelperProcess::operator=(HelperProcess&& other) noexcept {
  std::swap(pid_, other.pid_);
  std::swap(channel_, other.channel_);
  std::swap(heard_, other.heard_);
  std::swap(taken_, other.taken_);
  return *this;
}

bool HelperProcess::say(std::string_view line) {
  wipe(heard_);
  taken_ = 0;
  while (!line.empty()) {
    const ssize_t sent = channel_ < 0 ? -1 : send(channel_, line.data(), line.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    line.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

std::string_view HelperProcess::hear(SteadyTime deadline, const Clock& clock) {
  for (;;) {
    if (const auto end = heard_.find('\n', taken_); end != std::string::npos) {
      const std::string_view line(heard_.data() + taken_, end - taken_);
      taken_ = end + 1;
      return line;
    }
    // What is left: a wait that began too late is none.
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - clock.steady()).count();
    pollfd ready{channel_, POLLIN, 0};
    if (channel_ < 0 || left <= 0 || poll(&ready, 1, static_cast<int>(left)) <= 0) return {};
    char buffer[4096];
    const ssize_t got = recv(channel_, buffer, sizeof buffer, 0);
    const bool fits = got > 0 && heard_.size() + static_cast<std::size_t>(got) <= kMostHeard;
    if (fits) heard_.append(buffer, static_cast<std::size_t>(got));
    wipe(buffer, sizeof buffer);
    if (!fits) return {};
  }
}

bool HelperProcess::alive() const {
  siginfo_t seen{};
  return pid_ > 0 && waitid(P_PID, static_cast<id_t>(pid_), &seen, WEXITED | WNOHANG | WNOWAIT) == 0 && seen.si_pid == 0;
}

void HelperProcess::end() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);  // ours and not waited for yet, so the number is still its own
    waitpid(pid_, nullptr, 0);
  }
  pid_ = -1;
  if (channel_ >= 0) close(channel_);
  channel_ = -1;
  wipe(heard_);
  taken_ = 0;
}

}  // namespace desk::input
