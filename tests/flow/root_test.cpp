// What holds in every step: idle, help, settings, cancel, and the one door out. Each test stands in every step in turn.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

// A visit that stands in `step` with a person's words in it.
void stand_in(Visit& visit, Step step) {
  visit.send(Ticked{});
  visit.start();
  visit.walk_to(Step::Review);
  Model& m = visit.edit();
  m.step = step;
  m.entry = "0901234";
  m.code = visit.live_code();
  m.code.phase = CodePhase::Waiting;
  m.scan = ScanState{};
  m.scan.need = required_papers(m.answers, real_pack()).front();
  m.scan.pages.push_back(good_page(1));
  m.scan.masking = 1;
  m.print.phase = PrintPhase::Unknown;  // the one printing phase in which a person is asked something
}

class EveryStep : public testing::TestWithParam<Step> {
 protected:
  void SetUp() override { stand_in(visit, GetParam()); }
  Visit visit;
};

// All but the start, the end and the screens of the staff, which have their own times.
class EveryStepOfAVisit : public EveryStep {};

TEST_P(EveryStepOfAVisit, warns_after_two_minutes_and_ends_45_seconds_later) {
  visit.wait(std::chrono::seconds(119));
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  visit.wait(std::chrono::seconds(1));
  EXPECT_EQ(visit.model().overlay, Overlay::IdleWarning);
  visit.wait(std::chrono::seconds(44));
  EXPECT_FALSE(visit.ended());
  visit.wait(std::chrono::seconds(1));
  EXPECT_EQ(visit.ended(), Ending::Abandoned);
  EXPECT_EQ(visit.step(), Step::Attract);
}

TEST_P(EveryStepOfAVisit, any_touch_answers_the_warning_and_changes_nothing_else) {
  visit.wait(std::chrono::seconds(130));
  ASSERT_EQ(visit.model().overlay, Overlay::IdleWarning);
  const std::string before(to_json(visit.model().answers).reveal());
  visit.send(Pressed{Action::Next});
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  EXPECT_EQ(visit.step(), GetParam());
  EXPECT_EQ(std::string(to_json(visit.model().answers).reveal()), before);
  visit.wait(std::chrono::seconds(119));
  EXPECT_EQ(visit.model().overlay, Overlay::None) << "two whole minutes again";
}

TEST_P(EveryStep, calls_staff_and_comes_back_to_where_it_was) {
  visit.press(Action::CallStaff);
  EXPECT_EQ(visit.model().overlay, Overlay::Help);
  EXPECT_TRUE(visit.model().help_called);
  EXPECT_EQ(visit.count<RingBell>(), 1);
  visit.press(Action::DismissOverlay);
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  EXPECT_EQ(visit.step(), GetParam());
}

TEST_P(EveryStep, changes_letters_colours_and_language_without_leaving) {
  const std::string entry = visit.model().entry;
  visit.press(Action::OpenTextSize);
  EXPECT_EQ(visit.model().overlay, Overlay::TextSize);
  visit.send(TextSizeChosen{4});
  visit.press(Action::OpenTheme);
  visit.send(ThemeChosen{Theme::YellowOnBlack});
  visit.press(Action::OpenLanguage);
  visit.send(LanguageChosen{Language::EasyJapanese});
  EXPECT_EQ(visit.model().settings, (Settings{4, Theme::YellowOnBlack, Language::EasyJapanese}));
  EXPECT_EQ(visit.count<ApplySettings>(), 3);
  visit.press(Action::OpenTextSize);
  visit.send(TextSizeChosen{4});
  EXPECT_EQ(visit.model().overlay, Overlay::None) << "the size that is set already closes the panel too";
  EXPECT_EQ(visit.count<ApplySettings>(), 3);
  visit.send(TextSizeChosen{5});
  EXPECT_EQ(visit.model().settings.text_size, 4) << "there is no fifth size";
  EXPECT_EQ(visit.step(), GetParam());
  EXPECT_EQ(visit.model().entry, entry);
}

