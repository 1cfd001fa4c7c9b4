// Where the tree lies that these tests were built from, and what was built. Said by one file of its own: all others are the same in every
// clone, so that a compiler cache knows them again.
#pragma once

#include <string>

namespace desk {

// Absolute, without a slash at the end.
[[nodiscard]] const std::string& source_tree();
[[nodiscard]] const std::string& build_tree();

}  // namespace desk
