// The helper or the driver says nothing any more: it is ended in time, whatever holds it.
#include <gtest/gtest.h>
#include <signal.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

ScanLimits short_limits() {
  ScanLimits limits;
  limits.read = std::chrono::milliseconds{700};
  limits.cancel = std::chrono::milliseconds{300};
  limits.stall = std::chrono::milliseconds{200};
  return limits;
}

TEST(Silent, ADriverThatDoesNotComeBackIsEndedAndReaped) {
  TrayDesk desk(short_limits());
  desk.put_sheets(1);
  desk.put("fault", "1 50 HANG");
  pid_t helper = 0;
  const Told told = wait_for_last(*desk.scanner, *desk.scanner->start({.device = "desk:tray", .dpi = 150}), [&](const ScanEvent& event) {
    if (std::holds_alternative<Progress>(event)) helper = desk.scanner->helper_pid();
  });
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerSilent);
  EXPECT_EQ(told.fault->sheet, 1);
  std::filesystem::remove(desk.tray / "fault");
  EXPECT_TRUE(desk.scan().ended);
  EXPECT_TRUE(gone(helper));
}

TEST(Silent, AHelperThatIsStoppedIsEndedAndReaped) {
  TrayDesk desk(short_limits());
  desk.put_sheets(1);
  desk.put("ppm", "10");
  pid_t helper = 0;
  const Told told = wait_for_last(*desk.scanner, *desk.scanner->start({.device = "desk:tray", .dpi = 150}), [&](const ScanEvent& event) {
    const auto* progress = std::get_if<Progress>(&event);
    if (progress == nullptr || helper != 0) return;
    helper = desk.scanner->helper_pid();
    kill(helper, SIGSTOP);
  });
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerSilent);
  std::filesystem::remove(desk.tray / "ppm");
  EXPECT_TRUE(desk.scan().ended);
  EXPECT_TRUE(gone(helper));
}

// `net` answers GOOD without a byte for ever once its server has died (2.5 s of CPU in 4 s were seen).
TEST(Silent, ADriverThatSaysGoodWithoutDataIsAReadError) {
  ScanLimits limits = short_limits();
  limits.read = std::chrono::milliseconds{20'000};
  TrayDesk desk(limits);
  desk.put_sheets(1);
  desk.put("fault", "1 50 STALL");
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerReadError);
}

TEST(Silent, TheScannerCanBeTakenAwayWhileADriverHangs) {
  pid_t helper = 0;
  {
    TrayDesk desk;
    desk.put_sheets(1);
    desk.put("fault", "1 50 HANG");
    const auto id = desk.scanner->start({.device = "desk:tray", .dpi = 150});
    bool under_way = false;
    while (!under_way) {
      for (const ScanEvent& event : desk.scanner->take_events()) {
        ASSERT_FALSE(std::holds_alternative<Faulted>(event));
        under_way = under_way || std::holds_alternative<Progress>(event);
      }
    }
    ASSERT_TRUE(id.ok());
    helper = desk.scanner->helper_pid();
    ASSERT_FALSE(gone(helper));
  }
  EXPECT_TRUE(gone(helper));
}

}  // namespace
}  // namespace desk::scanner::test
