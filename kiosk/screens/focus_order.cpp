#include "kiosk/screens/focus_order.h"

#include <algorithm>
#include <cmath>

namespace desk::screens {
namespace {

// Up to here one switch press after the other is quicker than choosing a line first.
constexpr std::size_t kFew = 5;

enum class Region { Answers, Keys, Buttons, Onward, Foot, Settings };
constexpr Region kRegions[] = {Region::Answers, Region::Keys, Region::Buttons, Region::Onward, Region::Foot, Region::Settings};

Region region_of(const Target& target) {
  switch (target.kind) {
    case TargetKind::Choice:
    case TargetKind::Drag: return Region::Answers;
    case TargetKind::Key: return Region::Keys;
    case TargetKind::Setting: return Region::Settings;
    case TargetKind::Primary: return target.frame ? Region::Onward : Region::Buttons;
    case TargetKind::Button: return target.frame ? Region::Foot : Region::Buttons;
  }
  return Region::Buttons;
}

using Line = std::vector<std::size_t>;

// Targets of one region as lines of reading: whoever overlaps a line by half its height stands in it.
std::vector<Line> lines_of(const std::vector<Target>& targets, Region region) {
  Line all;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (can_be_focused(targets[i]) && region_of(targets[i]) == region) all.push_back(i);
  }
  std::stable_sort(all.begin(), all.end(), [&](std::size_t a, std::size_t b) { return targets[a].rect.y < targets[b].rect.y; });
  std::vector<Line> lines;
  double top = 0, bottom = 0;
  for (const std::size_t i : all) {
    const Rect& rect = targets[i].rect;
    const double shared = std::min(bottom, rect.bottom()) - std::max(top, rect.y);
    if (lines.empty() || shared < 0.5 * std::min(rect.h, bottom - top)) {
      lines.emplace_back();
      top = rect.y;
      bottom = rect.bottom();
    }
    lines.back().push_back(i);
  }
  for (Line& line : lines) {
    std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) { return targets[a].rect.x < targets[b].rect.x; });
  }
  return lines;
}

// How far apart two stretches of one axis are; 0 when they overlap.
double apart(double a, double a_end, double b, double b_end) { return std::max({0.0, b - a_end, a - b_end}); }

}  // namespace

bool can_be_focused(const Target& target) { return target.enabled && target.kind != TargetKind::Drag; }

std::vector<std::size_t> focus_order(const std::vector<Target>& targets) {
  std::vector<std::size_t> order;
  for (const Region region : kRegions) {
    for (const Line& line : lines_of(targets, region)) order.insert(order.end(), line.begin(), line.end());
  }
  return order;
}

std::vector<std::vector<std::size_t>> scan_groups(const std::vector<Target>& targets) {
  std::vector<Line> groups;
  const std::vector<std::size_t> order = focus_order(targets);
  if (order.size() <= kFew) {
    for (const std::size_t i : order) groups.push_back({i});
    return groups;
  }
  for (const Region region : {Region::Answers, Region::Keys, Region::Buttons}) {
    for (Line& line : lines_of(targets, region)) groups.push_back(std::move(line));
  }
  // The foot is one group whatever its buttons are, and the settings another: they are where they always are.
  Line foot;
  for (const Region region : {Region::Onward, Region::Foot}) {
    for (const Line& line : lines_of(targets, region)) foot.insert(foot.end(), line.begin(), line.end());
  }
  Line settings;
  for (const Line& line : lines_of(targets, Region::Settings)) settings.insert(settings.end(), line.begin(), line.end());
  for (Line* last : {&foot, &settings}) {
    if (!last->empty()) groups.push_back(std::move(*last));
  }
  return groups;
}

std::optional<std::size_t> first_focus(const std::vector<Target>& targets) {
  const std::vector<std::size_t> order = focus_order(targets);
  if (order.empty()) return std::nullopt;
  const Region first = region_of(targets[order.front()]);
  if (first == Region::Answers || first == Region::Keys) return order.front();
  for (const std::size_t i : order) {
    if (targets[i].kind == TargetKind::Primary) return i;
  }
  return order.front();
}

std::optional<std::size_t> focus_towards(const std::vector<Target>& targets, std::size_t from, Direction direction) {
  const Rect& here = targets[from].rect;
  std::optional<std::size_t> best;
  double least = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const Rect& there = targets[i].rect;
    if (i == from || !can_be_focused(targets[i])) continue;
    constexpr double kShared = 1;  // neighbours may overlap by the width of an edge
    double ahead = 0, aside = 0, askew = 0;
    switch (direction) {
      case Direction::Left: ahead = here.x - there.right(); break;
      case Direction::Right: ahead = there.x - here.right(); break;
      case Direction::Up: ahead = here.y - there.bottom(); break;
      case Direction::Down: ahead = there.y - here.bottom(); break;
    }
    if (ahead < -kShared) continue;
    const bool across = direction == Direction::Left || direction == Direction::Right;
    if (across) {
      aside = apart(here.y, here.bottom(), there.y, there.bottom());
      askew = std::abs(there.centre().y - here.centre().y);
    } else {
      aside = apart(here.x, here.right(), there.x, there.right());
      askew = std::abs(there.centre().x - here.centre().x);
    }
    // What stands straight ahead wins over what is nearer but aside; among equals the one whose middle lines up.
    const double cost = ahead + 3 * aside + 0.05 * askew;
    if (!best || cost < least) {
      best = i;
      least = cost;
    }
  }
  return best;
}

std::optional<std::size_t> focus_near(const std::vector<Target>& targets, Point place) {
  std::optional<std::size_t> best;
  double least = 0;
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (!can_be_focused(targets[i])) continue;
    const double away = distance(targets[i].rect, place);
    if (!best || away < least) {
      best = i;
      least = away;
    }
  }
  return best;
}

}  // namespace desk::screens
