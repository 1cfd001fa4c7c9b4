// Changes on the EFI system partition: FAT, without a journal, so each is made durable before the next.
#pragma once

#include <string>

#include "data/base/durable_file.h"
#include "data/base/result.h"
#include "kiosk/ctl/update/appliance.h"

namespace desk::ctl::update {

// One at a time; let go of with the scope, or when the process ends.
[[nodiscard]] Result<Descriptor> lock_esp(const Appliance& appliance);
[[nodiscard]] Done remove_entry(const Appliance& appliance, const std::string& name);
[[nodiscard]] Done sync_esp(const Appliance& appliance);

}  // namespace desk::ctl::update
