#include "kiosk/ctl/verb.h"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "data/base/places.h"

namespace desk::ctl {
namespace {

std::optional<std::int64_t> whole_of(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string listed(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

// The complaint about a value, or nothing.
std::optional<std::string> complaint(const Key& key, const Node& value) {
  switch (key.type) {
    case Type::Text: return value.string() != nullptr ? std::nullopt : std::optional<std::string>("text was expected");
    case Type::Digits:
      if (value.string() != nullptr || value.integer() != nullptr) return std::nullopt;
      return "digits were expected";
    case Type::Whole:
    case Type::Yen:
      if (value.integer() == nullptr) return "a whole number was expected";
      if (*value.integer() < key.low || *value.integer() > key.high) {
        return "must be from " + std::to_string(key.low) + " to " + std::to_string(key.high);
      }
      return std::nullopt;
    case Type::Flag: return value.boolean() != nullptr ? std::nullopt : std::optional<std::string>("true or false was expected");
    case Type::Date:
      if (value.string() != nullptr && parse_date(*value.string())) return std::nullopt;
      return "a date that exists was expected (YYYY-MM-DD)";
    case Type::Minute:
      if (value.string() != nullptr && parse_civil_minute(*value.string())) return std::nullopt;
      return "a date that exists was expected (YYYY-MM-DD or YYYY-MM-DDTHH:MM)";
    case Type::Choice:
      if (value.string() == nullptr) return "text was expected";
      if (std::find(key.choices.begin(), key.choices.end(), *value.string()) != key.choices.end()) return std::nullopt;
      return "\"" + *value.string() + "\" is none of " + listed(key.choices);
    case Type::Measured:
      if (value.boolean() != nullptr) return std::nullopt;
      if (value.integer() != nullptr && *value.integer() >= key.low && *value.integer() <= key.high) return std::nullopt;
      if (value.string() != nullptr && Ratio::parse(*value.string())) return std::nullopt;
      return "true, false or the figure itself was expected";
    case Type::List: return value.array() != nullptr ? std::nullopt : std::optional<std::string>("a list was expected");
  }
  return "unknown type";
}

std::string plain_value(const Node& value) {
  if (const std::string* text = value.string()) return *text;
  return dump_json(value);
}

}  // namespace

std::string_view name_of(Type type) {
  switch (type) {
    case Type::Text: return "text";
    case Type::Digits: return "digits";
    case Type::Whole: return "whole";
    case Type::Yen: return "whole";
    case Type::Flag: return "flag";
    case Type::Date: return "date";
    case Type::Minute: return "date or minute";
    case Type::Choice: return "choice";
    case Type::Measured: return "flag or figure";
    case Type::List: return "list";
  }
  return "";
}

Result<const catalog::Catalogue*> Context::catalogue() {
  if (catalogue_ == nullptr) {
    auto loaded = catalog::Catalogue::load(packs_);
    if (!loaded) return fail(loaded.error());
    catalogue_ = std::make_unique<catalog::Catalogue>(std::move(*loaded));
  }
  return catalogue_.get();
}

const std::vector<Key>& Context::keys_of(const Verb& verb) {
  const std::string name = verb.group + " " + verb.name;
  if (const auto known = keys_.find(name); known != keys_.end()) return known->second;
  return keys_.emplace(name, verb.keys(*this)).first->second;
}

Result<const text::TextCatalog*> Context::words() {
  if (speaks_ && words_ == nullptr) {
    auto loaded = text::TextCatalog::load(data_folder() + "/text");
    if (!loaded) return fail(loaded.error());
    words_ = std::make_unique<text::TextCatalog>(std::move(*loaded));
  }
  return words_.get();
}

void Context::note(const std::string& line) const {
  if (notes_ != nullptr) *notes_ << "desk-ctl: " << line << std::endl;  // flushed: somebody is waiting for it
}

bool Input::unknown(std::string_view key) const {
  const Node* node = node_.find(key);
  return node != nullptr && node->is_null();
}

std::optional<std::string> Input::text(std::string_view key) const {
  const Node* node = node_.find(key);
  if (node == nullptr) return std::nullopt;
  if (const std::string* text = node->string()) return *text;
  if (const std::int64_t* digits = node->integer()) return std::to_string(*digits);
  return std::nullopt;
}

std::optional<std::int64_t> Input::whole(std::string_view key) const {
  const Node* node = node_.find(key);
  return node != nullptr && node->integer() != nullptr ? std::optional(*node->integer()) : std::nullopt;
}

std::optional<bool> Input::flag(std::string_view key) const {
  const Node* node = node_.find(key);
  return node != nullptr && node->boolean() != nullptr ? std::optional(*node->boolean()) : std::nullopt;
}

std::optional<Date> Input::date(std::string_view key) const {
  const auto value = text(key);
  return value ? parse_date(*value) : std::nullopt;
}

std::optional<CivilMinute> Input::minute(std::string_view key) const {
  const auto value = text(key);
  return value ? parse_civil_minute(*value) : std::nullopt;
}

std::optional<bool> Input::flag_or_unknown(std::string_view key, bool fallback) const {
  return has(key) ? flag(key) : std::optional(fallback);
}

const Verb* find_verb(const Registry& registry, std::string_view group, std::string_view name) {
  for (const Verb& verb : registry) {
    if (verb.group == group && verb.name == name) return &verb;
  }
  return nullptr;
}

Failure bad_input(std::string key, std::string reason) { return {StaffCode::BadInput, std::move(key), std::move(reason)}; }

Result<Input> check_input(Node table, const std::vector<Key>& keys) {
  if (table.table() == nullptr) return fail(bad_input("", "an object was expected"));
  for (const Member& member : *table.table()) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& each) { return each.name == member.first; });
    if (key == keys.end()) return fail(bad_input(member.first, "unknown key"));
    if (member.second.is_null() && key->unknown_allowed) continue;
    if (const auto reason = complaint(*key, member.second)) return fail(bad_input(member.first, *reason));
  }
  for (const Key& key : keys) {
    if (key.required && table.find(key.name) == nullptr) return fail(bad_input(key.name, "missing"));
  }
  return Input(std::move(table));
}

