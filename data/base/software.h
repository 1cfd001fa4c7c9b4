// The software of this machine by its numbers: what staff are shown, what the record of a start keeps, and what an update has to be newer than.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "data/base/result.h"

namespace desk {

[[nodiscard]] const char* program_version();  // "0.1.0"

// Images of the appliance are numbered by the minute in which they were made: 202612010930.
inline constexpr std::int64_t kMostImageSerial = 999'999'999'999;
inline constexpr const char* kImageSerialFile = "/usr/share/desk-kiosk/image-serial";  // of the booted image; absent outside the appliance

// None: there is no such file. UpdateNotAppliance for one that holds no number: without it an older image could not be told.
[[nodiscard]] Result<std::optional<std::int64_t>> image_serial(const std::string& file = kImageSerialFile);

}  // namespace desk
