// Inputs to begin with: the packs and the golden cases of the repository.
#pragma once

#include <string>
#include <vector>

namespace desk::fuzz {

// The text of every packs/YEAR/NAME, and of packs/NAME.
[[nodiscard]] std::vector<std::string> pack_files(const std::string& name);
// Every golden case as a line of --batch: "estimate {"year":2026,…}".
[[nodiscard]] std::vector<std::string> golden_lines();
[[nodiscard]] std::string packs_folder();

}  // namespace desk::fuzz
