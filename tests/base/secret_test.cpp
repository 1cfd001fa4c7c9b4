#include "data/base/secret.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(Secret, MovesWithoutLeavingACopyAndClonesOnPurpose) {
  Secret a("482913");
  Secret b = std::move(a);
  EXPECT_TRUE(a.empty());  // NOLINT(bugprone-use-after-move): what is left behind is what is asserted
  EXPECT_EQ(b.reveal(), "482913");
  const Secret c = b.clone();
  b.clear();
  EXPECT_TRUE(b.empty());
  EXPECT_EQ(c.reveal(), "482913");
}

TEST(Wipe, OverwritesTheWholeCapacityOfAString) {
  std::string text = "0901234567890123456789012345678901234567890123456789";
  const char* memory = text.data();
  const std::size_t capacity = text.capacity();
  wipe(text);
  EXPECT_TRUE(text.empty());
  for (std::size_t i = 0; i < capacity; ++i) EXPECT_EQ(memory[i], '\0') << i;  // the buffer is still the string's own
}

}  // namespace
}  // namespace desk
