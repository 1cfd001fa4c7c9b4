#include "printer/job_queue.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cassert>

namespace desk::printer {

JobQueue::JobQueue() : stop_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  assert(stop_ >= 0);
  thread_ = std::thread([this] { run(); });
}

JobQueue::~JobQueue() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  const std::uint64_t one = 1;
  // An eventfd that counts from 0 takes this write at once.
  [[maybe_unused]] const ssize_t wrote = ::write(stop_, &one, sizeof one);
  changed_.notify_one();
  thread_.join();
  ::close(stop_);
}

std::uint64_t JobQueue::post(const std::function<Task(std::uint64_t)>& make) {
  const std::lock_guard lock(mutex_);
  tasks_.push_back(make(++last_));
  changed_.notify_one();
  return last_;
}

void JobQueue::run() {
  while (true) {
    Task task;
    bool stopping = false;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !tasks_.empty(); });
      if (tasks_.empty()) return;
      task = std::move(tasks_.front());
      tasks_.pop_front();
      stopping = stopping_;
    }
    task(stopping);
  }
}

}  // namespace desk::printer
