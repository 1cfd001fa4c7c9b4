#include "kiosk/ctl/arguments.h"

#include <algorithm>

namespace desk::ctl {
namespace {

bool is_flag(const std::string& word) { return word.size() > 2 && word.starts_with("--"); }

bool knows_group(const Registry& registry, std::string_view group) {
  return std::any_of(registry.begin(), registry.end(), [&](const Verb& verb) { return verb.group == group; });
}

}  // namespace

Result<Arguments> parse_arguments(const std::vector<std::string>& words, const Registry& registry) {
  Arguments out;
  std::size_t at = 0;
  if (words.empty() || words[0] == "help" || words[0] == "--help" || words[0] == "-h") {
    out.help = true;
    return out;
  }
  const std::string& group = words[at++];
  if (!knows_group(registry, group)) return fail(bad_input("GROUP", "\"" + group + "\" is unknown"));
  if (at < words.size() && !is_flag(words[at])) out.verb = find_verb(registry, group, words[at]);
  if (out.verb != nullptr) {
    ++at;
  } else {
    out.verb = find_verb(registry, group, "");
    if (out.verb == nullptr) {
      if (at < words.size() && words[at] == "--help") {
        out.help = true;
        return out;
      }
      return fail(bad_input("VERB", at < words.size() ? "\"" + words[at] + "\" is unknown" : "missing"));
    }
  }
  for (; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (!is_flag(word)) {
      out.words.push_back(word);
      continue;
    }
    const auto equals = word.find('=');
    std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
    // Keys are JSON's words, "site_key"; at a prompt "--site-key" comes to hand first.
    std::replace(name.begin(), name.end(), '-', '_');
    std::optional<std::string> value;
    if (equals != std::string::npos) value = word.substr(equals + 1);
    if (name == "json" || name == "help") {
      if (value) return fail(bad_input(name, "takes no value"));
      (name == "json" ? out.json : out.help) = true;
      continue;
    }
    // A value may begin with one dash ("-", "-5"), not with two.
    if (!value && at + 1 < words.size() && !is_flag(words[at + 1])) value = words[++at];
    if (name == "batch" || name == "packs") {
      if (!value || value->empty()) return fail(bad_input(name, "missing its value"));
      auto& slot = name == "batch" ? out.batch : out.packs;
      if (slot) return fail(bad_input(name, "given twice"));
      slot = value;
      continue;
    }
    out.flags.emplace_back(name, value);
  }
  if (out.batch && !out.verb->batch) return fail(bad_input("batch", "this call takes none"));
  return out;
}

Result<Node> table_of(const Arguments& arguments, const std::vector<Key>& keys) {
  Node table{Node::Value{Table{}}};
  for (const auto& [name, word] : arguments.flags) {
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& each) { return each.name == name; });
    if (key == keys.end()) return fail(bad_input(name, "unknown key"));
    if (table.find(name) != nullptr) return fail(bad_input(name, "given twice"));
    const bool may_be_bare = key->type == Type::Flag || key->type == Type::Measured;
    if (!word && !may_be_bare) return fail(bad_input(name, "missing its value"));
    auto value = word ? value_from_word(*key, *word) : Result<Node>(Node{Node::Value{true}});
    if (!value) return fail(value.error());
    table.set(name, std::move(*value));
  }
  if (arguments.words.empty()) return table;
  const std::string& positional = arguments.verb->positional;
  const auto key = std::find_if(keys.begin(), keys.end(), [&](const Key& each) { return each.name == positional; });
  if (positional.empty() || key == keys.end()) return fail(bad_input(arguments.words.front(), "unexpected word"));
  if (table.find(positional) != nullptr) return fail(bad_input(positional, "given twice"));
  if (key->type == Type::List) {
    Node list{Node::Value{Array{}}};
    for (const std::string& word : arguments.words) list.push(Node{std::string_view(word)});
    table.set(positional, std::move(list));
    return table;
  }
  if (arguments.words.size() > 1) return fail(bad_input(arguments.words[1], "unexpected word"));
  auto value = value_from_word(*key, arguments.words.front());
  if (!value) return fail(value.error());
  table.set(positional, std::move(*value));
  return table;
}

}  // namespace desk::ctl
