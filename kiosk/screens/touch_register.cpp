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

void TouchRegister::begin_frame() { next_.clear(); }
void TouchRegister::add(Target target) { next_.push_back(std::move(target)); }
void TouchRegister::begin_layer() { next_.clear(); }

void TouchRegister::end_frame() {
  targets_ = std::move(next_);
  next_.clear();
  if (!focus_.empty() && find(focus_) == nullptr) focus_.clear();
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
  PointerOutcome outcome;
  switch (pointer.phase) {
    case PointerPhase::Down: {
      focus_.clear();
      const Target* target = at(pointer.at);
      held_ = target == nullptr ? "" : target->key;
      held_inside_ = target != nullptr;
      held_drag_ = target != nullptr && target->kind == TargetKind::Drag;
      down_at_ = pointer.at;
      outcome.redraw = target != nullptr;
      break;
    }
    case PointerPhase::Move:
    case PointerPhase::Up: {
      if (held_.empty()) break;
      const Target* target = find(held_);
      if (held_drag_ && target != nullptr) {
        const bool ended = pointer.phase == PointerPhase::Up;
        outcome.drag = Drag{held_, inside(target->rect, down_at_), inside(target->rect, pointer.at), ended};
        outcome.redraw = true;
      }
      const Target* under = at(pointer.at);
      const bool was_inside = held_inside_;
      held_inside_ = target != nullptr && under == target;
      if (pointer.phase == PointerPhase::Move) {
        outcome.redraw = outcome.redraw || was_inside != held_inside_;
        break;
      }
      if (held_inside_ && !held_drag_) {
        if (!target->enabled) {
          outcome.refused = held_;
        } else if (!is_double(held_, pointer)) {
          outcome.pressed = held_;
          last_key_ = held_;
          last_at_ = pointer.at;
          last_time_ = pointer.time;
        }
      }
      held_.clear();
      held_inside_ = held_drag_ = false;
      outcome.redraw = true;
      break;
    }
    case PointerPhase::Cancel:
      outcome.redraw = !held_.empty();
      held_.clear();
      held_inside_ = held_drag_ = false;
      break;
  }
  return outcome;
}

bool TouchRegister::is_double(const std::string& key, const Pointer& up) const {
  if (!last_time_ || up.time - *last_time_ >= kDouble) return false;
  return key == last_key_ || distance(Rect{last_at_.x, last_at_.y, 0, 0}, up.at) <= kBounce;
}

void TouchRegister::focus_next() { move_focus(1); }
void TouchRegister::focus_previous() { move_focus(-1); }

void TouchRegister::move_focus(int step) {
  const int count = static_cast<int>(targets_.size());
  int index = step > 0 ? -1 : count;
  for (int i = 0; i < count; ++i) {
    if (targets_[static_cast<std::size_t>(i)].key == focus_) index = i;
  }
  for (int tries = 0; tries < count; ++tries) {
    index = (index + step + count) % count;
    const Target& target = targets_[static_cast<std::size_t>(index)];
    if (target.enabled && target.kind != TargetKind::Drag) {
      focus_ = target.key;
      return;
    }
  }
}

std::optional<std::string> TouchRegister::press_focused() const {
  const Target* target = focus_.empty() ? nullptr : find(focus_);
  if (target == nullptr || !target->enabled) return std::nullopt;
  return target->key;
}

}  // namespace desk::screens
