#include "printer/fd_channel.h"

#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace desk::printer {
namespace {

// How often a driver that has no event for "all passed on" is asked again.
constexpr Milliseconds kFlushStep{10};

bool would_block(int error) { return error == EAGAIN || error == EWOULDBLOCK || error == EINTR; }

}  // namespace

FdChannel::~FdChannel() {
  if (stalled_ && kind_ == FdKind::Socket) {
    // An ordinary close would queue its FIN behind bytes that the printer does not take: it would keep the connection, and being a device
    // that serves one at a time, refuse the next. A reset gets through.
    const linger at_once{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  }
  ::close(fd_);
}

FdChannel::Ready FdChannel::wait(short events, Milliseconds limit) {
  std::array<pollfd, 2> watched{pollfd{fd_, events, 0}, pollfd{stop_, POLLIN, 0}};
  const int ready = ::poll(watched.data(), watched.size(), static_cast<int>(limit.count()));
  if (ready < 0 && errno != EINTR) return Ready::Gone;
  if (ready > 0 && watched[1].revents != 0) return Ready::Stopped;
  if ((watched[0].revents & events) != 0) return Ready::Yes;
  if ((watched[0].revents & (POLLERR | POLLHUP | POLLNVAL)) != 0) return Ready::Gone;
  return Ready::TimeOut;
}

Sent FdChannel::send(std::span<const std::uint8_t> bytes, Milliseconds stall) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    switch (wait(POLLOUT, stall)) {
      case Ready::Yes: break;
      case Ready::TimeOut: stalled_ = true; return {SendEnd::Stalled, done};
      case Ready::Stopped: return {SendEnd::Stopped, done};
      case Ready::Gone: gone_ = true; return {SendEnd::Gone, done};
    }
    const std::span<const std::uint8_t> rest = bytes.subspan(done);
    const ssize_t wrote = kind_ == FdKind::Socket ? ::send(fd_, rest.data(), rest.size(), MSG_NOSIGNAL)
                                                  : ::write(fd_, rest.data(), rest.size());
    if (wrote > 0) {
      done += static_cast<std::size_t>(wrote);
    } else if (wrote < 0 && !would_block(errno)) {
      gone_ = true;
      return {SendEnd::Gone, done};
    }
  }
  return {SendEnd::AllTaken, done};
}

std::optional<std::uint8_t> FdChannel::receive(Milliseconds limit) {
  // A usblp device may end a read with nothing in it; that counts as a step of waiting, not as the end of the device.
  for (Milliseconds left = limit; left.count() > 0;) {
    switch (wait(POLLIN, left)) {
      case Ready::Yes: break;
      case Ready::TimeOut:
      case Ready::Stopped: return std::nullopt;
      case Ready::Gone: gone_ = true; return std::nullopt;
    }
    std::uint8_t byte = 0;
    const ssize_t got = ::read(fd_, &byte, 1);
    if (got == 1) return byte;
    if ((got == 0 && kind_ == FdKind::Socket) || (got < 0 && !would_block(errno))) {
      gone_ = true;
      return std::nullopt;
    }
    ::poll(nullptr, 0, static_cast<int>(kFlushStep.count()));
    left -= kFlushStep;
  }
  return std::nullopt;
}

void FdChannel::drain_input() {
  // Bounded: a device that never stops talking must not keep the worker.
  constexpr int kMostReads = 64;
  std::array<std::uint8_t, 256> unasked{};
  for (int i = 0; i < kMostReads && ::read(fd_, unasked.data(), unasked.size()) > 0; ++i) {
  }
}

int FdChannel::unsent() const {
  int waiting = 0;
  switch (kind_) {
    case FdKind::Socket:    // SIOCOUTQ is the same request: bytes that the peer has not acknowledged
    case FdKind::Terminal: return ::ioctl(fd_, TIOCOUTQ, &waiting) == 0 ? waiting : 0;
    case FdKind::Device: {  // usblp is writable again only when the last transfer has ended
      pollfd watched{fd_, POLLOUT, 0};
      return ::poll(&watched, 1, 0) == 1 && (watched.revents & POLLOUT) != 0 ? 0 : 1;
    }
  }
  return 0;
}

bool FdChannel::flush(Milliseconds limit) {
  // Counts from the last progress: a slow serial line is fine as long as it moves.
  int last = unsent();
  for (Milliseconds left = limit; last > 0; left -= kFlushStep) {
    if (left.count() <= 0 || wait(0, kFlushStep) != Ready::TimeOut) return false;
    const int now = unsent();
    if (now != last) left = limit;
    last = now;
  }
  return true;
}

}  // namespace desk::printer
