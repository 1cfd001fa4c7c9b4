#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class PurgeTest : public StoreTest {
 protected:
  void to_day(std::string_view date, int minute = 9 * 60) {
    const WallTime wanted = from_jst({*parse_date(date), minute});
    ASSERT_GE(wanted, clock.wall());
    clock.advance(std::chrono::seconds{wanted.seconds - clock.wall().seconds});
  }
  [[nodiscard]] bool kept(const ApplicationId& id) { return store->application(id).ok(); }
};

TEST_F(PurgeTest, ScansGoAfterTheirLastDayAndTheAnswersStay) {
  const ApplicationId id = parked_with_everything();
  ASSERT_TRUE(store->queue(OutboxKind::HandOff, id, Secret("a bundle with the PDFs in it")));
  const std::string page = store->pages(id)->front().id;
  to_day("2026-09-24", 23 * 60 + 59);
  EXPECT_EQ(store->purge()->scans, 0) << "the last day counts in full";
  EXPECT_EQ(store->pages(id)->size(), 2u);
  to_day("2026-09-25", 0);
  const auto report = store->purge();
  EXPECT_EQ(report->scans, 1);
  EXPECT_EQ(report->applications, 0);
  EXPECT_TRUE(store->pages(id)->empty());
  EXPECT_TRUE(store->files(id)->empty());
  EXPECT_TRUE(store->waiting()->empty());
  EXPECT_EQ(store->page_image(page).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "store/pages"), {}), 0);
  EXPECT_EQ(store->answers(id)->reveal(), R"({"name":"髙﨑 邦子"})");
  EXPECT_EQ(store->phone(id)->reveal(), "09012345678");
  EXPECT_EQ(store->purge()->scans, 0) << "once";
  EXPECT_EQ(store->audit_rows(0, 100)->back().event, AuditEvent::ScansDeleted);
}

TEST_F(PurgeTest, ScanningAgainAfterTheScansExpiredWorks) {
  const ApplicationId id = parked_with_everything();
  to_day("2026-09-25");
  ASSERT_EQ(store->purge()->scans, 1);
  const auto again = store->add_page(id, a_page("anew"));
  ASSERT_TRUE(again);
  EXPECT_EQ(store->page_image(again->id)->reveal(), "anew");
  EXPECT_EQ(store->application(id)->scans_until, make_date(2026, 10, 2));
  EXPECT_EQ(store->purge()->scans, 0);
}

TEST_F(PurgeTest, AnswersGoAWeekAfterTheDeadline) {
  const ApplicationId id = parked_with_everything();
  ASSERT_TRUE(store->set_target_deadline(id, make_date(2026, 9, 29)));
  to_day("2026-10-06", 23 * 60 + 59);
  EXPECT_EQ(store->purge()->applications, 0);
  EXPECT_TRUE(kept(id));
  to_day("2026-10-07", 0);
  EXPECT_EQ(store->purge()->applications, 1);
  EXPECT_FALSE(kept(id));
  const auto rows = store->audit_rows(0, 100);
  EXPECT_EQ(rows->back().event, AuditEvent::ApplicationDeleted);
  EXPECT_EQ(rows->back().application, id);
  EXPECT_EQ(rows->back().details, "reason=retention");
}

TEST_F(PurgeTest, AnInterruptedVisitThatNobodyResumedIsErased) {
  const ApplicationId left = fresh();
  const ApplicationId standing = fresh();
  const ApplicationId parked = parked_with_everything();
  ASSERT_TRUE(store->leave(left));
  clock.advance(std::chrono::minutes{30});
  EXPECT_EQ(store->purge()->applications, 0);
  clock.advance(std::chrono::minutes{1});
  EXPECT_EQ(store->purge()->applications, 1);
  EXPECT_FALSE(kept(left));
  EXPECT_TRUE(kept(standing));
  EXPECT_TRUE(kept(parked));
  EXPECT_EQ(store->audit_rows(0, 100)->back().details, "reason=not_resumed");
}

TEST_F(PurgeTest, TheVisitInProgressIsNeverTakenAway) {
  const ApplicationId id = parked_with_everything();
  to_day("2026-12-16", 23 * 60 + 58);
  ASSERT_TRUE(store->resume(id));
  to_day("2026-12-17", 0);
  EXPECT_EQ(store->purge()->applications, 0);
  EXPECT_EQ(store->answers(id)->reveal(), R"({"name":"髙﨑 邦子"})");
  ASSERT_TRUE(store->leave(id));
  EXPECT_EQ(store->purge()->applications, 1);
}

TEST_F(PurgeTest, StaffPracticeIsGoneTheNextDay) {
  const ApplicationId practice = store->create({2026, "full", true})->id;
  ASSERT_TRUE(store->set_target_deadline(practice, make_date(2026, 9, 29)));
  ASSERT_TRUE(store->park(practice));
  EXPECT_EQ(store->purge()->applications, 0);
  to_day("2026-09-18", 0);
  EXPECT_EQ(store->purge()->applications, 1);
}

