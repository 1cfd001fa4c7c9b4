#include "tests/fuzz/seeds.h"

#include <algorithm>
#include <filesystem>

#include "data/base/document.h"

namespace desk::fuzz {

std::string packs_folder() { return std::string(DESK_SOURCE_DIR) + "/data/catalog/packs"; }

std::vector<std::string> pack_files(const std::string& name) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(packs_folder())) {
    if (entry.path().filename() == name) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const std::string& path : paths) {
    if (auto text = read_file(path)) texts.push_back(std::move(*text));
  }
  return texts;
}

std::vector<std::string> golden_lines() {
  std::vector<std::string> lines;
  for (const std::string& text : pack_files("golden.toml")) {
    const auto document = parse_toml(text, "golden.toml");
    if (!document) continue;
    const Node* cases = document->find("case");
    if (cases == nullptr || cases->array() == nullptr) continue;
    for (const Node& each : *cases->array()) {
      const Node* call = each.find("call");
      const Node* input = each.find("input");
      if (call == nullptr || call->string() == nullptr || input == nullptr) continue;
      Node whole = *input;
      if (whole.find("year") == nullptr && *call->string() != "phone" && *call->string() != "corporate-number") whole.set("year", Node{2026});
      lines.push_back(*call->string() + " " + dump_json(whole));
    }
  }
  return lines;
}

}  // namespace desk::fuzz
