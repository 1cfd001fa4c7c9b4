#include "scanner/event_queue.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <utility>

namespace desk::scanner {

EventQueue::EventQueue() : fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

EventQueue::~EventQueue() { close(fd_); }

void EventQueue::put(ScanEvent event) {
  const std::lock_guard lock(mutex_);
  events_.push_back(std::move(event));
  eventfd_write(fd_, 1);
}

std::vector<ScanEvent> EventQueue::take() {
  const std::lock_guard lock(mutex_);
  eventfd_t count = 0;
  eventfd_read(fd_, &count);
  return std::exchange(events_, {});
}

}  // namespace desk::scanner
