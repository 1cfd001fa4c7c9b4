#include "data/base/document.h"

#include <fstream>
#include <sstream>

namespace desk {

const Node* Node::find(std::string_view key) const {
  const Table* members = table();
  if (members == nullptr) return nullptr;
  for (const Member& member : *members) {
    if (member.first == key) return &member.second;
  }
  return nullptr;
}

Node& Node::set(std::string_view key, Node value) {
  if (is_null()) value_ = Table{};
  Table& members = std::get<Table>(value_);
  for (Member& member : members) {
    if (member.first == key) return member.second = std::move(value);
  }
  return members.emplace_back(std::string(key), std::move(value)).second;
}

void Node::push(Node value) {
  if (is_null()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
}

Result<std::string> read_file(const std::string& path, StaffCode on_error) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file) text << file.rdbuf();
  if (!file || file.bad()) return fail(Failure{on_error, path, "cannot be read"});
  return text.str();
}

Result<Node> load_toml(const std::string& path, StaffCode on_error) {
  const auto text = read_file(path, on_error);
  if (!text) return fail(text.error());
  return parse_toml(*text, path, on_error);
}

}  // namespace desk
