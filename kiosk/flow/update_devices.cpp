// 機械の状態: every part is asked when the panel is opened, and again by a touch. An answer that does not come in its time is no answer:
// the part is unknown, never green.
#include "kiosk/flow/turn_machine.h"

namespace desk::flow {
namespace {

void ask(Turn& turn, DeviceKind kind) {
  DeviceState& state = turn.m.machine.devices.of(kind);
  if (state.order != 0) return;
  state.order = turn.m.next_command++;
  state.ordered = turn.c.now;
  turn.order(AskDevice{state.order, kind});
}

std::chrono::seconds patience_with(DeviceKind kind, const Delays& delays) {
  return kind == DeviceKind::Scanner ? delays.scanner_answer : delays.device_answer;
}

}  // namespace

void ask_all_devices(Turn& turn) {
  for (const DeviceKind kind : kDeviceKinds) ask(turn, kind);
}

void tell_device(Turn& turn, DeviceReport report) {
  const DeviceKind kind = report.kind;
  // That a loudspeaker is there says less than that somebody has heard it: a self-test's word stands until it is disproved.
  const DeviceReport& known = turn.m.machine.devices.of(kind).report;
  if (report.note.ends_with("_present") && known.note.starts_with("tested_") && known.level != DeviceLevel::Absent) return;
  const auto code = report.code;
  switch (take_report(turn.m.machine.devices, std::move(report), turn.c.wall)) {
    case DeviceChange::Failed: turn.order(RecordDevice{kind, code, false}); break;
    case DeviceChange::Recovered: turn.order(RecordDevice{kind, code, true}); break;
    case DeviceChange::First:
    case DeviceChange::None: break;
  }
}

void notice_devices(Turn& turn, const Event& event) {
  // What a visit meets is news of the device as well: nobody has to ask for it.
  if (const auto* failed = as<SlipFailed>(event)) {
    // A slip that could not be drawn or coded says nothing about the printer.
    const int number = static_cast<int>(failed->code);
    if (number >= 301 && number <= 305) tell_device(turn, {DeviceKind::Printer, DeviceLevel::Bad, failed->code, "printer_failed", {}});
  } else if (as<SlipPrinted>(event)) {
    tell_device(turn, {DeviceKind::Printer, DeviceLevel::Good, {}, "printer_printed", {}});
  } else if (const auto* fault = as<ScanFaulted>(event)) {
    // An empty feeder or a page that cannot be used is the person's, not the scanner's.
    if (fault->code != StaffCode::ScannerEmpty && fault->code != StaffCode::PageUnusable) {
      // The shell has put it into the trail with the application it belongs to.
      (void)take_report(turn.m.machine.devices, {DeviceKind::Scanner, DeviceLevel::Bad, fault->code, "scanner_failed", {}}, turn.c.wall);
    }
  } else if (as<ScanEnded>(event)) {
    tell_device(turn, {DeviceKind::Scanner, DeviceLevel::Good, {}, "scanner_scanned", {}});
  }
}

void devices_tick(Turn& turn) {
  for (DeviceState& state : turn.m.machine.devices.all) {
    if (state.order == 0 || turn.c.now - state.ordered < patience_with(state.report.kind, turn.c.delays)) continue;
    state.order = 0;  // a late answer finds nobody
    tell_device(turn, {state.report.kind, DeviceLevel::Unknown, {}, "no_answer", {}});
  }
}

bool on_devices(Turn& turn, Event& event) {
  if (auto* told = std::get_if<DeviceTold>(&event)) {
    DeviceState& state = turn.m.machine.devices.of(told->report.kind);
    if (told->id == 0 || state.order != told->id) {
      turn.note("late_reply", std::string(name_of(told->report.kind)));
      return true;
    }
    state.order = 0;
    tell_device(turn, std::move(told->report));
    return true;
  }
  if (turn.m.step != Step::StaffDevices) return false;
  if (const auto* asked = as<DeviceAsked>(event)) {
    ask(turn, asked->kind);
  } else if (pressed(event, Action::AskDevices) || pressed(event, Action::Next)) {
    ask_all_devices(turn);
  } else {
    return false;
  }
  return true;
}

}  // namespace desk::flow
