#include <set>

#include "tests/store/store_fixture.h"

namespace desk::store {
namespace {

class ApplicationsTest : public StoreTest {};

TEST_F(ApplicationsTest, AFreshRecordStandsInProgressWithBothRetentionDates) {
  const auto made = store->create({2026, "full", false});
  ASSERT_TRUE(made);
  EXPECT_EQ(made->state, VisitState::InProgress);
  EXPECT_EQ(made->programme_year, 2026);
  EXPECT_EQ(made->mode, "full");
  EXPECT_EQ(made->created, clock.wall());
  EXPECT_EQ(made->scans_until, make_date(2026, 9, 24));
  EXPECT_EQ(made->answers_until, make_date(2026, 12, 16));
  EXPECT_FALSE(made->has_phone);
  EXPECT_FALSE(made->target_deadline);
  EXPECT_TRUE(ReceptionNumber::parse(made->reception.text));
  EXPECT_TRUE(store->answers(made->id)->empty());
  EXPECT_TRUE(store->phone(made->id)->empty());
}

TEST_F(ApplicationsTest, EveryKeptRecordHasItsOwnReceptionNumber) {
  std::set<std::string> numbers;
  for (int i = 0; i < 60; ++i) EXPECT_TRUE(numbers.insert(store->create({2026, "full", false})->reception.text).second);
}

TEST_F(ApplicationsTest, AnswersSurviveAndTheLastSavedOnesCount) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->save_answers(id, Secret(R"({"entity":"sole"})")));
  ASSERT_TRUE(store->save_answers(id, Secret(R"({"entity":"corporation","trade":"鮨"})")));
  reopen();
  EXPECT_EQ(store->answers(id)->reveal(), R"({"entity":"corporation","trade":"鮨"})");
}

TEST_F(ApplicationsTest, IsFoundByReceptionNumberAndByEachSlip) {
  const auto made = store->create({2026, "full", false});
  const LinkToken first = crypto::new_link_token();
  const LinkToken second = crypto::new_link_token();
  ASSERT_TRUE(store->add_link(made->id, first, {clock.wall().seconds + 100}));
  ASSERT_TRUE(store->add_link(made->id, second, {clock.wall().seconds + 200}));
  EXPECT_EQ(store->by_reception(made->reception)->id, made->id);
  EXPECT_EQ(store->by_link(first)->id, made->id);
  EXPECT_EQ(store->by_link(second)->links.size(), 2u);
  EXPECT_EQ(files_with(folder.path(), first.text).size(), 0u) << "the token itself is nowhere";
  clock.advance(std::chrono::seconds{100});
  const auto expired = store->by_link(first);
  const auto unknown = store->by_link(crypto::new_link_token());
  ASSERT_FALSE(expired);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(expired.error().message(), unknown.error().message()) << "expired and unknown must look the same";
  EXPECT_EQ(expired.error().code, StaffCode::LinkUnknown);
  EXPECT_EQ(store->by_link(second)->links.size(), 1u);
}

TEST_F(ApplicationsTest, APhoneNumberIsKeptSealedAndFoundAgainByItsHash) {
  const ApplicationId mother = fresh();
  const ApplicationId son = fresh();
  const ApplicationId other = fresh();
  const ApplicationId practice = store->create({2026, "full", true})->id;
  ASSERT_TRUE(store->set_phone(mother, PhoneNumber::parse("090-1234-5678").number));
  ASSERT_TRUE(store->set_phone(son, PhoneNumber::parse("09012345678").number));
  ASSERT_TRUE(store->set_phone(other, PhoneNumber::parse("08011112222").number));
  ASSERT_TRUE(store->set_phone(practice, PhoneNumber::parse("09012345678").number));
  const auto found = store->others_with_same_phone(son);
  ASSERT_EQ(found->size(), 1u) << "neither itself, nor another number, nor staff practice";
  EXPECT_EQ(found->front().id, mother);
  EXPECT_TRUE(store->others_with_same_phone(other)->empty());
  EXPECT_TRUE(store->others_with_same_phone(fresh())->empty()) << "no number is not the same number";
  EXPECT_EQ(store->phone(mother)->reveal(), "09012345678");
  EXPECT_TRUE(files_with(folder.path(), "09012345678").empty());
  EXPECT_TRUE(files_with(folder.path(), "1234-5678").empty());
}

TEST_F(ApplicationsTest, AnotherNumberTakesTheProofAwayAndTheSameOneKeepsIt) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->set_phone(id, PhoneNumber::parse("09012345678").number));
  ASSERT_TRUE(store->set_phone_proof(id, PhoneProof::Sms));
  ASSERT_TRUE(store->set_phone(id, PhoneNumber::parse("０９０１２３４５６７８").number));
  EXPECT_EQ(store->application(id)->phone_proof, PhoneProof::Sms);
  EXPECT_EQ(store->application(id)->phone_proof_at, clock.wall());
  ASSERT_TRUE(store->set_phone(id, PhoneNumber::parse("09087654321").number));
  EXPECT_EQ(store->application(id)->phone_proof, PhoneProof::None);
  EXPECT_FALSE(store->application(id)->phone_proof_at);
  ASSERT_TRUE(store->set_phone_proof(id, PhoneProof::Staff));
  ASSERT_TRUE(store->set_phone(id, PhoneNumber{}));
  EXPECT_FALSE(store->application(id)->has_phone);
  EXPECT_EQ(store->application(id)->phone_proof, PhoneProof::None);
}

