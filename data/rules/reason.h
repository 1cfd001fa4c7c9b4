// Reason: a stable code with what its text needs. The text is the key "reason.CODE" of data/text.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace desk::rules {

// Values are unformatted: yen and counts as digits, dates as YYYY-MM-DD, ids of the catalogue. An argument called "document" is a
// document kind id, "step" a step id, "frame" a frame id: print the catalogue's name.
struct Reason {
  std::string code;
  std::vector<std::pair<std::string, std::string>> args;
};

[[nodiscard]] inline bool has_code(const std::vector<Reason>& reasons, std::string_view code) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& each) { return each.code == code; });
}

}  // namespace desk::rules
