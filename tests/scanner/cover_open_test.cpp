// The cover is open, at the start or suddenly.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(CoverOpen, BeforeTheStartIsToldAndClosingItHelps) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("cover-open", "");
  const Told open = desk.scan();
  ASSERT_TRUE(open.fault);
  EXPECT_EQ(open.fault->failure.code, StaffCode::ScannerCoverOpen);
  std::filesystem::remove(desk.tray / "cover-open");
  EXPECT_TRUE(desk.scan().ended);
}

TEST(CoverOpen, InTheMiddleOfASheetKeepsTheSheetInTheFeeder) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("fault", "1 60 COVER_OPEN");
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerCoverOpen);
  EXPECT_EQ(desk.sheets_left(), 1);
}

}  // namespace
}  // namespace desk::scanner::test
