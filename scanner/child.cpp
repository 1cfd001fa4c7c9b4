#include "scanner/child.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace desk::scanner {

namespace {

// The environment of this process with `added` in front of (and instead of) its own values.
std::vector<std::string> environment_with(const Child::Environment& added) {
  std::vector<std::string> entries;
  for (const auto& [name, value] : added) entries.push_back(name + "=" + value);
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    bool replaced = false;
    for (const auto& [name, value] : added) replaced = replaced || text.starts_with(name + "=");
    if (!replaced) entries.emplace_back(text);
  }
  return entries;
}

}  // namespace

Result<Child> Child::spawn(const std::string& program, const Environment& added) {
  const auto failed = [&](int error) { return fail(Failure{StaffCode::ScannerHelperDied, program, std::strerror(error)}); };
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return failed(errno);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  // The database, the display, other helpers: none of them is the scanner driver's business.
  posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
  // A blocked or ignored signal of the spawning thread must not make the helper deaf.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigset_t all;
  sigemptyset(&none);
  sigfillset(&all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);

  std::vector<std::string> entries = environment_with(added);
  std::vector<char*> environment;
  for (std::string& entry : entries) environment.push_back(entry.data());
  environment.push_back(nullptr);
  std::string name = program;
  std::array<char*, 2> arguments{name.data(), nullptr};
  pid_t pid = -1;
  const int error = posix_spawn(&pid, program.c_str(), &actions, &attributes, arguments.data(), environment.data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  close(ends[1]);
  if (error != 0) {
    close(ends[0]);
    return failed(error);
  }
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return Child(pid, ends[0]);
}

Child::Child(Child&& other) noexcept : pid_(std::exchange(other.pid_, -1)), fd_(std::exchange(other.fd_, -1)) {}

Child& Child::operator=(Child&& other) noexcept {
  if (this != &other) {
    kill_and_reap();
    pid_ = std::exchange(other.pid_, -1);
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

Child::~Child() { kill_and_reap(); }

void Child::kill_and_reap() {
  if (fd_ >= 0) close(std::exchange(fd_, -1));
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
  pid_ = -1;
}

bool Child::send(std::span<const unsigned char> bytes, std::chrono::milliseconds patience, const Clock& clock) {
  SteadyTime until = clock.steady() + patience;
  while (!bytes.empty()) {
    const ssize_t sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      bytes = bytes.subspan(static_cast<std::size_t>(sent));
      until = clock.steady() + patience;
      continue;
    }
    if (errno == EINTR) continue;
    if (errno != EAGAIN) return false;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - clock.steady());
    pollfd waiting{fd_, POLLOUT, 0};
    if (left.count() <= 0 || (poll(&waiting, 1, static_cast<int>(left.count())) == 0)) return false;
  }
  return true;
}

Child::Read Child::receive(FrameParser& into) {
  std::array<unsigned char, 65'536> buffer;
  bool some = false;
  while (true) {
    const ssize_t got = recv(fd_, buffer.data(), buffer.size(), 0);
    if (got > 0) {
      into.feed(std::span(buffer).first(static_cast<std::size_t>(got)));
      some = true;
      continue;
    }
    if (got < 0 && errno == EINTR) continue;
    if (some) return Read::Some;  // the end is told by the next call
    return got < 0 && errno == EAGAIN ? Read::Nothing : Read::Closed;
  }
}

}  // namespace desk::scanner
