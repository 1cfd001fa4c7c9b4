// The source tree as tests see it: files with their rooms, lines and includes.
#pragma once

#include <string>
#include <vector>

namespace desk::house {

struct Include {
  std::string path;
  bool angled = false;
  int line = 0;
};

struct SourceFile {
  std::string path;  // from the top of the tree
  std::string room;  // "data/base", "kiosk/flow", "auth", …
  std::vector<std::string> lines;
  std::vector<Include> includes;
};

// Every .h, .cpp and .def below the fixed folders, but tests unless asked for.
[[nodiscard]] std::vector<SourceFile> source_files(bool with_tests = false);
[[nodiscard]] std::string room_of(const std::string& path);
// A line without its // comment.
[[nodiscard]] std::string code_of(const std::string& line);

}  // namespace desk::house
