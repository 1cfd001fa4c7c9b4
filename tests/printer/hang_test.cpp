// The printer is there but neither reads nor answers.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

class Hang : public OnEachLine {};

TEST_P(Hang, FailsAsSilentWithoutSendingAnything) {
  bench_.cause("hang");
  const auto printer = printer_at(bench_.target());
  const JobEnd end = run_job(*printer, long_slip());
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterSilent);
  EXPECT_FALSE(end.reached_printing);
}

TEST_P(Hang, DoesNotHoldUpTheEndOfTheKiosk) {
  bench_.cause("hang");
  PrinterLimits patient;
  patient.answer = std::chrono::hours(1);
  JobLog log;
  auto printer = printer_at(bench_.target(), {}, patient);
  printer->print(long_slip(), log.listener());
  printer.reset();  // would wait an hour if it were not interrupted
  EXPECT_EQ(log.phases(), std::vector{JobPhase::Failed});
}

TEST(HangFake, SaysTheSame) {
  const JobEnd end = run_fake(FakeFault::Silent);
  EXPECT_EQ(end.code, StaffCode::PrinterSilent);
  EXPECT_FALSE(end.reached_printing);
}

TEST(HeldFake, ShowsTheStateInBetweenAndEndsAsUnknownWithTheKiosk) {
  FakePrinter fake = make_fake_printer();
  fake.handle->hold();
  JobLog log;
  fake.printer->print(noise_slip(576, 100, 1), log.listener());
  ASSERT_TRUE(log.saw(JobPhase::Printing));
  EXPECT_EQ(log.phases(), std::vector{JobPhase::Printing});
  fake.printer.reset();
  EXPECT_EQ(log.phases(), (std::vector{JobPhase::Printing, JobPhase::Unknown}));
}

DESK_ON_EACH_LINE(Hang);

}  // namespace
}  // namespace desk::printer::test
