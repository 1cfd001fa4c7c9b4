#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "tests/printer/fault.h"

namespace desk::printer::test {
namespace {

TEST(MakePrinter, UnderstandsItsTargets) {
  for (const char* target : {"tcp:192.0.2.7:9100", "tcp:printer.local:9100", "tcp:[2001:db8::7]:9100", "usb:/dev/usb/lp0", "file:slips"}) {
    const auto made = make_printer(target, {});
    ASSERT_TRUE(made.ok()) << target;
    EXPECT_TRUE((*made)->describe().starts_with(std::string(target).substr(0, 4))) << (*made)->describe();
  }
}

TEST(MakePrinter, RefusesEverythingElseByName) {
  for (const char* target : {"", "tcp:", "tcp:host", "tcp::9100", "tcp:host:0", "tcp:host:70000", "tcp:host:91x", "tcp:2001:db8::7:9100", "usb:",
                             "usb:lp0", "file:", "cups:receipt", "lp0"}) {
    const auto made = make_printer(target, {});
    ASSERT_FALSE(made.ok()) << target;
    EXPECT_EQ(made.error().code, StaffCode::ConfigBroken) << target;
    EXPECT_NE(made.error().message().find("printer.target"), std::string::npos);
  }
  for (const int dots : {0, -8, 577}) EXPECT_FALSE(make_printer("file:slips", {dots, true}).ok()) << dots;
}

TEST(FolderPrinter, GoesOnCountingWhereItStopped) {
  TemporaryFolder folder;
  const std::string path = folder.path() + "/slips";
  for (int round = 1; round <= 2; ++round) {
    const auto printer = printer_at("file:" + path);
    EXPECT_EQ(run_job(*printer, noise_slip(576, 10, 1)).phase, JobPhase::Printed);
  }
  for (const char* name : {"receipt-1.png", "receipt-1.bin", "receipt-2.png", "receipt-2.bin"}) {
    EXPECT_TRUE(std::filesystem::exists(path + "/" + name)) << name;
  }
  // A slip's code opens an application: nobody else on the machine may read it.
  struct stat about {};
  ASSERT_EQ(::stat((path + "/receipt-1.png").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0600U);
  ASSERT_EQ(::stat(path.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0700U);
}

TEST(FolderPrinter, AMissingParentOrAFileInItsPlaceIsAMissingPrinter) {
  TemporaryFolder folder;
  EXPECT_EQ(run_job(*printer_at("file:" + folder.path() + "/no/such"), noise_slip(576, 10, 1)).code, StaffCode::PrinterGone);
  ASSERT_TRUE(write_durably({1}, folder.path() + "/file").ok());
  EXPECT_EQ(run_job(*printer_at("file:" + folder.path() + "/file"), noise_slip(576, 10, 1)).code, StaffCode::PrinterGone);
}

TEST(FolderPrinter, AFullDiskIsSaidAndLeavesNoHalfPicture) {
  // /dev/full fails every write with ENOSPC.
  TemporaryFolder folder;
  std::filesystem::create_symlink("/dev/full", folder.path() + "/receipt-1.bin.tmp");
  const JobEnd end = run_job(*printer_at("file:" + folder.path()), noise_slip(576, 10, 1));
  EXPECT_EQ(end.phase, JobPhase::Failed);
  EXPECT_EQ(end.code, StaffCode::StoreFull);
  EXPECT_FALSE(std::filesystem::exists(folder.path() + "/receipt-1.bin"));
}

}  // namespace
}  // namespace desk::printer::test
