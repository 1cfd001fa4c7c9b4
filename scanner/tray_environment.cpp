#include "scanner/tray_environment.h"

#include <filesystem>
#include <fstream>

namespace desk::scanner {

namespace fs = std::filesystem;

std::string tray_folder(const std::string& directory) { return (fs::path(directory) / "tray").string(); }

Result<std::vector<std::pair<std::string, std::string>>> tray_environment(const std::string& directory, const std::string& driver_directory) {
  const fs::path driver = fs::path(driver_directory) / "libsane-desk.so.1";
  const fs::path sane = fs::path(directory) / "sane";
  std::error_code error;
  if (!fs::exists(driver, error)) return fail(Failure{StaffCode::ScannerNotFound, driver.string(), "the demonstration scanner is not installed"});
  fs::create_directories(sane / "dll.d", error);  // empty: or SANE would also read the system's own
  fs::create_directories(tray_folder(directory), error);
  std::ofstream conf(sane / "dll.conf");
  conf << "desk\n";
  conf.close();
  if (error || !conf) return fail(Failure{StaffCode::ScannerNotFound, sane.string(), "cannot write the demonstration scanner's folder"});
  return std::vector<std::pair<std::string, std::string>>{
      {"SANE_CONFIG_DIR", sane.string()},  // without a trailing colon: nothing of the system's scanners
      {"LD_LIBRARY_PATH", driver_directory},
      {"DESK_TRAY", tray_folder(directory)},
  };
}

}  // namespace desk::scanner
