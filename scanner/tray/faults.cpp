#include "scanner/tray/faults.h"

#include <fstream>

namespace desk::scanner::tray {

std::optional<Fault> fault_in(const std::filesystem::path& tray) {
  std::ifstream file(tray / "fault");
  Fault fault;
  if (file >> fault.sheet >> fault.percent >> fault.what && fault.percent >= 0 && fault.percent <= 100) return fault;
  return std::nullopt;
}

bool present(const std::filesystem::path& tray, const char* name) {
  std::error_code error;
  return std::filesystem::exists(tray / name, error);
}

bool consume(const std::filesystem::path& tray, const char* name) {
  std::error_code error;
  return std::filesystem::remove(tray / name, error);
}

double pages_a_minute(const std::filesystem::path& tray) {
  std::ifstream file(tray / "ppm");
  double value = 0;
  return file >> value && value > 0 ? value : 0;
}

}  // namespace desk::scanner::tray
