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
  show({{"a", {0, 0, 20, 20}, "A"}});
  EXPECT_EQ(touch.focused(), "");
  EXPECT_EQ(touch.press_focused(), std::nullopt);
}

}  // namespace
}  // namespace desk::screens