TEST_P(EveryStep, reads_aloud_when_asked_and_keeps_the_panel_open_while_it_is_set) {
  visit.press(Action::OpenSound);
  visit.send(SpeechSwitched{true});
  visit.send(SpeechSpeedChosen{3});
  visit.send(SpeechVolumeChosen{5});
  visit.send(SpeechVolumeChosen{6});
  visit.send(SpeechSpeedChosen{0});
  EXPECT_EQ(visit.model().overlay, Overlay::Sound);
  EXPECT_TRUE(visit.model().settings.speech);
  EXPECT_EQ(visit.model().settings.speech_speed, 3) << "there is no step below the slowest";
  EXPECT_EQ(visit.model().settings.speech_volume, 5) << "there is no step above the loudest";
  EXPECT_EQ(visit.count<ApplySettings>(), 3);
  visit.press(Action::ReadAgain);
  EXPECT_EQ(visit.model().overlay, Overlay::None) << "the screen is read, not the panel over it";
  EXPECT_EQ(visit.count<ReadScreenAgain>(), 1);
  visit.press(Action::StopReading);
  EXPECT_EQ(visit.count<StopSpeaking>(), 1);
  EXPECT_EQ(visit.step(), GetParam());
  visit.send(SpeechLost{});
  EXPECT_FALSE(visit.model().settings.speech);
  EXPECT_TRUE(visit.model().speech_lost);
  visit.send(SpeechSwitched{true});
  EXPECT_FALSE(visit.model().speech_lost) << "trying again is the only way to find out";
  visit.press(Action::EndVisit);
  visit.press(Action::ConfirmEnd);
  EXPECT_EQ(visit.model().settings, Settings{}) << "the next person hears nothing of it";
}

TEST_P(EveryStep, stops_only_after_asking_and_leaves_no_word_of_the_person) {
  const CommandId before = visit.model().next_command;
  visit.press(Action::EndVisit);
  EXPECT_EQ(visit.model().overlay, Overlay::ConfirmEnd);
  EXPECT_FALSE(visit.ended());
  visit.press(Action::ConfirmEnd);
  EXPECT_EQ(visit.ended(), Ending::Cancelled);
  const Model& m = visit.model();
  EXPECT_EQ(m.step, Step::Attract);
  EXPECT_TRUE(m.entry.empty());
  EXPECT_TRUE(m.answers.phone.number.empty());
  EXPECT_FALSE(m.application);
  EXPECT_TRUE(m.reception.text.empty());
  EXPECT_FALSE(m.answers.token);
  EXPECT_TRUE(m.code.sid.empty() && m.code.masked.empty());
  EXPECT_TRUE(m.scan.pages.empty() && m.scan.need.empty());
  EXPECT_TRUE(m.link.address.empty() && m.link.grant.empty());
  EXPECT_FALSE(m.record_open);
  EXPECT_EQ(m.awaited, 0u);
  EXPECT_GT(m.next_command, before) << "a late reply must not fit the next visit";
  EXPECT_EQ(std::string(to_json(m.answers).reveal()), std::string(to_json(Answers{}).reveal()));
  EXPECT_EQ(visit.count<EndSession>(), 1);
}

TEST_P(EveryStep, drops_replies_that_nobody_awaits) {
  const std::string before(to_json(visit.model().answers).reveal());
  visit.edit().awaited = 0;
  const CommandId old = visit.model().next_command - 1;
  for (int kind = 0; kind < 12; ++kind) {
    switch (kind) {
      case 0: visit.send(RecordOpened{old, ApplicationId{"ff"}, ReceptionNumber{"AAA-AAA"}, slip_token()}); break;
      case 1: visit.send(CodeSent{old, visit.live_code()}); break;
      case 2: visit.send(CodeApproved{old, WallTime{1}}); break;
      case 3: visit.send(SameNumberFound{old}); break;
      case 4: visit.send(PageScanned{old, good_page(8)}); break;
      case 5: visit.send(ScanEnded{old}); break;
      case 6: visit.send(PaperSaved{old, {"x.pdf"}, 1}); break;
      case 7: visit.send(SlipPrinted{old}); break;
      case 8: visit.send(BundleStored{old, "https://x"}); break;
      case 9: visit.send(visit.found(old)); break;
      case 10: visit.send(PinAccepted{old}); break;
      case 11: visit.send(QrFound{old, "https://x/a/" + slip_token().text}); break;
      default: FAIL();
    }
    EXPECT_EQ(visit.step(), GetParam()) << kind;
  }
  EXPECT_EQ(std::string(to_json(visit.model().answers).reveal()), before);
  EXPECT_EQ(visit.model().scan.pages.size(), 1u);
}

