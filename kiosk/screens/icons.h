// Line icons, drawn as paths so that they are sharp at every size and take the theme's colours.
#pragma once

#include <vector>

#include "kiosk/screens/geometry.h"

namespace desk::screens {

enum class Icon {
  None, Building, Person, Bell, ArrowLeft, ArrowRight, Check, Cross, Exclamation, Dash, Question, DoubleRing, Tray, Phone, Receipt,
  Paper, Clock, Letters, HalfDisc, Globe, Speaker, Shop, Laptop, Register, Card, Shield, Pencil, Eraser, House, Info, Printer, Calendar
};

// One stroke of an icon in a square from 0,0 to 100,100.
struct IconStroke {
  std::vector<Point> points;
  bool closed = false;
  bool filled = false;  // a convex shape
};
[[nodiscard]] const std::vector<IconStroke>& strokes_of(Icon icon);

}  // namespace desk::screens
