// The roll ends inside a slip. The head stops, the memory fills, the line blocks: the slip is not complete and nobody may call it so.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

TEST(PaperOutDuring, ABlockedLineEndsAsFailedWithTheCauseAskedOnAFreshConnection) {
  BenchPrinter bench(Line::Tcp);
  bench.cause("paper-ends-after", "20000");
  const auto printer = printer_at(bench.target());
  const JobEnd end = run_job(*printer, long_slip());
  EXPECT_TRUE(end.reached_printing);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterPaperOut);
  EXPECT_TRUE(bench.slip(1).empty());
}

TEST(PaperOutDuring, ALineThatStaysBlockedIsASilentPrinter) {
  BenchPrinter bench(Line::Pty);
  bench.cause("paper-ends-after", "20000");
  const auto printer = printer_at(bench.target());
  const JobEnd end = run_job(*printer, long_slip());
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterSilent);
}

class PaperEndsWithTheSlip : public OnEachLine {};

TEST_P(PaperEndsWithTheSlip, IsSaidWhileWaitingForTheEnd) {
  // The memory took the rest of the job, so nothing blocks; only the question while waiting finds out.
  const Raster1 slip = noise_slip(576, 256 + 20, 3);
  bench_.cause("paper-ends-after", "18432");
  const auto printer = printer_at(bench_.target());
  const JobEnd end = run_job(*printer, slip);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterPaperOut);
}

TEST(PaperOutDuring, TheNextSlipIsWholeAlthoughABandWasLeftOpen) {
  // odoo#47635: after a broken job the next slip turned to garbage, because its first rows were taken for the rest of the old band.
  BenchPrinter bench(Line::Tcp);
  bench.cause("paper-ends-after", "20000");
  const auto printer = printer_at(bench.target());
  ASSERT_EQ(run_job(*printer, long_slip()).phase, JobPhase::Failed);
  bench.mend("paper-ends-after");
  bench.mend("paper-out");
  const Raster1 slip = noise_slip(576, 300, 9);
  ASSERT_EQ(run_job(*printer, slip).phase, JobPhase::Printed);
  const EscposPaper paper = read_paper(bench.slip(1));
  EXPECT_EQ(paper.complaint, "");
  EXPECT_TRUE(paper.dots.slice(paper.dots.height - slip.height, slip.height) == slip);
}

TEST(PaperOutDuringFake, SaysTheSame) {
  const JobEnd end = run_fake(FakeFault::PaperOutDuringJob);
  EXPECT_TRUE(end.reached_printing);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterPaperOut);
}

DESK_ON_EACH_LINE(PaperEndsWithTheSlip);

}  // namespace
}  // namespace desk::printer::test
