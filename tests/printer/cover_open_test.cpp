// The cover stands open.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

class CoverOpen : public OnEachLine {};

TEST_P(CoverOpen, FailsWithoutSendingAnything) {
  bench_.cause("cover-open");
  const auto printer = printer_at(bench_.target());
  const JobEnd end = run_job(*printer, long_slip());
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterCoverOpen);
  EXPECT_FALSE(end.reached_printing);
}

TEST_P(CoverOpen, IsToldToTheSelfTest) {
  bench_.cause("cover-open");
  const auto printer = printer_at(bench_.target());
  std::promise<Result<PrinterStatus>> heard;
  printer->check([&](const Result<PrinterStatus>& status) { heard.set_value(status); });
  const auto status = heard.get_future().get();
  ASSERT_TRUE(status.ok());
  EXPECT_TRUE(status->cover_open);
  EXPECT_FALSE(status->online);
}

TEST(CoverOpenFake, SaysTheSame) {
  EXPECT_EQ(run_fake(FakeFault::CoverOpen).code, StaffCode::PrinterCoverOpen);
  EXPECT_EQ(run_fake(FakeFault::Offline).code, StaffCode::PrinterOffline);
}

DESK_ON_EACH_LINE(CoverOpen);

}  // namespace
}  // namespace desk::printer::test
