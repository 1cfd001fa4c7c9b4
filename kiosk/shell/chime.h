// Chime: the two-tone bell that calls the staff, made here and played through SDL. A machine without sound has none; the call is then only
// on the screen and in the audit trail.
#pragma once

namespace desk::shell {

// Returns at once; the tone plays on SDL's own thread. False where there is no sound device. Drawing thread.
bool ring_chime();

}  // namespace desk::shell
