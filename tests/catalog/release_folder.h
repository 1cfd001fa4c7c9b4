// Folders of a test's own: a release to bring, a place to install it, keys. A copy of one small, real pack of the repository is what is
// signed; the tests of this room need it to load, no more.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <string>

#include "data/base/document.h"
#include "data/catalog/release.h"
#include "data/catalog/signature.h"
#include "tests/places.h"

namespace desk::catalog::test {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  // In memory where that is possible: no test here cuts the power, so what fsync waits for is not what they are about.
  TemporaryFolder() {
    const fs::path where = access("/dev/shm", W_OK) == 0 ? fs::path("/dev/shm") : fs::temp_directory_path();
    std::string pattern = (where / "desk-release-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] std::string at(const std::string& below) const { return (path_ / below).string(); }

 private:
  fs::path path_;
};

inline void write(const std::string& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }
inline std::string read(const std::string& file) { return *read_file(file); }

inline void replace_in(const std::string& file, const std::string& from, const std::string& to) {
  std::string text = read(file);
  const auto at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from << " is not in " << file;
  write(file, text.replace(at, from.size(), to));
}

// Every file and link below a folder with what it holds: two of them are equal only if nothing was touched.
inline std::map<std::string, std::string> picture_of(const std::string& folder) {
  std::map<std::string, std::string> out;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    const std::string path = fs::relative(entry.path(), folder).string();
    if (entry.is_symlink()) out[path] = "-> " + fs::read_symlink(entry.path()).string();
    else if (entry.is_regular_file()) out[path] = read(entry.path().string());
    else out[path] = "folder";
  }
  return out;
}

// The packs of the repository's newest year, to be changed and signed.
inline void copy_packs(const std::string& to) {
  const fs::path from = fs::path(source_tree()) / "data/catalog/packs";
  fs::create_directories(to);
  fs::copy(from / "holidays.toml", fs::path(to) / "holidays.toml");
  fs::copy(from / "2026", fs::path(to) / "2026", fs::copy_options::recursive);
}

}  // namespace desk::catalog::test
