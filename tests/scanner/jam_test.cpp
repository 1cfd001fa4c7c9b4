// A sheet jams halfway: what was scanned before it is kept, and after the paper is taken out the rest is scanned by the next job.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(Jam, PageOneSurvivesAndTheNextJobTakesTheRest) {
  TrayDesk desk;
  desk.put_sheets(3);
  desk.put("fault", "2 40 JAMMED");
  const Told first = desk.scan();
  ASSERT_TRUE(first.fault);
  EXPECT_EQ(first.fault->failure.code, StaffCode::ScannerJammed);
  EXPECT_EQ(first.fault->pages, 1);
  EXPECT_EQ(first.fault->sheet, 2);
  ASSERT_EQ(first.pages.size(), 1U);
  EXPECT_TRUE(decode_jpeg(first.pages.front().page.jpeg).ok());
  EXPECT_EQ(desk.sheets_left(), 2);

  std::filesystem::remove(desk.tray / "fault");
  const Told rest = desk.scan();
  EXPECT_TRUE(rest.ended);
  EXPECT_EQ(rest.pages.size(), 2U);
  EXPECT_EQ(desk.sheets_left(), 0);
}

TEST(Jam, OnTheVeryFirstLineNothingIsClaimed) {
  TrayDesk desk;
  desk.put_sheets(1);
  desk.put("fault", "1 0 JAMMED");
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerJammed);
  EXPECT_EQ(told.fault->pages, 0);
  EXPECT_EQ(told.fault->sheet, 1);
}

}  // namespace
}  // namespace desk::scanner::test
