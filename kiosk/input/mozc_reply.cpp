#include "kiosk/input/mozc_reply.h"

#include <charconv>

namespace desk::input {
namespace {

constexpr int kDeepest = 32;

// A list, or an atom with its text; strings without their quotes.
struct Node {
  std::string_view atom;
  std::vector<Node> items;
  bool list = false;
  bool escaped = false;  // a string with \" or \\ in it
};

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Node> whole() {
    auto node = one(0);
    skip_spaces();
    return node && at_ == text_.size() ? node : std::nullopt;
  }

 private:
  void skip_spaces() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }

  std::optional<Node> one(int depth) {
    skip_spaces();
    if (at_ >= text_.size() || depth > kDeepest) return std::nullopt;
    if (text_[at_] == '"') return string();
    if (text_[at_] != '(') return symbol();
    ++at_;
    Node node;
    node.list = true;
    for (;;) {
      skip_spaces();
      if (at_ >= text_.size()) return std::nullopt;
      if (text_[at_] == ')') {
        ++at_;
        return node;
      }
      auto item = one(depth + 1);
      if (!item) return std::nullopt;
      node.items.push_back(std::move(*item));
    }
  }

  std::optional<Node> string() {
    Node node;
    const std::size_t begin = ++at_;
    for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      if (text_[at_] != '\\') continue;
      node.escaped = true;
      ++at_;
    }
    if (at_ >= text_.size()) return std::nullopt;
    node.atom = text_.substr(begin, at_ - begin);
    ++at_;
    return node;
  }

  std::optional<Node> symbol() {
    Node node;
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != ' ' && text_[at_] != '(' && text_[at_] != ')' && text_[at_] != '"' && text_[at_] != '\n') ++at_;
    if (at_ == begin) return std::nullopt;  // a ")" that nothing opened
    node.atom = text_.substr(begin, at_ - begin);
    return node;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// (name . value) or (name item item …) among a list's items.
const Node* pair_of(const Node& list, std::string_view name) {
  for (const Node& item : list.items) {
    if (item.list && !item.items.empty() && !item.items[0].list && item.items[0].atom == name) return &item;
  }
  return nullptr;
}

const Node* value_of(const Node& list, std::string_view name) {
  const Node* pair = pair_of(list, name);
  return pair != nullptr && pair->items.size() == 3 && pair->items[1].atom == "." ? &pair->items[2] : nullptr;
}

int number_of_node(const Node* node, int otherwise) {
  int number = otherwise;
  if (node != nullptr) std::from_chars(node->atom.data(), node->atom.data() + node->atom.size(), number);
  return number;
}

}  // namespace

std::optional<MozcReply> read_mozc_reply(std::string_view line) {
  const auto root = Reader(line).whole();
  if (!root || !root->list) return std::nullopt;
  MozcReply reply;
  reply.event = number_of_node(value_of(*root, "emacs-event-id"), -1);
  reply.session = number_of_node(value_of(*root, "emacs-session-id"), 0);
  reply.error = pair_of(*root, "error") != nullptr;
  const Node* output = value_of(*root, "output");
  if (output == nullptr) return reply;
  if (const Node* preedit = value_of(*output, "preedit")) {
    if (const Node* segments = pair_of(*preedit, "segment")) {
      for (std::size_t i = 1; i < segments->items.size(); ++i) {
        if (const Node* key = value_of(segments->items[i], "key")) reply.segments.push_back(key->atom);
      }
    }
  }
  if (const Node* all = value_of(*output, "all-candidate-words")) {
    if (const Node* candidates = pair_of(*all, "candidates")) {
      for (std::size_t i = 1; i < candidates->items.size(); ++i) {
        const Node* word = value_of(candidates->items[i], "value");
        if (word != nullptr && !word->escaped) reply.words.push_back(word->atom);
      }
    }
  }
  return reply;
}

}  // namespace desk::input
