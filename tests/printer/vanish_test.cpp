// The printer disappears inside a job: cable pulled, power cut.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

class Vanish : public OnEachLine {};

TEST_P(Vanish, InsideTheBytesIsAFailure) {
  bench_.cause("vanish-after", "30000");
  const auto printer = printer_at(bench_.target());
  const JobEnd end = run_job(*printer, long_slip());
  EXPECT_TRUE(end.reached_printing);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterGone);
}

TEST_P(Vanish, AfterTheBytesIsUnknown) {
  // The whole job was taken (small enough for every buffer), the confirmation never came.
  const Raster1 slip = noise_slip(576, 20, 1);
  bench_.cause("vanish-after", std::to_string(encode_job(slip).size()));
  const auto printer = printer_at(bench_.target());
  const JobEnd end = run_job(*printer, slip);
  EXPECT_EQ(end.phase, JobPhase::Unknown);
  EXPECT_EQ(end.code, StaffCode::PrintUnknown);
}

TEST(VanishFake, SaysTheSame) {
  const JobEnd end = run_fake(FakeFault::VanishesDuringJob);
  EXPECT_TRUE(end.reached_printing);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterGone);
}

DESK_ON_EACH_LINE(Vanish);

}  // namespace
}  // namespace desk::printer::test
