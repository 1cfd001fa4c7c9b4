// Focus: which target a keyboard or a switch stands at. It outlives frames: a redrawn screen keeps it, a new screen begins at its first
// answer, a dialog has a focus of its own and gives the old one back when it closes.
//
// Two switches: next() of the switches goes from group to group (focus_order.h), select() enters a group, then presses. Behind the last
// target of a group the group itself comes again, so that a wrong one can be left.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/focus_order.h"

namespace desk::screens {

class Focus {
 public:
  // After a frame was drawn. `layer` names what floats above the screen; empty: nothing.
  void on_frame(const std::vector<Target>& targets, std::string_view screen, std::string_view layer);

  void next(const std::vector<Target>& targets) { step(targets, 1); }
  void previous(const std::vector<Target>& targets) { step(targets, -1); }
  void move(const std::vector<Target>& targets, Direction direction);

  void switch_next(const std::vector<Target>& targets);
  // The key that was selected; nothing when a group was entered.
  [[nodiscard]] std::optional<std::string> switch_select(const std::vector<Target>& targets);

  void clear();  // a finger took over
  [[nodiscard]] std::string_view key() const { return key_; }                    // empty: none, or a whole group
  [[nodiscard]] const std::vector<std::string>& group() const { return group_; } // keys of the group that stands to be chosen; else empty
  [[nodiscard]] bool active() const { return active_; }
  [[nodiscard]] bool scanning() const { return scanning_; }

 private:
  void step(const std::vector<Target>& targets, int by);
  void start(const std::vector<Target>& targets);
  void set(const std::vector<Target>& targets, std::optional<std::size_t> index);
  void stand_before(const std::vector<Target>& targets, std::string_view key);
  void stand_at(const std::vector<Target>& targets, const std::vector<std::size_t>& group);

  bool active_ = false;    // somebody works without touching
  bool scanning_ = false;  // … with switches
  std::string key_;
  Point place_;            // where it stands
  std::vector<std::string> group_;
  std::vector<std::string> inside_;  // of the group that was entered
  std::string screen_, layer_;
  std::string below_;      // the focus under a dialog
};

}  // namespace desk::screens
