// Every other fault of the scanner: told by its code, cured by つづける, and never a reason to be stuck.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

class ScannerFault : public testing::TestWithParam<StaffCode> {};

TEST_P(ScannerFault, is_cured_by_continue) {
  Visit visit;
  bool broken = true;
  visit.workers.scan = [&](Visit& v, const StartScan& order) {
    if (broken) return v.send(ScanFaulted{order.id, GetParam()});
    v.send(PageScanned{order.id, good_page(1)});
    v.send(ScanEnded{order.id});
  };
  visit.start();
  visit.walk_to(Step::Scanning);
  EXPECT_EQ(visit.model().scan.fault, GetParam());
  EXPECT_EQ(visit.step(), Step::Scanning);
  visit.press(Action::KeepPages);
  EXPECT_EQ(visit.step(), Step::Scanning) << "there is no page to keep";
  broken = false;
  visit.press(Action::ContinueScan);
  EXPECT_EQ(visit.step(), Step::Scanned);
}

TEST_P(ScannerFault, that_stays_lets_the_paper_wait_for_later) {
  Visit visit;
  visit.workers.scan = [&](Visit& v, const StartScan& order) { v.send(ScanFaulted{order.id, GetParam()}); };
  visit.start();
  visit.walk_to(Step::Scanning);
  const std::string need = visit.model().scan.need;
  visit.press(Action::Back);
  ASSERT_EQ(visit.step(), Step::Coach);
  visit.press(Action::NotYetHave);
  EXPECT_EQ(visit.step(), Step::Papers);
  EXPECT_EQ(visit.model().answers.papers.at(need).state, PaperState::Later);
}

INSTANTIATE_TEST_SUITE_P(All, ScannerFault,
                         testing::Values(StaffCode::ScannerNotFound, StaffCode::ScannerBusy, StaffCode::ScannerGone,
                                         StaffCode::ScannerCoverOpen, StaffCode::ScannerEmpty, StaffCode::ScannerReadError,
                                         StaffCode::ScannerHelperDied, StaffCode::ScannerSilent),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST(Scan, that_ends_without_a_page_says_that_there_was_none) {
  Visit visit;
  visit.workers.scan = [](Visit& v, const StartScan& order) { v.send(ScanEnded{order.id}); };
  visit.start();
  visit.walk_to(Step::Scanning);
  EXPECT_EQ(visit.model().scan.fault, StaffCode::ScannerEmpty);
}

TEST(Scan, a_page_that_arrives_after_the_scan_was_left_is_dropped) {
  Visit visit;
  CommandId id = 0;
  visit.workers.scan = [&](Visit&, const StartScan& order) { id = order.id; };
  visit.start();
  visit.walk_to(Step::Scanning);
  visit.press(Action::Back);
  EXPECT_EQ(visit.count<StopScan>(), 1);
  visit.send(PageScanned{id, good_page(1)});
  visit.send(ScanEnded{id});
  EXPECT_EQ(visit.step(), Step::Coach);
  EXPECT_TRUE(visit.model().scan.pages.empty());
}

// In the first version only pages that had been told were dropped: one that was stored a moment before came back in the next scan.
TEST(Scan, left_before_its_first_page_was_told_drops_what_may_be_stored_already) {
  Visit visit;
  visit.workers.scan = [](Visit&, const StartScan&) {};
  visit.start();
  visit.walk_to(Step::Scanning);
  ASSERT_EQ(visit.count<DropPages>(), 0);
  visit.press(Action::CancelScan);
  EXPECT_EQ(visit.step(), Step::Coach);
  EXPECT_EQ(visit.count<DropPages>(), 1);
}

// In the first version the pages of the former scan stood before the new ones in the file.
TEST(Scan, of_a_paper_that_was_scanned_before_begins_without_its_former_pages) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::IssueDate);
  visit.answer_step();
  ASSERT_EQ(visit.step(), Step::Papers);
  std::string need;
  for (const auto& [name, paper] : visit.model().answers.papers) {
    if (paper.state == PaperState::Scanned) need = name;
  }
  ASSERT_FALSE(need.empty());
  visit.send(PaperChosen{need});
  ASSERT_EQ(visit.count<DropPages>(), 0);
  visit.press(Action::Next);
  EXPECT_EQ(visit.count<DropPages>(), 1);
  EXPECT_EQ(visit.step(), Step::Scanned);
  EXPECT_EQ(visit.model().scan.pages.size(), 2U);
}

