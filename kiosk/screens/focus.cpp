#include "kiosk/screens/focus.h"

#include <algorithm>

namespace desk::screens {
namespace {

std::optional<std::size_t> index_of(const std::vector<Target>& targets, std::string_view key) {
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i].key == key && can_be_focused(targets[i])) return i;
  }
  return std::nullopt;
}

}  // namespace

void Focus::on_frame(const std::vector<Target>& targets, std::string_view screen, std::string_view layer) {
  const bool new_screen = screen != screen_;
  const bool new_layer = layer != layer_;
  if (new_screen || new_layer) {
    if (!new_screen && layer_.empty()) below_ = key_.empty() && !group_.empty() ? group_.front() : key_;
    screen_ = screen;
    layer_ = layer;
    const std::string given_back = layer.empty() && !new_screen ? below_ : std::string();
    if (layer.empty()) below_.clear();
    if (!active_) return;
    if (!given_back.empty() && index_of(targets, given_back)) stand_before(targets, given_back);
    else start(targets);
    return;
  }
  if (!active_) return;
  std::erase_if(group_, [&](const std::string& key) { return !index_of(targets, key); });
  std::erase_if(inside_, [&](const std::string& key) { return !index_of(targets, key); });
  if (!key_.empty()) {
    const auto still = index_of(targets, key_);
    set(targets, still ? still : focus_near(targets, place_));
  } else if (group_.empty()) {
    start(targets);
  }
}

void Focus::set(const std::vector<Target>& targets, std::optional<std::size_t> index) {
  key_ = index ? targets[*index].key : std::string();
  if (index) place_ = targets[*index].rect.centre();
}

void Focus::start(const std::vector<Target>& targets) {
  key_.clear();
  group_.clear();
  inside_.clear();
  if (const auto first = first_focus(targets)) stand_before(targets, targets[*first].key);
}

// At the target itself, or with switches at the group that it stands in.
void Focus::stand_before(const std::vector<Target>& targets, std::string_view key) {
  const auto index = index_of(targets, key);
  if (!scanning_) return set(targets, index);
  for (const auto& group : scan_groups(targets)) {
    if (index && std::find(group.begin(), group.end(), *index) != group.end()) return stand_at(targets, group);
  }
}

void Focus::stand_at(const std::vector<Target>& targets, const std::vector<std::size_t>& group) {
  key_.clear();
  group_.clear();
  inside_.clear();
  if (group.size() == 1) return set(targets, group.front());
  for (const std::size_t i : group) group_.push_back(targets[i].key);
}

void Focus::step(const std::vector<Target>& targets, int by) {
  const bool begins = !active_ || scanning_ || key_.empty();
  active_ = true;
  scanning_ = false;
  if (begins) return start(targets);
  const std::vector<std::size_t> order = focus_order(targets);
  const auto here = index_of(targets, key_);
  const auto at = here ? std::find(order.begin(), order.end(), *here) : order.end();
  if (at == order.end()) return start(targets);
  const auto count = static_cast<std::ptrdiff_t>(order.size());
  set(targets, order[static_cast<std::size_t>((at - order.begin() + by + count) % count)]);
}

void Focus::move(const std::vector<Target>& targets, Direction direction) {
  const auto here = index_of(targets, key_);
  const bool begins = !active_ || scanning_ || !here;
  active_ = true;
  scanning_ = false;
  if (begins) return start(targets);
  if (const auto there = focus_towards(targets, *here, direction)) set(targets, there);
}

void Focus::switch_next(const std::vector<Target>& targets) {
  if (!active_ || !scanning_ || (key_.empty() && group_.empty())) {
    active_ = scanning_ = true;
    return start(targets);
  }
  if (!inside_.empty()) {
    const auto at = std::find(inside_.begin(), inside_.end(), key_);
    if (at != inside_.end() && at + 1 != inside_.end()) return set(targets, index_of(targets, *(at + 1)));
    group_ = std::move(inside_);
    inside_.clear();
    key_.clear();
    return;
  }
  const auto groups = scan_groups(targets);
  const std::string here = group_.empty() ? key_ : group_.front();
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const bool found = std::any_of(groups[g].begin(), groups[g].end(), [&](std::size_t i) { return targets[i].key == here; });
    if (found) return stand_at(targets, groups[(g + 1) % groups.size()]);
  }
  start(targets);
}

std::optional<std::string> Focus::switch_select(const std::vector<Target>& targets) {
  if (!active_ || !scanning_ || (key_.empty() && group_.empty())) {
    active_ = scanning_ = true;
    start(targets);
    return std::nullopt;
  }
  if (!group_.empty()) {
    inside_ = std::move(group_);
    group_.clear();
    set(targets, index_of(targets, inside_.front()));
    return std::nullopt;
  }
  if (!index_of(targets, key_)) return std::nullopt;
  const std::string pressed = key_;
  if (!inside_.empty()) {  // typing goes on in the same line, and any other is one step away
    group_ = std::move(inside_);
    inside_.clear();
    key_.clear();
  }
  return pressed;
}

void Focus::clear() {
  active_ = scanning_ = false;
  key_.clear();
  group_.clear();
  inside_.clear();
  below_.clear();
}

}  // namespace desk::screens
