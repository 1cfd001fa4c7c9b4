// The list of staff PINs: one "name:argon2id hash" a line, "#" begins a remark, and "!unlocked SECONDS" is the operator's word that wrong
// tries up to then are forgiven. Pure: desk-ctl writes the file, desk-auth reads it at every check.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"

namespace desk::auth {

// What is wrong with a PIN that somebody wants to set: "short", "long", "not_digits", "one_digit", "run", "repeated", "few_digits". Six
// digits at the least, and none that is tried first (anchors 1.1).
[[nodiscard]] std::optional<std::string_view> weakness_of(std::string_view pin);
// A name that may stand in the list: no colon, no line end, not a remark.
[[nodiscard]] bool good_name(std::string_view name);

struct PinLine {
  std::string name;
  std::string hash;
};
[[nodiscard]] std::vector<PinLine> pin_lines(std::string_view list);
[[nodiscard]] std::string with_pin(std::string_view list, const std::string& name, const std::string& hash);  // replaces the name's line
[[nodiscard]] std::string without_pin(std::string_view list, std::string_view name);
[[nodiscard]] WallTime unlocked_at(std::string_view list);  // 0: never
[[nodiscard]] std::string with_unlock(std::string_view list, WallTime now);

}  // namespace desk::auth
