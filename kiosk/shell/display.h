// Display: the SDL window, its renderer and its input, without a type of SDL in sight. `rotate` turns picture and touch (SDL's KMS driver
// cannot). Without a display (`offscreen`) it draws through Mesa's software GL, or SDL's software renderer where there is none, and
// pictures are read back. One at a time, on the drawing thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "data/base/result.h"
#include "kiosk/screens/surface.h"
#include "kiosk/screens/touch_register.h"
#include "kiosk/shell/texture_store.h"

namespace desk::shell {

struct DisplayOptions {
  int width = 0;            // of the upright picture, pixels; 0: the whole panel, full screen
  int height = 0;
  int rotate = 0;           // degrees clockwise: 0, 90, 180, 270
  bool offscreen = false;
  std::string renderer;     // SDL render driver; empty: the best there is
  bool software = false;    // SDL's software renderer (sanitizers: GL drivers leak)
  std::string title;        // of a window on a developer's desktop
  std::string switch_next, switch_select;  // names of the keys of two switches; empty: none. An unknown name is ConfigBroken
};

enum class KeyName { Next, Previous, Press, Back, Delete, Digit, Quit, Up, Down, Left, Right, Help, ReadAgain, SwitchNext, SwitchSelect };
struct KeyPress {
  KeyName name = KeyName::Press;
  int digit = 0;
};

// What happened at the window since the last pump(); points are in pixels of the upright picture.
struct Input {
  enum class Kind { Pointer, Key, Text, Exposed, Quit } kind = Kind::Exposed;
  screens::PointerPhase phase = screens::PointerPhase::Down;
  screens::Point at;
  KeyPress key;
  std::string text;         // Kind::Text: what a hand scanner or keyboard typed, UTF-8
  std::int64_t finger = 0;  // Kind::Pointer: which of several on the panel; 0: a mouse
};

class Display : public TextureStore {
 public:
  // Fails with DisplayUnavailable.
  [[nodiscard]] static Result<std::unique_ptr<Display>> create(const DisplayOptions& options);

  [[nodiscard]] virtual int width() const = 0;    // of the upright picture
  [[nodiscard]] virtual int height() const = 0;
  [[nodiscard]] virtual std::string driver() const = 0;   // "offscreen/opengles2"
  // Millimetres of the panel by its EDID, 0 when it does not say.
  [[nodiscard]] virtual double px_per_mm() const = 0;
  virtual void pump(std::vector<Input>& out) = 0;
  // Descriptors that become readable with input; empty and complete == false where SDL hides them and a tick must do.
  [[nodiscard]] virtual std::vector<int> input_fds() = 0;
  [[nodiscard]] virtual bool input_fds_complete() const = 0;
  // Draws the current ImGui draw data. `show` false: leave it in the buffer (for read_back).
  virtual void render(bool show) = 0;
  // The picture drawn last; valid after render(false), before anything else is drawn.
  [[nodiscard]] virtual Result<screens::Picture> read_back() = 0;
};

// Window pixels to pixels of the upright picture. `window_width`, `window_height`: of the window as it stands.
[[nodiscard]] screens::Point upright(screens::Point window, int window_width, int window_height, int rotate);

}  // namespace desk::shell
