#include "data/base/failure.h"

namespace desk {

std::string to_string(StaffCode code) { return "SC-" + std::to_string(static_cast<int>(code)); }

std::string text_key(StaffCode code) { return "fault.SC_" + std::to_string(static_cast<int>(code)); }

std::string_view name_of(StaffCode code) {
  switch (code) {
#define STAFF_CODE(number, name) \
  case StaffCode::name:          \
    return #name;
#include "data/base/staff_codes.def"
#undef STAFF_CODE
  }
  return "";
}

const std::vector<StaffCode>& all_staff_codes() {
  static const std::vector<StaffCode> codes{
#define STAFF_CODE(number, name) StaffCode::name,
#include "data/base/staff_codes.def"
#undef STAFF_CODE
  };
  return codes;
}

std::optional<StaffCode> staff_code_from(int number) {
  for (StaffCode code : all_staff_codes()) {
    if (static_cast<int>(code) == number) return code;
  }
  return std::nullopt;
}

std::string Failure::message() const {
  std::string text = to_string(code);
  if (!where.empty()) text += " " + where + ":";
  return text + " " + reason;
}

}  // namespace desk
