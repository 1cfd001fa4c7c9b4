// Document: TOML and JSON read into one tree that remembers where each value stood, so that every complaint can name file and line.
// toml++ and nlohmann-json are each included by one .cpp behind this header.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "data/base/result.h"

namespace desk {

class Node;
using Array = std::vector<Node>;
using Member = std::pair<std::string, Node>;
using Table = std::vector<Member>;  // in the order of the source

class Node {
 public:
  using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Table>;

  Node() = default;
  Node(Value value, int line = 0) : value_(std::move(value)), line_(line) {}  // NOLINT(google-explicit-constructor)
  Node(const char* text) : value_(std::string(text)) {}                       // NOLINT(google-explicit-constructor)
  Node(std::string text) : value_(std::move(text)) {}                         // NOLINT(google-explicit-constructor)
  Node(std::string_view text) : value_(std::string(text)) {}                  // NOLINT(google-explicit-constructor)
  Node(int number) : value_(std::int64_t{number}) {}                          // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const std::int64_t* integer() const { return std::get_if<std::int64_t>(&value_); }
  [[nodiscard]] const double* real() const { return std::get_if<double>(&value_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value_); }
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
  [[nodiscard]] const Table* table() const { return std::get_if<Table>(&value_); }
  [[nodiscard]] int line() const { return line_; }  // 1-based; 0 for JSON, whose reader does not tell

  // The member of a table, or null when this is no table or has none of that name.
  [[nodiscard]] const Node* find(std::string_view key) const;
  // Adds or replaces a member; this becomes a table if it was null.
  Node& set(std::string_view key, Node value);
  void push(Node value);  // this becomes an array if it was null

 private:
  Value value_;
  int line_ = 0;
};

// `name` is what complaints call the source. TOML dates and times become ISO strings.
[[nodiscard]] Result<Node> parse_toml(std::string_view text, std::string_view name, StaffCode on_error = StaffCode::BadInput);
// Depth and duplicate keys are limited: this reads what strangers send.
[[nodiscard]] Result<Node> parse_json(std::string_view text, std::string_view name, StaffCode on_error = StaffCode::BadInput);
// One line, keys in the order they were set.
[[nodiscard]] std::string dump_json(const Node& node);
[[nodiscard]] std::string dump_json_pretty(const Node& node);

// Reads a whole file; a missing or unreadable one is a failure that names it.
[[nodiscard]] Result<std::string> read_file(const std::string& path, StaffCode on_error = StaffCode::BadInput);
[[nodiscard]] Result<Node> load_toml(const std::string& path, StaffCode on_error = StaffCode::BadInput);

}  // namespace desk