TEST_F(PurgeTest, ExpiredSlipsAreForgotten) {
  const ApplicationId id = fresh();
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(store->add_link(id, token, {clock.wall().seconds + 60}));
  const std::string hash = crypto::token_hash_hex(token.text);
  clock.advance(std::chrono::seconds{61});
  ASSERT_TRUE(store->purge());
  EXPECT_TRUE(files_with(folder.path(), hash).empty());
}

// The story: a clock battery dies over a weekend, the desk wakes in 2038 without a network, and the morning's first purge would throw
// everything away.
TEST_F(PurgeTest, AClockThatWokeInAnotherYearDoesNotEmptyTheDesk) {
  const ApplicationId id = parked_with_everything();
  ASSERT_TRUE(store->purge());
  store.reset();
  clock.reboot("boot-2");
  clock.jump_wall(std::chrono::hours{24 * 365 * 12});
  clock.trust_wall(false);
  reopen();
  const auto report = store->purge();
  EXPECT_TRUE(report->postponed);
  EXPECT_EQ(report->applications + report->scans, 0);
  EXPECT_TRUE(store->purge()->postponed);
  ASSERT_TRUE(kept(id));
  EXPECT_EQ(store->pages(id)->size(), 2u);
  const auto rows = store->audit_rows(0, 100);
  EXPECT_EQ(std::count_if(rows->begin(), rows->end(), [](const AuditRow& row) { return row.event == AuditEvent::PurgePostponed; }), 1)
      << "said once, not every few minutes";
  clock.jump_wall(std::chrono::hours{-24 * 365 * 12});
  EXPECT_FALSE(store->purge()->postponed);
  EXPECT_TRUE(kept(id));
}

TEST_F(PurgeTest, StaffMayConfirmAClockThatNothingElseVouchesFor) {
  const ApplicationId id = parked_with_everything();
  ASSERT_TRUE(store->purge());
  clock.trust_wall(false);
  clock.advance(std::chrono::hours{24 * 120});  // a desk without a network, switched on again after the holidays
  EXPECT_TRUE(store->purge()->postponed);
  EXPECT_TRUE(kept(id));
  EXPECT_EQ(store->purge(/*clock_confirmed=*/true)->applications, 1);
  EXPECT_FALSE(store->purge()->postponed);
}

TEST_F(PurgeTest, ADeskWithoutANetworkStillDeletesDayByDay) {
  clock.trust_wall(false);
  const ApplicationId id = parked_with_everything();
  for (int day = 0; day < 92; ++day) {
    ASSERT_FALSE(store->purge()->postponed) << day;
    clock.advance(std::chrono::hours{24});
  }
  EXPECT_FALSE(kept(id));
}

// The story: the desk wakes in 2017, somebody applies, then the network sets the clock to 2026. By their dates the new records would have
// expired nine years ago.
TEST_F(PurgeTest, RecordsBegunBeforeTheClockWasSetAreMovedToTheRightTime) {
  constexpr std::chrono::hours kNineYears{24 * 365 * 9};
  clock.jump_wall(-kNineYears);
  clock.trust_wall(false);
  const ApplicationId id = parked_with_everything();
  const LinkToken slip = crypto::new_link_token();
  ASSERT_TRUE(store->add_link(id, slip, {clock.wall().seconds + 7 * 86400}));
  clock.advance(std::chrono::hours{2});
  clock.jump_wall(kNineYears);
  clock.trust_wall(true);
  ASSERT_TRUE(store->purge());
  const auto record = store->application(id);
  ASSERT_TRUE(record) << "kept";
  EXPECT_EQ(record->created, from_jst({make_date(2026, 9, 17), 14 * 60}));
  EXPECT_EQ(record->scans_until, make_date(2026, 9, 24));
  EXPECT_EQ(record->answers_until, make_date(2026, 12, 16));
  EXPECT_EQ(store->pages(id)->size(), 2u);
  EXPECT_EQ(store->by_link(slip)->id, id) << "the slip works as long as was printed";
  to_day("2026-12-17");
  EXPECT_EQ(store->purge()->applications, 1);
}

TEST_F(PurgeTest, AfterAnotherBootRecordsOfAnUntrustedClockCountFromNow) {
  clock.jump_wall(std::chrono::hours{24 * 365 * 5});  // 2031: they would stay for years
  clock.trust_wall(false);
  const ApplicationId id = parked_with_everything();
  store.reset();
  clock.reboot("boot-2");
  clock.jump_wall(std::chrono::hours{-24 * 365 * 5});
  clock.trust_wall(true);
  reopen();
  ASSERT_TRUE(store->purge());
  EXPECT_EQ(store->application(id)->answers_until, make_date(2026, 12, 16));
  EXPECT_EQ(store->application(id)->scans_until, make_date(2026, 9, 24));
}

}  // namespace
}  // namespace desk::store
