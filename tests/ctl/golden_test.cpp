// The runner of golden cases must be able to fail: a wrong expectation is found, with file and line.
#include "kiosk/ctl/golden.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "kiosk/ctl/groups.h"
#include "data/base/places.h"
#include "kiosk/ctl/program.h"

namespace desk::ctl {
namespace {

class GoldenFile : public ::testing::Test {
 protected:
  GoldenFile() : file_(std::filesystem::temp_directory_path() / ("desk-golden-" + std::to_string(getpid()) + ".toml")) {}
  ~GoldenFile() override { std::filesystem::remove(file_); }

  Result<GoldenReport> run(const std::string& text) {
    std::ofstream(file_) << text;
    return run_golden(file_.string(), 2026, all_verbs(), context_);
  }

  std::filesystem::path file_;
  FakeClock clock_;
  Context context_{data_folder() + "/catalog/packs", clock_};
};

TEST_F(GoldenFile, AWrongFigureIsFoundWithItsLine) {
  const auto report = run("[[case]]\nid = \"A\"\ncall = \"estimate\"\ninput = { frame = \"normal\", cost = 100000 }\nexpect = { subsidy = 50001 }\n");
  ASSERT_TRUE(report.ok());
  ASSERT_EQ(report->failures.size(), 1U);
  EXPECT_EQ(report->failures[0], file_.string() + ":5: A: subsidy: expected 50001, got 50000");
}

TEST_F(GoldenFile, AMissingCodeAnExtraCodeAndAMissingErrorAreFound) {
  const std::string head = "[[case]]\nid = \"A\"\ncall = \"estimate\"\n";
  EXPECT_EQ(run(head + "input = { frame = \"normal\", cost = 100000 }\nexpect = { reasons = [\"capped\"] }\n")->failures.size(), 1U);
  EXPECT_EQ(run(head + "input = { frame = \"normal\", cost = 1 }\nexpect = { reasons = [] }\n")->failures.size(), 1U);
  EXPECT_EQ(run(head + "input = { frame = \"normal\", cost = 1 }\nerror = \"cost\"\n")->failures.size(), 1U);
  EXPECT_EQ(run(head + "input = { frame = \"normal\", cost = -1 }\nerror = \"frame\"\n")->failures.size(), 1U);
  EXPECT_EQ(run(head + "input = { frame = \"normal\", cost = -1 }\nerror = \"cost\"\n")->failures.size(), 0U);
}

TEST_F(GoldenFile, AFileThatIsNoneIsRefused) {
  EXPECT_FALSE(run("").ok());
  EXPECT_FALSE(run("[[case]]\nid = \"A\"\ncall = \"guess\"\ninput = {}\nexpect = {}\n").ok());
  EXPECT_FALSE(run("[[case]]\nid = \"A\"\ncall = \"phone\"\ninput = {}\n").ok());
}

}  // namespace
}  // namespace desk::ctl
