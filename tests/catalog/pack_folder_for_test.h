// The packs of the repository as text, and a folder in which a test may break a copy of one.
#pragma once

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "data/base/document.h"
#include "data/catalog/catalogue.h"
#include "tests/places.h"

namespace desk::catalog {

inline const std::string kPacks = source_tree() + "/data/catalog/packs";

inline std::string text_of_2026(std::string_view file = "pack.toml") { return *read_file(kPacks + "/2026/" + std::string(file)); }

// A copy of the pack of 2026 in a folder of its own, where a test changes one thing; gone when the test ends.
class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / ("desk-packs-" + std::to_string(getpid()))) {
    write_year("2026");
    std::filesystem::copy_file(kPacks + "/holidays.toml", path_ / "holidays.toml", std::filesystem::copy_options::overwrite_existing);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  // A whole copy of 2026 under another year's name.
  void write_year(const std::string& year) const {
    std::filesystem::create_directories(path_ / year);
    for (const std::string_view file : kPackFiles) write(year + "/" + std::string(file), text_of_2026(file));
  }
  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

inline int line_of(const std::string& text, const std::string& wanted) {
  const auto at = text.find(wanted);
  EXPECT_NE(at, std::string::npos) << wanted;
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

}  // namespace desk::catalog
