// When frames are drawn, and when not.
#include "kiosk/shell/frame_loop.h"

#include <gtest/gtest.h>

#include "kiosk/screens/widgets.h"
#include "kiosk/shell/event_queue.h"
#include "tests/shell/blank_display.h"

namespace desk::shell {
namespace {

using std::chrono::milliseconds;

class OneButton final : public App {
 public:
  explicit OneButton(EventQueue<int>& queue) : queue_(&queue) {}
  screens::CanvasSetup look() const override { return {}; }
  void draw(screens::Canvas& canvas) override {
    canvas.fill(canvas.area(), canvas.theme().paper);
    screens::button(canvas, {100, 100, 60, 20}, {"go", "はい", screens::Icon::None, enabled, screens::ButtonStyle::Primary, false});
    if (second) screens::button(canvas, {100, 130, 60, 20}, {"no", "いいえ"});
  }
  void on_press(std::string_view key) override { pressed.emplace_back(key); }
  void on_refused(std::string_view key) override { refused.emplace_back(key); }
  bool on_text(std::string_view utf8) override { return utf8.starts_with("https://"); }
  bool on_wake() override {
    const auto events = queue_->take();
    woken += static_cast<int>(events.size());
    return !events.empty();
  }
  std::optional<milliseconds> next_change() const override { return change; }
  void on_tick() override { ++ticks; change.reset(); }
  bool moving() const override { return moves; }
  void on_presented() override { ++presented; }
  bool finished() const override { return quit; }
  void on_quit() override { quit = true; }

  std::vector<std::string> pressed, refused;
  std::optional<milliseconds> change;
  bool enabled = true;
  bool second = false;
  bool moves = false;
  bool quit = false;
  int woken = 0;
  int ticks = 0;
  int presented = 0;

 private:
  EventQueue<int>* queue_;
};

class Loop : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Face::create(display, {.px_per_mm = 4});
    ASSERT_TRUE(made.ok());
    face = std::move(*made);
    loop = std::make_unique<FrameLoop>(*face, app, clock, queue.wake_fd(), LoopOptions{});
  }
  void touch(screens::PointerPhase phase, double x_mm, double y_mm) {
    display.inputs.push_back({Input::Kind::Pointer, phase, {x_mm * 4, y_mm * 4}, {}, {}});
  }
  BlankDisplay display;
  EventQueue<int> queue;
  OneButton app{queue};
  FakeClock clock;
  std::unique_ptr<Face> face;
  std::unique_ptr<FrameLoop> loop;
};

// --- keys and switches ---

class Keys : public Loop {
 protected:
  void key(KeyName name) { display.inputs.push_back({Input::Kind::Key, screens::PointerPhase::Down, {}, {name, 0}, {}}); }
  void SetUp() override {
    Loop::SetUp();
    app.second = true;
    loop = std::make_unique<FrameLoop>(*face, app, clock, queue.wake_fd(), LoopOptions{.switch_step = milliseconds{1000}});
    (void)loop->turn();
  }
  std::string_view focused() { return face->targets().focused(); }
};

TEST_F(Keys, ArrowsMoveTheFocusAndEnterPressesIt) {
  key(KeyName::Down);
  (void)loop->turn();
  EXPECT_EQ(focused(), "go");
  key(KeyName::Down);
  key(KeyName::Press);
  (void)loop->turn();
  EXPECT_EQ(app.pressed, std::vector<std::string>{"no"});
}

TEST_F(Keys, AHandScannersEnterPressesNothing) {
  key(KeyName::Next);
  display.inputs.push_back({Input::Kind::Text, screens::PointerPhase::Down, {}, {}, "https://desk.example.jp/t/abc"});
  key(KeyName::Press);
  (void)loop->turn();
  EXPECT_TRUE(app.pressed.empty());
  clock.advance(milliseconds{400});
  key(KeyName::Press);
  (void)loop->turn();
  EXPECT_EQ(app.pressed, std::vector<std::string>{"go"});
}

TEST_F(Keys, TheFocusGoesOnByItselfOnceTheSwitchWasPressed) {
  clock.advance(milliseconds{3000});
  (void)loop->turn();
  EXPECT_EQ(focused(), "") << "nobody uses a switch";
  key(KeyName::SwitchSelect);
  EXPECT_LE(loop->turn(), milliseconds{1001});
  EXPECT_EQ(focused(), "go");
  clock.advance(milliseconds{999});
  (void)loop->turn();
  EXPECT_EQ(focused(), "go");
  clock.advance(milliseconds{1});
  (void)loop->turn();
  EXPECT_EQ(focused(), "no");
  key(KeyName::SwitchSelect);
  (void)loop->turn();
  EXPECT_EQ(app.pressed, std::vector<std::string>{"no"});
}

