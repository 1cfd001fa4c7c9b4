#include "kiosk/ctl/update/slots.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "data/base/document.h"
#include "data/base/durable_file.h"
#include "kiosk/ctl/update/esp.h"

namespace desk::ctl::update {
namespace {

namespace fs = std::filesystem;

Done rename_entry(const Appliance& appliance, const std::string& from, const std::string& armed) {
  if (from == armed) return {};
  if (auto done = appliance.pass("entry rename"); !done) return done;
  const std::string folder = appliance.boot_folder() + "/";
  if (::rename((folder + from).c_str(), (folder + armed).c_str()) != 0) return fail(system_failure(StaffCode::UpdateNotWritten, folder + armed));
  return sync_esp(appliance);
}

}  // namespace

std::optional<Slot> booted_slot(const Appliance& appliance) {
  const auto line = read_file(appliance.command_line);
  return line ? slot_of_command_line(*line) : std::nullopt;
}

Result<std::vector<BootEntry>> boot_entries(const Appliance& appliance, Slot slot) {
  std::vector<BootEntry> entries;
  std::error_code error;
  if (!fs::exists(appliance.boot_folder(), error) && !error) return entries;
  fs::directory_iterator listing(appliance.boot_folder(), error);
  for (; !error && listing != fs::directory_iterator(); listing.increment(error)) {
    auto entry = parse_boot_entry(listing->path().filename().string());
    if (entry && entry->slot == slot) entries.push_back(std::move(*entry));
  }
  if (error) return fail(Failure{StaffCode::UpdateNotAppliance, appliance.boot_folder(), error.message()});
  std::sort(entries.begin(), entries.end(), comes_before);
  return entries;
}

Result<Rearmed> rearm(const Appliance& appliance) {
  const auto slot = booted_slot(appliance);
  if (!slot) return fail(Failure{StaffCode::UpdateNotAppliance, appliance.command_line, "names no slot (desk.slot)"});
  const auto lock = lock_esp(appliance);
  if (!lock) return fail(lock.error());
  const auto entries = boot_entries(appliance, *slot);
  if (!entries) return fail(entries.error());
  if (entries->empty()) {
    return fail(Failure{StaffCode::UpdateNotAppliance, appliance.boot_folder(), "no boot entry of slot " + std::string(word_of(*slot))});
  }
  const std::string armed = armed_name(*slot);
  const std::string& first = entries->front().name;
  if (entries->size() == 1 && first == armed) return Rearmed{*slot, false};
  if (auto done = rename_entry(appliance, first, armed); !done) return fail(done.error());
  // A second one would be in the way of the boot loader's own renaming, and the count would stand still.
  for (const BootEntry& entry : *entries) {
    if (entry.name == first || entry.name == armed) continue;
    if (auto done = remove_entry(appliance, entry.name); !done) return fail(done.error());
  }
  if (auto done = sync_esp(appliance); !done) return fail(done.error());
  return Rearmed{*slot, true};
}

}  // namespace desk::ctl::update
