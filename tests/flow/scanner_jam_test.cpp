// A jam in the middle of a pile: the first page is kept, the rest of the pile follows, nobody begins again.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

// Feeds page 1, jams; the second order feeds pages 2 and 3.
void jam_once(Visit& visit) {
  auto orders = std::make_shared<int>(0);
  visit.workers.scan = [orders](Visit& v, const StartScan& order) {
    if (++*orders == 1) {
      v.send(PageScanned{order.id, good_page(1)});
      v.send(ScanFaulted{order.id, StaffCode::ScannerJammed});
      return;
    }
    v.send(PageScanned{order.id, good_page(2)});
    v.send(PageScanned{order.id, good_page(3)});
    v.send(ScanEnded{order.id});
  };
  visit.start();
  visit.walk_to(Step::Scanning);
}

TEST(ScannerJam, is_told_and_keeps_the_page_that_was_fed) {
  Visit visit;
  jam_once(visit);
  EXPECT_EQ(visit.model().scan.fault, StaffCode::ScannerJammed);
  EXPECT_EQ(visit.model().scan.pages.size(), 1u);
  EXPECT_FALSE(busy(visit.model())) << "while the person frees the paper, the idle time counts";
  EXPECT_EQ(visit.count<DropPages>(), 0);
}

TEST(ScannerJam, continue_adds_the_rest_to_the_page_before_it) {
  Visit visit;
  jam_once(visit);
  visit.press(Action::ContinueScan);
  ASSERT_EQ(visit.step(), Step::Scanned);
  ASSERT_EQ(visit.model().scan.pages.size(), 3u);
  for (int page = 0; page < 3; ++page) EXPECT_EQ(visit.model().scan.pages[static_cast<std::size_t>(page)].number, page + 1);
  EXPECT_FALSE(visit.model().scan.fault);
}

TEST(ScannerJam, the_pages_so_far_may_be_all_that_is_wanted) {
  Visit visit;
  jam_once(visit);
  visit.press(Action::KeepPages);
  EXPECT_EQ(visit.step(), Step::Scanned);
  EXPECT_EQ(visit.model().scan.pages.size(), 1u);
}

TEST(ScannerJam, giving_up_drops_the_pages_and_returns_to_the_coach) {
  Visit visit;
  jam_once(visit);
  visit.press(Action::CancelScan);
  EXPECT_EQ(visit.step(), Step::Coach);
  EXPECT_EQ(visit.count<DropPages>(), 1);
  EXPECT_TRUE(visit.model().scan.pages.empty());
}

TEST(ScannerJam, while_one_page_is_fed_again_leaves_the_others_alone) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Scanned);
  visit.workers.scan = [](Visit& v, const StartScan& order) {
    EXPECT_EQ(order.replacing, 2);
    v.send(ScanFaulted{order.id, StaffCode::ScannerJammed});
  };
  visit.send(PageAgainChosen{2});
  ASSERT_EQ(visit.step(), Step::Scanning);
  visit.press(Action::ContinueScan);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Scanned);
  EXPECT_EQ(visit.model().scan.pages.size(), 2u);
  EXPECT_EQ(visit.count<DropPages>(), 0);
}

}  // namespace
}  // namespace desk::flow
