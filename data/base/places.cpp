#include "data/base/places.h"

#include <filesystem>
#include <system_error>

namespace desk {
namespace fs = std::filesystem;

std::string program_folder() {
  std::error_code problem;
  return fs::read_symlink("/proc/self/exe", problem).parent_path();
}

std::string helper_program(std::string_view name) {
  std::error_code problem;
  const fs::path here = program_folder();
  const fs::path beside = here / name;
  return fs::exists(beside, problem) ? beside : here.parent_path() / "libexec/desk-kiosk" / name;
}

std::string data_folder() {
  std::error_code problem;
  const fs::path here = program_folder();
  const fs::path installed = here.parent_path() / "share/desk-kiosk";
  // build/PRESET/bin below the sources; found from there, so that no package names the machine that built it.
  return fs::exists(installed / "text/ja.toml", problem) ? installed : here.parent_path().parent_path().parent_path() / "data";
}

}  // namespace desk
