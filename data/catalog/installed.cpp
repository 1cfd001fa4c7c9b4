#include "data/catalog/installed.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "data/catalog/signature.h"

namespace desk::catalog {
namespace {

namespace fs = std::filesystem;

constexpr const char* kActive = "active";
constexpr const char* kPrevious = "previous";
constexpr const char* kReleases = "releases";
constexpr const char* kDraft = "draft";

// One installation at a time. The lock is the process's: the kernel takes it back when the process ends, however it ends.
class Lock {
 public:
  static Result<Lock> take(const std::string& into) {
    const std::string file = (fs::path(into) / "lock").string();
    Lock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (lock.number_ < 0) return fail(not_written(file));
    if (flock(lock.number_, LOCK_EX | LOCK_NB) != 0) return fail(Failure{StaffCode::CatalogNotWritten, file, "another installation is under way"});
    return lock;
  }
  Lock(Lock&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Lock& operator=(Lock&&) = delete;
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;
  ~Lock() {
    if (number_ >= 0) ::close(number_);
  }

 private:
  explicit Lock(int number) : number_(number) {}
  int number_;
};

// The name below releases/ that a link says; nothing when it is no link of ours.
std::optional<std::string> named(const fs::path& link) {
  std::error_code error;
  const fs::path target = fs::read_symlink(link, error);
  if (error || target.parent_path() != kReleases) return std::nullopt;
  return target.filename().string();
}

// "17" or "17-2": a release whose folder is damaged is never written over.
std::int64_t serial_of(const std::string& name) {
  std::int64_t serial = 0;
  (void)std::from_chars(name.data(), name.data() + name.size(), serial);
  return serial;
}

std::string free_name(const fs::path& releases, std::int64_t serial) {
  std::error_code error;
  std::string name = std::to_string(serial);
  for (int more = 2; fs::exists(fs::symlink_status(releases / name, error)); ++more) {
    name = std::to_string(serial) + "-" + std::to_string(more);
  }
  return name;
}

class Installing {
 public:
  explicit Installing(const Installation& order) : order_(order), top_(order.into), releases_(top_ / kReleases) {}

  Result<Installed> run() {
    auto release = read_release(order_.folder, order_.trusted);
    if (!release) return fail(release.error());
    if (auto done = open_place(); !done) return fail(done.error());
    const auto lock = Lock::take(order_.into);
    if (!lock) return fail(lock.error());
    active_ = named(top_ / kActive);
    if (auto done = clear_leftovers(); !done) return fail(done.error());
    if (auto done = check_newer(release->manifest); !done) return fail(done.error());
    Done done = place(*release);
    if (!done) {
      (void)clear_leftovers();  // the draft, so that a full disk is not full of it
      return fail(done.error());
    }
    return Installed{std::move(release->manifest), active_ ? std::optional(serial_of(*active_)) : std::nullopt};
  }

 private:
  Done open_place() {
    std::error_code error;
    fs::create_directories(top_.parent_path(), error);  // a failure shows itself in the next line
    changing();
    if (auto done = make_folder(top_.string()); !done) return done;
    changing();
    return make_folder(releases_.string());
  }

  Done clear_leftovers() {
    std::set<std::string> kept;
    for (const char* link : {kActive, kPrevious}) {
      if (const auto name = named(top_ / link)) kept.insert(*name);
    }
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(releases_, error)) {
      if (kept.contains(entry.path().filename().string())) continue;
      changing();
      std::error_code failed;
      fs::remove_all(entry.path(), failed);
      if (failed) return fail(Failure{StaffCode::CatalogNotWritten, entry.path().string(), failed.message()});
    }
    return {};
  }

  Done check_newer(const Manifest& brought) const {
    if (!active_) return {};
    const std::int64_t before = serial_of(*active_);
    const bool sound = read_release((releases_ / *active_).string(), order_.trusted).ok();
    if (brought.serial > before || (brought.serial == before && !sound)) return {};
    return fail(Failure{StaffCode::CatalogOlder, order_.folder,
                        "its serial " + std::to_string(brought.serial) + " is not above the active one's, " + std::to_string(before)});
  }

  // A serial can be typed wrongly; the dates in the packs cannot grow younger by mistake.
  Done check_verified(const Catalogue& brought) const {
    if (!active_) return {};
    const auto before = Catalogue::load((releases_ / *active_).string());
    if (!before) return {};  // damaged: nothing to hold it against
    for (const Pack& pack : brought.packs()) {
      const Pack* old = before->pack(pack.year);
      if (old == nullptr || old->verified <= pack.verified) continue;
      return fail(Failure{StaffCode::CatalogOlder, order_.folder, std::to_string(pack.year) + " was verified on " + to_string(pack.verified) +
                                                                      ", the active one on " + to_string(old->verified)});
    }
    return {};
  }

