// 練習 and 設定: the practice is a desk of its own beside this one, opened and closed by the shell; settings are kept at once.
#include "kiosk/flow/turn_machine.h"

namespace desk::flow {
namespace {

bool on_fault_switch(Turn& turn, const Event& event) {
  PracticeState& practice = turn.m.machine.practice;
  const auto* toggled = as<FaultToggled>(event);
  if (toggled == nullptr || !practice.here) return false;
  const bool on = !practice.faults.contains(toggled->fault);
  if (on) {
    for (const PracticeFault other : instead_of(toggled->fault)) {
      if (practice.faults.erase(other) > 0) turn.order(SetPracticeFault{other, false});
    }
    practice.faults.insert(toggled->fault);
  } else {
    practice.faults.erase(toggled->fault);
  }
  turn.order(SetPracticeFault{toggled->fault, on});
  return true;
}

bool on_practice_report(Turn& turn, const Event& event) {
  PracticeState& practice = turn.m.machine.practice;
  const auto mine = [&](CommandId id) {
    if (id == 0 || id != practice.order) return false;
    practice.order = 0;
    return true;
  };
  if (as<PracticeBegun>(event)) {
    practice.here = true;
  } else if (const auto* offered = as<PracticeOffered>(event)) {
    if (mine(offered->id)) practice.offered = offered->days;
  } else if (const auto* opened = as<PracticeOpened>(event)) {
    if (!mine(opened->id)) return true;
    practice.opening = false;
    practice.away = true;
    turn.order(RecordPractice{true, turn.m.staff.name});
  } else if (const auto* refused = as<PracticeNotOpened>(event)) {
    if (!mine(refused->id)) return true;
    practice.opening = false;
    practice.refused = refused->code;
  } else if (as<PracticeOver>(event)) {
    // Back at the real desk. Who practised may have been away for an hour: the staff's screens ask for the PIN as after any pause.
    if (practice.away) turn.order(RecordPractice{false, turn.m.staff.name});
    practice.away = false;
    turn.m.last_touch = turn.c.now;
  } else {
    return false;
  }
  return true;
}

}  // namespace

void practice_tick(Turn& turn) {
  Model& m = turn.m;
  if (!m.machine.practice.here || m.step != Step::Attract) return;
  // Nobody practises any more: the next person is to find the real desk.
  if (turn.c.now - m.last_touch >= turn.c.delays.practice_idle) turn.order(EndPractice{});
}

bool on_practice(Turn& turn, const Event& event) {
  Model& m = turn.m;
  PracticeState& practice = m.machine.practice;
  if (on_practice_report(turn, event) || on_fault_switch(turn, event)) return true;
  if (pressed(event, Action::OpenPractice) && practice.here) {
    m.overlay = Overlay::Practice;
    return true;
  }
  if (pressed(event, Action::EndPractice) && practice.here) {
    turn.end(Ending::Cancelled);
    turn.order(EndPractice{});
    return true;
  }
  if (m.step != Step::StaffTraining) return false;
  if (const auto* chosen = as<PracticeDayChosen>(event)) {
    const auto index = static_cast<std::size_t>(chosen->index);
    if (practice.opening || practice.here || chosen->index < 0 || index >= practice.offered.size()) return true;
    practice.opening = true;
    practice.refused.reset();
    practice.order = m.next_command++;
    turn.order(OpenPractice{practice.order, practice.offered[index]});
    return true;
  }
  return false;
}

bool on_desk_settings(Turn& turn, Event& event) {
  Model& m = turn.m;
  SettingsDesk& settings = m.machine.settings;
  if (auto* read = std::get_if<DeskSettingsRead>(&event)) {
    settings.now = read->settings;
    settings.fault = read->fault;
    if (m.step == Step::Attract) m.settings = settings.now.first;
    turn.order(ApplySettings{});
    return true;
  }
  if (const auto* saved = as<DeskSettingsSaved>(event)) {
    if (saved->id != settings.order) return true;  // an older change; the newer one is on its way
    settings.order = 0;
    settings.saved = true;
    settings.fault.reset();
    return true;
  }
  if (const auto* refused = as<DeskSettingsNotSaved>(event)) {
    if (refused->id != settings.order) return true;
    settings.order = 0;
    settings.fault = refused->code;
    return true;
  }
  if (m.step != Step::StaffSettings) return false;
  if (const auto* asked = as<SettingAsked>(event)) {
    settings.asking = asked->setting;
    settings.saved = false;
    return true;
  }
  if (const auto* chosen = as<SettingChosen>(event)) {
    if (!settings.asking) return true;
    if (!set_value(settings.now, *settings.asking, chosen->value)) return true;
    settings.asking.reset();
    m.settings = settings.now.first;  // staff see what the next person will see
    settings.saved = false;
    settings.order = m.next_command++;
    turn.order(ApplySettings{});
    turn.order(SaveDeskSettings{settings.order, settings.now});
    return true;
  }
  if (pressed(event, Action::Back) && settings.asking) {
    settings.asking.reset();
    return true;
  }
  return false;
}

void machine_entered(Turn& turn, Step from) {
  Model& m = turn.m;
  SelfTestState& test = m.machine.self_test;
  const auto testing = [](Step step) { return step == Step::StaffSelfTest || step == Step::StaffTouchTest; };
  if (testing(from) && !testing(m.step)) {
    break_off(test);
    test.overview = true;
  }
  switch (m.step) {
    case Step::StaffDevices: ask_all_devices(turn); break;
    case Step::StaffSelfTest:
      if (!testing(from)) test.overview = true;
      break;
    case Step::StaffTouchTest:
      if (from != Step::StaffSelfTest) {
        test.at = TestItem::Touch;
        test.overview = false;
        test.grid = TouchGrid{};
        test.of(TestItem::Touch) = TestResult{TestOutcome::Running, {}, {}, {}};
        test.last_wipe = turn.c.now;
      }
      break;
    case Step::StaffTraining:
      m.machine.practice.refused.reset();
      if (m.machine.practice.here) break;  // one practice at a time
      m.machine.practice.order = m.next_command++;
      turn.order(ListPracticeDays{m.machine.practice.order});
      break;
    case Step::StaffSettings:
      m.machine.settings.asking.reset();
      m.machine.settings.saved = false;
      break;
    default: break;  // no other screen is the machine's
  }
}

}  // namespace desk::flow