std::vector<Step> steps_of_a_visit() {
  std::vector<Step> steps = all_steps();
  std::erase(steps, Step::Attract);
  std::erase(steps, Step::Done);
  std::erase_if(steps, behind_pin);  // these lock themselves (staff_test.cpp)
  return steps;
}
std::string name_of_case(const testing::TestParamInfo<Step>& tested) { return std::string(name_of(tested.param)); }
INSTANTIATE_TEST_SUITE_P(All, EveryStep, testing::ValuesIn(all_steps()), name_of_case);
INSTANTIATE_TEST_SUITE_P(All, EveryStepOfAVisit, testing::ValuesIn(steps_of_a_visit()), name_of_case);

TEST(Idle, a_machine_at_work_is_not_idling) {
  Visit visit;
  visit.workers.scan = [](Visit&, const StartScan&) {};
  visit.start();
  visit.walk_to(Step::Scanning);
  visit.wait(std::chrono::minutes(10));
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  EXPECT_FALSE(visit.ended());
}

TEST(Idle, sending_and_printing_do_not_idle_either) {
  Visit sending;
  sending.workers.send_code = [](Visit&, const SendCode&) {};
  sending.start();
  sending.walk_to(Step::Code);
  sending.wait(std::chrono::minutes(5));
  EXPECT_EQ(sending.step(), Step::Code);
  Visit printing;
  printing.workers.print = [](Visit& v, const PrintSlip& order) { v.send(SlipQueued{order.id}); };
  printing.start();
  printing.walk_to(Step::Printing);
  printing.wait(std::chrono::minutes(5));
  EXPECT_EQ(printing.step(), Step::Printing);
}

TEST(Idle, the_done_screen_clears_itself_after_90_seconds) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Done);
  visit.wait(std::chrono::seconds(89));
  EXPECT_EQ(visit.step(), Step::Done);
  visit.wait(std::chrono::seconds(1));
  EXPECT_EQ(visit.ended(), Ending::Finished);
}

// The first version left the done screen for ever when somebody had opened a panel over it and gone.
TEST(Idle, a_panel_left_open_over_the_done_screen_does_not_keep_it) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Done);
  visit.press(Action::CallStaff);
  visit.wait(std::chrono::seconds(165));
  EXPECT_EQ(visit.ended(), Ending::Finished);
}

TEST(Idle, settings_and_panels_of_a_passer_by_do_not_greet_the_next_person) {
  Visit visit;
  visit.send(LanguageChosen{Language::English});
  visit.press(Action::OpenTheme);
  visit.wait(std::chrono::seconds(120));
  EXPECT_EQ(visit.model().settings, Settings{});
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  const int ends = visit.count<EndSession>();
  visit.wait(std::chrono::minutes(10));
  EXPECT_EQ(visit.count<EndSession>(), ends) << "an untouched desk ends nothing, again and again";
}

TEST(Idle, a_visit_that_has_a_slip_is_parked_and_not_dropped) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Readiness);
  visit.press(Action::TakeSlip);
  visit.wait(std::chrono::seconds(90));
  EXPECT_EQ(visit.ended(), Ending::Parked);
  visit.send(ReaderRead{"https://desk.example/a/" + slip_token().text});
  ASSERT_EQ(visit.step(), Step::ContactName);
  visit.wait(std::chrono::seconds(165));
  EXPECT_EQ(visit.ended(), Ending::Parked);
}

}  // namespace
}  // namespace desk::flow
