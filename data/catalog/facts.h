// Facts: a pack as a tree of things (a frame, its rounds, an exclusion) and their facts (a deadline, a cap), so that two packs can be held
// against each other fact by fact. Every struct of the pack is taken apart by a structured binding: a field that is added to one and
// forgotten here does not compile.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::catalog {

struct Word {  // a value of an enum; said by the key "diff.word.CODE"
  std::string code;
  friend bool operator==(const Word&, const Word&) = default;
};

// One entry of a list, or what an id stands for. Entries are the same when their ids are: what a frame is called changes at the frame.
struct Entry {
  std::string id;
  Names name;
  friend bool operator==(const Entry& a, const Entry& b) { return a.id == b.id; }
};

using FactValue =
    std::variant<std::monostate, std::string, Names, std::vector<Entry>, Date, CivilMinute, Yen, Ratio, std::int64_t, bool, Word>;
[[nodiscard]] bool same(const FactValue& a, const FactValue& b);
[[nodiscard]] bool same(const Names& a, const Names& b);

struct Fact {
  std::string field;  // said by "diff.field.FIELD"
  FactValue value;
};

struct Thing {
  std::string kind;           // said by "diff.thing.KIND"
  std::string id;             // among its neighbours of the same kind
  Names label;                // empty: there is only one of it
  std::vector<Fact> facts;
  std::vector<Thing> things;  // in the order of the pack
};

[[nodiscard]] Thing facts_of(const Pack& pack);
[[nodiscard]] Thing facts_of(const OfficeCalendar& offices);

}  // namespace desk::catalog