  Done place(const Release& release) {
    const fs::path draft = releases_ / kDraft;
    if (auto done = write_draft(release, draft); !done) return done;
    const auto catalogue = Catalogue::load(draft.string());
    if (!catalogue) return fail(as_brought(catalogue.error(), draft.string()));
    if (auto done = check_verified(*catalogue); !done) return done;
    if (order_.examine) {
      if (auto done = order_.examine(draft.string()); !done) return done;
    }
    // Read back from the disk, not from memory: what becomes active is what lies there.
    if (const auto again = read_release(draft.string(), order_.trusted); !again) return fail(again.error());
    const std::string name = free_name(releases_, release.manifest.serial);
    changing();
    if (auto done = rename_durably(draft.string(), (releases_ / name).string()); !done) return done;
    if (active_) {
      changing();
      if (auto done = point((top_ / kPrevious).string(), (fs::path(kReleases) / *active_).string()); !done) return done;
    }
    changing();
    if (auto done = point((top_ / kActive).string(), (fs::path(kReleases) / name).string()); !done) return done;
    (void)clear_leftovers();  // the one before the previous; when it stays lying, the next installation clears it
    return {};
  }

  // Whoever reads it knows the folder that was brought, not the draft.
  [[nodiscard]] Failure as_brought(Failure failure, const std::string& draft) const {
    if (failure.where.starts_with(draft)) failure.where = order_.folder + failure.where.substr(draft.size());
    return failure;
  }

  Done write_draft(const Release& release, const fs::path& draft) {
    std::set<fs::path> folders{draft};
    changing();
    if (auto done = make_folder(draft.string()); !done) return done;
    for (const auto& [path, bytes] : release.contents) {
      fs::path below = draft;
      for (const fs::path& part : fs::path(path).parent_path()) {
        below /= part;
        if (!folders.insert(below).second) continue;
        changing();
        if (auto done = make_folder(below.string()); !done) return done;
      }
      changing();
      if (auto done = write_file((draft / path).string(), bytes); !done) return done;
    }
    for (const fs::path& folder : folders) {
      if (auto done = sync_folder(folder.string()); !done) return done;
    }
    return sync_folder(releases_.string());
  }

  void changing() const {
    if (order_.before_change) order_.before_change();
  }

  const Installation& order_;
  fs::path top_, releases_;
  std::optional<std::string> active_;
};

Result<OpenedCatalogue> shipped_packs(const CatalogPlaces& places, std::optional<Failure> refused) {
  auto catalogue = Catalogue::load(places.shipped);
  if (!catalogue) return fail(catalogue.error());
  return OpenedCatalogue{std::move(*catalogue), std::nullopt, std::move(refused)};
}

Result<OpenedCatalogue> installed_packs(const std::string& folder, const CatalogPlaces& places) {
  const auto trusted = load_public_keys(places.public_keys);
  if (!trusted) return fail(trusted.error());
  const auto release = read_release(folder, *trusted);
  if (!release) return fail(release.error());
  auto catalogue = Catalogue::load(folder);
  if (!catalogue) return fail(catalogue.error());
  return OpenedCatalogue{std::move(*catalogue), release->manifest.serial, std::nullopt};
}

}  // namespace

Result<Installed> install_release(const Installation& installation) { return Installing(installation).run(); }

Result<Installed> back_to_previous(const std::string& into, const std::vector<crypto::PublicKey>& trusted) {
  const fs::path top(into);
  const auto lock = Lock::take(into);
  if (!lock) return fail(lock.error());
  const auto active = named(top / kActive);
  const auto previous = named(top / kPrevious);
  if (!active || !previous || active == previous) return fail(Failure{StaffCode::CatalogOlder, into, "no release before the active one is kept"});
  auto release = read_release((top / kReleases / *previous).string(), trusted);
  if (!release) return fail(release.error());
  // Killed between the two, both links say the same release, sound and whole.
  if (auto done = point((top / kActive).string(), (fs::path(kReleases) / *previous).string()); !done) return fail(done.error());
  if (auto done = point((top / kPrevious).string(), (fs::path(kReleases) / *active).string()); !done) return fail(done.error());
  return Installed{std::move(release->manifest), serial_of(*active)};
}

std::optional<std::string> active_folder(const std::string& directory) {
  std::error_code error;
  const fs::path link = fs::path(directory) / kActive;
  // The folder itself and not the link: an installation may turn the link between two files that are read.
  if (const auto name = named(link)) return (fs::path(directory) / kReleases / *name).string();
  // What is no link of ours is still no reason to pass over it in silence: reading it as a release says what is wrong.
  if (directory.empty() || !fs::exists(fs::symlink_status(link, error))) return std::nullopt;
  return link.string();
}

Result<OpenedCatalogue> open_catalogue(const CatalogPlaces& places) {
  if (const auto folder = active_folder(places.directory)) {
    auto installed = installed_packs(*folder, places);
    if (installed) return installed;
    const Failure& why = installed.error();
    return shipped_packs(places, Failure{StaffCode::CatalogFellBack, why.where, why.message()});
  }
  if (places.directory.empty()) return shipped_packs(places, std::nullopt);
  auto plain = Catalogue::load(places.directory);
  // No pack at all: an installation folder before its first release. A folder that is not there is a slip of the pen in desk.toml.
  std::error_code error;
  if (!plain && plain.error().code == StaffCode::PackMissing && fs::is_directory(places.directory, error)) return shipped_packs(places, std::nullopt);
  if (!plain) return fail(plain.error());
  return OpenedCatalogue{std::move(*plain), std::nullopt, std::nullopt};
}

}  // namespace desk::catalog
