// The number of the running image: what an update has to be newer than, so that a file that holds none is never taken for "no appliance".
#include "data/base/software.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace desk {
namespace {

namespace fs = std::filesystem;

class ImageSerial : public ::testing::Test {
 protected:
  ~ImageSerial() override { fs::remove(file_); }
  [[nodiscard]] Result<std::optional<std::int64_t>> of(const std::string& text) const {
    std::ofstream(file_, std::ios::binary) << text;
    return image_serial(file_);
  }
  std::string file_ = fs::temp_directory_path() / ("desk-image-serial-" + std::to_string(getpid()));
};

TEST_F(ImageSerial, OfAMachineThatIsNotTheApplianceIsNone) {
  const auto serial = image_serial(file_);
  ASSERT_TRUE(serial);
  EXPECT_EQ(*serial, std::nullopt);
}

TEST_F(ImageSerial, IsTheMinuteInWhichTheImageWasMade) {
  for (const char* text : {"202612010930\n", "202612010930"}) {
    SCOPED_TRACE(text);
    const auto serial = of(text);
    ASSERT_TRUE(serial);
    EXPECT_EQ(*serial, 202612010930);
  }
}

TEST_F(ImageSerial, ThatIsNoNumberIsAFailureAndNotAnotherMachine) {
  for (const char* text : {"", "\n", "0\n", "-1\n", "2026-12-01\n", "202612010930 \n", "1202612010930\n", "99999999999999999999\n", "202612010930\n\n"}) {
    SCOPED_TRACE(text);
    const auto serial = of(text);
    ASSERT_FALSE(serial);
    EXPECT_EQ(serial.error().code, StaffCode::UpdateNotAppliance);
    EXPECT_EQ(serial.error().where, file_);
  }
}

}  // namespace
}  // namespace desk
