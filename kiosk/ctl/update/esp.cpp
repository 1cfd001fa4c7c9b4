#include "kiosk/ctl/update/esp.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace desk::ctl::update {
namespace {

Descriptor open_boot_folder(const Appliance& appliance) {
  return Descriptor(::open(appliance.boot_folder().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

}  // namespace

Result<Descriptor> lock_esp(const Appliance& appliance) {
  Descriptor folder = open_boot_folder(appliance);
  if (!folder.open()) return fail(system_failure(StaffCode::UpdateNotAppliance, appliance.boot_folder()));
  if (flock(folder.number(), LOCK_EX | LOCK_NB) != 0) {
    return fail(Failure{StaffCode::UpdateNotWritten, appliance.boot_folder(), "another update is under way"});
  }
  return folder;
}

Done remove_entry(const Appliance& appliance, const std::string& name) {
  if (auto done = appliance.pass("entry remove"); !done) return done;
  const std::string file = appliance.boot_folder() + "/" + name;
  if (::unlink(file.c_str()) != 0 && errno != ENOENT) return fail(system_failure(StaffCode::UpdateNotWritten, file));
  return {};
}

Done sync_esp(const Appliance& appliance) {
  if (auto done = appliance.pass("esp sync"); !done) return done;
  const Descriptor folder = open_boot_folder(appliance);
  // The folder alone is not enough: the table of clusters and the file's own entry are elsewhere on a FAT.
  if (!folder.open() || fsync(folder.number()) != 0 || syncfs(folder.number()) != 0) {
    return fail(system_failure(StaffCode::UpdateNotWritten, appliance.boot_folder()));
  }
  return {};
}

}  // namespace desk::ctl::update
