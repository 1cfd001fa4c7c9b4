// 点検: one item after the other, each skippable, the whole resumable. Work is ordered with ids of its own: staff may look elsewhere
// meanwhile, and what comes back late for an item that was left is dropped.
#include "kiosk/flow/turn_machine.h"

namespace desk::flow {
namespace {

constexpr std::size_t kTestPhoneDigits = 11;

SelfTestState& test_of(Turn& turn) { return turn.m.machine.self_test; }
TestResult& result_at(Turn& turn) { return test_of(turn).of(test_of(turn).at); }

void run_item(Turn& turn) {
  SelfTestState& test = test_of(turn);
  result_at(turn) = TestResult{TestOutcome::Running, {}, {}, {}};
  test.order = turn.m.next_command++;
  if (test.at == TestItem::Printer) {
    test.slip = TestSlipPhase::Printing;
    turn.order(PrintTestSlip{test.order, turn.m.staff.name});
  } else {
    turn.order(RunTest{test.order, test.at});
  }
}

void go_to_item(Turn& turn, TestItem item) {
  SelfTestState& test = test_of(turn);
  break_off(test);
  test.at = item;
  test.overview = false;
  test.of(item) = TestResult{};
  if (item == TestItem::Touch) test.grid = TouchGrid{};
  if (item == TestItem::Scanner) test.sheet = SheetCells{};
  if (turn.m.step != Step::StaffSelfTest) turn.go(Step::StaffSelfTest);
  wipe(turn.m.entry);
  turn.m.problem.clear();
  if (runs_by_itself(item)) run_item(turn);
}

void go_on(Turn& turn) {
  SelfTestState& test = test_of(turn);
  if (const auto next = next_open(test)) {
    go_to_item(turn, *next);
  } else {
    break_off(test);
    test.overview = true;
    if (turn.m.step != Step::StaffSelfTest) turn.go(Step::StaffSelfTest);
    turn.order(RecordTest{verdict_of(test), turn.m.staff.name});
  }
}

// An item has its outcome. What is all right goes on by itself; what is not stays on show with its cure.
void conclude(Turn& turn, TestResult result) {
  SelfTestState& test = test_of(turn);
  const bool fine = result.outcome == TestOutcome::Good || result.outcome == TestOutcome::Absent || result.outcome == TestOutcome::Skipped;
  test.order = 0;
  result_at(turn) = std::move(result);
  if (auto report = report_of(test, test.at)) tell_device(turn, std::move(*report));
  wipe(turn.m.entry);
  if (!test.begun) {  // the touch test alone, from the staff's home screen
    test.begun = true;
    test.begun_at = turn.c.wall;
    test.overview = fine;
    if (turn.m.step != Step::StaffSelfTest) turn.go(Step::StaffSelfTest);
  } else if (fine) {
    go_on(turn);
  } else {
    test.touch_asking = false;
    test.slip = TestSlipPhase::Idle;
    if (turn.m.step != Step::StaffSelfTest) turn.go(Step::StaffSelfTest);
  }
}

void conclude_touch(Turn& turn) {
  const TouchGrid& grid = test_of(turn).grid;
  if (grid.complete()) return conclude(turn, {TestOutcome::Good, {}, "touch_whole", {{"count", std::to_string(grid.cells())}}});
  // Nothing was wiped at all: nobody tried, or nothing answers. Both are worth a look, and neither is "good".
  std::string places;
  for (const std::string& place : grid.dead_places()) places += (places.empty() ? "" : " ") + place;
  conclude(turn, {TestOutcome::Bad, StaffCode::TouchDead, "touch_dead", {{"count", std::to_string(grid.left())}, {"places", places}}});
}

bool on_touch_test(Turn& turn, const Event& event) {
  SelfTestState& test = test_of(turn);
  if (const auto* wiped = as<CellsWiped>(event)) {
    if (wipe_cells(test.grid, wiped->columns, wiped->rows, wiped->cells)) {
      test.last_wipe = turn.c.now;
      test.touch_asking = false;
    }
    if (test.grid.complete()) conclude_touch(turn);
  } else if (pressed(event, Action::TestYes)) {       // go on wiping
    test.touch_asking = false;
    test.last_wipe = turn.c.now;
  } else if (pressed(event, Action::TestNo)) {        // these places do not answer
    conclude_touch(turn);
  } else if (pressed(event, Action::Back) || pressed(event, Action::TestSkip)) {
    break_off(test);
    turn.go(Step::StaffSelfTest);
  } else {
    return false;
  }
  return true;
}

bool on_sms_test(Turn& turn, const Event& event) {
  Model& m = turn.m;
  SelfTestState& test = test_of(turn);
  switch (test.sms) {
    case TestSmsPhase::Choose:
      if (pressed(event, Action::TestSmsNumber)) {
        test.sms = TestSmsPhase::Number;
        result_at(turn).outcome = TestOutcome::Asking;
        return true;
      }
      return false;
    case TestSmsPhase::Number: {
      if (type_into_entry(turn, event, kDigits, kTestPhoneDigits)) return true;
      if (!pressed(event, Action::Next)) return false;
      auto parsed = PhoneNumber::parse(m.entry);
      if (!parsed.ok) {
        m.problem = "phone." + std::string(code_of(parsed.problem));
        return true;
      }
      test.sms = TestSmsPhase::Sending;
      result_at(turn).outcome = TestOutcome::Running;
      test.order = m.next_command++;
      turn.order(SendTestMessage{test.order, std::move(parsed.number)});
      wipe(m.entry);
      return true;
    }
    case TestSmsPhase::Code:
      if (type_into_entry(turn, event, kDigits, kCodeDigits)) return true;
      if (pressed(event, Action::TestNo)) {
        conclude(turn, {TestOutcome::Bad, StaffCode::GatewayUnknown, "sms_not_arrived", {}});
        return true;
      }
      if (!pressed(event, Action::Next)) return false;
      if (m.entry.size() < kCodeDigits) {
        m.problem = "problem.code_short";
        return true;
      }
      test.sms = TestSmsPhase::Checking;
      result_at(turn).outcome = TestOutcome::Running;
      test.order = m.next_command++;
      turn.order(CheckTestCode{test.order, test.sms_sid, Secret(m.entry)});
      wipe(m.entry);
      return true;
    case TestSmsPhase::Sending:
    case TestSmsPhase::Checking: return false;
  }
  return false;
}

// はい and いいえ of what a person saw or heard.
bool on_answer(Turn& turn, const Event& event) {
  const bool yes = pressed(event, Action::TestYes);
  if ((!yes && !pressed(event, Action::TestNo)) || result_at(turn).outcome != TestOutcome::Asking) return false;
  switch (test_of(turn).at) {
    case TestItem::Sound:
      conclude(turn, yes ? TestResult{TestOutcome::Good, {}, "sound_heard", {}}
                         : TestResult{TestOutcome::Bad, StaffCode::SoundMissing, "sound_not_heard", {}});
      return true;
    case TestItem::Printer:
      conclude(turn, yes ? TestResult{TestOutcome::Good, {}, "slip_legible", {}}
                         : TestResult{TestOutcome::Bad, StaffCode::SlipIllegible, "slip_illegible", {}});
      return true;
    case TestItem::Touch:
    case TestItem::Scanner:
    case TestItem::Clock:
    case TestItem::Disk:
    case TestItem::Pack:
    case TestItem::Sms:
    case TestItem::Qr: return false;
  }
  return false;
}

bool on_item_press(Turn& turn, const Event& event) {
  SelfTestState& test = test_of(turn);
  if (test.at == TestItem::Sms && on_sms_test(turn, event)) return true;
  if (on_answer(turn, event)) return true;
  const TestOutcome outcome = result_at(turn).outcome;
  if (pressed(event, Action::TestSkip)) {
    break_off(test);
    conclude(turn, {TestOutcome::Skipped, {}, {}, {}});
  } else if (pressed(event, Action::TestAgain)) {
    go_to_item(turn, test.at);
  } else if (pressed(event, Action::Next) && is_settled(outcome)) {
    go_on(turn);
  } else if ((pressed(event, Action::Next) || pressed(event, Action::TestRun)) && outcome == TestOutcome::Open) {
    if (test.at != TestItem::Touch) {
      run_item(turn);
      return true;
    }
    test.grid = TouchGrid{};
    test.last_wipe = turn.c.now;
    turn.go(Step::StaffTouchTest);
    result_at(turn).outcome = TestOutcome::Running;
  } else if (pressed(event, Action::Back)) {
    break_off(test);
    test.overview = true;
  } else {
    return pressed(event, Action::Next);
  }
  return true;
}

bool on_overview_press(Turn& turn, const Event& event) {
  SelfTestState& test = test_of(turn);
  if (const auto* chosen = as<TestItemChosen>(event)) {
    if (!test.begun) return true;
    go_to_item(turn, chosen->item);
  } else if (pressed(event, Action::TestAnew) || (pressed(event, Action::Next) && !test.begun)) {
    test = SelfTestState{};
    test.begun = true;
    test.begun_at = turn.c.wall;
    go_on(turn);
  } else if (pressed(event, Action::Next) && next_open(test)) {
    go_on(turn);
  } else {
    return false;  // もどる is the staff's own way home
  }
  return true;
}

// Replies to the item at hand.
bool on_test_report(Turn& turn, Event& event) {
  SelfTestState& test = test_of(turn);
  const auto mine = [&](CommandId id) {
    if (id != 0 && id == test.order) return true;
    turn.note("late_reply", "self_test");
    return false;
  };
  if (auto* told = std::get_if<TestTold>(&event)) {
    if (!mine(told->id)) return true;
    test.sheet = std::move(told->sheet);
    if (told->result.outcome == TestOutcome::Asking) {
      test.order = 0;
      result_at(turn) = std::move(told->result);
    } else {
      conclude(turn, std::move(told->result));
    }
  } else if (auto* sent = std::get_if<TestMessageSent>(&event)) {
    if (!mine(sent->id)) return true;
    test.order = 0;
    test.sms = TestSmsPhase::Code;
    test.sms_sid = std::move(sent->sid);
    test.sms_tag = std::move(sent->tag);
    test.sms_masked = std::move(sent->masked);
    result_at(turn).outcome = TestOutcome::Asking;
  } else if (const auto* wrong = as<TestCodeWrong>(event)) {
    if (!mine(wrong->id)) return true;
    test.order = 0;
    test.sms = TestSmsPhase::Code;
    result_at(turn).outcome = TestOutcome::Asking;
    turn.m.problem = "code_note.wrong";
  } else if (const auto* slip = as<TestSlipTold>(event)) {
    if (!mine(slip->id)) return true;
    switch (slip->news) {
      case TestSlipNews::Drawn:
        test.slip_picture = slip->picture;
        test.slip_width = slip->width;
        test.slip_height = slip->height;
        break;
      case TestSlipNews::Printed:
      case TestSlipNews::Unknown:
        test.order = 0;
        test.slip = TestSlipPhase::AskLegible;
        result_at(turn).outcome = TestOutcome::Asking;
        break;
      case TestSlipNews::Failed: conclude(turn, {TestOutcome::Bad, slip->code, "printer_failed", {}}); break;
    }
  } else {
    return false;
  }
  return true;
}

}  // namespace

void self_test_tick(Turn& turn) {
  SelfTestState& test = test_of(turn);
  if (turn.m.step != Step::StaffTouchTest) return;
  const auto still = turn.c.now - test.last_wipe;
  if (!test.touch_asking && still >= turn.c.delays.touch_pause) {
    test.touch_asking = true;
  } else if (test.touch_asking && still >= turn.c.delays.touch_pause + turn.c.delays.idle_answer) {
    conclude_touch(turn);  // where nothing answers, nobody can press a button that says so
  }
}

bool on_self_test(Turn& turn, Event& event) {
  if (on_test_report(turn, event)) return true;
  if (turn.m.step == Step::StaffTouchTest) return on_touch_test(turn, event);
  if (turn.m.step != Step::StaffSelfTest) return false;
  return test_of(turn).overview ? on_overview_press(turn, event) : on_item_press(turn, event);
}

}  // namespace desk::flow
