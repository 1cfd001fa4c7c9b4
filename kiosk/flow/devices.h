// Devices: what the desk is made of, and how each part was when it was last asked. Nothing is good until it said so: a part that was
// not asked, or did not answer in its time, is Unknown. Plain values and pure functions; the shell asks (kiosk/checks), update() keeps.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/base/clock.h"
#include "data/base/failure.h"

namespace desk::flow {

enum class DeviceKind { Printer, Scanner, Sms, Page, Network, Clock, Disk, Pack, Sound, Touch };
inline constexpr std::array kDeviceKinds{DeviceKind::Printer, DeviceKind::Scanner, DeviceKind::Sms,  DeviceKind::Page,  DeviceKind::Network,
                                         DeviceKind::Clock,   DeviceKind::Disk,    DeviceKind::Pack, DeviceKind::Sound, DeviceKind::Touch};
[[nodiscard]] std::string_view name_of(DeviceKind kind);  // "printer": in text keys, audit rows and desk-ctl
[[nodiscard]] std::optional<DeviceKind> device_named(std::string_view name);

// Good: it answered and works. Care: it works, but somebody should look. Bad: it does not work. Absent: this desk has none, and needs none.
enum class DeviceLevel { Unknown, Good, Care, Bad, Absent };
[[nodiscard]] std::string_view name_of(DeviceLevel level);  // "good"

using WordArguments = std::vector<std::pair<std::string, std::string>>;

struct DeviceReport {
  DeviceKind kind = DeviceKind::Printer;
  DeviceLevel level = DeviceLevel::Unknown;
  std::optional<StaffCode> code;
  std::string note;          // text key device.note.<note>: what exactly was found
  WordArguments arguments;   // of the note; figures and names of parts, never personal data
};

struct DeviceState {
  DeviceReport report;
  std::optional<WallTime> since;   // when it was first found to be so
  std::optional<WallTime> asked;   // when it last answered
  std::uint64_t order = 0;         // the question under way; 0: none
  SteadyTime ordered;              // when it was put
};

struct DevicesState {
  std::array<DeviceState, kDeviceKinds.size()> all;
  DevicesState();
  [[nodiscard]] DeviceState& of(DeviceKind kind) { return all[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] const DeviceState& of(DeviceKind kind) const { return all[static_cast<std::size_t>(kind)]; }
};

// How the report changes what was known. First: nothing was known before, which is news only when it is bad.
enum class DeviceChange { None, First, Failed, Recovered };
DeviceChange take_report(DevicesState& devices, DeviceReport report, WallTime now);

// The one-line cure: by its code when it has one, else by its note. The text key below device.cure.
[[nodiscard]] std::string cure_of(const DeviceReport& report);

}  // namespace desk::flow
