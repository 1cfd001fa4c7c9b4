// LongWork: tells the person at the prompt that something is still going on, from the second second on. A lamp that warms up gives no
// progress for a minute, so this does not wait for progress to come.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

namespace desk::ctl {

class LongWork {
 public:
  using Note = std::function<void(const std::string&)>;
  // `note` is called on a thread of this object's own, only between construction and destruction.
  LongWork(Note note, std::string state, std::chrono::milliseconds every = std::chrono::seconds{2});
  ~LongWork();
  LongWork(const LongWork&) = delete;
  LongWork& operator=(const LongWork&) = delete;
  // What is going on now; told at the next turn.
  void now(std::string state);

 private:
  void run(const Note& note, std::chrono::milliseconds every);

  std::mutex mutex_;
  std::condition_variable ended_changed_;
  bool ended_ = false;
  std::string state_;
  std::thread thread_;
};

}  // namespace desk::ctl
