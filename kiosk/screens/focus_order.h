// In which order the targets of a frame are met without a finger. Pure geometry, so that no screen keeps a list of its own:
//   order    the answers first, line by line as they are read, then keys, then buttons, then onward, back, staff, and the settings last
//   groups   the lines of that order, for two switches: a line is chosen first, then a key in it, so that a keyboard of 50 keys needs at
//            most its lines and its columns
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/screens/target.h"

namespace desk::screens {

enum class Direction { Up, Down, Left, Right };

// Disabled targets and pages to draw on are passed over.
[[nodiscard]] bool can_be_focused(const Target& target);

[[nodiscard]] std::vector<std::size_t> focus_order(const std::vector<Target>& targets);
// Few targets need no groups: each is then a group of its own.
[[nodiscard]] std::vector<std::vector<std::size_t>> scan_groups(const std::vector<Target>& targets);
// Where a new screen begins: its first answer, else its first key, else the affirmative button, else whatever comes first.
[[nodiscard]] std::optional<std::size_t> first_focus(const std::vector<Target>& targets);
// The nearest target that way; nothing where the panel ends.
[[nodiscard]] std::optional<std::size_t> focus_towards(const std::vector<Target>& targets, std::size_t from, Direction direction);
// For a focus whose target has gone: what stands nearest to its place.
[[nodiscard]] std::optional<std::size_t> focus_near(const std::vector<Target>& targets, Point place);

}  // namespace desk::screens
