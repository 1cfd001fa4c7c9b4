// Inbox: events made on workers and taken by the frame loop, with a file descriptor to sleep on.
#pragma once

#include <mutex>
#include <vector>

#include "kiosk/flow/event.h"

namespace desk::shell {

class Inbox {
 public:
  Inbox();
  ~Inbox();
  Inbox(const Inbox&) = delete;
  Inbox& operator=(const Inbox&) = delete;

  void put(flow::Event event);                    // any thread
  [[nodiscard]] std::vector<flow::Event> take();  // the loop's thread; in the order of putting
  [[nodiscard]] int fd() const { return fd_; }    // readable while events wait

 private:
  std::mutex mutex_;
  std::vector<flow::Event> events_;
  int fd_;
};

}  // namespace desk::shell
