#include "kiosk/screens/touch_register.h"

#include "kiosk/screens/theme.h"

namespace desk::screens {
namespace {

// Two taps this close together within 300 ms are one finger that bounced, even if the screen changed under it; keys of a pad are
// further apart, so quick typing is not lost.
constexpr double kBounce = 9;

Point inside(const Rect& rect, Point at) {
  return {std::clamp((at.x - rect.x) / std::max(rect.w, 1e-6), 0.0, 1.0),
          std::clamp((at.y - rect.y) / std::max(rect.h, 1e-6), 0.0, 1.0)};
}

}  // namespace

void TouchRegister::begin_frame() {
  next_.clear();
  next_screen_.clear();
  next_layer_.clear();
}
void TouchRegister::add(Target target) { next_.push_back(std::move(target)); }
void TouchRegister::begin_layer() { next_.clear(); }
void TouchRegister::name_screen(std::string_view screen, std::string_view layer) {
  next_screen_ = screen;
  next_layer_ = layer;
}

void TouchRegister::end_frame() {
  targets_ = std::move(next_);
  next_.clear();
  // A finger that went down on つぎへ of one screen must not press つぎへ of the one that appeared meanwhile.
  if (screen_ != next_screen_ || layer_ != next_layer_) let_go();
  screen_ = next_screen_;
  layer_ = next_layer_;
  focus_.on_frame(targets_, screen_, layer_);
}

const Target* TouchRegister::find(std::string_view key) const {
  for (const Target& target : targets_) {
    if (target.key == key) return &target;
  }
  return nullptr;
}

const Target* TouchRegister::at(Point point) const {
  for (auto target = targets_.rbegin(); target != targets_.rend(); ++target) {
    if (target->rect.contains(point)) return &*target;
  }
  const Target* nearest = nullptr;
  double best = kNearMiss;
  for (const Target& target : targets_) {
    const double away = distance(target.rect, point);
    if (target.enabled && target.kind != TargetKind::Drag && away <= best) {
      best = away;
      nearest = &target;
    }
  }
  return nearest;
}

PointerOutcome TouchRegister::pointer(const Pointer& pointer) {
  const auto counting = contacts_.take(pointer, !held_.empty());
  return counting ? counted(*counting) : PointerOutcome{};
}

PointerOutcome TouchRegister::counted(const Pointer& pointer) {
  switch (pointer.phase) {
    case PointerPhase::Down: return down(pointer);
    case PointerPhase::Move:
    case PointerPhase::Up: return move_or_up(pointer);
    case PointerPhase::Cancel: break;
  }
  PointerOutcome outcome;
  outcome.redraw = !held_.empty();
  let_go();
  return outcome;
}

PointerOutcome TouchRegister::down(const Pointer& pointer) {
  PointerOutcome outcome;
  outcome.redraw = focus_.active();
  focus_.clear();
  const Target* target = at(pointer.at);
  held_ = target == nullptr ? "" : target->key;
  held_inside_ = target != nullptr;
  held_drag_ = target != nullptr && target->kind == TargetKind::Drag;
  down_at_ = pointer.at;
  down_time_ = pointer.time;
  // Whoever met the target by a near miss has already used up the reach: a trembling finger gets half of it again.
  if (target != nullptr) reach_ = kNearMiss + std::min(distance(target->rect, pointer.at), kNearMiss / 2);
  outcome.redraw = outcome.redraw || target != nullptr;
  return outcome;
}

PointerOutcome TouchRegister::move_or_up(const Pointer& pointer) {
  PointerOutcome outcome;
  if (held_.empty()) return outcome;
  const bool up = pointer.phase == PointerPhase::Up;
  const Target* target = find(held_);
  if (held_drag_ && target != nullptr) {
    outcome.drag = Drag{held_, inside(target->rect, down_at_), inside(target->rect, pointer.at), up};
    outcome.redraw = true;
  }
  const bool was_inside = held_inside_;
  held_inside_ = target != nullptr && distance(target->rect, pointer.at) < reach_;
  if (!up) {
    outcome.redraw = outcome.redraw || was_inside != held_inside_;
    return outcome;
  }
  if (held_inside_ && !held_drag_) {
    if (!target->enabled) {
      outcome.refused = held_;
    } else if (!is_double(held_)) {
      outcome.pressed = held_;
      last_key_ = held_;
      last_at_ = pointer.at;
      last_time_ = pointer.time;
    }
  }
  let_go();
  outcome.redraw = true;
  return outcome;
}

void TouchRegister::let_go() {
  held_.clear();
  held_inside_ = held_drag_ = false;
}

// Counted to where the second touch began: a slow second tap of a double lifts well after 300 ms.
bool TouchRegister::is_double(const std::string& key) const {
  if (!last_time_ || down_time_ - *last_time_ >= kDouble) return false;
  return key == last_key_ || distance(Rect{last_at_.x, last_at_.y, 0, 0}, down_at_) <= kBounce;
}

std::optional<std::string> TouchRegister::press_focused() const {
  const Target* target = focused().empty() ? nullptr : find(focused());
  if (target == nullptr || !target->enabled) return std::nullopt;
  return target->key;
}

}  // namespace desk::screens
