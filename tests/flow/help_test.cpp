// Help that respects people: what became of a call is told as it was, and the screen can be covered while a paper is fetched.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

class AVisitUnderWay : public testing::Test {
 protected:
  void SetUp() override {
    visit.send(Ticked{});
    visit.start();
    visit.walk_to(Step::GbizId);
  }
  [[nodiscard]] CommandId call() {
    visit.press(Action::CallStaff);
    return visit.model().call.id;
  }
  Visit visit;
};

TEST_F(AVisitUnderWay, is_told_whether_the_chime_was_heard) {
  const CommandId id = call();
  EXPECT_EQ(visit.model().call.sound, CallSound::None);
  visit.send(BellRung{id, false});
  EXPECT_EQ(visit.model().call.sound, CallSound::NoDevice);
  EXPECT_EQ(visit.model().overlay, Overlay::Help);
  visit.send(BellRung{id, true});
  EXPECT_EQ(visit.model().call.sound, CallSound::Rung);
}

TEST_F(AVisitUnderWay, is_told_whether_the_message_to_the_staff_arrived) {
  for (const bool sent : {true, false}) {
    const CommandId id = call();
    EXPECT_EQ(visit.model().call.message, CallMessage::None) << "without a webhook nothing is said of messages";
    visit.send(MessageToStaffBegun{id});
    EXPECT_EQ(visit.model().call.message, CallMessage::Sending);
    visit.send(MessageToStaffEnded{id, sent});
    EXPECT_EQ(visit.model().call.message, sent ? CallMessage::Sent : CallMessage::NotSent);
  }
}

TEST_F(AVisitUnderWay, hears_nothing_of_an_earlier_call) {
  const CommandId first = call();
  const CommandId second = call();
  ASSERT_NE(first, second);
  visit.send(MessageToStaffEnded{first, true});
  visit.send(BellRung{first, true});
  EXPECT_EQ(visit.model().call.message, CallMessage::None);
  EXPECT_EQ(visit.model().call.sound, CallSound::None);
  EXPECT_EQ(visit.step(), Step::GbizId);
}

TEST_F(AVisitUnderWay, answers_that_come_after_its_end_belong_to_nobody) {
  const CommandId id = call();
  visit.press(Action::EndVisit);
  visit.press(Action::ConfirmEnd);
  visit.send(BellRung{id, true});
  visit.send(MessageToStaffEnded{id, true});
  EXPECT_EQ(visit.model().call.sound, CallSound::None);
  EXPECT_EQ(visit.model().call.message, CallMessage::None);
}

TEST_F(AVisitUnderWay, is_covered_until_the_person_comes_back) {
  visit.press(Action::StepAway);
  EXPECT_EQ(visit.model().overlay, Overlay::Away);
  visit.wait(std::chrono::seconds(599));
  EXPECT_EQ(visit.model().overlay, Overlay::Away) << "ten minutes, not the two of an idle screen";
  visit.press(Action::CameBack);
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  EXPECT_EQ(visit.step(), Step::GbizId);
  visit.wait(std::chrono::seconds(119));
  EXPECT_EQ(visit.model().overlay, Overlay::None) << "two whole minutes again";
}

TEST_F(AVisitUnderWay, behind_the_cover_takes_one_answer_only) {
  visit.press(Action::StepAway);
  const std::string before(to_json(visit.model().answers).reveal());
  // An event may hold a secret, so it is handed over and never copied.
  Event touches[] = {Pressed{Action::Next}, Pressed{Action::Back}, Pressed{Action::EndVisit}, Pressed{Action::Explain},
                     Pressed{Action::OpenTextSize}, Pressed{Action::DismissOverlay}, Chosen{"none"}, Typed{'1'},
                     LanguageChosen{Language::English}, ReaderRead{"https://desk.example/x"}};
  for (Event& touch : touches) {
    const std::size_t kind = touch.index();
    visit.send(std::move(touch));
    EXPECT_EQ(visit.model().overlay, Overlay::Away) << kind;
  }
  EXPECT_EQ(visit.step(), Step::GbizId);
  EXPECT_EQ(std::string(to_json(visit.model().answers).reveal()), before);
}

TEST_F(AVisitUnderWay, that_is_not_come_back_to_warns_and_then_ends_like_an_idle_one) {
  visit.press(Action::StepAway);
  visit.wait(std::chrono::seconds(600));
  EXPECT_EQ(visit.model().overlay, Overlay::IdleWarning);
  visit.wait(std::chrono::seconds(44));
  EXPECT_FALSE(visit.ended());
  visit.wait(std::chrono::seconds(1));
  EXPECT_EQ(visit.ended(), Ending::Abandoned);
}

TEST_F(AVisitUnderWay, that_was_left_with_a_slip_in_hand_is_parked) {
  visit.edit().slip_out = true;
  visit.press(Action::StepAway);
  visit.wait(std::chrono::seconds(600));
  visit.wait(std::chrono::seconds(45));
  EXPECT_EQ(visit.ended(), Ending::Parked);
}

TEST(TheStartScreen, has_nothing_to_cover) {
  Visit visit;
  visit.send(Ticked{});
  visit.press(Action::StepAway);
  EXPECT_EQ(visit.model().overlay, Overlay::None);
}

TEST_F(AVisitUnderWay, stands_still_when_asked_to_and_the_next_visit_moves_again) {
  visit.send(StillChosen{true});
  EXPECT_TRUE(visit.model().settings.still);
  EXPECT_EQ(visit.count<ApplySettings>(), 1);
  visit.send(TextSizeChosen{4});
  visit.send(ThemeChosen{Theme::YellowOnBlack});
  visit.send(LanguageChosen{Language::English});
  visit.press(Action::EndVisit);
  visit.press(Action::ConfirmEnd);
  EXPECT_EQ(visit.model().settings, Settings{}) << "all settings are as they were before the person came";
}

}  // namespace
}  // namespace desk::flow
