// Where help was called for, counted from the audit trail, which keeps the screen of every call and nothing of the person (anchors 3.24).
#pragma once

#include <vector>

#include "data/store/store.h"
#include "kiosk/flow/staff.h"

namespace desk::shell {

// The number of the first row written at `from` or later. Rows are in order of time, but for a clock that was corrected backwards.
[[nodiscard]] Result<std::int64_t> first_row_since(store::Store& store, WallTime from);

// Seven days with today, most calls first. The bell by which staff themselves reach their screens is no call for help.
[[nodiscard]] Result<std::vector<flow::HelpCount>> count_help_calls(store::Store& store, WallTime now);

}  // namespace desk::shell
