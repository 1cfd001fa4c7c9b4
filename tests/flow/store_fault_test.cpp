// The store fails: it is said, nothing is lost from the screen, and もう一度 goes on from there.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

TEST(StoreFault, at_consent_is_shown_and_retried) {
  Visit visit;
  visit.workers.open = [](Visit& v, const OpenRecord& order) { v.send(StoreFailed{order.id, StaffCode::StoreFull}); };
  visit.start();
  EXPECT_EQ(visit.step(), Step::Consent);
  EXPECT_EQ(visit.model().store_fault, StaffCode::StoreFull);
  visit.workers.open = nullptr;
  visit.press(Action::RetryStore);
  EXPECT_EQ(visit.step(), Step::Entity);
  EXPECT_FALSE(visit.model().store_fault);
  EXPECT_EQ(visit.count<OpenRecord>(), 2);
}

TEST(StoreFault, two_presses_at_consent_open_one_record) {
  Visit visit;
  visit.workers.open = [](Visit&, const OpenRecord&) {};
  visit.start();
  visit.press(Action::Next);
  visit.press(Action::RetryStore);
  EXPECT_EQ(visit.count<OpenRecord>(), 1);
}

TEST(StoreFault, while_saving_keeps_the_answers_and_saves_them_at_the_next_try) {
  Visit visit;
  visit.start();
  visit.workers.save = [](Visit& v) { v.send(StoreFailed{0, StaffCode::StoreUnavailable}); };
  visit.walk_to(Step::Employees);
  EXPECT_EQ(visit.model().store_fault, StaffCode::StoreUnavailable);
  EXPECT_TRUE(visit.model().answers.industry.is("retail"));
  visit.workers.save = nullptr;
  visit.press(Action::RetryStore);
  EXPECT_FALSE(visit.model().store_fault);
  EXPECT_NE(visit.stored().find("retail"), std::string::npos);
}

// In the first version a save that failed while a message was on its way dropped the gateway's answer: "送っています…" for ever.
TEST(StoreFault, while_a_message_is_under_way_does_not_lose_its_answer) {
  Visit visit;
  CommandId id = 0;
  visit.workers.send_code = [&](Visit&, const SendCode& order) { id = order.id; };
  visit.start();
  visit.walk_to(Step::Code);
  ASSERT_EQ(visit.model().code.phase, CodePhase::Sending);
  visit.send(StoreFailed{0, StaffCode::StoreUnavailable});
  visit.send(CodeSent{id, visit.live_code()});
  EXPECT_EQ(visit.model().code.phase, CodePhase::Waiting);
}

TEST(StoreFault, while_looking_for_the_number_is_retried_on_the_code_screen) {
  Visit visit;
  visit.workers.same_number = [](Visit& v, const FindSameNumber& order) { v.send(StoreFailed{order.id, StaffCode::StoreUnavailable}); };
  visit.start();
  visit.walk_to(Step::Phone);
  visit.answer_step();
  visit.answer_step();
  ASSERT_EQ(visit.step(), Step::Code);
  visit.workers.same_number = nullptr;
  visit.press(Action::RetryStore);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(StoreFault, while_looking_up_a_slip_lets_the_person_try_again) {
  Visit visit;
  visit.workers.token = [](Visit& v, const LookUpToken& order) { v.send(StoreFailed{order.id, StaffCode::StoreUnavailable}); };
  visit.send(ReaderRead{"https://desk.example/a/" + slip_token().text});
  EXPECT_EQ(visit.model().store_fault, StaffCode::StoreUnavailable);
  EXPECT_FALSE(visit.model().resume.looking);
}

}  // namespace
}  // namespace desk::flow
