// EventQueue: how workers answer the drawing thread. push() from any thread; the frame loop sleeps on wake_fd() and takes all at once.
// Order is kept. Unbounded: the commands that cause events are few and each is answered once.
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace desk::shell {

// An eventfd. Not copyable; safe from any thread.
class Wake {
 public:
  Wake();
  ~Wake();
  Wake(const Wake&) = delete;
  Wake& operator=(const Wake&) = delete;
  void notify();
  void drain();                       // after it, fd() is not readable until the next notify()
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

template <class Event>
class EventQueue {
 public:
  void push(Event event) {
    {
      const std::lock_guard lock(mutex_);
      events_.push_back(std::move(event));
    }
    wake_.notify();
  }
  [[nodiscard]] std::vector<Event> take() {
    wake_.drain();  // before the lock: an event pushed now is taken now or wakes the loop again
    const std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
  }
  [[nodiscard]] int wake_fd() const { return wake_.fd(); }
  void wake() { wake_.notify(); }

 private:
  Wake wake_;
  std::mutex mutex_;
  std::vector<Event> events_;
};

}  // namespace desk::shell