TEST_F(ApplicationsTest, HowAVisitStandsFollowsFromWhatHappened) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->leave(id));
  EXPECT_EQ(store->application(id)->state, VisitState::Interrupted);
  ASSERT_TRUE(store->resume(id));
  EXPECT_EQ(store->application(id)->state, VisitState::InProgress);
  ASSERT_TRUE(store->park(id));
  EXPECT_EQ(store->application(id)->state, VisitState::Parked);
  ASSERT_TRUE(store->resume(id));
  ASSERT_TRUE(store->leave(id));
  EXPECT_EQ(store->application(id)->state, VisitState::Parked) << "its slip is still out";
  ASSERT_TRUE(store->finish(id));
  EXPECT_EQ(store->application(id)->state, VisitState::Finished);
}

TEST_F(ApplicationsTest, AnInterruptedVisitCanBeResumedForThirtyMinutesAndAParkedOneLonger) {
  const ApplicationId interrupted = fresh();
  const ApplicationId parked = fresh();
  ASSERT_TRUE(store->leave(interrupted));
  ASSERT_TRUE(store->park(parked));
  clock.advance(std::chrono::minutes{30});
  EXPECT_TRUE(store->application(interrupted)->resumable);
  clock.advance(std::chrono::seconds{1});
  EXPECT_FALSE(store->application(interrupted)->resumable);
  EXPECT_EQ(store->resume(interrupted).error().code, StaffCode::RecordMissing);
  EXPECT_TRUE(store->resume(parked));
}

TEST_F(ApplicationsTest, TheThirtyMinutesDoNotFollowAJumpingWallClock) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->leave(id));
  clock.jump_wall(std::chrono::hours{48});
  EXPECT_TRUE(store->application(id)->resumable);
  clock.jump_wall(std::chrono::hours{-96});
  clock.advance(std::chrono::minutes{31});
  EXPECT_FALSE(store->application(id)->resumable);
}

TEST_F(ApplicationsTest, AVisitThatWasInProgressWhenTheKioskFellHasThirtyMinutesFromTheRestart) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->save_answers(id, Secret("{}")));
  clock.advance(std::chrono::minutes{25});
  store.reset();
  clock.reboot("boot-2", std::chrono::minutes{20});
  reopen();
  EXPECT_EQ(store->repairs().interrupted_visits, 1);
  EXPECT_EQ(store->application(id)->state, VisitState::Interrupted);
  clock.advance(std::chrono::minutes{29});
  EXPECT_TRUE(store->resume(id));
}

TEST_F(ApplicationsTest, TheTargetDeadlineMovesTheEndOfTheAnswersButNeverPastNinetyDays) {
  const ApplicationId id = fresh();
  ASSERT_TRUE(store->set_target_deadline(id, make_date(2026, 9, 29)));
  EXPECT_EQ(store->application(id)->target_deadline, make_date(2026, 9, 29));
  EXPECT_EQ(store->application(id)->answers_until, make_date(2026, 10, 6));
  ASSERT_TRUE(store->set_target_deadline(id, make_date(2027, 3, 1)));
  EXPECT_EQ(store->application(id)->answers_until, make_date(2026, 12, 16));
  ASSERT_TRUE(store->set_target_deadline(id, make_date(2026, 9, 15)));
  EXPECT_EQ(store->application(id)->answers_until, make_date(2026, 9, 22));
  EXPECT_EQ(store->application(id)->scans_until, make_date(2026, 9, 22)) << "scans never outlive their record";
  ASSERT_TRUE(store->set_target_deadline(id, std::nullopt));
  EXPECT_FALSE(store->application(id)->target_deadline);
}

TEST_F(ApplicationsTest, ListsNewestFirst) {
  const ApplicationId first = fresh();
  clock.advance(std::chrono::minutes{5});
  const ApplicationId second = fresh();
  const ApplicationId third = fresh();
  const auto all = store->applications();
  ASSERT_EQ(all->size(), 3u);
  EXPECT_EQ(all->at(0).id, third);
  EXPECT_EQ(all->at(1).id, second);
  EXPECT_EQ(all->at(2).id, first);
}

TEST_F(ApplicationsTest, AnUnknownRecordIsSaidToBeMissingByEveryCall) {
  const ApplicationId nobody{"00112233445566778899aabbccddeeff"};
  EXPECT_EQ(store->application(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->by_reception({"T7K-4M2"}).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->save_answers(nobody, Secret("{}")).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->answers(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->set_phone(nobody, PhoneNumber::parse("09012345678").number).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->phone(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->set_phone_proof(nobody, PhoneProof::Sms).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->set_target_deadline(nobody, std::nullopt).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->add_link(nobody, crypto::new_link_token(), clock.wall()).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->resume(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->park(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->pages(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->add_page(nobody, a_page("x")).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->put_file(nobody, "a.pdf", as_bytes("x")).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->files(nobody).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->erase(nobody, EraseReason::Staff).error().code, StaffCode::RecordMissing);
  EXPECT_EQ(store->queue(OutboxKind::HandOff, nobody, Secret("x")).error().code, StaffCode::RecordMissing);
}

}  // namespace
}  // namespace desk::store
