// What Mozc leaves behind: nothing, whether a visit ends, Mozc dies under it, stops answering, or the desk itself was killed.
#include <gtest/gtest.h>

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "kiosk/input/mozc_converter.h"
#include "kiosk/input/private_home.h"

namespace desk::input {
namespace fs = std::filesystem;
namespace {

// Processes whose HOME lies below this folder.
std::vector<pid_t> living_below(const std::string& folder) {
  std::vector<pid_t> found;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator("/proc", problem)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream in(entry.path() / "environ", std::ios::binary);
    const std::string environment((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (environment.find("HOME=" + folder) != std::string::npos) found.push_back(std::stoi(name));
  }
  return found;
}

class MozcHome : public testing::Test {
 protected:
  void SetUp() override {
    if (access(options_.server.c_str(), X_OK) != 0 || access(options_.client.c_str(), X_OK) != 0) {
      GTEST_SKIP() << "Mozc is not installed (packages mozc-server, emacs-mozc-bin)";
    }
    options_.start_patience = options_.answer_patience = std::chrono::seconds{30};  // the machine may be busy with other tests
    std::string pattern = default_runtime() + "/desk-mozc-test-XXXXXX";
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    chmod(pattern.c_str(), 0755);
    options_.runtime = pattern;
  }
  void TearDown() override {
    std::error_code problem;
    if (!options_.runtime.empty()) fs::remove_all(options_.runtime, problem);
  }
  [[nodiscard]] std::size_t homes() const {
    std::size_t count = 0;
    std::error_code problem;
    for (const auto& entry : fs::recursive_directory_iterator(options_.runtime, problem)) {
      count += entry.path().filename().string().starts_with("visit-");
    }
    return count;
  }
  SystemClock clock_;
  MozcOptions options_;
};

TEST_F(MozcHome, IsPrivateWhileItStandsAndGoneWithItsProcessesAfterTheVisit) {
  auto mozc = make_mozc_converter(options_, clock_);
  ASSERT_TRUE(mozc->convert("たかさき"));
  struct stat seen {};
  ASSERT_EQ(stat(mozc->home().c_str(), &seen), 0);
  EXPECT_EQ(seen.st_mode & 0777U, 0700U);
  EXPECT_NE(seen.st_uid, 0U) << "Mozc is not run as root";
  EXPECT_EQ(living_below(options_.runtime).size(), 2U) << "a server and a client";
  mozc->end();
  EXPECT_TRUE(living_below(options_.runtime).empty());
  EXPECT_EQ(homes(), 0U);
}

TEST_F(MozcHome, HoldsNoFileThatRemembersTheName) {
  auto mozc = make_mozc_converter(options_, clock_);
  ASSERT_TRUE(mozc->convert("たかさき"));
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(mozc->home())) {
    if (!entry.is_regular_file()) continue;
    ++files;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    for (const char* part : {"たかさき", "高崎", "タカサキ"}) EXPECT_EQ(bytes.find(part), std::string::npos) << entry.path();
    EXPECT_NE(entry.path().filename(), ".history.db");
  }
  EXPECT_GT(files, 2);
}

// Letters that Mozc's table understood otherwise would be refused as "it read something else".
TEST_F(MozcHome, HearsEveryKanaOfTheKeyboardAsItStands) {
  auto mozc = make_mozc_converter(options_, clock_);
  for (const char* row : {"あいうえおかきくけこ", "さしすせそたちつてと", "なにぬねのはひふへほ", "まみむめもやゆよらりるれろ", "わをんーがぎぐげござじ",
                          "ずぜぞだぢづでどばびぶべぼ", "ぱぴぷぺぽゔぁぃぅぇぉ", "っゃゅょゎゐゑ", "けんいち", "しんや", "はっとり", "んあんな"}) {
    const auto answer = mozc->convert(row);
    EXPECT_TRUE(answer) << row << ": " << answer.error().message();
  }
}

TEST_F(MozcHome, AServerThatDiesIsReplacedAtTheNextWord) {
  auto mozc = make_mozc_converter(options_, clock_);
  ASSERT_TRUE(mozc->convert("たかさき"));
  for (const pid_t pid : living_below(options_.runtime)) kill(pid, SIGKILL);
  (void)mozc->convert("くにこ");  // may notice now, or have begun anew already
  const auto answer = mozc->convert("くにこ");
  ASSERT_TRUE(answer) << answer.error().message();
  mozc->end();
  EXPECT_TRUE(living_below(options_.runtime).empty());
  EXPECT_EQ(homes(), 0U);
}

TEST_F(MozcHome, OneThatDoesNotAnswerIsGivenUpInTimeAndForgotten) {
  options_.answer_patience = std::chrono::milliseconds{100};
  auto mozc = make_mozc_converter(options_, clock_);
  ASSERT_TRUE(mozc->begin());
  for (const pid_t pid : living_below(options_.runtime)) kill(pid, SIGSTOP);
  const auto answer = mozc->convert("くにこ");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, StaffCode::ConversionUnavailable);
  EXPECT_TRUE(living_below(options_.runtime).empty());
  EXPECT_EQ(homes(), 0U);
}

TEST_F(MozcHome, AProgramThatIsNotThereIsAFailureWithoutLeftovers) {
  options_.server = "/usr/lib/mozc/no_such_server";
  auto mozc = make_mozc_converter(options_, clock_);
  const auto answer = mozc->convert("くにこ");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, StaffCode::ConversionUnavailable);
  EXPECT_EQ(homes(), 0U);
}

TEST_F(MozcHome, AServerThatEndsAtOnceIsNotWaitedFor) {
  options_.server = "/bin/true";
  options_.start_patience = std::chrono::minutes{10};
  auto mozc = make_mozc_converter(options_, clock_);
  EXPECT_FALSE(mozc->begin());
  EXPECT_EQ(homes(), 0U);
}

TEST_F(MozcHome, WhatAKilledDeskLeftIsSweptAndALivingDeskIsNotTouched) {
  auto living = make_mozc_converter(options_, clock_);
  ASSERT_TRUE(living->convert("くにこ"));
  const std::string kept = living->home();

  // A desk that is killed in the middle of a name.
  int ready[2];
  ASSERT_EQ(pipe(ready), 0);
  const pid_t desk = fork();
  if (desk == 0) {
    auto mozc = make_mozc_converter(options_, clock_);
    const bool there = mozc->convert("たかさき").ok();
    const std::string home = mozc->home();
    (void)!write(ready[1], there ? home.data() : "", there ? home.size() : 0);
    close(ready[1]);
    for (;;) pause();
  }
  close(ready[1]);
  std::string home(256, '\0');
  const ssize_t told = read(ready[0], home.data(), home.size());
  close(ready[0]);
  kill(desk, SIGKILL);
  ASSERT_EQ(waitpid(desk, nullptr, 0), desk);
  ASSERT_GT(told, 0);
  home.resize(static_cast<std::size_t>(told));
  EXPECT_TRUE(fs::exists(home));
  EXPECT_EQ(homes(), 4U) << "two homes with their locks";

  EXPECT_EQ(sweep_homes(options_.runtime), 1);
  EXPECT_FALSE(fs::exists(home));
  EXPECT_TRUE(living_below(home).empty());
  EXPECT_TRUE(fs::exists(kept));
  EXPECT_TRUE(living->convert("くにこ"));
}

}  // namespace
}  // namespace desk::input
