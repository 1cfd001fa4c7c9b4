// Drawings of what happens outside the screen: where the sheet goes in, where the slip comes out, the message on one's own phone. Vectors in
// the theme's colours. `seconds` of the canvas moves them gently; at 0 (a still picture, or 動きを止める) each is complete as it stands.
#pragma once

#include "kiosk/screens/canvas.h"

namespace desk::screens {

enum class Drawing {
  None,
  SheetGoingIn,     // the scanner, a sheet on its way into it, an arrow
  SheetInside,      // the same while it runs
  SlipComingOut,    // the receipt printer, the slip with its QR
  MessageComing,    // a phone on which a message arrives
  AccountOnPhone,   // a phone with an account being made: gBizID
  NumberHidden      // a sheet whose number lies under a black bar
};
void drawing(Canvas& canvas, Drawing what, const Rect& area);

// Seconds after which a drawing that only shows the way comes to rest: whoever reads is not disturbed (WCAG 2.2.2).
inline constexpr double kRestAfter = 5;

}  // namespace desk::screens
