// What can be asked of the machine itself: clock, disk, network, sound, touch panel, and the programme data. Where a part can only be
// looked up and not tried (a loudspeaker that nobody listens to), it is Unknown until the self-test has tried it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "data/base/clock.h"
#include "data/catalog/catalogue.h"
#include "kiosk/flow/devices.h"

namespace desk::checks {

// `at_start`: a stamp of this boot taken when the program began. A wall clock that nobody vouches for and that has since moved against the
// boot clock was set by hand or by a failing battery.
[[nodiscard]] flow::DeviceReport check_clock(const Clock& clock, const TimeStamp& at_start);

struct DiskAsk {
  std::string directory;                              // of the records
  std::function<bool(std::string_view step)> refuse;  // the store's own seam (StoreOptions::refuse_step): true is a full disk
};
// Free space, and one small file written, flushed to the medium, read back and removed.
[[nodiscard]] flow::DeviceReport check_disk(const DiskAsk& ask);

// Links with a carrier. Whether the provider is behind them is asked with the SMS.
[[nodiscard]] flow::DeviceReport check_network(const std::string& interfaces = "/sys/class/net");
[[nodiscard]] flow::DeviceReport check_sound(const std::string& cards = "/proc/asound/cards");
[[nodiscard]] flow::DeviceReport check_touch(const std::string& inputs = "/proc/bus/input/devices");
// `refused`: why the installed release is not in force.
[[nodiscard]] flow::DeviceReport check_pack(const catalog::Pack& pack, const Date& today, const std::optional<StaffCode>& refused);

}  // namespace desk::checks
