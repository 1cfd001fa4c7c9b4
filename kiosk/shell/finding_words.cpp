#include "kiosk/shell/finding_words.h"

#include "data/base/document.h"

namespace desk::shell {
namespace {

constexpr scanner::FindingCode kAll[] = {scanner::FindingCode::Blank,   scanner::FindingCode::Crooked, scanner::FindingCode::EdgeCut,
                                         scanner::FindingCode::Blurred, scanner::FindingCode::TooDark, scanner::FindingCode::Faint,
                                         scanner::FindingCode::ResolutionLow, scanner::FindingCode::SizeUnusual,
                                         scanner::FindingCode::Streaked};

// Another paper size is worth telling but no reason to feed the page again: a licence copy is small by nature.
bool asks_for_care(scanner::FindingCode code) { return code != scanner::FindingCode::SizeUnusual; }

double number_in(const Node& node, std::string_view key) {
  const Node* child = node.find(key);
  if (child == nullptr) return 0;
  if (const double* real = child->real()) return *real;
  if (const std::int64_t* whole = child->integer()) return static_cast<double>(*whole);
  return 0;
}

}  // namespace

std::string_view word_of(scanner::FindingCode code) {
  switch (code) {
    case scanner::FindingCode::Blank: return "blank";
    case scanner::FindingCode::Crooked: return "crooked";
    case scanner::FindingCode::EdgeCut: return "edge_cut";
    case scanner::FindingCode::Blurred: return "blurred";
    case scanner::FindingCode::TooDark: return "too_dark";
    case scanner::FindingCode::Faint: return "faint";
    case scanner::FindingCode::ResolutionLow: return "resolution_low";
    case scanner::FindingCode::SizeUnusual: return "size_unusual";
    case scanner::FindingCode::Streaked: return "streaked";
  }
  return "";
}

std::vector<flow::PageFinding> words_of(const std::vector<scanner::Finding>& findings) {
  std::vector<flow::PageFinding> words;
  for (const scanner::Finding& finding : findings) words.push_back({std::string(word_of(finding.code)), asks_for_care(finding.code)});
  return words;
}

std::string findings_to_json(const std::vector<scanner::Finding>& findings) {
  Node list{Node::Value{Array{}}};
  for (const scanner::Finding& finding : findings) {
    Node one;
    one.set("code", word_of(finding.code));
    one.set("measured", Node::Value{finding.measured});
    one.set("limit", Node::Value{finding.limit});
    list.push(std::move(one));
  }
  return dump_json(list);
}

std::vector<scanner::Finding> findings_from_json(std::string_view json) {
  std::vector<scanner::Finding> findings;
  const auto list = parse_json(json, "findings");
  if (!list || list->array() == nullptr) return findings;
  for (const Node& one : *list->array()) {
    const Node* code = one.find("code");
    const std::string* word = code != nullptr ? code->string() : nullptr;
    for (scanner::FindingCode known : kAll) {
      if (word != nullptr && *word == word_of(known)) findings.push_back({known, number_in(one, "measured"), number_in(one, "limit")});
    }
  }
  return findings;
}

}  // namespace desk::shell
