// Every wait of the visit in one place, exported to tests (style 17).
#pragma once

#include <chrono>

namespace desk::flow {

struct Delays {
  std::chrono::seconds idle_warning{120};     // nobody touched (design 6)
  std::chrono::seconds idle_answer{45};       // to press つづける (anchors 4: VVSG 45 s)
  std::chrono::seconds done_screen{90};       // the slip is out, the screen still shows to-dos and the QR
  std::chrono::seconds staff_idle{120};       // nobody touched the staff's screens: the PIN is asked again, then the start screen
  std::chrono::hours staff_longest{12};       // since the PIN, however busy (anchors 1.1)
  std::chrono::seconds away_most{600};        // the covered screen waits so long for whoever fetches a paper, then it warns as if idle
  // The machine: how long a part may take to say how it is (a scanner that is reset takes ten seconds), how long a finger may rest before
  // the touch test asks for dead places, and how long nobody may practise before the real desk is back.
  std::chrono::seconds device_answer{15};
  std::chrono::seconds scanner_answer{45};
  std::chrono::seconds touch_pause{8};
  std::chrono::seconds practice_idle{600};
};

}  // namespace desk::flow
