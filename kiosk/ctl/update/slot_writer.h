// Writing an update into the slot that is not running. In this order, each step on the disk before the next:
//
//   1  the idle slot's boot entries go: from here on it cannot boot
//   2  root.squashfs and root.verity go into its partitions, and are read back
//   3  its kernel image goes onto the ESP under a name that is no entry, and is read back
//   4  that name becomes desk-X+3.efi: from here on the slot boots, three tries long
//
// Wherever the machine stops, the running slot's entry is as it was, and the idle slot is either no slot to the boot loader or whole.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "data/base/result.h"
#include "data/base/signing.h"
#include "kiosk/ctl/update/appliance.h"
#include "kiosk/ctl/update/boot_entry.h"

namespace desk::ctl::update {

struct Written {
  Slot slot = Slot::A;
  std::int64_t serial = 0;
  std::int64_t bytes = 0;
};

// Failures before anything was changed: UpdateNotAppliance, UpdateSignature, UpdateContents, UpdateOlder (an equal serial is a repair),
// UpdateTooLarge. Later ones: UpdateContents (the folder is no longer what it was), UpdateNotWritten.
[[nodiscard]] Result<Written> write_slot(const std::string& folder, const std::vector<crypto::PublicKey>& trusted, const Appliance& appliance,
                                         const Tell& tell);

}  // namespace desk::ctl::update
