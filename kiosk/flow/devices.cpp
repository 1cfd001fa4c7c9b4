#include "kiosk/flow/devices.h"

namespace desk::flow {
namespace {

bool works(DeviceLevel level) { return level == DeviceLevel::Good || level == DeviceLevel::Care || level == DeviceLevel::Absent; }

}  // namespace

std::string_view name_of(DeviceKind kind) {
  switch (kind) {
    case DeviceKind::Printer: return "printer";
    case DeviceKind::Scanner: return "scanner";
    case DeviceKind::Sms: return "sms";
    case DeviceKind::Page: return "page";
    case DeviceKind::Network: return "network";
    case DeviceKind::Clock: return "clock";
    case DeviceKind::Disk: return "disk";
    case DeviceKind::Pack: return "pack";
    case DeviceKind::Sound: return "sound";
    case DeviceKind::Touch: return "touch";
  }
  return "";
}

std::optional<DeviceKind> device_named(std::string_view name) {
  for (const DeviceKind kind : kDeviceKinds) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(DeviceLevel level) {
  switch (level) {
    case DeviceLevel::Unknown: return "unknown";
    case DeviceLevel::Good: return "good";
    case DeviceLevel::Care: return "care";
    case DeviceLevel::Bad: return "bad";
    case DeviceLevel::Absent: return "absent";
  }
  return "";
}

DevicesState::DevicesState() {
  for (const DeviceKind kind : kDeviceKinds) {
    of(kind).report.kind = kind;
    of(kind).report.note = "not_asked";
  }
}

DeviceChange take_report(DevicesState& devices, DeviceReport report, WallTime now) {
  DeviceState& state = devices.of(report.kind);
  const DeviceReport before = std::move(state.report);
  const bool known = before.level != DeviceLevel::Unknown;
  const bool same = state.since && before.level == report.level && before.code == report.code;
  if (!same) state.since = now;
  state.report = std::move(report);
  const DeviceLevel level = state.report.level;
  if (level == DeviceLevel::Unknown) return DeviceChange::None;  // nobody knows: that is no news of the device
  state.asked = now;
  if (level == DeviceLevel::Bad) return known && before.level == DeviceLevel::Bad && same ? DeviceChange::None : DeviceChange::Failed;
  if (before.level == DeviceLevel::Bad && works(level)) return DeviceChange::Recovered;
  return known ? DeviceChange::None : DeviceChange::First;
}

std::string cure_of(const DeviceReport& report) {
  return report.code ? "SC_" + std::to_string(static_cast<int>(*report.code)) : report.note;
}

}  // namespace desk::flow
