#include "data/store/export_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

#include "data/base/calendar.h"

namespace desk::store {
namespace {

constexpr int kMostTimesAMinute = 20;

Failure export_trouble(const std::string& where, int number) {
  const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
  return {full ? StaffCode::ExportFolderFull : StaffCode::ExportNotWritten, where, std::strerror(number)};
}

class ExportFile {
 public:
  explicit ExportFile(int fd) : fd_(fd) {}
  ~ExportFile() {
    if (fd_ >= 0) close(fd_);
  }
  ExportFile(const ExportFile&) = delete;
  ExportFile& operator=(const ExportFile&) = delete;
  [[nodiscard]] int get() const { return fd_; }
  // Closing can be the moment at which a medium says no.
  [[nodiscard]] bool shut() {
    const int fd = fd_;
    fd_ = -1;
    return close(fd) == 0;
  }

 private:
  int fd_;
};

bool flushed(int fd) {
  // Some file systems of memory sticks have nothing to flush for a directory and say so with EINVAL.
  return fsync(fd) == 0 || errno == EINVAL;
}

bool is_mount_point(const std::string& directory) {
  struct stat here {}, above {};
  return stat(directory.c_str(), &here) == 0 && stat((directory + "/..").c_str(), &above) == 0 && here.st_dev != above.st_dev;
}

// A firm's name may hold what a path or a stick's file system does not take.
std::string safe_name(std::string name) {
  for (char& c : name) {
    if (std::strchr("/\\:*?\"<>|", c) != nullptr || static_cast<unsigned char>(c) < 0x20) c = '_';
  }
  return name.empty() || name.front() == '.' ? "_" + name : name;
}

Done write_one(const std::string& path, std::span<const unsigned char> bytes) {
  ExportFile file(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (file.get() < 0) return fail(export_trouble(path, errno));
  for (std::size_t at = 0; at < bytes.size();) {
    const ssize_t wrote = write(file.get(), bytes.data() + at, bytes.size() - at);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote <= 0) return fail(export_trouble(path, wrote < 0 ? errno : EIO));
    at += static_cast<std::size_t>(wrote);
  }
  if (fsync(file.get()) != 0) return fail(export_trouble(path, errno));
  struct stat now {};
  if (fstat(file.get(), &now) != 0 || static_cast<std::size_t>(now.st_size) != bytes.size()) return fail(export_trouble(path, EIO));
  if (!file.shut()) return fail(export_trouble(path, errno));
  return {};
}

Done flush_directory(const std::string& path) {
  ExportFile directory(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.get() < 0 || !flushed(directory.get())) return fail(export_trouble(path, errno));
  return {};
}

// "T7K-4M2_20261122-1405", with a number behind it when that one exists.
Result<std::string> make_folder(const ExportTarget& target, const Application& application, WallTime now) {
  const CivilMinute minute = to_jst(now);
  char stamp[32];
  std::snprintf(stamp, sizeof stamp, "%04d%02u%02u-%02d%02d", static_cast<int>(minute.date.year()), static_cast<unsigned>(minute.date.month()),
                static_cast<unsigned>(minute.date.day()), minute.minute_of_day / 60, minute.minute_of_day % 60);
  for (int copy = 1; copy <= kMostTimesAMinute; ++copy) {
    const std::string name = application.reception.text + "_" + stamp + (copy == 1 ? "" : "_" + std::to_string(copy));
    if (mkdir((target.directory + "/" + name).c_str(), 0700) == 0) return name;
    if (errno != EEXIST) return fail(export_trouble(target.directory, errno));
  }
  return fail(export_trouble(target.directory, EEXIST));
}

class Export {
 public:
  Export(std::string folder) : folder_(std::move(folder)) {}
  Done add(const std::string& name, std::span<const unsigned char> bytes) {
    const std::string path = folder_ + "/" + safe_name(name);
    // Named before it is written: a file that broke off in the middle is taken away as well.
    paths_.push_back(path);
    if (auto done = write_one(path, bytes); !done) return done;
    bytes_ += static_cast<std::int64_t>(bytes.size());
    return {};
  }
  void undo() {
    for (const std::string& path : paths_) unlink(path.c_str());
    rmdir(folder_.c_str());
  }
  [[nodiscard]] int files() const { return static_cast<int>(paths_.size()); }
  [[nodiscard]] std::int64_t bytes() const { return bytes_; }

 private:
  std::string folder_;
  std::vector<std::string> paths_;
  std::int64_t bytes_ = 0;
};

Done write_everything(Store& store, const Application& application, const std::vector<ExportPaper>& papers, Export& out) {
  const auto files = store.files(application.id);
  if (!files) return fail(files.error());
  for (const File& file : *files) {
    const auto bytes = store.file_bytes(file.id);
    if (!bytes) return fail(bytes.error());
    if (auto done = out.add(file.name, bytes_of(*bytes)); !done) return done;
  }
  for (const ExportPaper& paper : papers) {
    if (auto done = out.add(paper.name, {reinterpret_cast<const unsigned char*>(paper.text.data()), paper.text.size()}); !done) return done;
  }
  return {};
}

}  // namespace

Result<ExportReport> export_application(Store& store, const Application& application, const ExportTarget& target, WallTime now,
                                        const std::vector<ExportPaper>& papers) {
  struct stat there {};
  if (target.directory.empty() || stat(target.directory.c_str(), &there) != 0 || !S_ISDIR(there.st_mode)) {
    return fail(Failure{StaffCode::ExportFolderMissing, target.directory, "no such folder"});
  }
  if (target.mounted && !is_mount_point(target.directory)) {
    return fail(Failure{StaffCode::ExportFolderMissing, target.directory, "no medium is mounted there"});
  }
  const auto name = make_folder(target, application, now);
  if (!name) return fail(name.error());
  const std::string folder = target.directory + "/" + *name;
  Export out(folder);
  Done written = write_everything(store, application, papers, out);
  if (written) written = flush_directory(folder);
  if (written) written = flush_directory(target.directory);
  if (!written) {
    out.undo();
    return fail(written.error());
  }
  return ExportReport{*name, out.files(), out.bytes()};
}

}  // namespace desk::store
