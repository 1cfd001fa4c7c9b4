#include "data/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace desk {
namespace {

Result<std::vector<std::string>> three_pages() { return std::vector<std::string>{"one", "two", "three, long enough for the heap"}; }

// The store's own tests walked over freed memory this way before operator*() && returned a value.
TEST(Result, ATemporaryOneCanBeWalkedOver) {
  std::string all;
  for (const std::string& page : *three_pages()) all += page + ";";
  EXPECT_EQ(all, "one;two;three, long enough for the heap;");
}

TEST(Result, HandsOutWhatCannotBeCopied) {
  const auto make = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(7); };
  const std::unique_ptr<int> taken = *make();
  EXPECT_EQ(*taken, 7);
  auto kept = make();
  const std::unique_ptr<int> moved = std::move(*kept);
  EXPECT_EQ(*moved, 7);
}

TEST(Result, AFailureIsFalseAndTellsItself) {
  const Result<int> failed = fail(Failure{StaffCode::BadInput, "here", "why"});
  EXPECT_FALSE(failed);
  EXPECT_EQ(failed.error().message(), "SC-106 here: why");
  EXPECT_TRUE(Done{});
}

}  // namespace
}  // namespace desk
