// The machine's part of a turn: panel, self-test, practice, settings. Shared by their files and the root; nobody outside the room includes it.
#pragma once

#include "kiosk/flow/turn.h"

namespace desk::flow {

// Each returns whether the event was its own.
bool on_devices(Turn& turn, Event& event);
bool on_self_test(Turn& turn, Event& event);
bool on_practice(Turn& turn, const Event& event);
bool on_desk_settings(Turn& turn, Event& event);

// What a visit met of printer and scanner, before the visit itself hears of it.
void notice_devices(Turn& turn, const Event& event);
// A report becomes what is known; a device that failed or came back goes to the audit trail.
void tell_device(Turn& turn, DeviceReport report);
void ask_all_devices(Turn& turn);

// Time alone: answers that did not come, a finger that has stopped wiping, a practice that nobody plays any more.
void devices_tick(Turn& turn);
void self_test_tick(Turn& turn);
void practice_tick(Turn& turn);

// After a step was entered: the machine's screens ask for what they show, and what was left behind is broken off.
void machine_entered(Turn& turn, Step from);

}  // namespace desk::flow
