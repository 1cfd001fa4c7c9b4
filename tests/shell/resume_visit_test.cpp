// つづきから on real rooms: every way in, and one answer to everything that is not found.
#include <gtest/gtest.h>

#include <algorithm>

#include "data/base/sqlite_database.h"
#include "kiosk/shell/png_file.h"
#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

using flow::Action;
using flow::ResumeNote;
using flow::Step;

// A desk with one parked application whose number was proved, and nobody at it.
class ResumeVisit : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(visit_.open()) << visit_.trouble();
    ASSERT_TRUE(visit_.start()) << visit_.trouble();
    ASSERT_TRUE(visit_.walk_to(Step::Papers)) << visit_.trouble();
    visit_.press(Action::TakeSlip);
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
    ASSERT_EQ(visit_.model().step, Step::Done);
    reception_ = visit_.model().reception.text;
    token_ = visit_.token();
    application_ = *visit_.model().application;
    visit_.press(Action::Next);
    visit_.flush();
    ASSERT_EQ(visit_.model().step, Step::Attract);
    const auto record = visit_.store().application(application_);
    ASSERT_TRUE(record);
    ASSERT_EQ(record->state, store::VisitState::Parked);
  }
  void by_number(const std::string& number) {
    visit_.press(Action::Resume);
    visit_.press(Action::ResumeByNumber);
    for (const char key : number) {
      if (key != '-') visit_.send(flow::Typed{key});
    }
    visit_.press(Action::Next);
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  }
  void expect_joined() {
    ASSERT_EQ(visit_.model().step, Step::Papers);
    EXPECT_EQ(visit_.model().application, application_);
    EXPECT_EQ(visit_.model().reception.text, reception_);
    EXPECT_EQ(visit_.model().answers.phone.proof, flow::PhoneProof::Sms);
    const auto record = visit_.store().application(application_);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->state, store::VisitState::InProgress);
  }

  Folder folder_;
  DeskVisit visit_{folder_.path()};
  std::string reception_, token_;
  ApplicationId application_;
};

TEST_F(ResumeVisit, TheSlipsCodeUnderTheReaderOpensIt) {
  ASSERT_TRUE(visit_.resume_by_reader(token_)) << visit_.trouble();
  expect_joined();
}

TEST_F(ResumeVisit, TheSlipItselfInTheScannerOpensIt) {
  // The slip as it lies on the glass: dots of 203 to the inch, scanned at 300. It is longer than A4 (36 cm), so its lower end with the code
  // is what lies there, the rest folded away.
  const auto slip = read_png(visit_.newest_slip());
  ASSERT_TRUE(slip) << slip.error().message();
  constexpr int kWidth = 2480, kHeight = 3508, kMargin = 100;
  const int shown = std::min(slip->height, (kHeight - 2 * kMargin) * 2 / 3);
  std::string sheet = "P5\n" + std::to_string(kWidth) + " " + std::to_string(kHeight) + "\n255\n";
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const int from_x = (x - kMargin) * 2 / 3, from_y = slip->height - shown + (y - kMargin) * 2 / 3;
      const bool on = x >= kMargin && y >= kMargin && from_x < slip->width && from_y < slip->height;
      sheet += on ? static_cast<char>(slip->rgba[static_cast<std::size_t>(from_y * slip->width + from_x) * 4]) : '\xff';
    }
  }
  write_file(visit_.tray() + "/slip.pgm", sheet);
  visit_.press(Action::Resume);
  visit_.press(Action::ResumeByScan);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  expect_joined();
}

TEST_F(ResumeVisit, TheNumberAsksForACodeToTheProvedPhone) {
  const std::string first = visit_.code_from_phone();
  by_number(reception_);
  // The window of 30 minutes is the number's, whatever the purpose: the first visit's message has just gone.
  EXPECT_EQ(visit_.model().step, Step::ResumeNumber);
  EXPECT_EQ(visit_.model().resume.note, ResumeNote::TooEarly);
  ASSERT_TRUE(visit_.model().code.next_send);
  EXPECT_FALSE(visit_.model().application) << "nothing is revealed before";
  EXPECT_EQ(visit_.code_from_phone(), first) << "no message went";
}

