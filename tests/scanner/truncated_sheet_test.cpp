// A sheet that cannot be taken (here: a picture file cut short) between good ones.
#include <gtest/gtest.h>

#include <fstream>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(TruncatedSheet, ThePageBeforeItIsKeptAndTheSheetIsNamed) {
  TrayDesk desk;
  desk.put_sheets(2);
  std::filesystem::resize_file(desk.tray / "s2.ppm", 1'000'000);
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerReadError);
  EXPECT_EQ(told.fault->sheet, 2);
  EXPECT_EQ(told.pages.size(), 1U);
}

TEST(TruncatedSheet, ASmallerPaperIsPaddedWithWhite) {
  TrayDesk desk;
  write_pnm(desk.tray / "card.ppm", text_page(300, 1, 3, 150, 200));
  const Told told = desk.scan();
  ASSERT_EQ(told.pages.size(), 1U);
  EXPECT_NEAR(told.pages[0].page.width * 25.4 / 150, 210, 0.5);
}

}  // namespace
}  // namespace desk::scanner::test