Result<Node> value_from_word(const Key& key, const std::string& word) {
  if (key.unknown_allowed && word == "unknown") return Node{};
  switch (key.type) {
    case Type::Whole:
    case Type::Yen:
      if (const auto number = whole_of(word)) return Node{Node::Value{*number}};
      return fail(bad_input(key.name, "a whole number was expected"));
    case Type::Flag:
      if (word == "true" || word == "false") return Node{Node::Value{word == "true"}};
      return fail(bad_input(key.name, "true or false was expected"));
    case Type::Measured:
      if (word == "true" || word == "false") return Node{Node::Value{word == "true"}};
      if (const auto number = whole_of(word)) return Node{Node::Value{*number}};
      return Node{std::string_view(word)};
    case Type::List: {
      auto list = parse_json(word, "--" + key.name);
      if (!list) return fail(bad_input(key.name, list.error().reason));
      return std::move(*list);
    }
    case Type::Text:
    case Type::Digits:
    case Type::Date:
    case Type::Minute:
    case Type::Choice: return Node{std::string_view(word)};
  }
  return fail(bad_input(key.name, "unknown type"));
}

std::string print_plainly(const Node& answer) {
  std::string out;
  if (answer.table() == nullptr) return dump_json_pretty(answer) + "\n";
  for (const auto& [name, value] : *answer.table()) {
    const Array* list = value.array();
    const bool tables = list != nullptr && !list->empty() && list->front().table() != nullptr;
    if (list == nullptr) {
      out += name + ": " + plain_value(value) + "\n";
    } else if (!tables) {
      std::string line;
      for (const Node& item : *list) line += (line.empty() ? "" : ", ") + plain_value(item);
      out += name + ": " + (line.empty() ? "-" : line) + "\n";
    } else {
      out += name + ":\n";
      for (const Node& item : *list) {
        std::string line;
        if (const Table* members = item.table()) {
          for (const auto& [key, each] : *members) line += (line.empty() ? "" : "  ") + key + "=" + plain_value(each);
        } else {
          line = plain_value(item);
        }
        out += "  " + line + "\n";
      }
    }
  }
  return out;
}

}  // namespace desk::ctl
