// FrameLoop: draws when something changed and sleeps otherwise (design 4.11). It sleeps in poll() on the workers' eventfd and on the input
// descriptors: SDL's own wait polls about 940 times a second on these drivers (measured). 16 ms ticks only while a finger is down or the
// app says that it moves. A heartbeat frame is presented every third of the watchdog's time, and only then is the watchdog fed.
//
//   class Kiosk : public App { ... };
//   auto face = Face::create(display, {.text_budget_bytes = 24 << 20});
//   FrameLoop(**face, kiosk, clock, queue.wake_fd(), {}).run();
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "data/base/clock.h"
#include "kiosk/screens/canvas.h"
#include "kiosk/shell/display.h"

namespace desk::shell {

// What a person sees and touches of the app. Every call comes from the drawing thread.
class App {
 public:
  virtual ~App() = default;
  // Theme, text size and ruby as chosen now; the panel is filled in by the face.
  [[nodiscard]] virtual screens::CanvasSetup look() const = 0;
  virtual void draw(screens::Canvas& canvas) = 0;

  virtual void on_press(std::string_view key) = 0;                  // a target was tapped, or Enter pressed on it
  virtual void on_refused(std::string_view key) { (void)key; }      // a disabled target was tapped
  virtual void on_drag(const screens::Drag& drag) { (void)drag; }
  // Keys that are not for moving the focus: digits, Back, Delete. True if it changed the picture.
  virtual bool on_key(const KeyPress& key) { (void)key; return false; }
  virtual bool on_text(std::string_view utf8) { (void)utf8; return false; }  // a hand scanner types the QR's address; true: it is whole
  virtual void on_touch() {}                                        // any input at all: the idle time starts anew
  // The eventfd was written: take the queue. True if the picture may have changed.
  virtual bool on_wake() = 0;
  // When the picture changes by itself (a count-down, the idle warning): the time from now, nullopt for never. The loop draws then; before
  // that it calls on_tick().
  [[nodiscard]] virtual std::optional<std::chrono::milliseconds> next_change() const = 0;
  virtual void on_tick() = 0;
  [[nodiscard]] virtual bool moving() const { return false; }        // something is animated: 16 ms ticks
  virtual void on_presented() {}                                     // a frame stands on the panel: feed the watchdog
  [[nodiscard]] virtual bool finished() const = 0;
  virtual void on_quit() = 0;                                        // the window was closed
};

struct FaceOptions {
  double px_per_mm = 0;                       // of the upright picture; 0: EDID, else a 21.5" panel of this resolution
  std::size_t text_budget_bytes = 24U << 20U; // textures of strings and thumbnails
};

// Display, text engine and draw lists together: turns an App into a picture.
class Face {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Face>> create(Display& display, const FaceOptions& options);
  virtual ~Face() = default;
  // Draws a frame of the app; `show` false leaves it for display.read_back().
  virtual void draw(App& app, double seconds, bool show) = 0;
  [[nodiscard]] virtual screens::TouchRegister& targets() = 0;
  [[nodiscard]] virtual Display& display() = 0;
  [[nodiscard]] virtual screens::Panel panel() const = 0;
  [[nodiscard]] virtual const std::vector<screens::Problem>& problems() const = 0;  // of the last frame
  virtual void forget() = 0;                  // a visit ended: no picture of a person's words is kept
  [[nodiscard]] virtual std::size_t text_bytes() const = 0;
  [[nodiscard]] virtual std::size_t textures_made() const = 0;
};

struct LoopOptions {
  std::chrono::milliseconds heartbeat{5000};
  std::chrono::milliseconds tick{16};
  std::chrono::milliseconds blind_poll{20};   // where SDL hides its descriptors (Wayland)
  std::chrono::milliseconds switch_step{0};   // one switch: the focus goes on by itself; 0: it does not
  // A frame stands on the panel, drawn since `began`; `answered` taps and keys have reached the app so far.
  std::function<void(SteadyTime began, long answered)> on_frame;
};

class FrameLoop {
 public:
  FrameLoop(Face& face, App& app, const Clock& clock, int wake_fd, LoopOptions options);
  void run();                                 // until app.finished()
  // One turn: input, wake-ups, a frame if one is due. Then how long to sleep. For tests and the tour.
  [[nodiscard]] std::chrono::milliseconds turn();
  void sleep(std::chrono::milliseconds span);
  void press(std::string_view key);           // the scripted tour: as if the target had been tapped; unknown or disabled: refused
  [[nodiscard]] long frames() const { return frames_; }

 private:
  void take(const Input& input);
  void take_key(const KeyPress& key);
  void take_pointer(const Input& input);
  void step_switch(SteadyTime now);
  void pressed_by_key(const std::optional<std::string>& key);
  void draw();

  Face& face_;
  App& app_;
  const Clock& clock_;
  int wake_fd_;
  LoopOptions options_;
  bool dirty_ = true;
  bool moved_ = false;  // in the turn before
  bool touched_ = false;                      // a finger is down
  SteadyTime last_frame_;
  std::optional<SteadyTime> due_;             // of the app's own next change
  SteadyTime last_step_;                      // of the focus that goes on by itself
  int steps_alone_ = 0;                       // … since a switch was pressed
  std::optional<SteadyTime> read_;            // a hand scanner has typed a whole address
  long frames_ = 0;
  long answered_ = 0;                         // presses and keys that the app was told
};

}  // namespace desk::shell
