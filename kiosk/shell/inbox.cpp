#include "kiosk/shell/inbox.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <utility>

namespace desk::shell {

Inbox::Inbox() : fd_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Inbox::~Inbox() { close(fd_); }

void Inbox::put(flow::Event event) {
  {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
  }
  const std::uint64_t one = 1;
  // A full counter means that the loop has not looked yet; it will find this event as well.
  [[maybe_unused]] const auto written = write(fd_, &one, sizeof one);
}

std::vector<flow::Event> Inbox::take() {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto got = read(fd_, &count, sizeof count);
  const std::lock_guard lock(mutex_);
  return std::exchange(events_, {});
}

}  // namespace desk::shell
