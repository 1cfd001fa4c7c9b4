#include "data/base/fields.h"

#include <algorithm>

namespace desk {
namespace {

const Node kNothing{Node::Value{Table{}}};

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

}  // namespace

Fields::Fields(const Node& node, std::string file, StaffCode code, std::string path)
    : node_(&node), file_(std::move(file)), code_(code), path_(std::move(path)) {
  if (node.table() == nullptr) {
    complain_at(node, "", "a table was expected");
    node_ = &kNothing;
  }
}

std::string Fields::place(int line) const { return line > 0 ? file_ + ":" + std::to_string(line) : file_; }

void Fields::complain_at(const Node& node, std::string_view key, std::string reason) {
  if (problem_) return;
  std::string name = path_;
  if (!key.empty()) name += (name.empty() ? "" : ".") + std::string(key);
  problem_ = Failure{code_, place(node.line() > 0 ? node.line() : node_->line()), name.empty() ? reason : name + ": " + reason};
}

void Fields::complain(std::string_view key, std::string reason) {
  const Node* node = node_->find(key);
  complain_at(node != nullptr ? *node : *node_, key, std::move(reason));
}

void Fields::adopt(const Done& done) {
  if (!done && !problem_) problem_ = done.error();
}

void Fields::adopt(Fields& child) {
  adopt(child.finish());
  for (const std::string& key : child.known_keys()) asked_below_.insert(child.path_ + "." + key);
}

std::vector<std::string> Fields::known_keys() const {
  std::vector<std::string> keys(asked_.begin(), asked_.end());
  keys.insert(keys.end(), asked_below_.begin(), asked_below_.end());
  return keys;
}

bool Fields::has(std::string_view key) const { return node_->find(key) != nullptr; }

const Node* Fields::seek(std::string_view key, bool required) {
  asked_.emplace(key);
  const Node* node = node_->find(key);
  if (node == nullptr && required) complain_at(*node_, key, "missing");
  return node;
}

std::optional<std::string> Fields::optional_text(std::string_view key) {
  const Node* node = seek(key, /*required=*/false);
  if (node == nullptr) return std::nullopt;
  if (const std::string* text = node->string()) return *text;
  complain_at(*node, key, "text was expected");
  return std::nullopt;
}

std::optional<std::int64_t> Fields::optional_whole(std::string_view key, std::int64_t low, std::int64_t high) {
  const Node* node = seek(key, /*required=*/false);
  if (node == nullptr) return std::nullopt;
  const std::int64_t* number = node->integer();
  if (number == nullptr) {
    complain_at(*node, key, "a whole number was expected");
    return std::nullopt;
  }
  if (*number < low || *number > high) {
    complain_at(*node, key, "must be from " + std::to_string(low) + " to " + std::to_string(high));
    return std::nullopt;
  }
  return *number;
}

std::optional<bool> Fields::optional_flag(std::string_view key) {
  const Node* node = seek(key, /*required=*/false);
  if (node == nullptr) return std::nullopt;
  if (const bool* flag = node->boolean()) return *flag;
  complain_at(*node, key, "true or false was expected");
  return std::nullopt;
}

std::optional<Date> Fields::optional_date(std::string_view key) {
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  const auto date = parse_date(*text);
  if (!date) complain(key, "\"" + *text + "\" is not a date that exists (YYYY-MM-DD)");
  return date;
}

std::optional<Ratio> Fields::optional_ratio(std::string_view key) {
  const auto text = optional_text(key);
  if (!text) return std::nullopt;
  const auto ratio = Ratio::parse(*text);
  if (!ratio) complain(key, "\"" + *text + "\" is not a fraction such as \"2/3\"");
  return ratio;
}

std::string Fields::text(std::string_view key) {
  seek(key, /*required=*/true);
  auto text = optional_text(key);
  if (text && text->empty()) complain(key, "must not be empty");
  return text.value_or("");
}

std::string Fields::text(std::string_view key, std::string_view fallback) {
  return optional_text(key).value_or(std::string(fallback));
}

std::string Fields::choice(std::string_view key, const std::vector<std::string_view>& allowed) {
  seek(key, /*required=*/true);
  return choice(key, allowed, allowed.front());
}

std::string Fields::choice(std::string_view key, const std::vector<std::string_view>& allowed, std::string_view fallback) {
  const auto text = optional_text(key);
  if (!text) return std::string(fallback);
  if (std::find(allowed.begin(), allowed.end(), *text) == allowed.end()) {
    complain(key, "\"" + *text + "\" is none of " + joined(allowed));
  }
  return *text;
}

std::int64_t Fields::whole(std::string_view key, std::int64_t low, std::int64_t high) {
  seek(key, /*required=*/true);
  return optional_whole(key, low, high).value_or(low);
}

std::int64_t Fields::whole(std::string_view key, std::int64_t low, std::int64_t high, std::int64_t fallback) {
  return optional_whole(key, low, high).value_or(fallback);
}

double Fields::number(std::string_view key, double low, double high, double fallback) {
  const Node* node = seek(key, /*required=*/false);
  if (node == nullptr) return fallback;
  double value = fallback;
  if (const double* real = node->real()) {
    value = *real;
  } else if (const std::int64_t* integer = node->integer()) {
    value = static_cast<double>(*integer);
  } else {
    complain_at(*node, key, "a number was expected");
  }
  if (!(value >= low && value <= high)) complain_at(*node, key, "out of range");
  return value;
}

bool Fields::flag(std::string_view key) {
  seek(key, /*required=*/true);
  return optional_flag(key).value_or(false);
}

bool Fields::flag(std::string_view key, bool fallback) { return optional_flag(key).value_or(fallback); }

Date Fields::date(std::string_view key) {
  seek(key, /*required=*/true);
  return optional_date(key).value_or(make_date(1970, 1, 1));
}

Ratio Fields::ratio(std::string_view key) {
  seek(key, /*required=*/true);
  return optional_ratio(key).value_or(Ratio{});
}

std::vector<std::string> Fields::texts(std::string_view key) {
  const Node* node = seek(key, /*required=*/false);
  if (node == nullptr) return {};
  std::vector<std::string> out;
  if (const Array* items = node->array()) {
    for (const Node& item : *items) {
      if (const std::string* text = item.string()) {
        out.push_back(*text);
      } else {
        complain_at(item, key, "a list of texts was expected");
      }
    }
  } else {
    complain_at(*node, key, "a list of texts was expected");
  }
  return out;
}

const Node* Fields::child(std::string_view key) { return seek(key, /*required=*/false); }

std::vector<const Node*> Fields::tables(std::string_view key) {
  const Node* node = seek(key, /*required=*/false);
  if (node == nullptr) return {};
  std::vector<const Node*> out;
  if (const Array* items = node->array()) {
    for (const Node& item : *items) out.push_back(&item);
  } else {
    complain_at(*node, key, "a list of tables was expected");
  }
  return out;
}

Fields Fields::sub(const Node& node, std::string_view key, int index) const {
  std::string path = path_.empty() ? std::string(key) : path_ + "." + std::string(key);
  if (index >= 0) path += "[" + std::to_string(index + 1) + "]";
  Fields below(node, file_, code_, std::move(path));
  below.passes_over_unknown_ = passes_over_unknown_;
  return below;
}

Done Fields::finish() {
  if (!problem_ && !passes_over_unknown_) {
    for (const Member& member : *node_->table()) {
      if (!asked_.contains(member.first)) {
        complain_at(member.second, member.first, "unknown key");
        break;
      }
    }
  }
  if (problem_) return fail(*problem_);
  return {};
}

}  // namespace desk
