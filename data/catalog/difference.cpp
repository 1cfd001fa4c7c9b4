#include "data/catalog/difference.h"

#include <algorithm>
#include <map>

namespace desk::catalog {
namespace {

bool is_unlabelled(const Names& names) { return names.ja.empty() && names.easy.empty() && names.en.empty(); }

Place place_of(const Thing& thing) {
  return {thing.kind, is_unlabelled(thing.label) ? std::vector<Names>{} : std::vector<Names>{thing.label}};
}

// Kind and id, and which one of the same name: a contact stands in a pack once for each span of time.
using Identity = std::pair<std::string, std::string>;

std::vector<std::pair<Identity, const Thing*>> identified(const std::vector<Thing>& things) {
  std::map<Identity, int> seen;
  std::vector<std::pair<Identity, const Thing*>> out;
  for (const Thing& thing : things) {
    const int before = seen[{thing.kind, thing.id}]++;
    out.push_back({{thing.kind, before == 0 ? thing.id : thing.id + "#" + std::to_string(before)}, &thing});
  }
  return out;
}

class Walk {
 public:
  void hold(const Thing& before, const Thing& after) {
    way_.push_back(place_of(after));
    facts(before, after);
    things(before, after);
    way_.pop_back();
  }
  void whole(ChangeKind kind, const Thing& thing) {
    way_.push_back(place_of(thing));
    changes.push_back({kind, way_, "", {}, {}});
    way_.pop_back();
  }
  std::vector<Change> changes;

 private:
  void facts(const Thing& before, const Thing& after) {
    // Both come from the same function, so the fields are the same in the same order.
    for (std::size_t i = 0; i < after.facts.size(); ++i) {
      if (same(before.facts[i].value, after.facts[i].value)) continue;
      changes.push_back({ChangeKind::Changed, way_, after.facts[i].field, before.facts[i].value, after.facts[i].value});
    }
  }

  void things(const Thing& before, const Thing& after) {
    const auto old_things = identified(before.things);
    const auto new_things = identified(after.things);
    const auto seek = [](const auto& all, const Identity& wanted) -> const Thing* {
      const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.first == wanted; });
      return found == all.end() ? nullptr : found->second;
    };
    std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> orders;  // of what is on both sides, by kind
    for (const auto& [identity, thing] : old_things) {
      if (seek(new_things, identity) == nullptr) whole(ChangeKind::Removed, *thing);
      else orders[identity.first].first.push_back(identity.second);
    }
    for (const auto& [identity, thing] : new_things) {
      const Thing* old = seek(old_things, identity);
      if (old == nullptr) {
        whole(ChangeKind::Added, *thing);
        continue;
      }
      orders[identity.first].second.push_back(identity.second);
      hold(*old, *thing);
    }
    for (const auto& [kind, order] : orders) {
      if (order.first == order.second) continue;
      way_.push_back({kind, {}});
      changes.push_back({ChangeKind::Reordered, way_, "", {}, {}});
      way_.pop_back();
    }
  }

  std::vector<Place> way_;
};

bool same_labels(const std::vector<Names>& a, const std::vector<Names>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Names& x, const Names& y) { return same(x, y); });
}

// The same but for the frame in which it happens: a deadline stands once in the pack for all frames that close together.
bool same_in_another_frame(const Change& a, const Change& b) {
  if (a.kind != b.kind || a.field != b.field || a.where.size() != b.where.size() || a.where.size() < 3) return false;
  if (!same(a.before, b.before) || !same(a.after, b.after)) return false;
  for (std::size_t i = 0; i < a.where.size(); ++i) {
    if (a.where[i].kind != b.where[i].kind) return false;
    const bool frame = a.where[i].kind == "frame";
    if (!frame && !same_labels(a.where[i].labels, b.where[i].labels)) return false;
  }
  return a.where[1].kind == "frame";
}

std::vector<Change> merged(std::vector<Change> changes) {
  std::vector<Change> out;
  for (Change& change : changes) {
    const auto other = std::find_if(out.begin(), out.end(), [&](const Change& each) { return same_in_another_frame(each, change); });
    if (other == out.end()) out.push_back(std::move(change));
    else other->where[1].labels.push_back(change.where[1].labels.front());
  }
  return out;
}

}  // namespace

std::vector<Change> difference(const Thing& before, const Thing& after) {
  Walk walk;
  walk.hold(before, after);
  return merged(std::move(walk.changes));
}

std::vector<Change> difference(const Catalogue& before, const Catalogue& after) {
  Walk walk;
  for (const Pack& pack : before.packs()) {
    if (after.pack(pack.year) == nullptr) walk.whole(ChangeKind::Removed, facts_of(pack));
  }
  for (const Pack& pack : after.packs()) {
    const Pack* old = before.pack(pack.year);
    if (old == nullptr) walk.whole(ChangeKind::Added, facts_of(pack));
    else walk.hold(facts_of(*old), facts_of(pack));
  }
  walk.hold(facts_of(before.offices()), facts_of(after.offices()));
  return merged(std::move(walk.changes));
}

}  // namespace desk::catalog
