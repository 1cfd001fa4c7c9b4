// "The first scan after idling fails, the second works" (scanservjs #425): the helper tries the first start once more by itself.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(Asleep, ADeviceThatFailsOnceAfterIdlingIsNotEvenNoticed) {
  TrayDesk desk;
  desk.put_sheets(2);
  desk.put("fail-first-start", "");
  const Told told = desk.scan();
  EXPECT_TRUE(told.ended) << (told.fault ? told.fault->failure.message() : "");
  EXPECT_EQ(told.pages.size(), 2U);
  EXPECT_FALSE(std::filesystem::exists(desk.tray / "fail-first-start"));
}

}  // namespace
}  // namespace desk::scanner::test
