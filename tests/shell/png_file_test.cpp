#include "kiosk/shell/png_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace desk::shell {
namespace {

TEST(PngFile, WhatIsWrittenIsRead) {
  const std::string path = ::testing::TempDir() + "/face.png";
  screens::Picture picture{0, 3, 2, {}};
  for (int i = 0; i < 24; ++i) picture.rgba.push_back(static_cast<std::uint8_t>(i * 10));
  ASSERT_TRUE(write_png(path, picture).ok());
  const auto read = read_png(path);
  ASSERT_TRUE(read.ok()) << read.error().message();
  EXPECT_EQ(read->width, 3);
  EXPECT_EQ(read->rgba, picture.rgba);
  std::filesystem::remove(path);
}

TEST(PngFile, WhatIsNoPngIsRefused) {
  const std::string path = ::testing::TempDir() + "/face-broken.png";
  std::ofstream(path) << "not a picture";
  const auto read = read_png(path);
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, StaffCode::BadInput);
  EXPECT_FALSE(read_png(path + ".missing").ok());
  EXPECT_FALSE(write_png("/nowhere/at/all.png", {0, 1, 1, {0, 0, 0, 0}}).ok());
  std::filesystem::remove(path);
}

}  // namespace
}  // namespace desk::shell
