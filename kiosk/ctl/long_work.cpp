#include "kiosk/ctl/long_work.h"

#include <utility>

namespace desk::ctl {

LongWork::LongWork(Note note, std::string state, std::chrono::milliseconds every)
    : state_(std::move(state)), thread_([this, note = std::move(note), every] { run(note, every); }) {}

LongWork::~LongWork() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ended_changed_.notify_all();
  thread_.join();
}

void LongWork::now(std::string state) {
  const std::lock_guard lock(mutex_);
  state_ = std::move(state);
}

void LongWork::run(const Note& note, std::chrono::milliseconds every) {
  std::unique_lock lock(mutex_);
  while (!ended_changed_.wait_for(lock, every, [this] { return ended_; })) {
    const std::string state = state_;
    lock.unlock();
    note(state);
    lock.lock();
  }
}

}  // namespace desk::ctl