TEST_F(ResumeVisit, StaffOpenItWithTheirPinAndTheNumber) {
  ASSERT_TRUE(visit_.resume_by_staff(reception_)) << visit_.trouble();
  expect_joined();
}

TEST_F(ResumeVisit, AWrongPinOpensNothing) {
  ASSERT_TRUE(visit_.resume_by_staff(reception_, "9999")) << visit_.trouble();
  EXPECT_EQ(visit_.model().step, Step::StaffPin);
  EXPECT_EQ(visit_.model().resume.note, ResumeNote::PinWrong);
  EXPECT_FALSE(visit_.model().application);
}

TEST_F(ResumeVisit, WhatIsUnknownGetsOneAnswer) {
  ASSERT_TRUE(visit_.resume_by_reader("aaaaaaaaaaaaaaaaaaaaaaaaaa")) << visit_.trouble();
  const ResumeNote of_token = visit_.model().resume.note;
  EXPECT_EQ(visit_.model().step, Step::Resume);
  visit_.press(Action::Back);
  visit_.flush();
  const std::string unknown = reception_ == "A2A-2A2" ? "A3A-3A3" : "A2A-2A2";
  by_number(unknown);
  const ResumeNote of_number = visit_.model().resume.note;
  EXPECT_FALSE(visit_.model().application);
  EXPECT_EQ(of_token, ResumeNote::NotFound);
  EXPECT_EQ(of_token, of_number);
}

TEST_F(ResumeVisit, ANumberThatNobodyProvedAnswersAsIfItWereUnknown) {
  visit_.number = "08023456789";
  ASSERT_TRUE(visit_.start()) << visit_.trouble();
  ASSERT_TRUE(visit_.walk_to(Step::Phone)) << visit_.trouble();
  visit_.press(Action::LaterPhone);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  const std::string unproved = visit_.model().reception.text;
  visit_.press(Action::TakeSlip);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  ASSERT_EQ(visit_.model().step, Step::Done);
  visit_.press(Action::Next);
  visit_.flush();
  by_number(unproved);
  EXPECT_EQ(visit_.model().resume.note, ResumeNote::NotFound);
  EXPECT_FALSE(visit_.model().application);
}

// The number's window is open again half an hour later. desk-auth's clock cannot be moved from here; what it remembers can.
TEST_F(ResumeVisit, HalfAnHourLaterTheNumberAndACodeOpenIt) {
  visit_.close();
  {
    auto memory = SqliteDatabase::open(folder_.path() + "/auth/auth.db");
    ASSERT_TRUE(memory) << memory.error().message();
    for (const char* table : {"verifications", "messages"}) {
      ASSERT_TRUE(memory->run(std::string("UPDATE ") + table + " SET boot_seconds = boot_seconds - 1800, wall = wall - 1800"));
    }
  }
  ASSERT_TRUE(visit_.open()) << visit_.trouble();
  by_number(reception_);
  ASSERT_EQ(visit_.model().step, Step::ResumeCode);
  EXPECT_FALSE(visit_.model().application) << "nothing is revealed before the code";
  const std::string code = visit_.code_from_phone();
  ASSERT_EQ(code.size(), 6U);
  std::string wrong = code;
  wrong[0] = wrong[0] == '9' ? '0' : static_cast<char>(wrong[0] + 1);
  visit_.type(wrong);
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  ASSERT_EQ(visit_.model().step, Step::ResumeCode);
  EXPECT_EQ(visit_.model().code.note, flow::CodeNote::Wrong);
  visit_.type(code);
  visit_.press(Action::Next);
  ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  expect_joined();
}

}  // namespace
}  // namespace desk::shell::test
