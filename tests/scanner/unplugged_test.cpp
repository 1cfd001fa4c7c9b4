// The device is gone: before the scan, in its middle, and in the list.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(Unplugged, BeforeTheScan) {
  TrayDesk desk;
  std::filesystem::remove_all(desk.tray);
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerGone);
}

TEST(Unplugged, InTheMiddleOfASheetIsGoneAndNotAReadError) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("ppm", "20");
  const auto id = desk.scanner->start({.device = "desk:tray", .dpi = 150});
  ASSERT_TRUE(id.ok());
  const Told told = wait_for_last(*desk.scanner, *id, [&](const ScanEvent& event) {
    const auto* progress = std::get_if<Progress>(&event);
    if (progress != nullptr && progress->percent > 5) std::filesystem::rename(desk.tray, desk.folder.path() / "away");
  });
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerGone);
}

TEST(Unplugged, ADeviceThatIsStillThereGivesAReadError) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("fault", "1 30 IO_ERROR");
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerReadError);
}

TEST(Unplugged, NoDeviceAnywhereIsNotFound) {
  TrayDesk desk;
  std::filesystem::remove_all(desk.tray);
  const Told told = desk.scan({.device = ""});
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerNotFound);
}

TEST(Unplugged, WithoutANameTheFirstDeviceIsTaken) {
  TrayDesk desk;
  desk.put_sheets(1);
  EXPECT_TRUE(desk.scan({.device = "", .dpi = 150}).ended);
}

}  // namespace
}  // namespace desk::scanner::test
