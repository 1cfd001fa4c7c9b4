// Appliance: where an update finds the parts of the machine. One struct, so that tests put folders and plain files in their place.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "data/base/result.h"
#include "data/base/software.h"

namespace desk::ctl::update {

struct Appliance {
  std::string partitions = "/dev/disk/by-partlabel";  // root-a, root-a-verity, root-b, root-b-verity
  std::string esp = "/efi";                           // where the EFI system partition is mounted
  std::string command_line = "/proc/cmdline";         // desk.slot=a or desk.slot=b; neither: not the appliance
  std::string keys = "/usr/share/desk-kiosk/update-keys";
  std::string serial_file = kImageSerialFile;
  // Tests: asked before every step that changes something ("root-b part", "entry rename" …); true: the machine stops there.
  std::function<bool(std::string_view step)> refuse_step = {};

  [[nodiscard]] std::string boot_folder() const { return esp + "/EFI/Linux"; }
  [[nodiscard]] Done pass(const std::string& step) const {
    if (refuse_step && refuse_step(step)) return fail(Failure{StaffCode::UpdateNotWritten, step, "the machine stopped"});
    return {};
  }
};

// What is going on now, for the person who waits: "writing root.squashfs, 120 of 350 MB".
using Tell = std::function<void(const std::string& state)>;

}  // namespace desk::ctl::update
