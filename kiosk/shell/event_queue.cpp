#include "kiosk/shell/event_queue.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>

namespace desk::shell {

Wake::Wake() : fd_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (fd_ < 0) std::abort();  // out of descriptors at start: nothing can run, the supervisor starts us again
}

Wake::~Wake() { ::close(fd_); }

void Wake::notify() {
  const std::uint64_t one = 1;
  // EAGAIN means that the counter is full, so the loop is awake anyway.
  [[maybe_unused]] const auto written = ::write(fd_, &one, sizeof one);
}

void Wake::drain() {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto got = ::read(fd_, &count, sizeof count);
}

}  // namespace desk::shell