TEST(Scanned_, one_bad_page_is_fed_again_alone) {
  Visit visit;
  visit.workers.scan = [](Visit& v, const StartScan& order) {
    PageView page = good_page(order.replacing.value_or(1));
    if (!order.replacing) {
      v.send(PageScanned{order.id, page});
      page.number = 2;
      page.findings.push_back({"blurred", true});
    }
    v.send(PageScanned{order.id, std::move(page)});
    v.send(ScanEnded{order.id});
  };
  visit.start();
  visit.walk_to(Step::Scanned);
  EXPECT_TRUE(visit.model().scan.pages[1].care());
  visit.send(PageAgainChosen{2});
  ASSERT_EQ(visit.step(), Step::Scanned);
  ASSERT_EQ(visit.model().scan.pages.size(), 2u);
  EXPECT_FALSE(visit.model().scan.pages[1].care());
}

TEST(Scanned_, a_page_kept_in_spite_of_a_finding_is_left_to_staff) {
  Visit visit;
  visit.workers.scan = [](Visit& v, const StartScan& order) {
    PageView page = good_page(1);
    page.findings.push_back({"blurred", true});
    v.send(PageScanned{order.id, std::move(page)});
    v.send(ScanEnded{order.id});
  };
  visit.start();
  visit.walk_to(Step::Scanned);
  const std::string need = visit.model().scan.need;
  visit.press(Action::KeepPages);
  EXPECT_TRUE(visit.model().answers.papers.at(need).check_with_staff);
}

TEST(Masking_, burns_the_boxes_in_once_and_takes_no_second_press) {
  Visit visit;
  std::optional<CommandId> id;
  visit.workers.mask = [&](Visit&, const MaskPage& order) {
    EXPECT_EQ(order.number, 1);
    EXPECT_EQ(order.boxes, (std::vector<MaskBox>{{100, 200, 300, 250}}));
    id = order.id;
  };
  visit.start();
  visit.walk_to(Step::Scanned);
  visit.send(PageMaskChosen{1});
  ASSERT_EQ(visit.step(), Step::Masking);
  visit.send(BoxDrawn{{300, 300, 100, 400}});
  EXPECT_TRUE(visit.model().scan.boxes.empty()) << "a box without a width is none";
  visit.send(BoxDrawn{{100, 200, 300, 250}});
  visit.press(Action::MaskDone);
  visit.press(Action::MaskDone);
  visit.press(Action::Back);
  EXPECT_EQ(visit.count<MaskPage>(), 1);
  EXPECT_EQ(visit.step(), Step::Masking);
  ASSERT_TRUE(id);
  visit.send(PageMasked{*id, good_page(1)});
  EXPECT_EQ(visit.step(), Step::Scanned);
  EXPECT_FALSE(busy(visit.model()));
}

TEST(Paper_, that_could_not_be_made_into_a_file_stays_in_view_and_can_be_tried_again) {
  Visit visit;
  visit.workers.save_paper = [](Visit& v, const SavePaper& order) { v.send(PaperNotSaved{order.id, StaffCode::PdfTooLarge}); };
  visit.start();
  visit.walk_to(Step::IssueDate);
  visit.type("080914");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Scanned);
  EXPECT_EQ(visit.model().scan.fault, StaffCode::PdfTooLarge);
  EXPECT_EQ(visit.model().scan.pages.size(), 2u);
  visit.workers.save_paper = nullptr;
  visit.press(Action::Next);
  visit.type("080914");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(Paper_, scanned_before_is_not_thrown_away_by_not_yet_have) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Review);
  const std::string need = required_papers(visit.model().answers, real_pack()).front();
  visit.send(PaperChosen{need});
  visit.press(Action::NotYetHave);
  EXPECT_EQ(visit.model().answers.papers.at(need).state, PaperState::Scanned);
}

TEST(Paper_, of_a_kind_that_would_not_do_is_not_taken) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Coach);
  const std::string before = kind_for(visit.model().scan.need, visit.model().answers, real_pack())->id;
  visit.send(PaperKindChosen{"registry_current"});
  EXPECT_EQ(kind_for(visit.model().scan.need, visit.model().answers, real_pack())->id, before);
  visit.press(Action::Back);
  visit.send(PaperChosen{"no_such_need"});
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(IssueDate_, is_read_as_the_paper_prints_it) {
  const struct { const char* digits; const char* problem; } table[] = {
      {"0809", "problem.date_short"}, {"081301", "problem.date_unreal"}, {"080230", "problem.date_unreal"},
      {"000914", "problem.date_unreal"}, {"080918", "problem.date_future"}, {"080917", ""}, {"080229", "problem.date_unreal"},
      {"060229", ""}};
  for (const auto& row : table) {
    Visit visit;  // the clock stands on 2026-09-17, 令和8年
    visit.start();
    visit.walk_to(Step::IssueDate);
    visit.type(row.digits);
    visit.press(Action::Next);
    EXPECT_EQ(visit.model().problem, row.problem) << row.digits;
    EXPECT_EQ(visit.step() == Step::IssueDate, *row.problem != '\0') << row.digits;
  }
}

}  // namespace
}  // namespace desk::flow
