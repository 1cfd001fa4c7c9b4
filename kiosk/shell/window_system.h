// What SDL says about the window system, in a file of its own: Xlib's headers define words like KeyPress and None as macros.
#pragma once

struct SDL_Window;

namespace desk::shell {

struct WindowSystem {
  int x11_fd = -1;   // the X connection: readable when input waits
  bool kms = false;  // no window system: SDL reads /dev/input itself
};
[[nodiscard]] WindowSystem window_system_of(SDL_Window* window);

}  // namespace desk::shell