TEST_F(Keys, AFocusThatNobodyAnswersRests) {
  key(KeyName::SwitchSelect);
  (void)loop->turn();
  for (int i = 0; i < 100; ++i) {
    clock.advance(milliseconds{1000});
    (void)loop->turn();
  }
  const std::string_view rests = focused();
  clock.advance(milliseconds{1000});
  EXPECT_GT(loop->turn(), milliseconds{1001});
  EXPECT_EQ(focused(), rests);
}

TEST_F(Keys, TwoSwitchesNeedNoClock) {
  key(KeyName::SwitchNext);
  key(KeyName::SwitchNext);
  key(KeyName::SwitchSelect);
  (void)loop->turn();
  EXPECT_EQ(app.pressed, std::vector<std::string>{"no"});
}

TEST_F(Loop, IdleDrawsOnlyTheHeartbeat) {
  EXPECT_GT(loop->turn(), milliseconds{4900});
  for (int i = 0; i < 50; ++i) {
    clock.advance(milliseconds{90});
    (void)loop->turn();
  }
  EXPECT_EQ(loop->frames(), 1);
  clock.advance(milliseconds{600});
  (void)loop->turn();
  EXPECT_EQ(loop->frames(), 2);
  EXPECT_EQ(app.presented, 2);  // the watchdog is fed only by frames that stand
}

TEST_F(Loop, AWorkersAnswerIsDrawnAtOnce) {
  (void)loop->turn();
  queue.push(1);
  (void)loop->turn();
  EXPECT_EQ(app.woken, 1);
  EXPECT_EQ(loop->frames(), 2);
}

TEST_F(Loop, ATapReachesTheAppAndTicksLastOnlyWhileTouched) {
  (void)loop->turn();
  touch(screens::PointerPhase::Down, 120, 110);
  EXPECT_EQ(loop->turn(), milliseconds{16});
  touch(screens::PointerPhase::Up, 120, 110);
  EXPECT_GT(loop->turn(), milliseconds{1000});
  EXPECT_EQ(app.pressed, std::vector<std::string>{"go"});
}

TEST_F(Loop, ADisabledButtonSaysWhyItRefuses) {
  app.enabled = false;
  (void)loop->turn();
  touch(screens::PointerPhase::Down, 120, 110);
  touch(screens::PointerPhase::Up, 120, 110);
  (void)loop->turn();
  EXPECT_TRUE(app.pressed.empty());
  EXPECT_EQ(app.refused, std::vector<std::string>{"go"});
}

TEST_F(Loop, ACountDownWakesWhenItIsDue) {
  app.change = milliseconds{1000};
  const milliseconds span = loop->turn();
  EXPECT_GE(span, milliseconds{1000});
  EXPECT_LE(span, milliseconds{1001});
  clock.advance(milliseconds{1000});
  (void)loop->turn();
  EXPECT_EQ(app.ticks, 1);
  EXPECT_EQ(loop->frames(), 2);
}

TEST_F(Loop, MovementTicksUntilItEnds) {
  app.moves = true;
  EXPECT_EQ(loop->turn(), milliseconds{16});
  app.moves = false;
  EXPECT_GT(loop->turn(), milliseconds{1000});
}

// On a slow machine a screen stood half faded in until the next heartbeat.
TEST_F(Loop, TheEndOfAMovementIsDrawnThoughItFellBetweenTwoFrames) {
  app.moves = true;
  (void)loop->turn();
  const long frames = loop->frames();
  app.moves = false;
  (void)loop->turn();
  EXPECT_EQ(loop->frames(), frames + 1);
  (void)loop->turn();
  EXPECT_EQ(loop->frames(), frames + 1);
}

TEST_F(Loop, TheKeyboardFocusesAndPresses) {
  (void)loop->turn();
  display.inputs.push_back({Input::Kind::Key, screens::PointerPhase::Down, {}, {KeyName::Next, 0}, {}});
  display.inputs.push_back({Input::Kind::Key, screens::PointerPhase::Down, {}, {KeyName::Press, 0}, {}});
  (void)loop->turn();
  EXPECT_EQ(app.pressed, std::vector<std::string>{"go"});
}

TEST_F(Loop, TheTourPressesByKeyAndIsRefusedAsAFingerIs) {
  (void)loop->turn();
  loop->press("go");
  loop->press("nothing");
  EXPECT_EQ(app.pressed, std::vector<std::string>{"go"});
  EXPECT_EQ(app.refused, std::vector<std::string>{"nothing"});
}

TEST_F(Loop, ClosingTheWindowEndsTheLoop) {
  display.inputs.push_back({Input::Kind::Quit, screens::PointerPhase::Down, {}, {}, {}});
  loop->run();
  EXPECT_TRUE(app.quit);
}

TEST_F(Loop, WhatAVisitLeftIsForgotten) {
  (void)loop->turn();
  EXPECT_GT(face->text_bytes(), 0U);
  face->forget();
  EXPECT_EQ(face->text_bytes(), 0U);
  EXPECT_TRUE(face->targets().targets().empty());
}

}  // namespace
}  // namespace desk::shell
