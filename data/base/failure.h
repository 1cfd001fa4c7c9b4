// Failure: what went wrong, where, and the staff code under which the operator's guide explains it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace desk {

enum class StaffCode : int {
#define STAFF_CODE(number, name) name = number,
#include "data/base/staff_codes.def"
#undef STAFF_CODE
};

// "SC-204"
[[nodiscard]] std::string to_string(StaffCode code);
// "fault.SC_204", under which the texts hold its ".title" and ".body" for people
[[nodiscard]] std::string text_key(StaffCode code);
// "ScannerJammed"
[[nodiscard]] std::string_view name_of(StaffCode code);
[[nodiscard]] const std::vector<StaffCode>& all_staff_codes();
[[nodiscard]] std::optional<StaffCode> staff_code_from(int number);

struct Failure {
  StaffCode code = StaffCode::Internal;
  std::string where;   // a file and line, a field, a device, an address without secrets
  std::string reason;  // for staff and logs, in English; never personal data
  // "SC-103 packs/2026/pack.toml:41: rate above 1"
  [[nodiscard]] std::string message() const;
};

}  // namespace desk
