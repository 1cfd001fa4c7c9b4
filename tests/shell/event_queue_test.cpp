#include "kiosk/shell/event_queue.h"

#include <gtest/gtest.h>
#include <poll.h>

#include <thread>

namespace desk::shell {
namespace {

bool readable(int fd, int deadline_ms) {
  pollfd waiting{fd, POLLIN, 0};
  return ::poll(&waiting, 1, deadline_ms) == 1;
}

TEST(EventQueue, WhatAWorkerPushesWakesTheLoopInOrder) {
  EventQueue<int> queue;
  EXPECT_FALSE(readable(queue.wake_fd(), 0));
  std::thread worker([&] {
    for (int i = 0; i < 1000; ++i) queue.push(i);
  });
  std::vector<int> all;
  while (all.size() < 1000 && readable(queue.wake_fd(), 10'000)) {
    for (int each : queue.take()) all.push_back(each);
  }
  worker.join();
  ASSERT_EQ(all.size(), 1000U);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(all[static_cast<std::size_t>(i)], i);
  // The last push may have woken the loop after its event was taken with the one before: one empty look, then quiet.
  EXPECT_TRUE(queue.take().empty());
  EXPECT_FALSE(readable(queue.wake_fd(), 0));
}

}  // namespace
}  // namespace desk::shell
