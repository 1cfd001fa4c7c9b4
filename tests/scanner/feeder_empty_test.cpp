// Nothing lies in the feeder; and the sensor tells when something does.
#include <gtest/gtest.h>

#include "tests/scanner/harness.h"

namespace desk::scanner::test {
namespace {

TEST(FeederEmpty, IsToldWithoutASheetUnderWay) {
  TrayDesk desk;
  const Told told = desk.scan();
  ASSERT_TRUE(told.fault);
  EXPECT_EQ(told.fault->failure.code, StaffCode::ScannerEmpty);
  EXPECT_EQ(told.fault->sheet, 0);
}

TEST(FeederEmpty, TheWatchTellsWhenPaperIsInserted) {
  TrayDesk desk;
  const auto watch = desk.scanner->watch_paper("desk:tray");
  ASSERT_TRUE(watch.ok());
  bool saw_empty = false;
  const Told told = wait_for_last(*desk.scanner, *watch, [&](const ScanEvent& event) {
    const auto* sensed = std::get_if<PaperSensed>(&event);
    if (sensed == nullptr) return;
    if (sensed->state == PaperState::Empty && !saw_empty) {
      saw_empty = true;
      desk.put_sheets(1);
    }
    if (sensed->state == PaperState::Loaded) desk.scanner->cancel(*watch);
  });
  EXPECT_TRUE(saw_empty);
  EXPECT_TRUE(told.cancelled);
  EXPECT_EQ(told.paper.back().state, PaperState::Loaded);
}

}  // namespace
}  // namespace desk::scanner::test
