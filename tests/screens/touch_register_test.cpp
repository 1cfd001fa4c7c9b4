// What a finger means.
#include "kiosk/screens/touch_register.h"

#include <gtest/gtest.h>

namespace desk::screens {
namespace {

using std::chrono::milliseconds;

class Touch : public ::testing::Test {
 protected:
  void SetUp() override {
    show({{"a", {0, 0, 20, 20}, "A"}, {"b", {24, 0, 20, 20}, "B"}, {"off", {0, 30, 20, 20}, "Off", TargetKind::Button, false}});
  }
  void show(std::vector<Target> targets) {
    touch.begin_frame();
    for (Target& target : targets) touch.add(std::move(target));
    touch.end_frame();
  }
  PointerOutcome at(PointerPhase phase, Point point) { return touch.pointer({phase, point, now}); }
  std::optional<std::string> tap(Point from, Point to) {
    (void)at(PointerPhase::Down, from);
    return at(PointerPhase::Up, to).pressed;
  }
  std::optional<std::string> tap(Point point) { return tap(point, point); }
  void wait(int ms) { now = now + milliseconds{ms}; }

  TouchRegister touch;
  SteadyTime now{1'000'000};
};

TEST_F(Touch, ATapBeginsAndEndsInOneTarget) {
  EXPECT_EQ(tap({10, 10}), "a");
  wait(1000);
  EXPECT_EQ(tap({10, 10}, {34, 10}), std::nullopt);
  wait(1000);
  EXPECT_EQ(tap({10, 10}, {100, 100}), std::nullopt);
}

TEST_F(Touch, AFingerThatSlidesOutAndBackStillCounts) {
  (void)at(PointerPhase::Down, {10, 10});
  EXPECT_EQ(touch.held(), "a");
  EXPECT_TRUE(at(PointerPhase::Move, {100, 100}).redraw);
  EXPECT_EQ(touch.held(), "");
  EXPECT_TRUE(at(PointerPhase::Move, {12, 12}).redraw);
  EXPECT_EQ(at(PointerPhase::Up, {12, 12}).pressed, "a");
}

TEST_F(Touch, DoublesWithin300MillisecondsAreOne) {
  EXPECT_EQ(tap({10, 10}), "a");
  wait(299);
  EXPECT_EQ(tap({10, 10}), std::nullopt);
  wait(1);
  EXPECT_EQ(tap({10, 10}), "a");
}

TEST_F(Touch, TwoKeysInQuickSuccessionAreTwo) {
  EXPECT_EQ(tap({10, 10}), "a");
  wait(80);
  EXPECT_EQ(tap({34, 10}), "b");
}

TEST_F(Touch, ABounceDoesNotPressTheNextScreen) {
  EXPECT_EQ(tap({10, 10}), "a");
  show({{"dangerous", {0, 0, 40, 40}, "On the next screen"}});
  wait(120);
  EXPECT_EQ(tap({11, 10}), std::nullopt);
  wait(300);
  EXPECT_EQ(tap({11, 10}), "dangerous");
}

TEST_F(Touch, ANearMissCountsForTheNearest) {
  EXPECT_EQ(tap({10, -3.9}), "a");
  wait(1000);
  EXPECT_EQ(tap({21, 10}), "a");  // 1 mm from a, 3 mm from b
  wait(1000);
  EXPECT_EQ(tap({23.5, 10}), "b");
  wait(1000);
  EXPECT_EQ(tap({10, -4.2}), std::nullopt);
}

TEST_F(Touch, ADisabledTargetRefusesAndIsNeverANearMiss) {
  (void)at(PointerPhase::Down, {10, 40});
  const PointerOutcome outcome = at(PointerPhase::Up, {10, 40});
  EXPECT_EQ(outcome.pressed, std::nullopt);
  EXPECT_EQ(outcome.refused, "off");
  wait(1000);
  (void)at(PointerPhase::Down, {10, 52});
  EXPECT_EQ(at(PointerPhase::Up, {10, 52}).refused, std::nullopt);
}

TEST_F(Touch, ATargetThatVanishedUnderTheFingerIsNotPressed) {
  (void)at(PointerPhase::Down, {10, 10});
  show({{"b", {24, 0, 20, 20}, "B"}});
  EXPECT_EQ(at(PointerPhase::Up, {10, 10}).pressed, std::nullopt);
}

TEST_F(Touch, UnderADialogNothingCanBeTouched) {
  touch.begin_frame();
  touch.add({"under", {0, 0, 100, 100}, "Under"});
  touch.begin_layer();
  touch.add({"over", {40, 40, 20, 20}, "Over"});
  touch.end_frame();
  EXPECT_EQ(tap({5, 5}), std::nullopt);
  wait(1000);
  EXPECT_EQ(tap({50, 50}), "over");
}

TEST_F(Touch, ACancelledTouchPressesNothing) {
  (void)at(PointerPhase::Down, {10, 10});
  EXPECT_TRUE(at(PointerPhase::Cancel, {10, 10}).redraw);
  EXPECT_EQ(at(PointerPhase::Up, {10, 10}).pressed, std::nullopt);
}

TEST_F(Touch, ADragIsTheFingersWayInPartsOfItsTarget) {
  show({{"page", {10, 10, 100, 200}, "Page", TargetKind::Drag}});
  (void)at(PointerPhase::Down, {20, 30});
  const PointerOutcome moved = at(PointerPhase::Move, {60, 110});
  ASSERT_TRUE(moved.drag.has_value());
  EXPECT_NEAR(moved.drag->from.x, 0.1, 1e-9);
  EXPECT_NEAR(moved.drag->to.y, 0.5, 1e-9);
  EXPECT_FALSE(moved.drag->ended);
  const PointerOutcome ended = at(PointerPhase::Up, {500, 500});  // lifted outside: clamped, not lost
  ASSERT_TRUE(ended.drag.has_value());
  EXPECT_TRUE(ended.drag->ended);
  EXPECT_EQ(ended.drag->to, (Point{1, 1}));
  EXPECT_EQ(ended.pressed, std::nullopt);
}

TEST_F(Touch, TheKeyboardGoesRoundWhatCanBePressed) {
  touch.focus_next();
  EXPECT_EQ(touch.focused(), "a");
  touch.focus_next();
  EXPECT_EQ(touch.press_focused(), "b");
  touch.focus_next();  // over the disabled one
  EXPECT_EQ(touch.focused(), "a");
  touch.focus_previous();
  EXPECT_EQ(touch.focused(), "b");
  show({{"a", {0, 0, 20, 20}, "A"}});  // its target has gone: what stands nearest takes its place
  EXPECT_EQ(touch.focused(), "a");
  show({});
  EXPECT_EQ(touch.focused(), "");
  EXPECT_EQ(touch.press_focused(), std::nullopt);
}

// --- hands that tremble, and long presses ---

struct Drift {
  const char* situation;
  Point down, up;
  const char* pressed;  // "" nothing
};

class Trembling : public Touch, public ::testing::WithParamInterface<Drift> {};

TEST_P(Trembling, CountsWithinFourMillimetresOfItsTarget) {
  const auto pressed = tap(GetParam().down, GetParam().up);
  EXPECT_EQ(pressed.value_or(""), GetParam().pressed);
}

INSTANTIATE_TEST_SUITE_P(Touch, Trembling,
                         ::testing::Values(Drift{"lifts_beside_it", {19, 10}, {19, -3}, "a"}, Drift{"lifts_on_the_neighbours_edge", {19, 10}, {23.9, 10}, "a"},
                                           Drift{"slides_away", {19, 10}, {24.1, 10}, ""}, Drift{"slides_far_into_the_neighbour", {19, 10}, {34, 10}, ""},
                                           Drift{"began_as_a_near_miss_and_trembles_on", {10, -3.5}, {10, -5}, "a"},
                                           Drift{"began_as_a_near_miss_and_leaves", {10, -3.5}, {10, -6.5}, ""},
                                           Drift{"begins_nowhere", {70, 70}, {10, 10}, ""}),
                         [](const auto& tested) { return std::string(tested.param.situation); });

TEST_F(Touch, ADriftBeyondReachIsSeenBeforeTheFingerIsLifted) {
  (void)at(PointerPhase::Down, {19, 10});
  EXPECT_FALSE(at(PointerPhase::Move, {23, 10}).redraw);
  EXPECT_EQ(touch.held(), "a");
  EXPECT_TRUE(at(PointerPhase::Move, {26, 10}).redraw);
  EXPECT_EQ(touch.held(), "");
}

TEST_F(Touch, APressCountsWhenItIsLiftedHoweverLongItLasted) {
  (void)at(PointerPhase::Down, {10, 10});
  wait(60'000);
  EXPECT_EQ(touch.held(), "a");
  EXPECT_EQ(at(PointerPhase::Up, {11, 10}).pressed, "a");
}

TEST_F(Touch, ASlowSecondTapOfADoubleIsStillOne) {
  EXPECT_EQ(tap({10, 10}), "a");
  wait(250);
  (void)at(PointerPhase::Down, {10, 10});
  wait(200);  // it lifts 450 ms after the first
  EXPECT_EQ(at(PointerPhase::Up, {10, 10}).pressed, std::nullopt);
}

// --- the screen changes under the finger ---

TEST_F(Touch, WhatIsHeldIsLetGoWhenAnotherScreenAppears) {
  const auto named = [&](const char* screen, const char* layer) {
    touch.begin_frame();
    touch.name_screen(screen, layer);
    touch.add({"frame.next", {0, 0, 20, 20}, "Next"});
    touch.end_frame();
  };
  named("scanning", "");
  (void)at(PointerPhase::Down, {10, 10});
  named("scanned", "");  // the scanner was faster than the finger
  EXPECT_EQ(touch.held(), "");
  EXPECT_EQ(at(PointerPhase::Up, {10, 10}).pressed, std::nullopt);
  wait(1000);
  (void)at(PointerPhase::Down, {10, 10});
  named("scanned", "overlay.1");  // the idle warning
  EXPECT_EQ(at(PointerPhase::Up, {10, 10}).pressed, std::nullopt);
  wait(1000);
  (void)at(PointerPhase::Down, {10, 10});
  named("scanned", "overlay.1");  // only drawn again
  EXPECT_EQ(at(PointerPhase::Up, {10, 10}).pressed, "frame.next");
}

// --- several contacts ---

class Hands : public Touch {
 protected:
  PointerOutcome finger(std::int64_t number, PointerPhase phase, Point point) { return touch.pointer({phase, point, now, number}); }
};

TEST_F(Hands, ASecondFingerNeitherPressesNorDisturbsTheFirst) {
  (void)finger(1, PointerPhase::Down, {10, 10});
  wait(200);
  (void)finger(2, PointerPhase::Down, {34, 10});
  EXPECT_EQ(touch.held(), "a");
  EXPECT_EQ(finger(2, PointerPhase::Up, {34, 10}).pressed, std::nullopt);
  EXPECT_EQ(finger(1, PointerPhase::Up, {10, 10}).pressed, "a");
}

TEST_F(Hands, APalmThatComesDownPressesNothing) {
  for (std::int64_t part = 1; part <= 4; ++part) {
    (void)finger(part, PointerPhase::Down, {8.0 + 2 * static_cast<double>(part), 10});
    wait(20);
  }
  EXPECT_EQ(touch.held(), "");
  for (std::int64_t part = 1; part <= 4; ++part) EXPECT_EQ(finger(part, PointerPhase::Up, {10, 10}).pressed, std::nullopt);
  wait(1000);
  EXPECT_EQ(tap({10, 10}), "a");
}

TEST_F(Hands, APalmAfterTheFingerDoesNotCancelIt) {
  (void)finger(1, PointerPhase::Down, {10, 10});
  wait(400);
  for (std::int64_t part = 2; part <= 5; ++part) (void)finger(part, PointerPhase::Down, {60, 40 + static_cast<double>(part)});
  EXPECT_EQ(touch.held(), "a");
  EXPECT_EQ(finger(1, PointerPhase::Up, {10, 10}).pressed, "a");
}

TEST_F(Hands, AHandThatRestsBesideTheTargetsLetsAFingerPress) {
  (void)finger(1, PointerPhase::Down, {90, 90});
  wait(3000);
  (void)finger(2, PointerPhase::Down, {10, 10});
  EXPECT_EQ(finger(2, PointerPhase::Up, {10, 10}).pressed, "a");
  EXPECT_EQ(finger(1, PointerPhase::Up, {90, 90}).pressed, std::nullopt);
}

TEST_F(Hands, AFingerWhoseLiftingGotLostPressesAgain) {
  (void)finger(1, PointerPhase::Down, {10, 10});
  wait(1000);
  (void)finger(1, PointerPhase::Down, {34, 10});
  EXPECT_EQ(finger(1, PointerPhase::Up, {34, 10}).pressed, "b");
}

}  // namespace
}  // namespace desk::screens
