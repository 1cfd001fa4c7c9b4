#include "scanner/helper/channel.h"

#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>

namespace desk::scanner {

void become_helper() {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core{0, 0};
  setrlimit(RLIMIT_CORE, &no_core);
  signal(SIGPIPE, SIG_IGN);  // told by write, which ends the helper in order
}

Channel::Channel() : out_(dup(STDOUT_FILENO)) { dup2(STDERR_FILENO, STDOUT_FILENO); }

std::optional<protocol::Message> Channel::wait_for_order() {
  std::array<unsigned char, 65'536> buffer;
  while (true) {
    if (const auto frame = parser_.next()) return protocol::decode(*frame);
    if (parser_.broken()) return std::nullopt;
    const ssize_t got = read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    parser_.feed(std::span(buffer).first(static_cast<std::size_t>(got)));
  }
}

bool Channel::cancelled() {
  if (ended_) return true;
  pollfd waiting{STDIN_FILENO, POLLIN, 0};
  // Anything that comes after the order is Cancel, the end of the stream, or nonsense; all three mean stop. A Cancel that was sent
  // right behind the order has been read together with it.
  ended_ = parser_.next().has_value() || poll(&waiting, 1, 0) > 0;
  return ended_;
}

void Channel::send(const protocol::Message& message) {
  const Bytes bytes = protocol::encode(message);
  const std::lock_guard lock(mutex_);
  std::span<const unsigned char> rest = bytes;
  while (!rest.empty()) {
    const ssize_t sent = write(out_, rest.data(), rest.size());
    if (sent < 0 && errno == EINTR) continue;
    if (sent <= 0) _exit(1);
    rest = rest.subspan(static_cast<std::size_t>(sent));
  }
}

}  // namespace desk::scanner
