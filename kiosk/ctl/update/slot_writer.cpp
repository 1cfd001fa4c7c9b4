#include "kiosk/ctl/update/slot_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/ctl/update/esp.h"
#include "kiosk/ctl/update/image_folder.h"
#include "kiosk/ctl/update/slots.h"

namespace desk::ctl::update {
namespace {

Failure not_the_appliance(const std::string& where, std::string reason) { return {StaffCode::UpdateNotAppliance, where, std::move(reason)}; }

// One file of the update on its way to where it stays.
struct Target {
  std::string name;  // "root-b", for steps
  std::string path;
  const ManifestFile* file;
  Descriptor device;
};

class SlotWriter {
 public:
  SlotWriter(const ImageFolder& image, const Appliance& appliance, const Tell& tell, Slot slot)
      : image_(image), appliance_(appliance), tell_(tell), slot_(slot) {}

  Result<Written> run() {
    auto root = partition("", kRoot);
    if (!root) return fail(root.error());
    auto verity = partition("-verity", kVerity);
    if (!verity) return fail(verity.error());
    if (auto done = disarm(); !done) return fail(done.error());
    for (const Target* target : {&*root, &*verity}) {
      if (auto done = fill(*target); !done) return fail(done.error());
    }
    auto entry = draft();
    if (!entry) return fail(entry.error());
    if (auto done = fill(*entry); !done) return fail(done.error());
    if (auto done = arm(*entry); !done) return fail(done.error());
    return Written{slot_, image_.manifest().serial, root->file->bytes + verity->file->bytes + entry->file->bytes};
  }

 private:
  Result<Target> partition(const std::string& suffix, const char* file_name) const {
    const std::string name = "root-" + std::string(word_of(slot_)) + suffix;
    const std::string path = appliance_.partitions + "/" + name;
    const ManifestFile& file = image_.file(file_name);
    // EXCL on a device: one that is mounted refuses, whatever its label says.
    Descriptor device(::open(path.c_str(), O_RDWR | O_EXCL | O_CLOEXEC));
    if (!device.open()) return fail(system_failure(StaffCode::UpdateNotAppliance, path));
    const off_t room = lseek(device.number(), 0, SEEK_END);
    if (room < 0) return fail(system_failure(StaffCode::UpdateNotAppliance, path));
    if (room < file.bytes) {
      return fail(Failure{StaffCode::UpdateTooLarge, path, "has " + std::to_string(room) + " bytes, " + file.path + " " + std::to_string(file.bytes)});
    }
    return Target{name, path, &file, std::move(device)};
  }

  [[nodiscard]] Done disarm() const {
    const auto entries = boot_entries(appliance_, slot_);
    if (!entries) return fail(entries.error());
    for (const BootEntry& entry : *entries) {
      if (auto done = remove_entry(appliance_, entry.name); !done) return done;
    }
    // Of a writing that was stopped: it takes the room of the new one.
    if (auto done = remove_entry(appliance_, draft_name(slot_)); !done) return done;
    return sync_esp(appliance_);
  }

  Result<Target> draft() const {
    const std::string name = draft_name(slot_);
    const std::string path = appliance_.boot_folder() + "/" + name;
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!file.open()) return fail(system_failure(StaffCode::UpdateNotWritten, path));
    return Target{name, path, &image_.file(bundle_name(slot_)), std::move(file)};
  }

  [[nodiscard]] Done fill(const Target& target) const {
    const int device = target.device.number();
    if (lseek(device, 0, SEEK_SET) != 0) return fail(system_failure(StaffCode::UpdateNotWritten, target.path));
    // The hash is of the very bytes that are written: between the check and now the stick may have been exchanged.
    const auto copied = image_.read(*target.file, "writing", tell_, [&](std::string_view part) -> Done {
      if (auto done = appliance_.pass(target.name + " part"); !done) return done;
      if (!write_all(target.device, part)) return fail(system_failure(StaffCode::UpdateNotWritten, target.path));
      return {};
    });
    if (!copied) return copied;
    if (auto done = appliance_.pass(target.name + " sync"); !done) return done;
    if (fsync(device) != 0) return fail(system_failure(StaffCode::UpdateNotWritten, target.path));
    return read_back(target);
  }

  [[nodiscard]] Done read_back(const Target& target) const {
    if (auto done = appliance_.pass(target.name + " read back"); !done) return done;
    // From the device and not from memory; after fsync nothing is left that could not be dropped.
    (void)posix_fadvise(target.device.number(), 0, 0, POSIX_FADV_DONTNEED);
    if (lseek(target.device.number(), 0, SEEK_SET) != 0) return fail(system_failure(StaffCode::UpdateNotWritten, target.path));
    const auto there = stream(target.device, {target.path, StaffCode::UpdateNotWritten, target.file->bytes, {},
                                              [&](std::int64_t bytes) { tell_(progress_words("reading back", *target.file, bytes)); }});
    if (!there) return fail(there.error());
    if (there->bytes == target.file->bytes && there->hash == target.file->hash) return {};
    return fail(Failure{StaffCode::UpdateNotWritten, target.path, "gave back other bytes than were written"});
  }

  [[nodiscard]] Done arm(const Target& draft) const {
    if (auto done = sync_esp(appliance_); !done) return done;
    if (auto done = appliance_.pass("entry rename"); !done) return done;
    const std::string entry = appliance_.boot_folder() + "/" + armed_name(slot_);
    if (::rename(draft.path.c_str(), entry.c_str()) != 0) return fail(system_failure(StaffCode::UpdateNotWritten, entry));
    return sync_esp(appliance_);
  }

  const ImageFolder& image_;
  const Appliance& appliance_;
  const Tell& tell_;
  Slot slot_;
};

}  // namespace

Result<Written> write_slot(const std::string& folder, const std::vector<crypto::PublicKey>& trusted, const Appliance& appliance, const Tell& tell) {
  const auto booted = booted_slot(appliance);
  if (!booted) return fail(not_the_appliance(appliance.command_line, "names no slot (desk.slot)"));
  const auto serial = image_serial(appliance.serial_file);
  if (!serial) return fail(serial.error());
  if (!*serial) return fail(not_the_appliance(appliance.serial_file, "is not there"));
  const auto image = ImageFolder::open(folder, trusted);
  if (!image) return fail(image.error());
  if (image->manifest().serial < **serial) {
    return fail(Failure{StaffCode::UpdateOlder, folder,
                        "its serial " + std::to_string(image->manifest().serial) + " is below that of the running image, " + std::to_string(**serial)});
  }
  const auto lock = lock_esp(appliance);
  if (!lock) return fail(lock.error());
  // Read whole before anything is touched: a damaged stick must not cost the slot that one could fall back to.
  if (auto done = image->check(tell); !done) return fail(done.error());
  return SlotWriter(*image, appliance, tell, other(*booted)).run();
}

}  // namespace desk::ctl::update
