// TouchRegister: what can be touched in the frame on show. Filled anew by every drawn frame, so it is never out of step with the picture;
// read by touch, keyboard and switch operation, speech, the scripted tour and the tests of size, gap and overflow.
// Rules of design 6: a tap counts only when it begins and ends in one target; doubles within 300 ms are one; a near miss within 4 mm
// counts for the nearest. Millimetres. One thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"
#include "kiosk/screens/geometry.h"

namespace desk::screens {

enum class TargetKind { Button, Primary, Choice, Key, Setting, Drag };

struct Target {
  std::string key;      // "choice.corporation", "frame.next": what the app hears
  Rect rect;
  std::string label;    // as marked text: what speech reads and a switch user hears
  TargetKind kind = TargetKind::Button;
  bool enabled = true;
  bool selected = false;
};

enum class PointerPhase { Down, Move, Up, Cancel };

struct Pointer {
  PointerPhase phase = PointerPhase::Down;
  Point at;
  SteadyTime time;
};

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
  void end_frame();

  [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }  // of the frame on show, in order of drawing
  [[nodiscard]] const Target* find(std::string_view key) const;
  // The target under a point, or the nearest enabled one within 4 mm.
  [[nodiscard]] const Target* at(Point point) const;

  // --- touch
  [[nodiscard]] PointerOutcome pointer(const Pointer& pointer);
  // Key of the target that a finger holds now (drawn as pressed), empty if none.
  [[nodiscard]] std::string_view held() const { return held_inside_ ? std::string_view(held_) : std::string_view(); }

  // --- keyboard and switch: Tab, Shift-Tab and Enter
  void focus_next();
  void focus_previous();
  void clear_focus() { focus_.clear(); }
  [[nodiscard]] std::string_view focused() const { return focus_; }
  // What Enter presses: the focused target if it is enabled.
  [[nodiscard]] std::optional<std::string> press_focused() const;

  static constexpr std::chrono::milliseconds kDouble{300};

 private:
  [[nodiscard]] bool is_double(const std::string& key, const Pointer& up) const;
  void move_focus(int step);

  std::vector<Target> targets_;
  std::vector<Target> next_;
  std::string focus_;
  std::string held_;
  bool held_inside_ = false;
  bool held_drag_ = false;
  Point down_at_;
  std::string last_key_;
  Point last_at_;
  std::optional<SteadyTime> last_time_;
};

}  // namespace desk::screens
