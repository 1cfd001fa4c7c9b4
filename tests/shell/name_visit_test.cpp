// A visit that writes 髙﨑 邦子 with Mozc: on the slip, in the record, and nowhere after the end.
#include <gtest/gtest.h>

#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "kiosk/flow/main_line.h"
#include "kiosk/shell/handout.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace fs = std::filesystem;
namespace {

using flow::Action;
using flow::NamePart;
using flow::Step;

std::vector<pid_t> processes_at(const std::string& home) {
  std::vector<pid_t> found;
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator("/proc", problem)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    std::ifstream in(entry.path() / "environ", std::ios::binary);
    const std::string environment((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    if (environment.find("HOME=" + home) != std::string::npos) found.push_back(std::stoi(name));
  }
  return found;
}

class NameVisit : public testing::Test {
 protected:
  void SetUp() override {
    const input::MozcOptions mozc;
    if (access(mozc.server.c_str(), X_OK) != 0 || access(mozc.client.c_str(), X_OK) != 0) {
      GTEST_SKIP() << "Mozc is not installed (packages mozc-server, emacs-mozc-bin)";
    }
    visit_.scanned = {};
    ASSERT_TRUE(visit_.open()) << visit_.trouble();
    ASSERT_TRUE(visit_.start()) << visit_.trouble();
    ASSERT_TRUE(visit_.walk_to(Step::ContactName)) << visit_.trouble();
  }
  void write_name() {
    ASSERT_TRUE(visit_.write_part("たかさき", "高崎")) << visit_.trouble();
    ASSERT_TRUE(visit_.write_part("くにこ", "邦子")) << visit_.trouble();
    visit_.send(flow::FormChosen{NamePart::Family, 0, "髙"});
    visit_.send(flow::FormChosen{NamePart::Family, 1, "﨑"});
    home_ = visit_.desk().converter().home();
    ASSERT_NE(home_, "");
    EXPECT_EQ(processes_at(home_).size(), 2U);
    visit_.press(Action::Next);
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  }
  void expect_gone() {
    visit_.flush();
    EXPECT_FALSE(fs::exists(home_)) << home_;
    EXPECT_TRUE(processes_at(home_).empty());
    EXPECT_EQ(visit_.desk().converter().home(), "");
  }
  std::string slip_name() {
    DeskVisit& v = visit_;
    const text::Words words(v.desk().texts(), Language::Japanese);
    const HandoutFacts facts{v.desk().config(), v.runner().pack(), words, v.model(), v.runner().assessment(), v.runner().today(), v.clock.wall(),
                             v.runner().official_address(), false, false};
    return slip_model(facts, flow::SlipKind::Receipt).addressee;
  }
  Folder folder_;
  DeskVisit visit_{folder_.path()};
  std::string home_;
};

TEST_F(NameVisit, TheNameIsOnTheSlipAndInTheRecordAndMozcEndsWithTheVisit) {
  write_name();
  ASSERT_EQ(visit_.model().step, Step::CorporateNumber);
  visit_.type("070001012345");
  visit_.press(Action::Next);
  EXPECT_EQ(slip_name(), "髙﨑 邦子");
  const auto record = visit_.store().answers(*visit_.model().application);
  ASSERT_TRUE(record) << record.error().message();
  const auto stored = flow::answers_from_json(record->reveal());
  ASSERT_TRUE(stored);
  EXPECT_EQ(stored->contact.whole().reveal(), "髙﨑 邦子");
  EXPECT_EQ(stored->contact.given_reading.reveal(), "くにこ");
  EXPECT_TRUE(stored->corporate_number.is("7070001012345"));

  ASSERT_TRUE(visit_.walk_to(Step::Done)) << visit_.trouble();
  EXPECT_NE(visit_.newest_slip(), "");
  visit_.press(Action::Next);
  visit_.flush();
  ASSERT_EQ(visit_.model().step, Step::Attract);
  expect_gone();
}

TEST_F(NameVisit, GivenUpWhileWritingLeavesNoMozcAndNoHome) {
  ASSERT_TRUE(visit_.write_part("たかさき", "高崎")) << visit_.trouble();
  home_ = visit_.desk().converter().home();
  ASSERT_TRUE(visit_.end_visit()) << visit_.trouble();
  expect_gone();
}

TEST_F(NameVisit, TheNextVisitBeginsWithoutTheOneBefore) {
  write_name();
  const std::string first = home_;
  ASSERT_TRUE(visit_.end_visit()) << visit_.trouble();
  expect_gone();
  ASSERT_TRUE(visit_.start()) << visit_.trouble();
  ASSERT_TRUE(visit_.walk_to(Step::ContactName)) << visit_.trouble();
  EXPECT_TRUE(visit_.model().name.family.shown().empty());
  ASSERT_TRUE(visit_.write_part("くにこ", "邦子")) << visit_.trouble();
  EXPECT_NE(visit_.desk().converter().home(), first);
}

TEST_F(NameVisit, AMozcThatDiesIsReplacedBeforeAnybodyNotices) {
  ASSERT_TRUE(visit_.write_part("たかさき", "高崎")) << visit_.trouble();
  const std::string first = visit_.desk().converter().home();
  for (const pid_t pid : processes_at(first)) kill(pid, SIGKILL);
  ASSERT_TRUE(visit_.write_part("くにこ", "邦子")) << visit_.trouble();
  EXPECT_FALSE(fs::exists(first));
  EXPECT_EQ(visit_.runner().conversion_fault(), std::nullopt);
}

TEST(NameVisitWithoutMozc, CostsNothingButTheKanji) {
  Folder folder;
  DeskVisit visit(folder.path());
  visit.conversion.server = "/nonexistent/mozc_server";
  ASSERT_TRUE(visit.open()) << visit.trouble();
  ASSERT_TRUE(visit.start()) << visit.trouble();
  ASSERT_TRUE(visit.walk_to(Step::ContactName)) << visit.trouble();
  visit.send(flow::NameKey{Secret("あ")});
  visit.press(Action::Next);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  EXPECT_TRUE(visit.model().name.without_kanji);
  EXPECT_EQ(visit.runner().conversion_fault(), StaffCode::ConversionUnavailable);
  visit.press(Action::KeepKana);
  visit.press(Action::Next);
  visit.press(Action::Next);
  ASSERT_TRUE(visit.settle()) << visit.trouble();
  EXPECT_EQ(visit.model().answers.contact.whole().reveal(), "あ");
  EXPECT_EQ(visit.model().step, Step::CorporateNumber);
}

}  // namespace
}  // namespace desk::shell::test
