#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <future>
#include <thread>

#include "printer/channel.h"
#include "printer/fd_channel.h"

namespace desk::printer {
namespace {

// A small send buffer, so that a stopped head is felt while sending and not only while waiting for the end.
constexpr int kSendBuffer = 16 * 1024;

using Addresses = std::shared_ptr<addrinfo>;

Failure gone(const std::string& where, const std::string& reason) { return {StaffCode::PrinterGone, where, reason}; }

// getaddrinfo has no time limit of its own, so a name is looked up on a thread that may be left behind; it owns all it touches.
Result<Addresses> look_up(const std::string& host, const std::string& port, Milliseconds limit) {
  auto promise = std::make_shared<std::promise<Addresses>>();
  std::future<Addresses> answer = promise->get_future();
  std::thread([promise, host, port] {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    const bool ok = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) == 0;
    promise->set_value(ok ? Addresses(found, &::freeaddrinfo) : nullptr);
  }).detach();
  if (answer.wait_for(limit) != std::future_status::ready) return fail(gone(host, "the name lookup gave no answer in time"));
  Addresses found = answer.get();
  if (!found) return fail(gone(host, "the name is unknown"));
  return found;
}

// Numeric addresses, the usual case at a desk, need no thread.
Addresses numeric(const std::string& host, const std::string& port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV | AI_NUMERICHOST;
  addrinfo* found = nullptr;
  return ::getaddrinfo(host.c_str(), port.c_str(), &hints, &found) == 0 ? Addresses(found, &::freeaddrinfo) : nullptr;
}

bool connected_within(int fd, Milliseconds limit, int stop) {
  std::array<pollfd, 2> watched{pollfd{fd, POLLOUT, 0}, pollfd{stop, POLLIN, 0}};
  if (::poll(watched.data(), watched.size(), static_cast<int>(limit.count())) <= 0 || watched[1].revents != 0) {
    errno = ETIMEDOUT;
    return false;
  }
  int error = 0;
  socklen_t size = sizeof error;
  ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
  errno = error;
  return error == 0;
}

}  // namespace

Result<std::unique_ptr<Channel>> open_tcp(const std::string& host, const std::string& port, Milliseconds limit, int stop) {
  const std::string where = "tcp:" + host + ":" + port;
  Addresses addresses = numeric(host, port);
  if (!addresses) {
    auto found = look_up(host, port, limit);
    if (!found) return fail(found.error());
    addresses = *found;
  }
  std::string reason = "no address";
  for (const addrinfo* address = addresses.get(); address != nullptr; address = address->ai_next) {
    const int fd = ::socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) continue;
    ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &kSendBuffer, sizeof kSendBuffer);
    const int at_once = 1;  // three-byte questions should not wait for company
    ::setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &at_once, sizeof at_once);
    const int begun = ::connect(fd, address->ai_addr, address->ai_addrlen);
    if (begun == 0 || (errno == EINPROGRESS && connected_within(fd, limit, stop))) {
      return std::unique_ptr<Channel>(std::make_unique<FdChannel>(fd, FdKind::Socket, stop));
    }
    reason = std::strerror(errno);
    ::close(fd);
  }
  return fail(gone(where, reason));
}

Result<std::unique_ptr<Channel>> open_device(const std::string& path, int stop) {
  const std::string where = "usb:" + path;
  const int fd = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (fd < 0) return fail(gone(where, std::strerror(errno)));
  struct stat about {};
  if (::fstat(fd, &about) != 0 || !S_ISCHR(about.st_mode)) {
    ::close(fd);
    return fail(gone(where, "not a character device"));
  }
  FdKind kind = FdKind::Device;
  termios line{};
  if (::tcgetattr(fd, &line) == 0) {
    kind = FdKind::Terminal;
    ::cfmakeraw(&line);
    ::tcsetattr(fd, TCSANOW, &line);
  }
  return std::unique_ptr<Channel>(std::make_unique<FdChannel>(fd, kind, stop));
}

}  // namespace desk::printer
