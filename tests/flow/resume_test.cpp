// つづきから: who may open an application again, and where the visit then stands.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

const std::string kAddress = "https://desk.example/a/";

void read_slip(Visit& visit) { visit.send(ReaderRead{kAddress + slip_token().text}); }

class BreakOff : public testing::TestWithParam<Step> {};

// The step is derived from the answers: a visit that broke off joins where it stood.
TEST_P(BreakOff, the_slip_opens_the_question_that_was_open) {
  Visit visit;
  visit.start(workshop_script());
  visit.walk_to(GetParam());
  visit.forget_person();
  read_slip(visit);
  EXPECT_EQ(name_of(visit.step()), name_of(GetParam()));
  EXPECT_EQ(visit.model().reception.text, "T7K-4M2");
  visit.walk_to(Step::Done);
}

INSTANTIATE_TEST_SUITE_P(Steps, BreakOff,
                         testing::Values(Step::Entity, Step::Employees, Step::Exclusions, Step::Purpose, Step::ProcessKinds,
                                         Step::SoftwareCost, Step::MinimumWage, Step::GbizId, Step::SecurityAction, Step::Contracted,
                                         Step::Phone, Step::Papers, Step::Review),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST(Resume_, by_number_needs_the_code_to_the_proved_phone) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Papers);
  visit.forget_person();
  visit.press(Action::Resume);
  visit.press(Action::ResumeByNumber);
  visit.type("T7K4M2");
  visit.press(Action::Next);
  ASSERT_EQ(visit.step(), Step::ResumeCode);
  EXPECT_TRUE(visit.model().answers.phone.number.empty()) << "nothing is shown before the code";
  visit.type("000000");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().code.note, CodeNote::Wrong);
  visit.type("482913");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(Resume_, inside_the_thirty_minutes_the_code_path_shows_the_time) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Papers);
  visit.forget_person();
  const WallTime next = visit.wall_in(std::chrono::minutes(20));
  visit.workers.number = [&](Visit& v, const LookUpNumber& order) { v.send(ResumeRefused{order.id, ResumeNote::TooEarly, next}); };
  visit.press(Action::Resume);
  visit.press(Action::ResumeByNumber);
  visit.type("T7K4M2");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::ResumeNumber);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::TooEarly);
  EXPECT_EQ(visit.model().code.next_send, next);
  EXPECT_FALSE(visit.model().resume.looking);
}

TEST(Resume_, by_staff_needs_the_right_pin) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Papers);
  visit.forget_person();
  visit.press(Action::Resume);
  visit.press(Action::ResumeByStaff);
  visit.type("1111");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::PinWrong);
  EXPECT_TRUE(visit.model().entry.empty());
  visit.type("2468");
  visit.press(Action::Next);
  ASSERT_EQ(visit.step(), Step::ResumeNumber);
  EXPECT_TRUE(visit.model().resume.by_staff);
  visit.type("T7K4M2");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Papers);
}

TEST(Resume_, the_staff_door_closes_behind_whoever_goes_back) {
  Visit visit;
  visit.press(Action::Resume);
  visit.press(Action::ResumeByStaff);
  visit.type("2468");
  visit.press(Action::Next);
  ASSERT_TRUE(visit.model().resume.by_staff);
  visit.press(Action::Back);
  visit.press(Action::ResumeByNumber);
  bool vouched = true;
  visit.workers.number = [&](Visit&, const LookUpNumber& order) { vouched = order.staff_vouches; };
  visit.type("T7K4M2");
  visit.press(Action::Next);
  EXPECT_FALSE(vouched);
}

TEST(Resume_, a_locked_pin_is_told) {
  Visit visit;
  visit.workers.pin = [](Visit& v, const CheckPin& order) { v.send(PinRefused{order.id, true}); };
  visit.press(Action::Resume);
  visit.press(Action::ResumeByStaff);
  visit.type("2468");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::PinLocked);
  EXPECT_EQ(visit.step(), Step::StaffPin);
}

