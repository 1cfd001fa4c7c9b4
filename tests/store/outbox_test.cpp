#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class OutboxTest : public StoreTest {};

TEST_F(OutboxTest, ABundleWaitsUntilItIsDelivered) {
  const ApplicationId id = fresh();
  const auto item = store->queue(OutboxKind::HandOff, id, Secret("sealed bundle"));
  ASSERT_TRUE(item);
  reopen();
  auto due = store->due(10);
  ASSERT_EQ(due->size(), 1u);
  EXPECT_EQ(due->front().id, *item);
  EXPECT_EQ(due->front().kind, OutboxKind::HandOff);
  EXPECT_EQ(due->front().application, id);
  EXPECT_EQ(due->front().payload.reveal(), "sealed bundle");
  EXPECT_EQ(due->front().attempts, 0);
  ASSERT_TRUE(store->postpone(*item, {clock.wall().seconds + 60}));
  EXPECT_TRUE(store->due(10)->empty());
  clock.advance(std::chrono::seconds{60});
  due = store->due(10);
  ASSERT_EQ(due->size(), 1u);
  EXPECT_EQ(due->front().attempts, 1);
  ASSERT_TRUE(store->delivered(*item));
  EXPECT_TRUE(store->due(10)->empty());
  EXPECT_TRUE(store->waiting()->empty());
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path() / "store/pages"), {}), 0);
  EXPECT_EQ(store->delivered(*item).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->postpone(*item, clock.wall()).error().code, StaffCode::RecordMissing);
}

TEST_F(OutboxTest, OldestFirstAndNotMoreThanAsked) {
  std::vector<std::int64_t> ids;
  for (const char* text : {"a", "b", "c"}) ids.push_back(*store->queue(OutboxKind::EraseDone, std::nullopt, Secret(text)));
  const auto due = store->due(2);
  ASSERT_EQ(due->size(), 2u);
  EXPECT_EQ(due->at(0).payload.reveal(), "a");
  EXPECT_EQ(due->at(1).payload.reveal(), "b");
  EXPECT_EQ(store->waiting()->size(), 3u);
  EXPECT_TRUE(store->waiting()->front().payload.empty());
}

TEST_F(OutboxTest, ErasingTakesTheBundleBackAndAsksThePageRoleToDropWhatIsOut) {
  const ApplicationId id = fresh();
  const LinkToken token = crypto::new_link_token();
  const LinkToken expired = crypto::new_link_token();
  ASSERT_TRUE(store->add_link(id, token, {clock.wall().seconds + 86400}));
  ASSERT_TRUE(store->add_link(id, expired, {clock.wall().seconds}));
  ASSERT_TRUE(store->queue(OutboxKind::HandOff, id, Secret("sealed bundle")));
  ASSERT_TRUE(store->queue(OutboxKind::EraseDone, id, Secret("request 7")));
  ASSERT_TRUE(store->erase(id, EraseReason::Applicant));
  const auto due = store->due(10);
  ASSERT_EQ(due->size(), 2u);
  EXPECT_EQ(due->at(0).kind, OutboxKind::EraseDone);
  EXPECT_EQ(due->at(0).payload.reveal(), "request 7") << "the acknowledgement outlives the application's keys";
  EXPECT_EQ(due->at(1).kind, OutboxKind::Withdraw);
  EXPECT_EQ(due->at(1).payload.reveal(), crypto::token_hash_hex(token.text));
}

TEST_F(OutboxTest, ABundleWithoutAnApplicationIsRefused) {
  EXPECT_EQ(store->queue(OutboxKind::HandOff, std::nullopt, Secret("x")).error().code, StaffCode::BadInput);
}

TEST_F(OutboxTest, ABundleWhoseFileIsGoneDoesNotStandInTheWayOfTheOthers) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->queue(OutboxKind::HandOff, id, Secret("lost")));
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / "store/pages")) std::filesystem::remove(entry.path());
  ASSERT_TRUE(store->queue(OutboxKind::HandOff, id, Secret("good")));
  const auto due = store->due(1);
  ASSERT_EQ(due->size(), 1u);
  EXPECT_EQ(due->front().payload.reveal(), "good");
  EXPECT_EQ(store->waiting()->size(), 2u);
}

}  // namespace
}  // namespace desk::store
