// The scanner's faults as the person at the desk meets them, through the real driver, helper and store.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::Step;

class ScannerFaultVisit : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(visit_.open()) << visit_.trouble();
    ASSERT_TRUE(visit_.start()) << visit_.trouble();
    ASSERT_TRUE(visit_.walk_to(Step::Papers)) << visit_.trouble();
    visit_.send(flow::PaperChosen{"registry"});
    ASSERT_EQ(visit_.model().step, Step::Coach);
  }
  void cause(const std::string& name, const std::string& value = "") { write_file(visit_.tray() + "/" + name, value); }
  void mend(const std::string& name) { std::filesystem::remove(visit_.tray() + "/" + name); }
  std::size_t stored_pages() {
    const auto pages = visit_.store().pages(*visit_.model().application);
    return pages ? pages->size() : 999;
  }

  Folder folder_;
  DeskVisit visit_{folder_.path()};
};

TEST_F(ScannerFaultVisit, AfterAJamTheRestFollowsAndEveryPageIsThereOnce) {
  cause("fault", "2 40 JAMMED");
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().step, Step::Scanning);
  EXPECT_EQ(visit_.model().scan.fault, StaffCode::ScannerJammed);
  ASSERT_EQ(visit_.model().scan.pages.size(), 1U);
  EXPECT_EQ(stored_pages(), 1U);

  mend("fault");
  visit_.press(Action::ContinueScan);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().step, Step::Scanned);
  EXPECT_FALSE(visit_.model().scan.fault);
  ASSERT_EQ(visit_.model().scan.pages.size(), 2U);
  EXPECT_EQ(visit_.model().scan.pages[0].number, 1);
  EXPECT_EQ(visit_.model().scan.pages[1].number, 2);
  const auto pages = visit_.store().pages(*visit_.model().application);
  ASSERT_TRUE(pages);
  ASSERT_EQ(pages->size(), 2U);
  EXPECT_NE((*pages)[0].bytes, (*pages)[1].bytes) << "the same sheet twice";
  ASSERT_TRUE(visit_.walk_to(Step::Papers)) << visit_.trouble();
  EXPECT_EQ(visit_.model().answers.papers.at("registry").pages, 2);
}

TEST_F(ScannerFaultVisit, AnOpenCoverIsNamedAndClosingItIsEnough) {
  cause("cover-open");
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().scan.fault, StaffCode::ScannerCoverOpen);
  EXPECT_EQ(stored_pages(), 0U);
  mend("cover-open");
  visit_.press(Action::ContinueScan);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().step, Step::Scanned);
  EXPECT_EQ(visit_.model().scan.pages.size(), 2U);
}

TEST_F(ScannerFaultVisit, AnEmptyFeederIsNamedAndPaperPutInIsScanned) {
  const auto person = std::exchange(visit_.runner().on_paper_wanted, nullptr);  // nobody puts paper in
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().scan.fault, StaffCode::ScannerEmpty);
  EXPECT_EQ(stored_pages(), 0U);
  visit_.runner().on_paper_wanted = person;
  visit_.press(Action::ContinueScan);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().step, Step::Scanned);
  EXPECT_EQ(visit_.model().scan.pages.size(), 2U);
}

TEST_F(ScannerFaultVisit, ABusyScannerIsNamedAndTheVisitGoesOnWithoutIt) {
  cause("busy");
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  EXPECT_EQ(visit_.model().scan.fault, StaffCode::ScannerBusy);
  visit_.press(Action::CancelScan);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  ASSERT_EQ(visit_.model().step, Step::Coach);
  visit_.scanned.clear();
  ASSERT_TRUE(visit_.walk_to(Step::Done)) << visit_.trouble();
  EXPECT_EQ(visit_.model().print.phase, flow::PrintPhase::Printed);
}

}  // namespace
}  // namespace desk::shell::test
