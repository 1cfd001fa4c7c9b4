// Worker: one thread that carries out tasks in the order they were posted. What is slow (disk, helpers, network) runs here, never on a
// frame; results go back through the event queue.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace desk::shell {

class Worker {
 public:
  Worker();
  ~Worker();  // finishes the task under way and those posted before, then joins
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  void post(std::function<void()> task);
  // Returns when everything posted before has been carried out.
  void drain();

 private:
  void run();
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> tasks_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace desk::shell
