// Witness: tells a driver outside what every presented frame shows, so that a test can touch, type and switch as a person does, at the real
// program (tests/shell/real_input/, tests/bench/). Only a demonstration has one, and only when asked: DESK_TELL_TARGETS=N, an open descriptor.
//
// One line of JSON a frame:
//   {"frame":7,"began":BOOT_US,"shown":BOOT_US,"step":"consent","overlay":0,"busy":false,"focus":"frame.next","group":[],"held":"","answered":12,"print":0,"link":0,"code":0,
//    "slip":false,"textures":81,"text_bytes":4194304,"targets":[["frame.next",x,y,w,h,enabled,selected],…],"problems":["text_too_wide frame.next",…]}
// `answered` counts the taps and keys that reached the app. Times are of CLOCK_BOOTTIME, rectangles in pixels of the upright picture; print, link and code are the phases as flow/model.h counts them.
// Nothing of a person is in it: keys, never labels or what was typed.
#pragma once

#include <memory>

#include "kiosk/shell/frame_loop.h"
#include "kiosk/shell/runner.h"

namespace desk::shell {

class Witness {
 public:
  // Null when nobody asked. Borrows both.
  [[nodiscard]] static std::unique_ptr<Witness> asked_for(Face& face, const Runner& runner);
  void tell(SteadyTime began, SteadyTime shown, long answered);

 private:
  Witness(Face& face, const Runner& runner, int out) : face_(face), runner_(runner), out_(out) {}
  Face& face_;
  const Runner& runner_;
  int out_;
  long frames_ = 0;
};

}  // namespace desk::shell
