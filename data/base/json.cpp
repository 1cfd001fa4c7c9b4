// The one file that includes nlohmann-json (it costs seconds a unit).
#include <nlohmann/json.hpp>

#include "data/base/document.h"
#include "data/base/secret.h"

namespace desk {
namespace {

constexpr int kMaxDepth = 64;

// Builds the tree from events, so that depth is limited and a repeated key is refused instead of silently replaced.
class Builder : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return place(Node{}); }
  bool boolean(bool value) override { return place(Node{Node::Value{value}}); }
  bool number_integer(std::int64_t value) override { return place(Node{Node::Value{value}}); }
  bool number_unsigned(std::uint64_t value) override {
    if (value > static_cast<std::uint64_t>(INT64_MAX)) return refuse("number too large");
    return place(Node{Node::Value{static_cast<std::int64_t>(value)}});
  }
  bool number_float(double value, const std::string&) override { return place(Node{Node::Value{value}}); }
  bool string(std::string& value) override { return place(Node{Node::Value{value}}); }
  bool binary(nlohmann::json::binary_t&) override { return refuse("binary value"); }
  bool start_object(std::size_t) override { return open(Node{Node::Value{Table{}}}); }
  bool start_array(std::size_t) override { return open(Node{Node::Value{Array{}}}); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(std::string& value) override {
    if (stack_.back().node.find(value) != nullptr) return refuse("key \"" + value + "\" is given twice");
    stack_.back().key = value;
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) override {
    return refuse("byte " + std::to_string(position) + ": " + error.what());
  }

  Node root;
  std::string problem;

 private:
  struct Open {
    Node node;
    std::string key;
  };

  bool refuse(std::string why) {
    problem = std::move(why);
    return false;
  }
  bool open(Node node) {
    if (stack_.size() >= kMaxDepth) return refuse("nested too deeply");
    stack_.push_back({std::move(node), {}});
    return true;
  }
  bool close() {
    Node finished = std::move(stack_.back().node);
    stack_.pop_back();
    return place(std::move(finished));
  }
  bool place(Node node) {
    if (stack_.empty()) {
      root = std::move(node);
    } else if (stack_.back().node.array() != nullptr) {
      stack_.back().node.push(std::move(node));
    } else {
      stack_.back().node.set(stack_.back().key, std::move(node));
    }
    return true;
  }

  std::vector<Open> stack_;
};

nlohmann::ordered_json to_json(const Node& node) {
  if (const bool* value = node.boolean()) return *value;
  if (const std::int64_t* value = node.integer()) return *value;
  if (const double* value = node.real()) return *value;
  if (const std::string* value = node.string()) return *value;
  if (const Array* values = node.array()) {
    auto out = nlohmann::ordered_json::array();
    for (const Node& value : *values) out.push_back(to_json(value));
    return out;
  }
  if (const Table* members = node.table()) {
    auto out = nlohmann::ordered_json::object();
    for (const Member& member : *members) out[member.first] = to_json(member.second);
    return out;
  }
  return nullptr;
}

// The library formats in buffers on the stack, and what it formats may be a person's answers: they are overwritten when it has returned
// (tests/shell/wipe_visit_test.cpp found a number there).
[[gnu::noinline]] void wipe_stack_below() {
  unsigned char area[16 * 1024];
  wipe(area, sizeof area);
}

std::string dumped(const Node& node, int indent) {
  std::string text = to_json(node).dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  wipe_stack_below();
  return text;
}

}  // namespace

Result<Node> parse_json(std::string_view text, std::string_view name, StaffCode on_error) {
  Builder builder;
  const bool good = nlohmann::json::sax_parse(text, &builder);
  wipe_stack_below();
  if (!good) return fail(Failure{on_error, std::string(name), builder.problem});
  return std::move(builder.root);
}

// Text that is not UTF-8 is written with replacement characters rather than thrown.
std::string dump_json(const Node& node) { return dumped(node, -1); }

std::string dump_json_pretty(const Node& node) { return dumped(node, 2); }

}  // namespace desk
