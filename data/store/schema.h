// The tables of desk.db and keys.db. Migrations only add (design 4.13): a neighbouring release reads and writes what this one wrote, so a
// step is never changed once released; a new one is appended, and a column that it adds has a default or may be null.
#pragma once

#include <string_view>
#include <vector>

namespace desk::store {

[[nodiscard]] const std::vector<std::string_view>& desk_migrations();
[[nodiscard]] const std::vector<std::string_view>& key_migrations();

}  // namespace desk::store
