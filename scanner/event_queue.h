// Events made on one thread and taken on another, with a file descriptor to poll. Shared by the real and the fake scanner.
#pragma once

#include <mutex>
#include <vector>

#include "scanner/scanner.h"

namespace desk::scanner {

class EventQueue {
 public:
  EventQueue();
  ~EventQueue();
  EventQueue(const EventQueue&) = delete;
  EventQueue& operator=(const EventQueue&) = delete;

  void put(ScanEvent event);
  [[nodiscard]] std::vector<ScanEvent> take();
  [[nodiscard]] int fd() const { return fd_; }

 private:
  std::mutex mutex_;
  std::vector<ScanEvent> events_;
  int fd_;
};

}  // namespace desk::scanner
