#include "data/base/yen.h"

#include <gtest/gtest.h>

namespace desk {
namespace {

TEST(Ratio, ReadsFractionsInLowestTerms) {
  EXPECT_EQ(Ratio::parse("2/3"), (Ratio{2, 3}));
  EXPECT_EQ(Ratio::parse("4/6"), (Ratio{2, 3}));
  EXPECT_EQ(Ratio::parse("1"), (Ratio{1, 1}));
  for (const char* bad : {"", "/", "2/", "/3", "2/0", "-1/2", "0.5", "2/3 ", "1/2/3"}) EXPECT_FALSE(Ratio::parse(bad)) << bad;
}

TEST(FloorTimes, CutsOffFractionsOfAYen) {
  EXPECT_EQ(floor_times({99'999}, {1, 2}).amount, 49'999);
  EXPECT_EQ(floor_times({1'000'000}, {10, 30}).amount, 333'333);
  EXPECT_EQ(floor_times({333'333}, {2, 3}).amount, 222'222);
}

TEST(FloorTimes, DoesNotOverflowForTheLargestAmounts) {
  EXPECT_EQ(floor_times({9'000'000'000'000'000'000}, {2, 3}).amount, 6'000'000'000'000'000'000);
}

TEST(CeilDivide, GivesTheSmallestCostThatReachesTheAmount) {
  EXPECT_EQ(ceil_divide({500'000}, {3, 4}).amount, 666'667);
  EXPECT_EQ(ceil_divide({500'000}, {4, 5}).amount, 625'000);
  EXPECT_EQ(floor_times(ceil_divide({50'000}, {1, 2}), {1, 2}).amount, 50'000);
}

TEST(WithCommas, GroupsByThree) {
  EXPECT_EQ(with_commas({0}), "0");
  EXPECT_EQ(with_commas({987'222}), "987,222");
  EXPECT_EQ(with_commas({12'345'678}), "12,345,678");
  EXPECT_EQ(with_commas({-1'000}), "-1,000");
}

}  // namespace
}  // namespace desk
