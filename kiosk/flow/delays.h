// Every wait of the visit in one place, exported to tests (style 17).
#pragma once

#include <chrono>

namespace desk::flow {

struct Delays {
  std::chrono::seconds idle_warning{120};     // nobody touched (design 6)
  std::chrono::seconds idle_answer{45};       // to press つづける (anchors 4: VVSG 45 s)
  std::chrono::seconds done_screen{90};       // the slip is out, the screen still shows to-dos and the QR
  std::chrono::seconds away_most{600};        // the covered screen waits so long for whoever fetches a paper, then it warns as if idle
  std::chrono::seconds retry_unknown{60};     // the same code once more after an unknown outcome (design 5)
};

}  // namespace desk::flow
