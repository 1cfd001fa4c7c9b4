// The one file that includes toml++ (it costs seconds a unit).
#define TOML_EXCEPTIONS 0  // header-only: the packaged library was built to throw
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "data/base/document.h"

namespace desk {
namespace {

template <class T>
std::string iso_text(const T& value) {
  std::ostringstream text;
  text << value;
  return text.str();
}

Node convert(const toml::node& source) {
  const int line = static_cast<int>(source.source().begin.line);
  switch (source.type()) {
    case toml::node_type::table: {
      // toml++ keeps a table sorted by name; the order of the source is what people wrote, so it is restored by position.
      std::vector<std::pair<const toml::key*, const toml::node*>> members;
      members.reserve(source.as_table()->size());
      for (const auto& [key, value] : *source.as_table()) members.emplace_back(&key, &value);
      std::sort(members.begin(), members.end(),
                [](const auto& a, const auto& b) { return a.first->source().begin < b.first->source().begin; });
      Table table;
      table.reserve(members.size());
      for (const auto& [key, value] : members) table.emplace_back(std::string(key->str()), convert(*value));
      return {std::move(table), line};
    }
    case toml::node_type::array: {
      Array array;
      array.reserve(source.as_array()->size());
      for (const toml::node& value : *source.as_array()) array.push_back(convert(value));
      return {std::move(array), line};
    }
    case toml::node_type::string: return {source.as_string()->get(), line};
    case toml::node_type::integer: return {std::int64_t{source.as_integer()->get()}, line};
    case toml::node_type::floating_point: return {source.as_floating_point()->get(), line};
    case toml::node_type::boolean: return {source.as_boolean()->get(), line};
    case toml::node_type::date: return {iso_text(source.as_date()->get()), line};
    case toml::node_type::time: return {iso_text(source.as_time()->get()), line};
    case toml::node_type::date_time: return {iso_text(source.as_date_time()->get()), line};
    case toml::node_type::none: break;
  }
  return {std::monostate{}, line};
}

}  // namespace

Result<Node> parse_toml(std::string_view text, std::string_view name, StaffCode on_error) {
  const toml::parse_result parsed = toml::parse(text);
  if (!parsed) {
    const auto& error = parsed.error();
    return fail(Failure{on_error, std::string(name) + ":" + std::to_string(error.source().begin.line),
                        std::string(error.description())});
  }
  return convert(parsed.table());
}

}  // namespace desk
