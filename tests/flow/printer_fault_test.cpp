// The printer: queued, printing, printed and unknown are four things, and the slip is never said to be out unless it was confirmed.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

void print_with(Visit& visit, std::function<void(Visit&, const PrintSlip&)> printer) {
  visit.workers.print = std::move(printer);
  visit.start();
  visit.walk_to(Step::Printing);
}

TEST(Printer, shows_each_state_that_the_device_confirmed_and_no_more) {
  Visit visit;
  CommandId id = 0;
  print_with(visit, [&](Visit&, const PrintSlip& order) { id = order.id; });
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Preparing);
  visit.send(SlipDrawn{id, 9, 576, 1800});
  EXPECT_EQ(visit.model().print.picture, 9u);
  visit.send(SlipQueued{id});
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Queued);
  visit.send(SlipPrinting{id});
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Printing);
  for (Action action : {Action::Next, Action::Back, Action::PrintAgain, Action::SlipCameOut, Action::SlipDidNotComeOut,
                        Action::GoOnWithoutPaper, Action::TakeSlip}) {
    visit.press(action);
  }
  EXPECT_EQ(visit.step(), Step::Printing);
  EXPECT_EQ(visit.count<PrintSlip>(), 1) << "no press prints a second slip while the first is on its way";
  visit.send(SlipPrinted{id});
  EXPECT_EQ(visit.step(), Step::Done);
}

class PrinterFault : public testing::TestWithParam<StaffCode> {};

TEST_P(PrinterFault, is_told_and_cured_by_printing_again) {
  Visit visit;
  print_with(visit, [](Visit& v, const PrintSlip& order) { v.send(SlipFailed{order.id, GetParam()}); });
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Failed);
  EXPECT_EQ(visit.model().print.fault, GetParam());
  visit.workers.print = nullptr;
  visit.press(Action::PrintAgain);
  EXPECT_EQ(visit.step(), Step::Done);
  EXPECT_FALSE(visit.model().print.fault);
}

TEST_P(PrinterFault, does_not_keep_anybody_who_goes_on_without_paper) {
  Visit visit;
  print_with(visit, [](Visit& v, const PrintSlip& order) { v.send(SlipFailed{order.id, GetParam()}); });
  visit.press(Action::GoOnWithoutPaper);
  EXPECT_EQ(visit.step(), Step::Done);
  EXPECT_TRUE(visit.model().print.without_paper);
  EXPECT_NE(visit.model().print.phase, PrintPhase::Printed);
}

INSTANTIATE_TEST_SUITE_P(All, PrinterFault,
                         testing::Values(StaffCode::PrinterGone, StaffCode::PrinterPaperOut, StaffCode::PrinterCoverOpen,
                                         StaffCode::PrinterOffline, StaffCode::PrinterSilent, StaffCode::QrUnreadable),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST(PrinterUnknown, asks_and_believes_the_person) {
  Visit visit;
  CommandId id = 0;
  print_with(visit, [&](Visit& v, const PrintSlip& order) {
    id = order.id;
    v.send(SlipUnknown{order.id});
  });
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Unknown);
  EXPECT_EQ(visit.step(), Step::Printing);
  visit.send(SlipPrinted{id});
  EXPECT_EQ(visit.step(), Step::Printing) << "a late word of the printer no longer counts";
  visit.press(Action::SlipCameOut);
  EXPECT_EQ(visit.step(), Step::Done);
  EXPECT_FALSE(visit.model().print.without_paper);
}

TEST(PrinterUnknown, prints_again_when_nothing_came_out) {
  Visit visit;
  print_with(visit, [](Visit& v, const PrintSlip& order) { v.send(SlipUnknown{order.id}); });
  visit.press(Action::SlipDidNotComeOut);
  EXPECT_EQ(visit.count<PrintSlip>(), 2);
}

TEST(Done_, prints_once_more_without_asking_anything_again) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Done);
  visit.press(Action::PrintAgain);
  EXPECT_EQ(visit.count<PrintSlip>(), 2);
  EXPECT_EQ(visit.count<StoreBundle>(), 1);
  EXPECT_EQ(visit.step(), Step::Done);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Done);
}

}  // namespace
}  // namespace desk::flow
