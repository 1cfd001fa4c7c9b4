// TouchRegister: what can be touched in the frame on show. Filled anew by every drawn frame, so it is never out of step with the picture;
// read by touch, keyboard and switch operation, speech, the scripted tour and the tests of size, gap and overflow.
// Rules of design 6: a tap counts only when it begins and ends in one target, a hand that trembles less than 4 mm out of it included, and
// however long it lasts; doubles within 300 ms are one, also across a change of the screen; a near miss within 4 mm counts for the nearest;
// what is held when the screen changes under it is let go. Millimetres. One thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"
#include "kiosk/screens/contacts.h"
#include "kiosk/screens/focus.h"
#include "kiosk/screens/geometry.h"
#include "kiosk/screens/pointer.h"
#include "kiosk/screens/target.h"

namespace desk::screens {

// A finger's way inside a Drag target, from 0,0 (top left) to 1,1 (bottom right); clamped to it.
struct Drag {
  std::string key;
  Point from;
  Point to;
  bool ended = false;
};

struct PointerOutcome {
  std::optional<std::string> pressed;  // key of an enabled target that was tapped
  std::optional<std::string> refused;  // key of a disabled one: the app may say why
  std::optional<Drag> drag;
  bool redraw = false;                 // what looks pressed has changed
};

class TouchRegister {
 public:
  // --- one frame
  void begin_frame();
  void add(Target target);
  // What was added so far lies under a dialog and cannot be touched.
  void begin_layer();
  // Which screen this is and what floats above it: when they change, what is held is let go and the focus begins anew.
  void name_screen(std::string_view screen, std::string_view layer);
  void end_frame();

  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }  // of the frame on show, in order of drawing
  [[nodiscard]] const Target* find(std::string_view key) const;
  // The target under a point, or the nearest enabled one within 4 mm.
  [[nodiscard]] const Target* at(Point point) const;

  // --- touch
  [[nodiscard]] PointerOutcome pointer(const Pointer& pointer);
  // Key of the target that a finger holds now (drawn as pressed), empty if none.
  [[nodiscard]] std::string_view held() const { return held_inside_ ? std::string_view(held_) : std::string_view(); }

  // --- keyboard and switch (focus.h)
  void focus_next() { focus_.next(targets_); }
  void focus_previous() { focus_.previous(targets_); }
  void focus_move(Direction direction) { focus_.move(targets_, direction); }
  void switch_next() { focus_.switch_next(targets_); }
  [[nodiscard]] std::optional<std::string> switch_select() { return focus_.switch_select(targets_); }
  void clear_focus() { focus_.clear(); }
  [[nodiscard]] const Focus& focus() const { return focus_; }
  [[nodiscard]] std::string_view focused() const { return focus_.key(); }
  // What Enter presses: the focused target if it is enabled.
  [[nodiscard]] std::optional<std::string> press_focused() const;

  static constexpr std::chrono::milliseconds kDouble{300};

 private:
  [[nodiscard]] PointerOutcome counted(const Pointer& pointer);
  [[nodiscard]] PointerOutcome down(const Pointer& pointer);
  [[nodiscard]] PointerOutcome move_or_up(const Pointer& pointer);
  [[nodiscard]] bool is_double(const std::string& key) const;
  void let_go();

  std::vector<Target> targets_;
  std::vector<Target> next_;
  Focus focus_;
  Contacts contacts_;
  std::string screen_, layer_;            // of the frame on show
  std::string next_screen_, next_layer_;
  std::string held_;
  bool held_inside_ = false;
  bool held_drag_ = false;
  double reach_ = 0;                      // how far out of the held target still counts
  Point down_at_;
  SteadyTime down_time_;
  std::string last_key_;
  Point last_at_;
  std::optional<SteadyTime> last_time_;
};

}  // namespace desk::screens
