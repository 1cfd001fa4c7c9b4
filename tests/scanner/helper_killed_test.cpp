// The helper dies in the middle of a page, as a driver that crashes makes it: told, reaped, and the next scan works.
#include <gtest/gtest.h>
#include <signal.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(HelperKilled, InMidPageIsToldAndTheNextScanWorks) {
  TrayDesk desk;
  desk.put_sheets(2);
  desk.put("fault", "2 50 HANG");
  const auto id = desk.scanner->start({.device = "desk:tray", .dpi = 150});
  ASSERT_TRUE(id.ok());
  pid_t victim = 0;
  const Told told = wait_for_last(*desk.scanner, *id, [&](const ScanEvent& event) {
    if (!std::holds_alternative<PageReady>(event)) return;
    victim = desk.scanner->helper_pid();
    kill(victim, SIGKILL);
  });
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerHelperDied);
  EXPECT_EQ(told.fault->pages, 1);
  ASSERT_EQ(told.pages.size(), 1U);
  ASSERT_GT(victim, 0);

  std::filesystem::remove(desk.tray / "fault");
  const Told next = desk.scan();
  EXPECT_TRUE(next.ended);
  EXPECT_TRUE(gone(victim));
}

TEST(HelperKilled, AProgramThatCannotBeStartedIsToldAsAFault) {
  SystemClock clock;
  SaneScanner scanner({.helper = "/nonexistent/desk-scan-helper"}, clock);
  const Told told = wait_for_last(scanner, *scanner.start({}));
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerHelperDied);
}

}  // namespace
}  // namespace desk::scanner::test
