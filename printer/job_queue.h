// JobQueue: one worker thread that does a printer's jobs in order. Private to the room.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace desk::printer {

class JobQueue {
 public:
  // `stopping` is true for tasks that the destructor still found waiting: they must end their job without touching the device.
  using Task = std::function<void(bool stopping)>;

  JobQueue();
  // Wakes whatever waits on stop_fd(), lets every task end, joins.
  ~JobQueue();
  JobQueue(const JobQueue&) = delete;
  JobQueue& operator=(const JobQueue&) = delete;

  // Numbers count from 1.
  std::uint64_t post(const std::function<Task(std::uint64_t)>& make);
  // Readable from the moment the queue is being destroyed.
  [[nodiscard]] int stop_fd() const { return stop_; }

 private:
  void run();

  int stop_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  std::uint64_t last_ = 0;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace desk::printer
