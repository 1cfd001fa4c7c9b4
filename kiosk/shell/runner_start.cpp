// What the runner waits for before its first order: the processes that a demonstration starts beside itself. The desk is on its screen
// meanwhile, and an order given too early takes as much longer.
#include <future>

#include "kiosk/shell/runner.h"

namespace desk::shell {

void Runner::start_with(std::function<Done()> start) {
  auto started = std::make_shared<std::promise<void>>();
  code_worker_.post([this, start = std::move(start), started] {
    if (const Done done = start(); !done) {
      const std::lock_guard lock(broken_mutex_);
      broken_ = done.error();
      inbox_.wake();
    }
    started->set_value();
  });
  record_worker_.post([ready = started->get_future().share()] { ready.wait(); });
}

std::optional<Failure> Runner::broken() const {
  const std::lock_guard lock(broken_mutex_);
  return broken_;
}

}  // namespace desk::shell
