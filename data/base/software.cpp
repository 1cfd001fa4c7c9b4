#include "data/base/software.h"

#include <charconv>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "data/base/document.h"

namespace desk {

const char* program_version() { return DESK_VERSION; }

Result<std::optional<std::int64_t>> image_serial(const std::string& file) {
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return std::optional<std::int64_t>();
  const auto text = read_file(file, StaffCode::UpdateNotAppliance);
  if (!text) return fail(text.error());
  std::string_view digits = *text;
  if (digits.ends_with('\n')) digits.remove_suffix(1);
  std::int64_t serial = 0;
  const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), serial);
  if (problem != std::errc{} || end != digits.data() + digits.size() || serial < 1 || serial > kMostImageSerial) {
    return fail(Failure{StaffCode::UpdateNotAppliance, file, "holds no number of an image"});
  }
  return std::optional(serial);
}

}  // namespace desk
