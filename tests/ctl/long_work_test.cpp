// Whoever waits at the prompt hears what goes on, but only once it takes long.
#include "kiosk/ctl/long_work.h"

#include <gtest/gtest.h>

#include <future>

namespace desk::ctl {
namespace {

// Waits for an event with a deadline far beyond any machine's slowness.
template <class T>
T heard(std::future<T>& future) {
  if (future.wait_for(std::chrono::seconds{60}) != std::future_status::ready) {
    ADD_FAILURE() << "nothing was heard";
    return {};
  }
  return future.get();
}

TEST(LongWork, TellsTheStateAndThenTheNewOne) {
  std::promise<std::string> first, changed;
  auto first_heard = first.get_future();
  auto changed_heard = changed.get_future();
  bool told_first = false, told_changed = false;
  LongWork work(
      [&](const std::string& state) {
        if (!std::exchange(told_first, true)) first.set_value(state);
        if (state == "page 2" && !std::exchange(told_changed, true)) changed.set_value(state);
      },
      "waiting", std::chrono::milliseconds{1});
  EXPECT_EQ(heard(first_heard), "waiting");
  work.now("page 2");
  EXPECT_EQ(heard(changed_heard), "page 2");
}

TEST(LongWork, SaysNothingAboutWorkThatWasQuickAndKeepsNobodyWaiting) {
  int told = 0;
  { const LongWork work([&](const std::string&) { ++told; }, "waiting", std::chrono::hours{24}); }
  EXPECT_EQ(told, 0);
}

}  // namespace
}  // namespace desk::ctl
