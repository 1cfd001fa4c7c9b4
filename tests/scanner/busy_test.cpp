// Somebody else holds the device, or the kiosk itself asks twice.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(Busy, ADeviceThatIsHeldIsToldAsBusy) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("busy", "");
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerBusy);
  std::filesystem::remove(desk.tray / "busy");
  EXPECT_TRUE(desk.scan().ended);
}

TEST(Busy, ASecondOrderIsRefusedWhileOneRuns) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("fault", "1 50 HANG");
  const auto first = desk.scanner->start({.device = "desk:tray", .dpi = 150});
  ASSERT_TRUE(first.ok());
  const auto second = desk.scanner->start({.device = "desk:tray"});
  ASSERT_FALSE(second.ok());
  EXPECT_EQ(second.error().code, StaffCode::ScannerBusy);
  EXPECT_FALSE(desk.scanner->list_devices().ok());
}

}  // namespace
}  // namespace desk::scanner::test
