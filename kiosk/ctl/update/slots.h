// What stands in the two slots, as this machine tells it.
#pragma once

#include <optional>
#include <vector>

#include "data/base/result.h"
#include "kiosk/ctl/update/appliance.h"
#include "kiosk/ctl/update/boot_entry.h"

namespace desk::ctl::update {

// None: not the appliance.
[[nodiscard]] std::optional<Slot> booted_slot(const Appliance& appliance);
// Those of one slot, in the order in which the boot loader takes them. No folder of entries, no entries.
[[nodiscard]] Result<std::vector<BootEntry>> boot_entries(const Appliance& appliance, Slot slot);

struct Rearmed {
  Slot slot = Slot::A;
  bool changed = false;
};
// Gives the booted slot all its tries again, whatever its count was: a slot that rots later is to fall back too. Of two entries of the
// slot the one that the boot loader takes first stays. At every moment one entry of the slot is there.
[[nodiscard]] Result<Rearmed> rearm(const Appliance& appliance);

}  // namespace desk::ctl::update
