#include "tests/house/tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/places.h"

namespace desk::house {
namespace fs = std::filesystem;

std::string room_of(const std::string& path) {
  const auto first = path.find('/');
  const std::string top = path.substr(0, first);
  if (top != "data" && top != "kiosk") return top;
  const auto second = path.find('/', first + 1);
  return second == std::string::npos ? top : path.substr(0, second);
}

std::string code_of(const std::string& line) {
  bool quoted = false;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    if (line[i] == '\\') ++i;
    else if (line[i] == '"') quoted = !quoted;
    else if (!quoted && line[i] == '/' && line[i + 1] == '/') return line.substr(0, i);
  }
  return line;
}

std::vector<SourceFile> source_files(bool with_tests) {
  static const std::regex include(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
  std::vector<SourceFile> files;
  for (const char* top : {"data", "auth", "scanner", "printer", "kiosk", "tests"}) {
    if (std::string(top) == "tests" && !with_tests) continue;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(source_tree()) / top)) {
      const std::string extension = entry.path().extension();
      if (extension != ".h" && extension != ".cpp" && extension != ".def") continue;
      SourceFile file;
      file.path = fs::relative(entry.path(), source_tree());
      file.room = room_of(file.path);
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        std::smatch match;
        if (std::regex_search(line, match, include)) {
          file.includes.push_back({match[2], match[1] == "<", static_cast<int>(file.lines.size()) + 1});
        }
        file.lines.push_back(std::move(line));
      }
      files.push_back(std::move(file));
    }
  }
  std::sort(files.begin(), files.end(), [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace desk::house
