// What a frame says: every text that was drawn, in the order of drawing, which is the order of reading. The Canvas writes it down while it
// draws, so that no screen keeps a second list for speech; kiosk/screens/reading.h makes sentences of it.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/geometry.h"
#include "kiosk/screens/theme.h"

namespace desk::screens {

enum class Part { Content, Frame };  // Frame: what stands around every screen, read only when asked

struct SpokenText {
  std::string marked;
  Rect where;                    // of the words themselves, not of the room they were given
  Role role = Role::Body;
  Part part = Part::Content;
};

}  // namespace desk::screens
