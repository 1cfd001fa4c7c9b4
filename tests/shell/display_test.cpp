#include "kiosk/shell/display.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "kiosk/shell/input_watch.h"

namespace desk::shell {
namespace {

using screens::Point;

TEST(Upright, TouchTurnsWithThePicture) {
  // A panel of 1920×1080 as it is wired; the finger at its top left corner and at a point of its own.
  EXPECT_EQ(upright({100, 200}, 1920, 1080, 0), (Point{100, 200}));
  EXPECT_EQ(upright({0, 0}, 1920, 1080, 90), (Point{0, 1920}));
  EXPECT_EQ(upright({1920, 0}, 1920, 1080, 90), (Point{0, 0}));      // the picture's top left is the panel's top right
  EXPECT_EQ(upright({100, 200}, 1920, 1080, 180), (Point{1820, 880}));
  EXPECT_EQ(upright({0, 1080}, 1920, 1080, 270), (Point{0, 0}));     // and its bottom left
  EXPECT_EQ(upright({100, 200}, 1920, 1080, -90), upright({100, 200}, 1920, 1080, 270));
}

TEST(Display, ACrookedRotationIsRefused) {
  const auto display = Display::create({.width = 100, .height = 100, .rotate = 45, .offscreen = true, .software = true});
  ASSERT_FALSE(display.ok());
  EXPECT_EQ(display.error().code, StaffCode::ConfigBroken);
}

TEST(Display, ASwitchWhoseKeyNobodyKnowsIsRefusedBeforeAnybodyStandsThere) {
  for (const bool next : {true, false}) {
    DisplayOptions options;
    options.offscreen = options.software = true;
    (next ? options.switch_next : options.switch_select) = "the red one";
    const auto display = Display::create(options);
    ASSERT_FALSE(display.ok());
    EXPECT_EQ(display.error().code, StaffCode::ConfigBroken);
    EXPECT_EQ(display.error().where, next ? "input.switch_next" : "input.switch_select");
  }
}

TEST(Display, APictureIsUprightWhateverTheRotation) {
  for (int rotate : {0, 90, 180, 270}) {
    auto display = Display::create({.width = 300, .height = 200, .rotate = rotate, .offscreen = true, .software = true});
    ASSERT_TRUE(display.ok()) << display.error().message();
    EXPECT_EQ((*display)->width(), 300) << rotate;
    EXPECT_EQ((*display)->height(), 200) << rotate;
  }
}

// Pipes in place of /dev/input/event*: what a touch panel does to the loop's sleep.
TEST(InputWatch, WakesForADeviceAndForOneThatComesLater) {
  const std::string folder = ::testing::TempDir() + "/input-" + std::to_string(::getpid());
  std::filesystem::create_directories(folder);
  ASSERT_EQ(::mkfifo((folder + "/event0").c_str(), 0600), 0);
  const int keep = ::open((folder + "/event0").c_str(), O_RDWR | O_NONBLOCK);
  auto watch = InputWatch::create(folder.c_str());
  EXPECT_EQ(watch->fds().size(), 2U);  // inotify and the device
  const auto readable = [&](int deadline_ms) {
    std::vector<pollfd> fds;
    for (int fd : watch->fds()) fds.push_back({fd, POLLIN, 0});
    return ::poll(fds.data(), fds.size(), deadline_ms) > 0;
  };
  EXPECT_FALSE(readable(0));
  ASSERT_EQ(::write(keep, "x", 1), 1);
  EXPECT_TRUE(readable(10'000));
  watch->drain();
  EXPECT_FALSE(readable(0));
  ASSERT_EQ(::mkfifo((folder + "/event1").c_str(), 0600), 0);
  const int late = ::open((folder + "/event1").c_str(), O_RDWR | O_NONBLOCK);
  EXPECT_TRUE(readable(10'000));
  watch->drain();
  EXPECT_EQ(watch->fds().size(), 3U);
  ::close(keep);
  ::close(late);
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace desk::shell
