#include "data/store/blob_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "data/base/ids.h"

namespace desk::store {
namespace {

Failure failure_of_errno(const std::string& where) {
  const StaffCode code = errno == ENOSPC || errno == EDQUOT ? StaffCode::StoreFull : StaffCode::StoreUnavailable;
  return {code, where, std::strerror(errno)};
}

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

bool write_all(int fd, std::span<const unsigned char> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return folder.get() >= 0 && fsync(folder.get()) == 0;
}

std::string bound(std::string_view context, const std::string& name) { return std::string(context) + "/" + name; }

bool is_name(std::string_view name) {
  return name.size() == 32 && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

Done BlobFolder::create() const {
  if (mkdir(path_.c_str(), 0700) != 0 && errno != EEXIST) return fail(failure_of_errno(path_));
  return {};
}

Result<std::string> BlobFolder::put(const crypto::Key& key, std::span<const unsigned char> plain, std::string_view context) const {
  std::array<unsigned char, 16> random{};
  crypto::fill_random(random);
  const std::string name = to_hex(random);
  const crypto::Bytes sealed =
      crypto::seal(key, {reinterpret_cast<const char*>(plain.data()), plain.size()}, bound(context, name));
  const std::string part = path_ + "/" + name + ".part";
  const auto give_up = [&](Failure failure) {
    unlink(part.c_str());
    unlink(file_of(name).c_str());
    return fail(std::move(failure));
  };
  if (auto done = steps_->pass("blob write"); !done) return fail(done.error());
  {
    const Descriptor file(::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.get() < 0) return fail(failure_of_errno(part));
    if (!write_all(file.get(), sealed) || fsync(file.get()) != 0) return give_up(failure_of_errno(part));
  }
  if (auto done = steps_->pass("blob rename"); !done) return give_up(done.error());
  if (rename(part.c_str(), file_of(name).c_str()) != 0) return give_up(failure_of_errno(part));
  if (!sync_folder(path_)) return give_up(failure_of_errno(path_));
  return name;
}

Result<Secret> BlobFolder::get(const crypto::Key& key, const std::string& name, std::string_view context) const {
  const std::string path = file_of(name);
  const Descriptor file(is_name(name) ? ::open(path.c_str(), O_RDONLY | O_CLOEXEC) : -1);
  struct stat about {};
  if (file.get() < 0 || fstat(file.get(), &about) != 0) return fail(Failure{StaffCode::RecordMissing, name, "the page's file is gone"});
  crypto::Bytes sealed(static_cast<std::size_t>(about.st_size));
  std::size_t have = 0;
  while (have < sealed.size()) {
    const ssize_t got = ::read(file.get(), sealed.data() + have, sealed.size() - have);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return fail(Failure{StaffCode::RecordDamaged, name, got < 0 ? std::strerror(errno) : "shorter than its size"});
    have += static_cast<std::size_t>(got);
  }
  auto plain = crypto::open(key, sealed, bound(context, name));
  if (!plain) return fail(Failure{StaffCode::RecordDamaged, name, "the page's bytes do not open"});
  return std::move(*plain);
}

Done BlobFolder::remove(const std::string& name) const {
  if (auto done = steps_->pass("blob remove"); !done) return done;
  if (unlink(file_of(name).c_str()) != 0 && errno != ENOENT) return fail(failure_of_errno(name));
  return {};
}

bool BlobFolder::has(const std::string& name) const { return access(file_of(name).c_str(), R_OK) == 0; }

Result<int> BlobFolder::sweep(const std::set<std::string>& claimed) const {
  int removed = 0;
  std::error_code problem;
  for (const auto& entry : std::filesystem::directory_iterator(path_, problem)) {
    const std::string file = entry.path().filename();
    const bool ours = (file.ends_with(".sealed") || file.ends_with(".part")) && is_name(file.substr(0, file.rfind('.')));
    if (!ours || (file.ends_with(".sealed") && claimed.contains(file.substr(0, 32)))) continue;
    if (unlink(entry.path().c_str()) != 0) return fail(failure_of_errno(file));
    ++removed;
  }
  if (problem) return fail(Failure{StaffCode::StoreUnavailable, path_, problem.message()});
  if (removed > 0 && !sync_folder(path_)) return fail(failure_of_errno(path_));
  return removed;
}

}  // namespace desk::store
