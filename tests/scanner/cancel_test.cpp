// The person presses 中止 while a sheet is on its way.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

Told cancel_at_first_progress(TrayDesk& desk) {
  const auto id = desk.scanner->start({.device = "desk:tray", .dpi = 150});
  EXPECT_TRUE(id.ok());
  return wait_for_last(*desk.scanner, *id, [&](const ScanEvent& event) {
    if (std::holds_alternative<Progress>(event)) desk.scanner->cancel(*id);
  });
}

TEST(Cancel, InMidPageEndsTheJobAndKeepsTheSheet) {
  TrayDesk desk;
  desk.put_sheets(2);
  desk.put("ppm", "10");
  const Told told = cancel_at_first_progress(desk);
  EXPECT_TRUE(told.cancelled);
  EXPECT_EQ(desk.sheets_left(), 2);
  std::filesystem::remove(desk.tray / "ppm");
  EXPECT_EQ(desk.scan().pages.size(), 2U);
}

TEST(Cancel, OfADriverThatHangsIsDoneByForce) {
  ScanLimits limits;
  limits.cancel = std::chrono::milliseconds{300};
  TrayDesk desk(limits);
  desk.put_sheets(1);
  desk.put("fault", "1 50 HANG");
  EXPECT_TRUE(cancel_at_first_progress(desk).cancelled);
}

TEST(Cancel, AJobStartedRightAfterCancellingIsNotRefused) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("ppm", "30");
  const auto first = desk.scanner->start({.device = "desk:tray", .dpi = 150});
  ASSERT_TRUE(first.ok());
  desk.scanner->cancel(*first);
  const auto second = desk.scanner->start({.device = "desk:tray", .dpi = 150});
  ASSERT_TRUE(second.ok());
  EXPECT_TRUE(wait_for_last(*desk.scanner, *second).ended);
}

}  // namespace
}  // namespace desk::scanner::test
