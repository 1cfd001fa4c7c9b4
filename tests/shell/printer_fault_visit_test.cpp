// The printer's faults at the end of a visit, with an ESC/POS printer on the other end of a socket.
#include <gtest/gtest.h>

#include "tests/printer/bench_printer.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::PrintPhase;
using flow::Step;

// To the printing of the receipt, by the shortest way: later with the phone, no papers at hand.
bool go_to_the_printer(DeskVisit& visit) {
  visit.scanned.clear();
  if (!visit.open() || !visit.start() || !visit.walk_to(Step::Phone)) return false;
  visit.press(Action::LaterPhone);
  if (!visit.settle() || !visit.walk_to(Step::Review)) return false;
  visit.press(Action::Next);
  return visit.settle();
}

TEST(PrinterFaultVisit, WithoutPaperTheSlipFailsAndComesOutWhenARollIsIn) {
  printer::test::BenchPrinter bench(printer::test::Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  bench.cause("paper-out");
  Folder folder;
  DeskVisit visit(folder.path(), [&](config::DeskConfig& config) { config.printer.target = bench.target(); });
  ASSERT_TRUE(go_to_the_printer(visit)) << visit.trouble();
  EXPECT_EQ(visit.model().step, Step::Printing);
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Failed);
  EXPECT_EQ(visit.model().print.fault, StaffCode::PrinterPaperOut);
  EXPECT_EQ(to_string(*visit.model().print.fault), "SC-302");
  EXPECT_TRUE(bench.slip(1).empty());

  bench.mend("paper-out");
  visit.press(Action::PrintAgain);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  EXPECT_EQ(visit.model().step, Step::Done);
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Printed);
  EXPECT_FALSE(visit.model().print.fault);
  EXPECT_FALSE(bench.slip(1).empty());
  EXPECT_TRUE(bench.slip(2).empty()) << "one slip, not two";
}

TEST(PrinterFaultVisit, APrinterThatReportsNothingIsNeverBelievedAndThePersonIsAsked) {
  printer::test::BenchPrinter bench(printer::test::Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  Folder folder;
  DeskVisit visit(folder.path(), [&](config::DeskConfig& config) {
    config.printer.target = bench.target();
    config.printer.status_reports = false;
  });
  ASSERT_TRUE(go_to_the_printer(visit)) << visit.trouble();
  EXPECT_EQ(visit.model().step, Step::Printing);
  ASSERT_EQ(visit.model().print.phase, PrintPhase::Unknown);
  visit.press(Action::SlipCameOut);
  EXPECT_EQ(visit.model().step, Step::Done);
  EXPECT_FALSE(visit.model().print.without_paper);
}

TEST(PrinterFaultVisit, WithThePrinterGoneThePersonGoesOnWithoutPaperAndTheRecordStays) {
  printer::test::BenchPrinter bench(printer::test::Line::Tcp);
  ASSERT_FALSE(bench.target().empty());
  Folder folder;
  DeskVisit visit(folder.path(), [&](config::DeskConfig& config) { config.printer.target = bench.target(); });
  bench.switch_off();
  ASSERT_TRUE(go_to_the_printer(visit)) << visit.trouble();
  ASSERT_EQ(visit.model().print.phase, PrintPhase::Failed);
  EXPECT_EQ(visit.model().print.fault, StaffCode::PrinterGone);
  const ApplicationId application = *visit.model().application;
  visit.press(Action::GoOnWithoutPaper);
  EXPECT_EQ(visit.model().step, Step::Done);
  EXPECT_TRUE(visit.model().print.without_paper);
  visit.press(Action::Next);
  visit.flush();
  const auto record = visit.store().application(application);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->state, store::VisitState::Finished);
}

}  // namespace
}  // namespace desk::shell::test
