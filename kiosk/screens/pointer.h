// Pointer: one thing that a finger (or a mouse) did on the panel.
#pragma once

#include <cstdint>

#include "data/base/clock.h"
#include "kiosk/screens/geometry.h"

namespace desk::screens {

enum class PointerPhase { Down, Move, Up, Cancel };

struct Pointer {
  PointerPhase phase = PointerPhase::Down;
  Point at;
  SteadyTime time;
  std::int64_t finger = 0;  // which of several on the panel; 0: a mouse
};

}  // namespace desk::screens
