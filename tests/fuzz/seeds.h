// Inputs to begin with: the packs and the golden cases of the repository.
#pragma once

#include <string>
#include <vector>

namespace desk::fuzz {

struct YearFile {
  int year = 0;
  std::string text;
};
// Every packs/YEAR/NAME, by year.
[[nodiscard]] std::vector<YearFile> pack_files(const std::string& name);
// Every golden case as a line of --batch: "estimate {"year":2026,…}".
[[nodiscard]] std::vector<std::string> golden_lines();
[[nodiscard]] std::string packs_folder();

}  // namespace desk::fuzz
