#include "kiosk/shell/window_system.h"

#include <SDL.h>
#include <SDL_syswm.h>

namespace desk::shell {

WindowSystem window_system_of(SDL_Window* window) {
  WindowSystem found;
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) == SDL_FALSE) return found;
#if defined(SDL_VIDEO_DRIVER_X11)
  if (info.subsystem == SDL_SYSWM_X11) found.x11_fd = reinterpret_cast<_XPrivDisplay>(info.info.x11.display)->fd;
#endif
  found.kms = info.subsystem == SDL_SYSWM_KMSDRM;
  return found;
}

}  // namespace desk::shell
