// What the readers of one pack share; private to this folder. Every helper leaves its complaint, with file and line, in the Fields.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/base/fields.h"
#include "data/catalog/pack.h"

namespace desk::catalog {

// Absurd amounts are typing errors; a trillion yen is beyond every programme.
inline constexpr std::int64_t kMostYen = 1'000'000'000'000;

// An id: small letters, digits, "-" and "_". Labels that people read (a round's "7(追加)") are no ids.
[[nodiscard]] std::string read_id(Fields& fields, std::string_view key = "id");
// All three languages, none of them empty.
[[nodiscard]] Names read_names(Fields& fields, std::string_view key);
// `source` and `confidence`; every part of the source must begin with a code of the fact book.
[[nodiscard]] Source read_source(Fields& fields);
[[nodiscard]] Yen read_yen(Fields& fields, std::string_view key);
// A rate: above 0, at most 1.
[[nodiscard]] Ratio read_rate(Fields& fields, std::string_view key);
[[nodiscard]] CivilMinute read_minute(Fields& fields, std::string_view key);
// An address without scheme.
[[nodiscard]] std::string read_address(Fields& fields, std::string_view key);
// Every text must be one of `known`.
[[nodiscard]] std::vector<std::string> read_references(Fields& fields, std::string_view key, const std::vector<std::string>& known,
                                                       std::string_view what);
// One text that must be one of `known`.
[[nodiscard]] std::string read_reference(Fields& fields, std::string_view key, const std::vector<std::string>& known, std::string_view what);
[[nodiscard]] std::optional<Entity> read_entity(Fields& fields);  // optional

[[nodiscard]] bool contains(const std::vector<std::string>& all, std::string_view wanted);

// Remembers ids and complains of the second of the same name.
class Once {
 public:
  void check(Fields& fields, const std::string& id) {
    if (contains(seen_, id)) fields.complain("id", "\"" + id + "\" is there twice");
    seen_.push_back(id);
  }

 private:
  std::vector<std::string> seen_;
};

// Reads a list of tables with `read(Fields&) -> T`; complaints and unknown keys of each go to the parent.
template <class T, class Read>
[[nodiscard]] std::vector<T> read_list(Fields& parent, std::string_view key, Read&& read) {
  std::vector<T> out;
  int index = 0;
  for (const Node* node : parent.tables(key)) {
    Fields fields = parent.sub(*node, key, index++);
    out.push_back(read(fields));
    parent.adopt(fields.finish());
  }
  return out;
}

// Reads one table that must be there.
template <class T, class Read>
[[nodiscard]] T read_table(Fields& parent, std::string_view key, Read&& read) {
  const Node* node = parent.child(key);
  if (node == nullptr) {
    parent.complain(key, "missing");
    return T{};
  }
  Fields fields = parent.sub(*node, key);
  T out = read(fields);
  parent.adopt(fields.finish());
  return out;
}

// One of the words of an enum.
template <class T, std::size_t N>
[[nodiscard]] T choose(Fields& fields, std::string_view key, const std::array<std::pair<std::string_view, T>, N>& choices) {
  std::vector<std::string_view> names;
  for (const auto& choice : choices) names.push_back(choice.first);
  const std::string chosen = fields.choice(key, names);
  for (const auto& choice : choices) {
    if (choice.first == chosen) return choice.second;
  }
  return choices.front().second;  // complained of already
}

template <class T>
[[nodiscard]] std::vector<std::string> ids_of(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& each : all) ids.push_back(each.id);
  return ids;
}

// One reader for each file of a pack, in the order in which they refer to each other.
void read_frames(Fields& top, Pack& pack);      // pack.toml: reading_frames.cpp
void read_rounds(Fields& top, Pack& pack);      // rounds.toml: reading_rounds.cpp
void read_applicants(Fields& top, Pack& pack);  // applicants.toml: reading_applicants.cpp
void read_steps(Fields& top, Pack& pack);       // steps.toml: reading_steps.cpp
void read_papers(Fields& top, Pack& pack);      // papers.toml: reading_papers.cpp
void read_procedure(Fields& top, Pack& pack);   // procedure.toml: reading_procedure.cpp
// Rows of pack.toml keyed by a round get their day, which only rounds.toml knows; `top` is pack.toml's again.
void date_wage_rows(Fields& top, Pack& pack);   // reading_rounds.cpp

}  // namespace desk::catalog
