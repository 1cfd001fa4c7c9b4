// Where keyboard and switches stand.
#include "kiosk/screens/focus.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace desk::screens {
namespace {

// A question as it stands: settings and foot around it, two answers and "I do not know" in a row, an explanation under them.
std::vector<Target> question() {
  return {{"frame.text", {300, 2, 25, 25}, "文字", TargetKind::Setting, true, false, true},
          {"frame.colour", {330, 2, 25, 25}, "色", TargetKind::Setting, true, false, true},
          {"frame.next", {340, 240, 100, 25}, "つぎへ", TargetKind::Primary, false, false, true},
          {"frame.help", {180, 240, 90, 25}, "係員", TargetKind::Button, true, false, true},
          {"frame.back", {10, 240, 80, 25}, "もどる", TargetKind::Button, true, false, true},
          {"act.explain", {10, 200, 60, 20}, "くわしく", TargetKind::Button},
          {"choice.a", {10, 60, 130, 120}, "A", TargetKind::Choice},
          {"choice.b", {150, 60, 130, 120}, "B", TargetKind::Choice},
          {"act.dont_know", {290, 60, 100, 120}, "わからない", TargetKind::Choice}};
}

// 5 lines of 10 keys, as a 50-sound keyboard, with its foot.
std::vector<Target> keyboard() {
  std::vector<Target> keys;
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 10; ++column) {
      const std::string name = std::to_string(row) + std::to_string(column);
      keys.push_back({"key." + name, {10.0 + 19 * column, 60.0 + 19 * row, 16, 16}, name, TargetKind::Key});
    }
  }
  keys.push_back({"frame.back", {10, 240, 80, 25}, "もどる", TargetKind::Button, true, false, true});
  keys.push_back({"frame.next", {340, 240, 100, 25}, "つぎへ", TargetKind::Primary, true, false, true});
  return keys;
}

std::vector<std::string> keys_of(const std::vector<Target>& targets, const std::vector<std::size_t>& order) {
  std::vector<std::string> keys;
  for (const std::size_t i : order) keys.push_back(targets[i].key);
  return keys;
}

TEST(FocusOrder, AnswersComeFirstThenButtonsThenTheFootAndTheSettingsLast) {
  EXPECT_EQ(keys_of(question(), focus_order(question())),
            (std::vector<std::string>{"choice.a", "choice.b", "act.dont_know", "act.explain", "frame.back", "frame.help", "frame.text", "frame.colour"}));
}

TEST(FocusOrder, ANewScreenBeginsAtItsFirstAnswerADialogAtStaying) {
  EXPECT_EQ(question()[*first_focus(question())].key, "choice.a");
  const std::vector<Target> dialog = {{"act.confirm_end", {100, 150, 80, 24}, "おわる", TargetKind::Button}, {"act.dismiss", {190, 150, 80, 24}, "つづける", TargetKind::Primary}};
  EXPECT_EQ(dialog[*first_focus(dialog)].key, "act.dismiss");
  EXPECT_EQ(first_focus({}), std::nullopt);
}

struct Arrow {
  const char* from;
  Direction direction;
  const char* to;  // "" the panel ends
};

TEST(FocusOrder, ArrowsGoWhereTheyPoint) {
  const std::vector<Target> targets = question();
  const Arrow arrows[] = {{"choice.a", Direction::Right, "choice.b"}, {"choice.b", Direction::Left, "choice.a"},   {"choice.a", Direction::Left, ""},
                          {"choice.a", Direction::Down, "act.explain"}, {"act.explain", Direction::Down, "frame.back"}, {"frame.back", Direction::Right, "frame.help"},
                          {"act.dont_know", Direction::Up, "frame.colour"}, {"frame.help", Direction::Up, "choice.b"}, {"frame.back", Direction::Down, ""}};
  for (const Arrow& arrow : arrows) {
    std::size_t from = 0;
    while (targets[from].key != arrow.from) ++from;
    const auto to = focus_towards(targets, from, arrow.direction);
    EXPECT_EQ(to ? targets[*to].key : "", arrow.to) << "from " << arrow.from;
  }
}

class Standing : public ::testing::Test {
 protected:
  void show(std::vector<Target> targets, std::string screen = "question", std::string layer = "") {
    shown = std::move(targets);
    focus.on_frame(shown, screen, layer);
  }
  // Presses of the two switches until `key` is pressed; -1 when it is not reached.
  int steps_to(const std::string& key) {
    for (int steps = 1; steps < 200; ++steps) {
      const bool here = focus.key() == key || std::find(focus.group().begin(), focus.group().end(), key) != focus.group().end();
      if (!here) {
        focus.switch_next(shown);
      } else if (focus.switch_select(shown) == key) {
        return steps;
      }
    }
    return -1;
  }
  Focus focus;
  std::vector<Target> shown;
};

