// The one file that includes nlohmann-json (it costs seconds a unit).
#include <nlohmann/json.hpp>

#include <charconv>

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

std::string dumped(const nlohmann::ordered_json& value, int indent) {
  return value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

// Bytes of the character that begins at `at` when it needs no escape and is whole and well-formed UTF-8 (Unicode table 3-7); else 0.
std::size_t plain_character(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const auto follows = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) { return byte(i) >= low && byte(i) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return lead >= ' ' && lead <= '~' && lead != '"' && lead != '\\' ? 1 : 0;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) return follows(1, lead == 0xE0 ? 0xA0 : 0x80, lead == 0xED ? 0x9F : 0xBF) && follows(2) ? 3 : 0;
  if (lead >= 0xF0 && lead <= 0xF4) {
    return follows(1, lead == 0xF0 ? 0x90 : 0x80, lead == 0xF4 ? 0x8F : 0xBF) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

bool stands_as_it_is(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = plain_character(text, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

// One line without the library's tree in between: a batch of estimates spends most of its time here. What needs an escape or
// replacement characters, and fractions, are still written by the library, so both ways give the same bytes.
void write_text(const std::string& text, std::string& out) {
  if (stands_as_it_is(text)) {
    (out += '"').append(text) += '"';
  } else {
    out += dumped(text, -1);
  }
}

void write(const Node& node, std::string& out) {
  if (const std::string* text = node.string()) {
    write_text(*text, out);
  } else if (const std::int64_t* number = node.integer()) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
  } else if (const Array* items = node.array()) {
    char before = '[';
    for (const Node& item : *items) {
      out += before;
      write(item, out);
      before = ',';
    }
    out += items->empty() ? "[]" : "]";
  } else if (const Table* members = node.table()) {
    char before = '{';
    for (const auto& [name, value] : *members) {
      out += before;
      write_text(name, out);
      out += ':';
      write(value, out);
      before = ',';
    }
    out += members->empty() ? "{}" : "}";
  } else if (const bool* flag = node.boolean()) {
    out += *flag ? "true" : "false";
  } else {
    out += dumped(to_json(node), -1);  // a fraction, or nothing
  }
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
std::string dump_json(const Node& node) {
  std::string text;
  text.reserve(512);
  write(node, text);
  wipe_stack_below();
  return text;
}

std::string dump_json_pretty(const Node& node) {
  std::string text = dumped(to_json(node), 2);
  wipe_stack_below();
  return text;
}

}  // namespace desk
