// The parts of facts.cpp, one file a header of the pack; private to this folder.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/catalog/facts.h"

namespace desk::catalog {

[[nodiscard]] Names as_it_is(const std::string& text);  // the same in every language

[[nodiscard]] inline FactValue fact_value(const std::string& text) { return text; }
[[nodiscard]] inline FactValue fact_value(const Names& names) { return names; }
[[nodiscard]] inline FactValue fact_value(const Date& date) { return date; }
[[nodiscard]] inline FactValue fact_value(const CivilMinute& minute) { return minute; }
[[nodiscard]] inline FactValue fact_value(Yen yen) { return yen; }
[[nodiscard]] inline FactValue fact_value(Ratio ratio) { return ratio; }
[[nodiscard]] inline FactValue fact_value(int number) { return std::int64_t{number}; }
[[nodiscard]] inline FactValue fact_value(std::int64_t number) { return number; }
[[nodiscard]] inline FactValue fact_value(bool flag) { return flag; }
[[nodiscard]] inline FactValue fact_value(Size size) { return Word{std::string(code_of(size))}; }
[[nodiscard]] inline FactValue fact_value(Entity entity) { return Word{std::string(code_of(entity))}; }
[[nodiscard]] FactValue fact_value(const std::vector<std::string>& texts);
template <class T>
[[nodiscard]] FactValue fact_value(const std::optional<T>& value) {
  return value ? fact_value(*value) : FactValue{};
}

// One thing under construction.
class ThingOf {
 public:
  ThingOf(std::string kind, std::string id, Names label) : thing_{std::move(kind), std::move(id), std::move(label), {}, {}} {}
  template <class T>
  ThingOf& fact(const char* field, const T& value) {
    thing_.facts.push_back({field, fact_value(value)});
    return *this;
  }
  ThingOf& word(const char* field, std::string_view code) {
    thing_.facts.push_back({field, Word{std::string(code)}});
    return *this;
  }
  ThingOf& value(const char* field, FactValue value) {
    thing_.facts.push_back({field, std::move(value)});
    return *this;
  }
  ThingOf& source(const Source& source);
  ThingOf& thing(Thing below) {
    thing_.things.push_back(std::move(below));
    return *this;
  }
  template <class T, class Make>
  ThingOf& each(const std::vector<T>& all, Make make) {
    for (const T& one : all) thing_.things.push_back(make(one));
    return *this;
  }
  // For what has no id: the place in its list stands for it.
  template <class T, class Make>
  ThingOf& numbered(const std::vector<T>& all, Make make) {
    for (std::size_t i = 0; i < all.size(); ++i) thing_.things.push_back(make(all[i], std::to_string(i + 1)));
    return *this;
  }
  [[nodiscard]] Thing done() { return std::move(thing_); }

 private:
  Thing thing_;
};

// The names of the frames, so that "normal" is said as people know it.
[[nodiscard]] FactValue frames_value(const Pack& pack, const std::vector<std::string>& frames);
[[nodiscard]] Names frame_names(const Pack& pack, const std::string& id);
[[nodiscard]] FactValue documents_value(const Pack& pack, const std::vector<std::string>& documents);

[[nodiscard]] Thing facts_of(const Frame& frame);
void add_applicants(ThingOf& out, const Pack& pack);
void add_steps(ThingOf& out, const Pack& pack);
void add_papers(ThingOf& out, const Pack& pack);
void add_procedure(ThingOf& out, const Pack& pack);

}  // namespace desk::catalog
