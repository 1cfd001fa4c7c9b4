// Target: one thing of the frame on show that can be pressed, by finger, keyboard or switch alike.
#pragma once

#include <string>

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
  bool frame = false;   // of the frame around the screen: back, staff, onward, settings
};

}  // namespace desk::screens
