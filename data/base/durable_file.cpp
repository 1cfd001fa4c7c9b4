#include "data/base/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace desk {
namespace {

std::string folder_of(const std::string& path) {
  std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Failure system_failure(StaffCode code, const std::string& path) { return {code, path, std::system_category().message(errno)}; }

bool write_all(const Descriptor& file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

Done write_file(const std::string& path, std::string_view bytes, StaffCode on_error) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644));
  if (!file.open() || !write_all(file, bytes)) return fail(system_failure(on_error, path));
  if (fchmod(file.number(), 0644) != 0 || fsync(file.number()) != 0) return fail(system_failure(on_error, path));
  return {};
}

Done make_private_file(const std::string& path, std::string_view bytes, StaffCode on_error) {
  const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.open()) return fail(system_failure(on_error, path));
  if (!write_all(file, bytes) || fsync(file.number()) != 0) {
    Failure failure = system_failure(on_error, path);
    ::unlink(path.c_str());
    return fail(std::move(failure));
  }
  return sync_folder(folder_of(path), on_error);
}

Done replace_file(const std::string& path, std::string_view bytes, mode_t mode_of_new, StaffCode on_error) {
  struct stat before {};
  const bool existed = ::stat(path.c_str(), &before) == 0;
  const std::string draft = path + ".new";
  ::unlink(draft.c_str());  // of a run that was cut short
  const Descriptor file(::open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!file.open()) return fail(system_failure(on_error, path));
  bool good = !existed || fchown(file.number(), before.st_uid, before.st_gid) == 0;
  good = good && write_all(file, bytes) && fchmod(file.number(), existed ? before.st_mode & 07777 : mode_of_new) == 0;
  good = good && fsync(file.number()) == 0 && ::rename(draft.c_str(), path.c_str()) == 0;
  if (!good) {
    Failure failure = system_failure(on_error, path);
    ::unlink(draft.c_str());
    return fail(std::move(failure));
  }
  return sync_folder(folder_of(path), on_error);
}

Done sync_folder(const std::string& path, StaffCode on_error) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open() || fsync(folder.number()) != 0) return fail(system_failure(on_error, path));
  return {};
}

Done rename_durably(const std::string& from, const std::string& to, StaffCode on_error) {
  if (::rename(from.c_str(), to.c_str()) != 0) return fail(system_failure(on_error, to));
  return sync_folder(folder_of(to), on_error);
}

}  // namespace desk
