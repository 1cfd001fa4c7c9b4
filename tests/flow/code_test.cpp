// The mobile number and its code: what the person is told for each answer of desk-auth, and the ways on that never make anybody wait.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

void stand_at_phone(Visit& visit) {
  visit.start();
  visit.walk_to(Step::Phone);
}

void give_number(Visit& visit, std::string_view digits) {
  visit.send(Typed{'\f'});
  visit.type(digits);
  visit.press(Action::Next);
}

TEST(Phone_, a_number_that_cannot_get_an_sms_is_explained_and_nothing_is_sent) {
  const struct { const char* digits; const char* problem; } table[] = {
      {"", "phone.empty"},            {"0901234567", "phone.too_short"},   {"090123456789", "phone.too_long"},
      {"0273620000", "phone.landline"}, {"05012345678", "phone.ip_phone"}, {"08001234567", "phone.free_dial"},
      {"0120123456", "phone.free_dial"}};
  for (const auto& row : table) {
    Visit visit;
    stand_at_phone(visit);
    give_number(visit, row.digits);
    EXPECT_EQ(visit.model().problem, row.problem) << row.digits;
    EXPECT_EQ(visit.step(), Step::Phone);
    EXPECT_EQ(visit.count<SendCode>(), 0);
  }
}

TEST(Phone_, the_typed_code_is_wiped_from_the_model_before_it_is_checked) {
  Visit visit;
  visit.workers.check_code = [](Visit& v, const CheckCode& order) {
    EXPECT_EQ(order.code.reveal(), "482913");
    EXPECT_EQ(order.sid, "VE1");
    EXPECT_TRUE(v.model().entry.empty());
    v.send(CodeApproved{order.id, WallTime{5}});
  };
  stand_at_phone(visit);
  visit.walk_to(Step::Papers);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Sms);
  EXPECT_EQ(visit.model().answers.phone.proved_at.seconds, 5);
}

TEST(Phone_, three_numbers_and_then_staff) {
  Visit visit;
  stand_at_phone(visit);
  for (const char* digits : {"09012345671", "09012345672", "09012345673"}) {
    give_number(visit, digits);
    ASSERT_EQ(visit.step(), Step::Code) << digits;
    visit.press(Action::EditNumber);
  }
  give_number(visit, "09012345674");
  EXPECT_EQ(visit.model().problem, "phone.too_many_numbers");
  EXPECT_EQ(visit.count<SendCode>(), 3);
  visit.press(Action::LaterPhone);
  EXPECT_EQ(visit.step(), Step::Papers) << "even then nobody is stuck";
}

TEST(Phone_, the_same_number_again_shows_the_live_message_and_sends_none) {
  Visit visit;
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  visit.press(Action::EditNumber);
  EXPECT_EQ(visit.model().entry, "09012345678");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Code);
  EXPECT_EQ(visit.model().code.tag, "き-7");
  EXPECT_EQ(visit.model().code.phase, CodePhase::Waiting);
  EXPECT_EQ(visit.count<SendCode>(), 1);
  EXPECT_EQ(visit.model().answers.phone.numbers_tried, 1);
}

TEST(Phone_, the_same_number_after_its_message_expired_asks_for_a_new_one) {
  Visit visit;
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  visit.press(Action::EditNumber);
  visit.clock().advance(std::chrono::minutes(31));
  visit.press(Action::Next);
  EXPECT_EQ(visit.count<SendCode>(), 2);
}

TEST(Code_, too_early_shows_the_time_and_still_takes_the_code_from_before) {
  Visit visit;
  const WallTime next = visit.wall_in(std::chrono::minutes(28));
  visit.workers.send_code = [&](Visit& v, const SendCode& order) { v.send(CodeNotSent{order.id, CodeNote::TooEarly, next}); };
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  EXPECT_EQ(visit.model().code.note, CodeNote::TooEarly);
  EXPECT_EQ(visit.model().code.next_send, next);
  EXPECT_EQ(visit.model().code.phase, CodePhase::Waiting);
  visit.type("482913");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Papers);
}

class NotSent : public testing::TestWithParam<CodeNote> {};

TEST_P(NotSent, leaves_three_ways_on) {
  const Action ways[] = {Action::EditNumber, Action::PapersFirst, Action::TakeSlip};
  const Step ends[] = {Step::Phone, Step::Papers, Step::Done};
  for (int way = 0; way < 3; ++way) {
    Visit visit;
    visit.workers.send_code = [](Visit& v, const SendCode& order) { v.send(CodeNotSent{order.id, GetParam(), std::nullopt}); };
    stand_at_phone(visit);
    give_number(visit, "09012345678");
    EXPECT_EQ(visit.model().code.note, GetParam());
    EXPECT_FALSE(busy(visit.model()));
    visit.press(Action::SendAgain);
    EXPECT_EQ(visit.count<SendCode>(), 2) << "asking again is allowed; desk-auth decides";
    visit.press(ways[way]);
    EXPECT_EQ(visit.step(), ends[way]);
    EXPECT_NE(visit.model().answers.phone.proof, PhoneProof::Sms);
  }
}
INSTANTIATE_TEST_SUITE_P(Reasons, NotSent,
                         testing::Values(CodeNote::Refused, CodeNote::NumberCap, CodeNote::SiteCap, CodeNote::LockedForStaff,
                                         CodeNote::Unreachable, CodeNote::TooEarly, CodeNote::Undeliverable));

