// 点検 at a desk that is real but for its window: all nine items, the slip read back, and the faults that staff meet in the morning.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "data/base/software.h"
#include "data/text/text_catalog.h"
#include "tests/printer/bench_printer.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::DeviceKind;
using flow::DeviceLevel;
using flow::Step;
using flow::TestItem;
using flow::TestOutcome;

constexpr int kMostSteps = 60;

bool sign_in(DeskVisit& visit) {
  visit.press(Action::CallStaff);
  visit.press(Action::OpenStaff);
  visit.type("1111");
  visit.press(Action::Next);
  return visit.settle() && visit.model().step == Step::StaffHome;
}

void wipe_panel(DeskVisit& visit, int but = -1) {
  std::vector<int> cells;
  for (int cell = 0; cell < 20 * 11; ++cell) {
    if (cell != but) cells.push_back(cell);
  }
  visit.send(flow::CellsWiped{20, 11, cells});
}

// Says yes to what is asked and goes on over what is found, to the end.
bool run_all(DeskVisit& visit, int dead_cell = -1) {
  visit.send(flow::StaffAreaChosen{Step::StaffSelfTest});
  visit.press(Action::Next);
  for (int steps = 0; steps < kMostSteps; ++steps) {
    if (!visit.settle()) return false;
    const flow::SelfTestState& test = visit.model().machine.self_test;
    if (test.overview) return true;
    if (visit.model().step == Step::StaffTouchTest) {
      wipe_panel(visit, dead_cell);
      if (dead_cell >= 0) visit.press(Action::TestNo);
    } else if (test.of(test.at).outcome == TestOutcome::Asking) {
      visit.press(Action::TestYes);
    } else {
      visit.press(Action::Next);
    }
  }
  return false;
}

const flow::TestResult& result_of(DeskVisit& visit, TestItem item) { return visit.model().machine.self_test.of(item); }

TEST(Start, PutsOnRecordWhatWasStarted) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open() && visit.settle()) << visit.trouble();
  const auto rows = visit.store().audit_rows(0, 1);
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 1U);
  EXPECT_EQ(rows->front().event, AuditEvent::KioskStarted);
  EXPECT_EQ(rows->front().details, std::string("version=") + program_version());
}

TEST(SelfTestVisit, AllNineItemsAndTheSlipThatComesOutCanBeRead) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  visit.runner().on_bell = [] { return true; };
  ASSERT_TRUE(sign_in(visit)) << visit.trouble();
  ASSERT_TRUE(run_all(visit)) << visit.trouble();
  for (const TestItem item : {TestItem::Touch, TestItem::Scanner, TestItem::Sms, TestItem::Sound, TestItem::Qr, TestItem::Printer}) {
    EXPECT_EQ(result_of(visit, item).outcome, TestOutcome::Good) << flow::name_of(item) << " " << result_of(visit, item).note;
  }
  // The test's machine has no time synchronisation that would vouch for its clock: said, and no more than said.
  EXPECT_EQ(result_of(visit, TestItem::Clock).code, StaffCode::ClockUntrusted);
  const std::string slip = visit.newest_slip();
  ASSERT_FALSE(slip.empty());
  EXPECT_EQ(run("zbarimg -q --raw '" + slip + "'").text, visit.runner().official_address() + "\n");
  bool recorded = false;
  const auto rows = visit.store().audit_rows(0, 500);
  ASSERT_TRUE(rows);
  for (const store::AuditRow& row : *rows) recorded = recorded || row.event == AuditEvent::SelfTestCompleted;
  EXPECT_TRUE(recorded);
}

