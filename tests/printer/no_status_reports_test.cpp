// Models that do not report, and models that stop reporting: the screen must ask 「紙は出ましたか？」 instead of claiming.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

class NoStatusReports : public OnEachLine {};

TEST_P(NoStatusReports, PrintsAndEndsAsUnknown) {
  bench_.cause("mute");
  PaperProfile profile;
  profile.status_reports = false;
  const auto printer = printer_at(bench_.target(), profile);
  const JobEnd end = run_job(*printer, noise_slip(576, 900, 1));
  EXPECT_TRUE(end.reached_printing);
  EXPECT_EQ(end.phase, JobPhase::Unknown);
  EXPECT_EQ(end.code, StaffCode::PrintUnknown);
}

TEST_P(NoStatusReports, SlipsStillComeOutWholeAndInOrder) {
  // Nothing confirms, so the proof is a second, reporting printer on the same paper: its GS r waits behind both jobs.
  PaperProfile profile;
  profile.status_reports = false;
  const Raster1 first = noise_slip(576, 900, 1);
  const Raster1 second = noise_slip(576, 40, 2);
  EXPECT_EQ(run_job(*printer_at(bench_.target(), profile), first).phase, JobPhase::Unknown);
  EXPECT_EQ(run_job(*printer_at(bench_.target()), second).phase, JobPhase::Printed);
  EXPECT_TRUE(read_paper(bench_.slip(1)).dots == first);
  EXPECT_TRUE(read_paper(bench_.slip(2)).dots == second);
}

TEST_P(NoStatusReports, AMuteModelThatIsExpectedToReportIsSilent) {
  bench_.cause("mute");
  const JobEnd end = run_job(*printer_at(bench_.target()), noise_slip(576, 100, 1));
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterSilent);
  EXPECT_FALSE(end.reached_printing);
}

TEST_P(NoStatusReports, AnsweringStatusButNeverConfirmingIsUnknown) {
  bench_.cause("forgetful");
  const JobEnd end = run_job(*printer_at(bench_.target()), noise_slip(576, 100, 1));
  EXPECT_TRUE(end.reached_printing);
  EXPECT_EQ(end.phase, JobPhase::Unknown);
  EXPECT_EQ(end.code, StaffCode::PrintUnknown);
}

TEST(NoStatusReportsFake, SaysTheSame) {
  for (const FakeFault fault : {FakeFault::NoStatusReports, FakeFault::NeverConfirms}) {
    const JobEnd end = run_fake(fault);
    EXPECT_EQ(end.phase, JobPhase::Unknown);
    EXPECT_EQ(end.code, StaffCode::PrintUnknown);
  }
}

DESK_ON_EACH_LINE(NoStatusReports);

}  // namespace
}  // namespace desk::printer::test
