// How the composition root plugs the demonstration scanner in: a folder of SANE configuration that names only it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "data/base/result.h"

namespace desk::scanner {

// The name of the demonstration scanner for ScanJob::device.
inline constexpr const char* kTrayDevice = "desk:tray";

// Makes `directory`/sane/dll.conf and `directory`/tray (the feeder: put sheets there, see scanner/tray/sheets.h), and returns what
// SaneScannerOptions::environment needs. `driver_directory` holds libsane-desk.so.1.
[[nodiscard]] Result<std::vector<std::pair<std::string, std::string>>> tray_environment(const std::string& directory,
                                                                                        const std::string& driver_directory);
[[nodiscard]] std::string tray_folder(const std::string& directory);

}  // namespace desk::scanner
