#include "data/catalog/release_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>
#include <vector>

#include "data/base/durable_file.h"

namespace desk::catalog {
namespace {

namespace fs = std::filesystem;

constexpr int kMostDepth = 3;

Failure wrong(const std::string& where, std::string reason) { return {StaffCode::CatalogContents, where, std::move(reason)}; }

bool is_name(std::string_view name) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
  };
  return !name.empty() && name.size() <= 64 && name.front() != '.' && std::all_of(name.begin(), name.end(), allowed);
}

class TreeReader {
 public:
  explicit TreeReader(std::string folder) : folder_(std::move(folder)) {}

  // `path`: below the folder, "" or "2026/".
  Done read(int directory, const std::string& path, int depth) {
    const auto names = names_in(directory, path);
    if (!names) return fail(names.error());
    for (const std::string& name : *names) {
      const std::string below = path + name;
      if (!is_name(name)) return fail(wrong(place(below), "a name that no file of a catalogue has"));
      struct stat about {};
      if (fstatat(directory, name.c_str(), &about, AT_SYMLINK_NOFOLLOW) != 0) return fail(wrong(place(below), system_reason()));
      if (S_ISDIR(about.st_mode)) {
        if (depth == kMostDepth) return fail(wrong(place(below), "too deep"));
        const Descriptor inner(openat(directory, name.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
        if (!inner.open()) return fail(wrong(place(below), system_reason()));
        if (auto done = read(inner.number(), below + "/", depth + 1); !done) return done;
      } else if (S_ISREG(about.st_mode)) {
        if (auto done = read_one(directory, name, below); !done) return done;
      } else {
        return fail(wrong(place(below), "a link, a pipe or a device, not a file"));
      }
    }
    return {};
  }

  Contents contents;

 private:
  [[nodiscard]] std::string place(const std::string& below) const { return (fs::path(folder_) / below).string(); }
  [[nodiscard]] static std::string system_reason() { return std::system_category().message(errno); }

  Result<std::vector<std::string>> names_in(int directory, const std::string& path) const {
    const int own = fcntl(directory, F_DUPFD_CLOEXEC, 0);
    const std::unique_ptr<DIR, int (*)(DIR*)> listing(own < 0 ? nullptr : fdopendir(own), closedir);
    if (listing == nullptr) return fail(wrong(place(path), system_reason()));
    std::vector<std::string> names;
    while (const dirent* entry = readdir(listing.get())) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      if (names.size() == kMostFiles) return fail(wrong(place(path), "too many files"));
      names.emplace_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  Done read_one(int directory, const std::string& name, const std::string& below) {
    // NONBLOCK: between the look and the opening a pipe may have taken the file's place, and nobody may make us wait.
    const Descriptor file(openat(directory, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    struct stat about {};
    if (!file.open() || fstat(file.number(), &about) != 0) return fail(wrong(place(below), system_reason()));
    if (!S_ISREG(about.st_mode)) return fail(wrong(place(below), "a link, a pipe or a device, not a file"));
    std::string bytes;
    char block[65536];
    for (;;) {
      const ssize_t got = ::read(file.number(), block, sizeof block);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return fail(wrong(place(below), system_reason()));
      if (got == 0) break;
      bytes.append(block, static_cast<std::size_t>(got));
      if (static_cast<std::int64_t>(bytes.size()) > kMostFileBytes) return fail(wrong(place(below), "larger than any file of a catalogue"));
    }
    total_ += static_cast<std::int64_t>(bytes.size());
    if (total_ > kMostReleaseBytes || contents.size() == kMostFiles) return fail(wrong(folder_, "more than any catalogue holds"));
    contents.emplace(below, std::move(bytes));
    return {};
  }

  std::string folder_;
  std::int64_t total_ = 0;
};

}  // namespace

bool is_release_path(std::string_view path) {
  int depth = 0;
  for (;;) {
    const auto slash = path.find('/');
    if (!is_name(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    if (++depth > kMostDepth) return false;
    path.remove_prefix(slash + 1);
  }
}

Result<Contents> read_tree(const std::string& folder) {
  const Descriptor top(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!top.open()) return fail(wrong(folder, std::system_category().message(errno)));
  TreeReader reader(folder);
  if (auto done = reader.read(top.number(), "", 0); !done) return fail(done.error());
  return std::move(reader.contents);
}

Failure not_written(const std::string& path) { return system_failure(StaffCode::CatalogNotWritten, path); }

Done write_file(const std::string& path, std::string_view bytes) { return desk::write_file(path, bytes, StaffCode::CatalogNotWritten); }

Done sync_folder(const std::string& path) { return desk::sync_folder(path, StaffCode::CatalogNotWritten); }

Done rename_durably(const std::string& from, const std::string& to) { return desk::rename_durably(from, to, StaffCode::CatalogNotWritten); }

Done make_folder(const std::string& path) {
  if (::mkdir(path.c_str(), 0755) != 0) {
    std::error_code error;
    if (errno == EEXIST && fs::is_directory(path, error)) return {};  // its rights are its owner's
    return fail(not_written(path));
  }
  if (::chmod(path.c_str(), 0755) != 0) return fail(not_written(path));
  return {};
}

Done point(const std::string& path, const std::string& target) {
  const std::string draft = path + ".new";
  ::unlink(draft.c_str());  // of an attempt that was killed
  if (::symlink(target.c_str(), draft.c_str()) != 0) return fail(not_written(path));
  return rename_durably(draft, path);
}

}  // namespace desk::catalog
