// What the readers of one pack share; private to this folder. Every helper leaves its complaint, with file and line, in the Fields.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/base/fields.h"
#include "data/catalog/pack.h"

namespace desk::catalog {

// Absurd amounts are typing errors; a trillion yen is beyond every programme.
inline constexpr std::int64_t kMostYen = 1'000'000'000'000;

[[nodiscard]] Names read_names(Fields& fields, std::string_view key);
[[nodiscard]] Source read_source(Fields& fields);
[[nodiscard]] Yen read_yen(Fields& fields, std::string_view key);
// A rate: above 0, at most 1.
[[nodiscard]] Ratio read_rate(Fields& fields, std::string_view key);
// Every text must be one of `known`.
[[nodiscard]] std::vector<std::string> read_references(Fields& fields, std::string_view key, const std::vector<std::string>& known,
                                                       std::string_view what);

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

template <class T>
[[nodiscard]] std::vector<std::string> ids_of(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& each : all) ids.push_back(each.id);
  return ids;
}

[[nodiscard]] bool contains(const std::vector<std::string>& all, std::string_view wanted);

// By part of the pack, in the order in which they refer to each other.
void read_frames(Fields& top, Pack& pack);       // reading_frames.cpp
void read_rounds(Fields& top, Pack& pack);       // reading_frames.cpp
void read_applicants(Fields& top, Pack& pack);   // reading_applicants.cpp: industries, exclusions, repeats
void read_steps(Fields& top, Pack& pack);        // reading_papers.cpp
void read_papers(Fields& top, Pack& pack);       // reading_papers.cpp: tax items, documents, needs, contacts

}  // namespace desk::catalog
