// 点検: one item after the other, each skippable, the whole resumable; what is not known is never good.
#include <gtest/gtest.h>

#include "tests/flow/machine_desk.h"

namespace desk::flow {
namespace {

TestResult good(const char* note = "fine") { return {TestOutcome::Good, {}, note, {}}; }

void answer(MachineDesk& desk, TestResult result) {
  const auto* run = desk.last<RunTest>();
  ASSERT_NE(run, nullptr);
  desk.send(TestTold{run->id, std::move(result), {}});
}

// Every cell of a grid of six by four, in one stroke a row.
void wipe_all(MachineDesk& desk, int but = -1) {
  std::vector<int> cells;
  for (int cell = 0; cell < 24; ++cell) {
    if (cell != but) cells.push_back(cell);
  }
  desk.send(CellsWiped{6, 4, cells});
}

// To the item, everything before it good.
void walk_to(MachineDesk& desk, TestItem item) {
  desk.enter(Step::StaffSelfTest);
  desk.press(Action::Next);
  for (int moves = 0; moves < 30 && desk.test().at != item; ++moves) {
    const TestOutcome outcome = desk.test().of(desk.test().at).outcome;
    if (desk.model.step == Step::StaffTouchTest) wipe_all(desk);
    else if (outcome == TestOutcome::Asking) desk.press(Action::TestYes);
    else if (outcome == TestOutcome::Running) answer(desk, good());
    else desk.press(Action::Next);
  }
  ASSERT_EQ(desk.test().at, item);
}

void print_slip(MachineDesk& desk, TestSlipNews news, std::optional<StaffCode> code = {}) {
  desk.press(Action::Next);
  const auto* print = desk.last<PrintTestSlip>();
  ASSERT_NE(print, nullptr);
  EXPECT_EQ(print->staff, "sato");
  desk.send(TestSlipTold{print->id, news, code});
}

TEST(SelfTest, GoesThroughAllNineAndEndsWithTheSlipThatAPersonHasRead) {
  MachineDesk desk;
  walk_to(desk, TestItem::Printer);
  print_slip(desk, TestSlipNews::Printed);
  EXPECT_EQ(desk.test().of(TestItem::Printer).outcome, TestOutcome::Asking) << "printed is not yet legible";
  desk.press(Action::TestYes);
  EXPECT_TRUE(desk.test().overview);
  EXPECT_EQ(verdict_of(desk.test()), TestOutcome::Good);
  const auto* recorded = desk.last<RecordTest>();
  ASSERT_NE(recorded, nullptr);
  EXPECT_EQ(recorded->verdict, TestOutcome::Good);
  EXPECT_EQ(recorded->staff, "sato");
  EXPECT_EQ(desk.device(DeviceKind::Touch).report.level, DeviceLevel::Good);
  EXPECT_EQ(desk.all<PrintTestSlip>().size(), 1U) << "one slip";
}

TEST(SelfTest, ASlipThatNobodyConfirmsIsAskedForAndAnIllegibleOneIsAFault) {
  MachineDesk desk;
  walk_to(desk, TestItem::Printer);
  print_slip(desk, TestSlipNews::Unknown);
  ASSERT_EQ(desk.test().of(TestItem::Printer).outcome, TestOutcome::Asking);
  desk.press(Action::TestNo);
  EXPECT_EQ(desk.test().of(TestItem::Printer).code, StaffCode::SlipIllegible);
  EXPECT_EQ(desk.device(DeviceKind::Printer).report.level, DeviceLevel::Bad);
  EXPECT_EQ(verdict_of(desk.test()), TestOutcome::Bad);
}

TEST(SelfTest, WithoutPaperTheItemFailsWithThePrintersCodeAndCanBeTriedAgain) {
  MachineDesk desk;
  walk_to(desk, TestItem::Printer);
  print_slip(desk, TestSlipNews::Failed, StaffCode::PrinterPaperOut);
  EXPECT_EQ(desk.test().of(TestItem::Printer).outcome, TestOutcome::Bad);
  EXPECT_EQ(desk.test().of(TestItem::Printer).code, StaffCode::PrinterPaperOut);
  EXPECT_FALSE(desk.test().overview) << "the fault stays on show with its cure";
  desk.press(Action::TestAgain);
  print_slip(desk, TestSlipNews::Printed);
  desk.press(Action::TestYes);
  EXPECT_EQ(verdict_of(desk.test()), TestOutcome::Good);
}

TEST(SelfTest, WhatIsSkippedIsSaidToBeUntestedAndNeverGood) {
  MachineDesk desk;
  walk_to(desk, TestItem::Scanner);
  desk.press(Action::TestSkip);
  EXPECT_EQ(desk.test().of(TestItem::Scanner).outcome, TestOutcome::Skipped);
  EXPECT_EQ(desk.device(DeviceKind::Scanner).report.level, DeviceLevel::Unknown);
  EXPECT_EQ(desk.test().at, TestItem::Clock) << "and the next one runs by itself";
  EXPECT_EQ(desk.last<RunTest>()->item, TestItem::Clock);
}

TEST(SelfTest, LeftInTheMiddleItIsTakenUpWhereItStood) {
  MachineDesk desk;
  walk_to(desk, TestItem::Sms);
  desk.press(Action::Next);  // the provider is being asked
  const CommandId late = desk.last<RunTest>()->id;
  EXPECT_TRUE(busy(desk.model));
  desk.press(Action::Back);  // to the list
  desk.press(Action::Back);  // and home
  ASSERT_EQ(desk.model.step, Step::StaffHome);
  desk.send(TestTold{late, good(), {}});
  EXPECT_EQ(desk.test().of(TestItem::Sms).outcome, TestOutcome::Open) << "a late reply fits nothing";
  desk.press(Action::Back);  // staff mode ends: the model is fresh, the machine's state is not
  ASSERT_EQ(desk.model.step, Step::Attract);
  EXPECT_EQ(desk.test().of(TestItem::Touch).outcome, TestOutcome::Good);
  EXPECT_EQ(next_open(desk.test()), TestItem::Sms);
}

TEST(SelfTest, TheSmsLoopsBackOnlyWithTheDigitsThatArrived) {
  MachineDesk desk;
  walk_to(desk, TestItem::Sms);
  desk.press(Action::TestSmsNumber);
  desk.type("0312345678");
  desk.press(Action::Next);
  EXPECT_EQ(desk.model.problem, "phone.landline");
  EXPECT_EQ(desk.last<SendTestMessage>(), nullptr) << "nothing is sent to a number that cannot receive";
  desk.type("\f09012345678");
  desk.press(Action::Next);
  const auto* send = desk.last<SendTestMessage>();
  ASSERT_NE(send, nullptr);
  EXPECT_TRUE(desk.model.entry.empty());
  desk.send(TestMessageSent{send->id, "VE1", "き-7", "090-••••-5678"});
  desk.type("111111");
  desk.press(Action::Next);
  desk.send(TestCodeWrong{desk.last<CheckTestCode>()->id});
  EXPECT_EQ(desk.test().of(TestItem::Sms).outcome, TestOutcome::Asking);
  desk.type("482913");
  desk.press(Action::Next);
  desk.send(TestTold{desk.last<CheckTestCode>()->id, good("sms_arrived"), {}});
  EXPECT_EQ(desk.test().of(TestItem::Sms).outcome, TestOutcome::Good);
  EXPECT_EQ(desk.test().at, TestItem::Sound);
}

TEST(SelfTest, AMessageThatDoesNotArriveIsAFault) {
  MachineDesk desk;
  walk_to(desk, TestItem::Sms);
  desk.press(Action::TestSmsNumber);
  desk.type("09012345678");
  desk.press(Action::Next);
  desk.send(TestMessageSent{desk.last<SendTestMessage>()->id, "VE1", "き-7", "090-••••-5678"});
  desk.press(Action::TestNo);
  EXPECT_EQ(desk.test().of(TestItem::Sms).outcome, TestOutcome::Bad);
  EXPECT_EQ(desk.test().of(TestItem::Sms).code, StaffCode::GatewayUnknown);
}

TEST(SelfTest, ASilentMachineIsAbsentAndAnUnheardBellIsAFault) {
  MachineDesk silent;
  walk_to(silent, TestItem::Sound);
  silent.press(Action::Next);
  answer(silent, {TestOutcome::Absent, {}, "sound_absent", {}});
  EXPECT_EQ(silent.device(DeviceKind::Sound).report.level, DeviceLevel::Absent);
  MachineDesk mute;
  walk_to(mute, TestItem::Sound);
  mute.press(Action::Next);
  answer(mute, {TestOutcome::Asking, {}, "sound_rang", {}});
  mute.press(Action::TestNo);
  EXPECT_EQ(mute.test().of(TestItem::Sound).code, StaffCode::SoundMissing);
}

TEST(TouchTest, DeadCellsAreToldWithTheirPlaceAfterAPause) {
  MachineDesk desk;
  desk.enter(Step::StaffSelfTest);
  desk.press(Action::Next);
  desk.press(Action::Next);
  ASSERT_EQ(desk.model.step, Step::StaffTouchTest);
  wipe_all(desk, /*but=*/5);
  EXPECT_FALSE(desk.test().touch_asking);
  desk.wait(std::chrono::seconds{8});
  ASSERT_TRUE(desk.test().touch_asking);
  desk.press(Action::TestNo);
  const TestResult& result = desk.test().of(TestItem::Touch);
  EXPECT_EQ(result.outcome, TestOutcome::Bad);
  EXPECT_EQ(result.code, StaffCode::TouchDead);
  EXPECT_EQ(result.arguments, (WordArguments{{"count", "1"}, {"places", "top_right"}}));
  EXPECT_EQ(desk.model.step, Step::StaffSelfTest);
}

TEST(TouchTest, WhereNothingAnswersTheTestEndsByItself) {
  MachineDesk desk;
  desk.enter(Step::StaffSelfTest);
  desk.press(Action::Next);
  desk.press(Action::Next);
  desk.send(CellsWiped{6, 4, {0, 1}});
  desk.wait(std::chrono::seconds{8 + 45});
  EXPECT_EQ(desk.test().of(TestItem::Touch).outcome, TestOutcome::Bad);
  EXPECT_EQ(desk.test().of(TestItem::Touch).arguments.front().second, "22");
}

TEST(TouchGrid, AFastFingerLeavesNoHoleAndAnotherPanelBeginsAnew) {
  EXPECT_EQ(cells_between(10, 1, 0.05, 0.5, 0.95, 0.5).size(), 10U);
  TouchGrid grid;
  EXPECT_TRUE(wipe_cells(grid, 2, 2, {0, 1, 2, 3}));
  EXPECT_TRUE(grid.complete());
  EXPECT_FALSE(wipe_cells(grid, 2, 2, {3, 4, -1})) << "nothing new, and nothing outside";
  EXPECT_TRUE(wipe_cells(grid, 3, 2, {0}));
  EXPECT_EQ(grid.left(), 5);
}

}  // namespace
}  // namespace desk::flow
