// Which scanners there are, asked driver by driver.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "data/base/clock.h"
#include "scanner/scanner.h"

namespace desk::scanner {

// SANE asks its drivers one after another in one process, so one that waits for a switched-off scanner, or crashes, hides all others
// (scanservjs #285, sane-airscan #103). Here each driver named in dll.conf and dll.d is asked in a process of its own, at most four at
// a time, and one that is late is ended and left out. Call before any thread is started: it forks.
[[nodiscard]] std::vector<Device> find_devices(std::chrono::milliseconds each, std::chrono::milliseconds all, const Clock& clock);

// The drivers that a dll.conf names, in its order: comments and blank lines left out, "net" from "net  # remote".
[[nodiscard]] std::vector<std::string> drivers_in(const std::string& dll_conf);

}  // namespace desk::scanner
