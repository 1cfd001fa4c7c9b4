// The demonstration scanner's own ways.
#include <gtest/gtest.h>

#include "scanner/tray_environment.h"
#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(Tray, FedSheetsComeOutBehindAndTheFlatbedLeavesThem) {
  TrayDesk desk;
  desk.put_sheets(2);
  EXPECT_EQ(desk.scan({.device = kTrayDevice, .source = Source::Flatbed, .dpi = 150}).pages.size(), 1U);
  EXPECT_EQ(desk.sheets_left(), 2);
  EXPECT_EQ(desk.scan().pages.size(), 2U);
  EXPECT_EQ(desk.sheets_out(), 2);
}

TEST(Tray, AskedForAResolutionItLacksItTakesTheNextHigher) {
  TrayDesk desk;
  desk.put_sheets(1);
  const Told told = desk.scan({.device = kTrayDevice, .dpi = 240});
  ASSERT_EQ(told.pages.size(), 1U);
  EXPECT_EQ(told.pages[0].page.dpi, 300);
}

TEST(Tray, JpegSheetsAreFedToo) {
  TrayDesk desk;
  const auto jpeg = encode_jpeg(text_page(300, 3));
  write_file(desk.tray / "a.jpg", std::string(jpeg->begin(), jpeg->end()));
  EXPECT_EQ(desk.scan().pages.size(), 1U);
}

TEST(Tray, ADoubleFeedTakesASheetAlongThatNoPageShows) {
  TrayDesk desk;
  desk.put_sheets(3);
  write_file(desk.tray / "double-feed", "");
  EXPECT_EQ(desk.scan().pages.size(), 2U);
  EXPECT_EQ(desk.sheets_out(), 3) << "all went through; only counting them tells";
}

TEST(Tray, WithoutItsDriverTheEnvironmentIsRefused) {
  const Folder folder;
  const auto environment = tray_environment(folder.path().string(), "/nonexistent");
  ASSERT_FALSE(environment.ok());
  EXPECT_EQ(environment.error().code, StaffCode::ScannerNotFound);
}

// One driver that cannot be loaded and one that is slow must not hide the scanner that works (scanservjs #285).
TEST(DeviceList, ADriverThatIsBrokenHidesNoOther) {
  TrayDesk desk;
  write_file(desk.folder.path() / "sane" / "dll.conf", "# drivers\nnosuchdriver\n\ndesk  # ours\n");
  const Told told = wait_for_last(*desk.scanner, *desk.scanner->list_devices());
  ASSERT_EQ(told.devices.size(), 1U);
  EXPECT_EQ(told.devices[0].name, kTrayDevice);
}

}  // namespace
}  // namespace desk::scanner::test