TEST(Resume_, every_unknown_address_and_number_gets_the_same_answer) {
  std::array<unsigned char, 16> other{};
  for (const std::string& text : {std::string("https://elsewhere.example/"), std::string("何かの文字"), std::string(),
                                  kAddress + LinkToken::from_bytes(other).text}) {
    Visit visit;
    visit.send(ReaderRead{text});
    EXPECT_EQ(visit.step(), Step::Resume) << text;
    EXPECT_EQ(visit.model().resume.note, ResumeNote::NotFound) << text;
    EXPECT_FALSE(visit.model().resume.looking);
  }
  Visit visit;
  visit.press(Action::Resume);
  visit.press(Action::ResumeByNumber);
  visit.type("AAAAAA");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::NotFound);
}

TEST(Resume_, a_short_reception_number_is_not_looked_up) {
  Visit visit;
  visit.press(Action::Resume);
  visit.press(Action::ResumeByNumber);
  visit.type("T7K");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().problem, "problem.reception_short");
  EXPECT_EQ(visit.count<LookUpNumber>(), 0);
}

TEST(Resume_, the_scanner_finds_the_qr_of_a_slip) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::GbizId);
  visit.forget_person();
  visit.press(Action::Resume);
  visit.press(Action::ResumeByScan);
  EXPECT_EQ(visit.step(), Step::GbizId);
}

TEST(Resume_, a_scan_without_a_qr_goes_back_and_says_so) {
  Visit visit;
  visit.workers.qr = [](Visit& v, const ScanForQr& order) { v.send(QrNotFound{order.id}); };
  visit.press(Action::Resume);
  visit.press(Action::ResumeByScan);
  EXPECT_EQ(visit.step(), Step::Resume);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::NotFound);
  EXPECT_FALSE(busy(visit.model()));
}

TEST(Resume_, a_jam_while_looking_for_the_qr_can_be_cured_or_left) {
  Visit visit;
  visit.workers.qr = [](Visit& v, const ScanForQr& order) { v.send(ScanFaulted{order.id, StaffCode::ScannerJammed}); };
  visit.press(Action::Resume);
  visit.press(Action::ResumeByScan);
  EXPECT_EQ(visit.model().scan.fault, StaffCode::ScannerJammed);
  EXPECT_FALSE(busy(visit.model()));
  visit.press(Action::ContinueScan);
  EXPECT_EQ(visit.count<ScanForQr>(), 2);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Resume);
}

TEST(Resume_, in_the_middle_of_a_scan_shows_the_pages_that_were_kept) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Scanned);
  visit.open_paper = visit.model().scan.need;
  visit.open_pages = {good_page(1), good_page(2)};
  visit.forget_person();
  read_slip(visit);
  ASSERT_EQ(visit.step(), Step::Scanned);
  EXPECT_EQ(visit.model().scan.pages.size(), 2u);
  EXPECT_EQ(visit.model().scan.need, visit.open_paper);
  visit.open_pages.clear();
  visit.walk_to(Step::Done);
}

TEST(Resume_, between_sending_and_typing_shows_the_code_screen_again) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Code);
  visit.forget_person();
  visit.clock().advance(std::chrono::minutes(5));
  read_slip(visit);
  ASSERT_EQ(visit.step(), Step::Code);
  EXPECT_EQ(visit.model().code.tag, "き-7");
  EXPECT_EQ(visit.count<SendCode>(), 1);
  visit.walk_to(Step::Papers);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Sms);
}

TEST(Resume_, after_the_message_expired_asks_for_the_number_with_the_number_filled_in) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Code);
  visit.forget_person();
  visit.clock().advance(std::chrono::minutes(31));
  read_slip(visit);
  EXPECT_EQ(visit.step(), Step::Phone);
  EXPECT_EQ(visit.model().entry, "09012345678");
}

TEST(Resume_, what_was_put_off_is_open_again_today) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Phone);
  visit.press(Action::LaterPhone);
  visit.walk_to(Step::Coach);
  visit.press(Action::NotYetHave);
  visit.walk_to(Step::Review);
  visit.press(Action::TakeSlip);
  visit.forget_person();
  read_slip(visit);
  EXPECT_EQ(visit.step(), Step::Phone);
  EXPECT_TRUE(next_open_paper(visit.model().answers, real_pack()));
}

TEST(Resume_, a_reader_is_not_heard_in_the_middle_of_somebody_elses_visit) {
  Visit visit;
  visit.start();
  read_slip(visit);
  EXPECT_EQ(visit.step(), Step::Entity);
  EXPECT_EQ(visit.count<LookUpToken>(), 0);
}

}  // namespace
}  // namespace desk::flow
