#include "scanner/helper/judging.h"

#include <utility>

namespace desk::scanner {

Judging::Judging(Channel& channel, FinishChoice choice) : channel_(channel), choice_(choice), thread_([this] { run(); }) {}

Judging::~Judging() {
  {
    const std::lock_guard lock(mutex_);
    quit_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void Judging::put(int number, Pixels page) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.size() < 2; });
  waiting_.emplace_back(number, std::move(page));
  changed_.notify_all();
}

std::optional<std::pair<Failure, int>> Judging::drain() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return waiting_.empty() && !busy_; });
  return failed_;
}

void Judging::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [&] { return quit_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    auto [number, page] = std::move(waiting_.front());
    waiting_.pop_front();
    busy_ = true;
    changed_.notify_all();
    lock.unlock();
    auto finished = finish_page(std::move(page), choice_);
    if (finished) channel_.send(protocol::Page{number, std::move(*finished)});
    lock.lock();
    if (!finished && !failed_) failed_ = {finished.error(), number};
    busy_ = false;
    changed_.notify_all();
  }
}

}  // namespace desk::scanner
