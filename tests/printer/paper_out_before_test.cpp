// The roll is empty before anything is sent: the person must not wait for paper that is not there.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

class PaperOutBefore : public OnEachLine {};

TEST_P(PaperOutBefore, FailsWithoutSendingAnything) {
  bench_.cause("paper-out");
  const auto printer = printer_at(bench_.target());
  const JobEnd end = run_job(*printer, long_slip());
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterPaperOut);
  EXPECT_FALSE(end.reached_printing);
}

TEST_P(PaperOutBefore, PrintsTheNextJobWhenARollWasPutIn) {
  bench_.cause("paper-out");
  const auto printer = printer_at(bench_.target());
  EXPECT_EQ(run_job(*printer, noise_slip(576, 300, 1)).code, StaffCode::PrinterPaperOut);
  bench_.mend("paper-out");
  const Raster1 slip = noise_slip(576, 300, 2);
  EXPECT_EQ(run_job(*printer, slip).phase, JobPhase::Printed);
  EXPECT_TRUE(read_paper(bench_.slip(1)).dots == slip);
}

TEST_P(PaperOutBefore, LowPaperStillPrintsAndIsTold) {
  bench_.cause("paper-low");
  const auto printer = printer_at(bench_.target());
  JobLog log;
  printer->print(noise_slip(576, 300, 1), log.listener());
  const auto end = log.end_of();
  ASSERT_TRUE(end);
  EXPECT_EQ(end->phase, JobPhase::Printed);
  EXPECT_TRUE(end->paper_low);
}

TEST(PaperOutBeforeFake, SaysTheSame) {
  const JobEnd end = run_fake(FakeFault::PaperOut);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterPaperOut);
  EXPECT_FALSE(end.reached_printing);
}

DESK_ON_EACH_LINE(PaperOutBefore);

}  // namespace
}  // namespace desk::printer::test
