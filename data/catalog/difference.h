// Difference: what a newer catalogue says that the older did not, fact by fact (facts.h).
#pragma once

#include <string>
#include <vector>

#include "data/catalog/catalogue.h"
#include "data/catalog/facts.h"

namespace desk::catalog {

enum class ChangeKind {
  Added,      // a thing that was not there; what is in it is not said one by one
  Removed,
  Changed,    // one fact
  Reordered,  // the same things of one kind in another order, which the screens follow
};

// One step of the way from the pack down to what changed: the frames it is true of, the round, the band.
struct Place {
  std::string kind;           // "frame"; said by "diff.thing.KIND"
  std::vector<Names> labels;  // more than one only for frames: a change that is the same in several is one change
};

struct Change {
  ChangeKind kind = ChangeKind::Changed;
  std::vector<Place> where;  // the first is the pack ("2026") or the office calendar; Reordered: the last has no label
  std::string field;         // Changed
  FactValue before, after;   // Changed
};

[[nodiscard]] std::vector<Change> difference(const Thing& before, const Thing& after);
// Pack by pack, then the office calendar; a year that is there on one side only is one change. Empty: they say the same.
[[nodiscard]] std::vector<Change> difference(const Catalogue& before, const Catalogue& after);

}  // namespace desk::catalog