TEST(SelfTestVisit, WithoutPaperAndWithADeadCornerBothAreSaidWithTheirCodes) {
  printer::test::BenchPrinter bench(printer::test::Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  bench.cause("paper-out");
  Folder folder;
  DeskVisit visit(folder.path(), [&](config::DeskConfig& config) { config.printer.target = bench.target(); });
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(sign_in(visit)) << visit.trouble();
  ASSERT_TRUE(run_all(visit, /*dead_cell=*/0)) << visit.trouble();
  EXPECT_EQ(result_of(visit, TestItem::Touch).code, StaffCode::TouchDead);
  EXPECT_EQ(result_of(visit, TestItem::Printer).code, StaffCode::PrinterPaperOut);
  EXPECT_EQ(result_of(visit, TestItem::Sound).outcome, TestOutcome::Absent);
  EXPECT_EQ(flow::verdict_of(visit.model().machine.self_test), TestOutcome::Bad);
  EXPECT_TRUE(bench.slip(1).empty());
  // A roll is put in: the one item again, and the slip comes out with the dead corner on it.
  bench.mend("paper-out");
  visit.send(flow::TestItemChosen{TestItem::Printer});
  visit.press(Action::Next);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  EXPECT_EQ(result_of(visit, TestItem::Printer).outcome, TestOutcome::Asking);
  EXPECT_FALSE(bench.slip(1).empty());
}

TEST(SelfTestVisit, AnUnpluggedScannerIsFoundByThePanelAndByTheTest) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(sign_in(visit)) << visit.trouble();
  visit.send(flow::StaffAreaChosen{Step::StaffDevices});
  const auto state_of = [&](DeviceKind kind) -> const flow::DeviceState& { return visit.model().machine.devices.of(kind); };
  const auto answered = [&](const flow::Model& model) { return model.machine.devices.of(DeviceKind::Scanner).order == 0; };
  ASSERT_TRUE(visit.wait_until("the scanner's answer", answered)) << visit.trouble();
  EXPECT_EQ(state_of(DeviceKind::Scanner).report.level, DeviceLevel::Good);
  ASSERT_TRUE(visit.wait_until("every answer", [&](const flow::Model& model) {
    return std::all_of(model.machine.devices.all.begin(), model.machine.devices.all.end(), [](const auto& each) { return each.order == 0; });
  })) << visit.trouble();
  EXPECT_EQ(state_of(DeviceKind::Printer).report.level, DeviceLevel::Good);
  EXPECT_EQ(state_of(DeviceKind::Sms).report.level, DeviceLevel::Good);
  EXPECT_EQ(state_of(DeviceKind::Page).report.level, DeviceLevel::Good);
  EXPECT_EQ(state_of(DeviceKind::Disk).report.note.rfind("disk_", 0), 0U);

  std::filesystem::rename(visit.tray(), visit.tray() + "-away");  // the tray's folder is its cable
  visit.send(flow::DeviceAsked{DeviceKind::Scanner});
  ASSERT_TRUE(visit.wait_until("the scanner's answer", answered)) << visit.trouble();
  EXPECT_EQ(state_of(DeviceKind::Scanner).report.level, DeviceLevel::Bad);
  EXPECT_TRUE(state_of(DeviceKind::Scanner).report.code.has_value());
}

TEST(SelfTestVisit, WhatStaffSetIsThereAfterTheNextStart) {
  Folder folder;
  DeskVisit visit(folder.path());
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(sign_in(visit)) << visit.trouble();
  visit.send(flow::StaffAreaChosen{Step::StaffSettings});
  visit.send(flow::SettingAsked{flow::DeskSetting::TextSize});
  visit.send(flow::SettingChosen{"4"});
  ASSERT_TRUE(visit.wait_until("saved", [](const flow::Model& model) { return model.machine.settings.saved; })) << visit.trouble();
  visit.close();
  ASSERT_TRUE(visit.open()) << visit.trouble();
  EXPECT_EQ(visit.model().settings.text_size, 4);
  visit.close();
  // The newer slot knows one setting more; after a fall back the others still hold.
  write_file(folder.path() + "/store/desk-settings.json", "{\"text_size\": \"3\", \"of_a_newer_release\": \"on\"}");
  ASSERT_TRUE(visit.open()) << visit.trouble();
  EXPECT_FALSE(visit.model().machine.settings.fault.has_value());
  EXPECT_EQ(visit.model().settings.text_size, 3);
  visit.close();
  write_file(folder.path() + "/store/desk-settings.json", "{\"text_size\": \"9\"}");
  ASSERT_TRUE(visit.open()) << visit.trouble();
  EXPECT_EQ(visit.model().machine.settings.fault, StaffCode::SettingsUnread);
  EXPECT_EQ(visit.model().settings.text_size, 2);
}

}  // namespace
}  // namespace desk::shell::test