TEST_F(Standing, NobodySeesAFocusBeforeAKeyIsPressed) {
  show(question());
  EXPECT_EQ(focus.key(), "");
  focus.next(shown);
  EXPECT_EQ(focus.key(), "choice.a");
  focus.clear();
  show(question(), "another");
  EXPECT_EQ(focus.key(), "");
}

TEST_F(Standing, ARedrawnScreenKeepsItAndANewScreenBeginsAtItsFirstAnswer) {
  show(question());
  focus.next(shown);
  focus.next(shown);
  show(question());
  EXPECT_EQ(focus.key(), "choice.b");
  show(question(), "the next question");
  EXPECT_EQ(focus.key(), "choice.a");
}

TEST_F(Standing, ADialogTrapsItAndGivesItBack) {
  const std::vector<Target> dialog = {{"act.end", {100, 150, 80, 24}, "おわる", TargetKind::Button}, {"act.stay", {190, 150, 80, 24}, "つづける", TargetKind::Primary}};
  show(question());
  focus.next(shown);
  focus.next(shown);
  show(dialog, "question", "idle");
  EXPECT_EQ(focus.key(), "act.stay");
  for (int i = 0; i < 5; ++i) {
    focus.next(shown);
    EXPECT_TRUE(focus.key() == "act.stay" || focus.key() == "act.end");
  }
  show(question());
  EXPECT_EQ(focus.key(), "choice.b");
}

TEST_F(Standing, ATargetThatIsDisabledUnderItHandsItToItsNeighbour) {
  show(question());
  focus.next(shown);
  focus.next(shown);
  std::vector<Target> changed = question();
  changed[7].enabled = false;  // choice.b
  show(changed);
  EXPECT_TRUE(focus.key() == "choice.a" || focus.key() == "act.dont_know");
}

TEST_F(Standing, TwoSwitchesReachEveryKeyOfALargeKeyboardInAFewSteps) {
  int most = 0;
  for (int row = 0; row < 5; ++row) {
    for (int column = 0; column < 10; ++column) {
      focus = Focus();
      show(keyboard(), "keyboard");
      focus.switch_next(shown);
      const int steps = steps_to("key." + std::to_string(row) + std::to_string(column));
      ASSERT_GT(steps, 0) << row << column;
      most = std::max(most, steps);
    }
  }
  EXPECT_EQ(most, 15);  // 4 lines on, one to enter, 9 keys on, one to press
}

TEST_F(Standing, AfterATypedKeyTheSameLineStandsReady) {
  show(keyboard(), "keyboard");
  focus.switch_next(shown);
  EXPECT_EQ(focus.group().size(), 10U);
  EXPECT_EQ(focus.switch_select(shown), std::nullopt);
  EXPECT_EQ(focus.switch_select(shown), "key.00");
  EXPECT_EQ(focus.group().size(), 10U);
  EXPECT_EQ(focus.group().front(), "key.00");
}

TEST_F(Standing, ALineEnteredByMistakeCanBeLeft) {
  show(keyboard(), "keyboard");
  focus.switch_next(shown);
  (void)focus.switch_select(shown);
  for (int i = 0; i < 10; ++i) focus.switch_next(shown);
  EXPECT_EQ(focus.group().size(), 10U);
  focus.switch_next(shown);
  EXPECT_EQ(focus.group().front(), "key.10");
}

TEST_F(Standing, FewTargetsNeedNoGroups) {
  show({{"yes", {0, 0, 60, 60}, "はい", TargetKind::Choice}, {"no", {70, 0, 60, 60}, "いいえ", TargetKind::Choice}});
  focus.switch_next(shown);
  EXPECT_EQ(focus.key(), "yes");
  focus.switch_next(shown);
  EXPECT_EQ(focus.switch_select(shown), "no");
}

TEST_F(Standing, SwitchesReachOnwardBackStaffAndTheSettings) {
  for (const char* key : {"frame.back", "frame.help", "frame.colour", "act.explain"}) {
    focus = Focus();
    show(question());
    focus.switch_next(shown);
    const int steps = steps_to(key);
    EXPECT_GT(steps, 0) << key;
    EXPECT_LE(steps, 7) << key;
  }
}

}  // namespace
}  // namespace desk::screens
