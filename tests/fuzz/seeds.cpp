#include "tests/fuzz/seeds.h"

#include <algorithm>
#include <filesystem>

#include "data/base/document.h"
#include "tests/places.h"

namespace desk::fuzz {

std::string packs_folder() { return source_tree() + "/data/catalog/packs"; }

std::vector<YearFile> pack_files(const std::string& name) {
  std::vector<YearFile> files;
  for (const auto& entry : std::filesystem::directory_iterator(packs_folder())) {
    if (!std::filesystem::exists(entry.path() / name)) continue;
    if (auto text = read_file((entry.path() / name).string())) files.push_back({std::stoi(entry.path().filename().string()), std::move(*text)});
  }
  std::sort(files.begin(), files.end(), [](const YearFile& a, const YearFile& b) { return a.year < b.year; });
  return files;
}

std::vector<std::string> golden_lines() {
  std::vector<std::string> lines;
  for (const auto& [year, text] : pack_files("golden.toml")) {
    const auto document = parse_toml(text, "golden.toml");
    if (!document) continue;
    const Node* cases = document->find("case");
    if (cases == nullptr || cases->array() == nullptr) continue;
    for (const Node& each : *cases->array()) {
      const Node* call = each.find("call");
      const Node* input = each.find("input");
      if (call == nullptr || call->string() == nullptr || input == nullptr) continue;
      // With the year, as the runner of golden cases gives it, and without: calls about numbers know none.
      lines.push_back(*call->string() + " " + dump_json(*input));
      Node whole = *input;
      if (whole.find("year") == nullptr) whole.set("year", Node{year});
      lines.push_back(*call->string() + " " + dump_json(whole));
    }
  }
  return lines;
}

}  // namespace desk::fuzz
