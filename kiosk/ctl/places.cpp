#include "kiosk/ctl/places.h"

#include <filesystem>
#include <system_error>

namespace desk::ctl {
namespace {

namespace fs = std::filesystem;

std::string first_there(const fs::path& beside_sources, const char* installed) {
  std::error_code error;
  return fs::exists(beside_sources, error) ? beside_sources.string() : std::string(installed);
}

}  // namespace

std::string program_directory() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path().string();
}

std::string default_packs_directory() { return first_there(fs::path(DESK_DATA_DIR) / "catalog" / "packs", "/usr/share/desk-kiosk/catalog/packs"); }

std::string text_directory() { return first_there(fs::path(DESK_DATA_DIR) / "text", "/usr/share/desk-kiosk/text"); }

}  // namespace desk::ctl
