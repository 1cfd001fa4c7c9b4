// Nobody is there: unplugged, switched off, another address.
#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

TEST(Gone, AClosedPortFails) {
  BenchPrinter bench(Line::Tcp);
  const std::string target = bench.target();
  bench.switch_off();
  const JobEnd end = run_job(*printer_at(target), noise_slip(576, 100, 1));
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterGone);
  EXPECT_FALSE(end.reached_printing);
}

TEST(Gone, AMissingDeviceFails) {
  TemporaryFolder folder;
  EXPECT_EQ(run_job(*printer_at("usb:" + folder.path() + "/lp0"), noise_slip(576, 100, 1)).code, StaffCode::PrinterGone);
}

TEST(Gone, AFileIsNoDevice) {
  TemporaryFolder folder;
  ASSERT_TRUE(write_durably({1, 2, 3}, folder.path() + "/lp0").ok());
  EXPECT_EQ(run_job(*printer_at("usb:" + folder.path() + "/lp0"), noise_slip(576, 100, 1)).code, StaffCode::PrinterGone);
  EXPECT_EQ(bytes_of_file(folder.path() + "/lp0").size(), 3U);
}

TEST(Gone, AnUnknownNameFails) {
  // RFC 6761: names under .invalid never exist.
  EXPECT_EQ(run_job(*printer_at("tcp:printer.invalid:9100"), noise_slip(576, 100, 1)).code, StaffCode::PrinterGone);
}

TEST(Gone, TheSelfTestHearsItToo) {
  TemporaryFolder folder;
  const auto printer = printer_at("usb:" + folder.path() + "/lp0");
  std::promise<Result<PrinterStatus>> heard;
  printer->check([&](const Result<PrinterStatus>& status) { heard.set_value(status); });
  const auto status = heard.get_future().get();
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, StaffCode::PrinterGone);
}

TEST(GoneFake, SaysTheSame) {
  const JobEnd end = run_fake(FakeFault::Gone);
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::PrinterGone);
  EXPECT_FALSE(end.reached_printing);
}

}  // namespace
}  // namespace desk::printer::test
