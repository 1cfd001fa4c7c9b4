// desk-ctl as an operator's script meets it: words in, output, complaints and exit code back.
#pragma once

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "kiosk/ctl/groups.h"
#include "data/base/places.h"
#include "kiosk/ctl/program.h"

namespace desk::ctl::test {

struct Outcome {
  int exit_code;
  std::string out, err;
};

inline Outcome run(const std::vector<std::string>& words, const Clock& clock, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  const int exit_code = run_program(words, all_verbs(), {clock, data_folder() + "/catalog/packs", in, out, err});
  return {exit_code, out.str(), err.str()};
}

inline Node json(const std::string& line) {
  auto node = parse_json(line, "answer");
  EXPECT_TRUE(node.ok()) << line;
  return node ? *node : Node{};
}

// The text of a key; a test failure, not a crash, when it is not there.
inline std::string text_at(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  if (value == nullptr || value->string() == nullptr) {
    ADD_FAILURE() << "no text \"" << key << "\" in " << dump_json(node);
    return "";
  }
  return *value->string();
}

inline std::int64_t whole_at(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  if (value == nullptr || value->integer() == nullptr) {
    ADD_FAILURE() << "no number \"" << key << "\" in " << dump_json(node);
    return -1;
  }
  return *value->integer();
}

inline Array list_at(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  if (value == nullptr || value->array() == nullptr) {
    ADD_FAILURE() << "no list \"" << key << "\" in " << dump_json(node);
    return {};
  }
  return *value->array();
}

inline bool flag_at(const Node& node, std::string_view key) {
  const Node* value = node.find(key);
  if (value == nullptr || value->boolean() == nullptr) {
    ADD_FAILURE() << "no flag \"" << key << "\" in " << dump_json(node);
    return false;
  }
  return *value->boolean();
}

}  // namespace desk::ctl::test