TEST(Code_, five_wrong_tries_end_the_code_but_not_the_visit) {
  Visit visit;
  int left = 5;
  visit.workers.check_code = [&](Visit& v, const CheckCode& order) {
    --left;
    v.send(CodeDenied{order.id, left > 0 ? CodeNote::Wrong : CodeNote::TooManyTries, left, std::nullopt});
  };
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  for (int tried = 1; tried <= 5; ++tried) {
    visit.type("111111");
    visit.press(Action::Next);
    EXPECT_EQ(visit.model().code.tries_left, 5 - tried);
    EXPECT_TRUE(visit.model().entry.empty());
    EXPECT_EQ(visit.step(), Step::Code);
  }
  EXPECT_EQ(visit.model().code.note, CodeNote::TooManyTries);
  visit.press(Action::PapersFirst);
  EXPECT_EQ(visit.step(), Step::Papers);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Later);
}

TEST(Code_, what_a_denial_says_reaches_the_screen_and_goes_with_the_next_digit) {
  for (CodeNote note : {CodeNote::Wrong, CodeNote::OlderMessage, CodeNote::Expired, CodeNote::LockedForStaff, CodeNote::Unreachable}) {
    Visit visit;
    const WallTime until = visit.wall_in(std::chrono::seconds(15));
    visit.workers.check_code = [&](Visit& v, const CheckCode& order) { v.send(CodeDenied{order.id, note, 3, until}); };
    stand_at_phone(visit);
    give_number(visit, "09012345678");
    visit.type("123456");
    visit.press(Action::Next);
    EXPECT_EQ(visit.model().code.note, note);
    EXPECT_EQ(visit.model().code.wait_until, until);
    visit.type("1");
    EXPECT_EQ(visit.model().code.note, CodeNote::None);
  }
}

TEST(Code_, five_digits_are_not_checked) {
  Visit visit;
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  visit.type("48291");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().problem, "problem.code_short");
  EXPECT_EQ(visit.count<CheckCode>(), 0);
  visit.type("31");
  EXPECT_EQ(visit.model().entry, "482913") << "a seventh digit has no place";
}

TEST(Code_, an_unknown_outcome_is_told_and_the_code_counts) {
  Visit visit;
  visit.workers.send_code = [](Visit& v, const SendCode& order) {
    CodeState state = v.live_code();
    state.sent = SendState::Unknown;
    v.send(CodeSent{order.id, std::move(state)});
  };
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  EXPECT_EQ(visit.model().code.sent, SendState::Unknown);
  visit.type("482913");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(Code_, papers_first_can_be_followed_by_the_number_later) {
  Visit visit;
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  visit.press(Action::PapersFirst);
  visit.walk_to(Step::Review);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Later);
  visit.press(Action::EditNumber);
  ASSERT_EQ(visit.step(), Step::Phone);
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Code);
  EXPECT_EQ(visit.count<SendCode>(), 1) << "the message of before is still good";
  visit.walk_to(Step::Review);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Sms);
}

void find_same(Visit& visit) {
  visit.workers.same_number = [](Visit& v, const FindSameNumber& order) { v.send(SameNumberFound{order.id}); };
  stand_at_phone(visit);
  visit.walk_to(Step::SameNumber);
}

TEST(SameNumber_, is_offered_only_after_the_right_code) {
  Visit visit;
  visit.workers.check_code = [](Visit& v, const CheckCode& order) { v.send(CodeDenied{order.id, CodeNote::Wrong, 4, std::nullopt}); };
  visit.workers.same_number = [](Visit& v, const FindSameNumber& order) { v.send(SameNumberFound{order.id}); };
  stand_at_phone(visit);
  give_number(visit, "09012345678");
  visit.type("000000");
  visit.press(Action::Next);
  EXPECT_EQ(visit.count<FindSameNumber>(), 0);
  EXPECT_EQ(visit.step(), Step::Code);
}

TEST(SameNumber_, opens_the_earlier_application_where_it_stood) {
  Visit visit;
  find_same(visit);
  visit.press(Action::OpenPrevious);
  EXPECT_EQ(visit.count<OpenPreviousRecord>(), 1);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(SameNumber_, replaces_the_earlier_application_and_goes_on) {
  Visit visit;
  find_same(visit);
  visit.press(Action::ReplacePrevious);
  EXPECT_EQ(visit.count<ErasePreviousRecord>(), 1);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(SameNumber_, another_applicant_is_a_matter_for_staff) {
  Visit visit;
  find_same(visit);
  visit.press(Action::AnotherApplicant);
  EXPECT_EQ(visit.model().overlay, Overlay::Help);
  EXPECT_EQ(visit.count<RingBell>(), 1);
  EXPECT_EQ(visit.step(), Step::SameNumber);
}

// Back and つぎへ went straight on to the papers in the first version: two applications with one number, a cause of rejection.
TEST(SameNumber_, cannot_be_walked_around_by_going_back) {
  Visit visit;
  find_same(visit);
  visit.press(Action::Back);
  visit.walk_to(Step::Phone);
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::SameNumber);
  EXPECT_EQ(visit.count<SendCode>(), 1) << "the number stays proved";
}

}  // namespace
}  // namespace desk::flow
