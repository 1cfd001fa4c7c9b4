#include "data/base/failure.h"

#include <gtest/gtest.h>

#include <set>

namespace desk {
namespace {

TEST(StaffCode, NumbersAreUniqueAndFoundAgain) {
  std::set<int> seen;
  for (StaffCode code : all_staff_codes()) {
    EXPECT_TRUE(seen.insert(static_cast<int>(code)).second) << to_string(code);
    EXPECT_EQ(staff_code_from(static_cast<int>(code)), code);
  }
  EXPECT_FALSE(staff_code_from(0));
}

TEST(Failure, NamesCodePlaceAndReason) {
  EXPECT_EQ((Failure{StaffCode::PackBroken, "pack.toml:41", "rate above 1"}.message()), "SC-103 pack.toml:41: rate above 1");
}

}  // namespace
}  // namespace desk
