#include "kiosk/input/private_home.h"

#include <fcntl.h>
#include <poll.h>
#include <pwd.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace desk::input {
namespace fs = std::filesystem;
namespace {

constexpr int kMostMillisecondsToEnd = 1000;
constexpr std::string_view kLockSuffix = ".lock";

Failure no_home(const std::string& where, const char* reason) { return {StaffCode::ConversionUnavailable, where, reason}; }

// The folder that holds this user's homes: ours, and not a link that somebody put there. Others may pass through, not look.
std::string homes_folder(const std::string& runtime) { return runtime + "/desk-input-" + std::to_string(geteuid()); }

bool own_folder(const std::string& path) {
  if (mkdir(path.c_str(), 0711) != 0 && errno != EEXIST) return false;
  struct stat seen {};
  return lstat(path.c_str(), &seen) == 0 && S_ISDIR(seen.st_mode) && seen.st_uid == geteuid() && chmod(path.c_str(), 0711) == 0;
}

// Making and sweeping exclude each other: a home that is not locked yet would look like one that nobody owns.
class Turn {
 public:
  explicit Turn(const std::string& folder) : fd_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)) {
    if (fd_ >= 0) flock(fd_, LOCK_EX);
  }
  ~Turn() {
    if (fd_ >= 0) close(fd_);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  int fd_;
};

bool lives_in(const std::string& process, const std::string& home) {
  std::ifstream environment("/proc/" + process + "/environ", std::ios::binary);
  const std::string all((std::istreambuf_iterator<char>(environment)), std::istreambuf_iterator<char>());
  const std::string wanted = "HOME=" + home + '\0';
  return all.starts_with(wanted) || all.find('\0' + wanted) != std::string::npos;
}

// Ends what was started with this home, by id: whatever else runs under the same name or user is somebody else's. Mozc's client starts a
// second server by itself when the first has died, so knowing our own children is not enough.
void end_processes_of(const std::string& home) {
  std::error_code problem;
  for (const auto& entry : fs::directory_iterator("/proc", problem)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos || name == std::to_string(getpid()) || !lives_in(name, home)) continue;
    // Between the look and the signal the number might be given anew: the descriptor stays with the process that is looked at again.
    const int fd = static_cast<int>(syscall(SYS_pidfd_open, std::stoi(name), 0));
    if (fd < 0) continue;
    if (lives_in(name, home) && syscall(SYS_pidfd_send_signal, fd, SIGKILL, nullptr, 0) == 0) {
      pollfd ended{fd, POLLIN, 0};
      poll(&ended, 1, kMostMillisecondsToEnd);
    }
    close(fd);
  }
}

void remove_home(const std::string& home) {
  end_processes_of(home);
  std::error_code problem;
  fs::remove_all(home, problem);
  fs::remove(home + std::string(kLockSuffix), problem);
}

bool usable(const char* folder) {
  struct stat seen {};
  return folder != nullptr && *folder == '/' && stat(folder, &seen) == 0 && S_ISDIR(seen.st_mode) && access(folder, W_OK | X_OK) == 0;
}

}  // namespace

Account helper_account() {
  if (geteuid() != 0) return {geteuid(), getegid()};
  const passwd* nobody = getpwnam("nobody");
  return nobody != nullptr ? Account{nobody->pw_uid, nobody->pw_gid} : Account{65534, 65534};
}

std::string default_runtime() {
  // Root's own runtime folder is closed to the account that its helpers run as.
  if (geteuid() != 0) {
    for (const char* name : {"RUNTIME_DIRECTORY", "XDG_RUNTIME_DIR"}) {
      if (usable(getenv(name))) return getenv(name);
    }
  }
  if (usable("/dev/shm")) return "/dev/shm";
  std::error_code problem;
  return fs::temp_directory_path(problem);
}

Result<PrivateHome> PrivateHome::make(const std::string& runtime, const Account& owner) {
  const std::string folder = homes_folder(runtime);
  if (!own_folder(folder)) return fail(no_home(folder, "cannot be made, or is not ours"));
  const Turn turn(folder);
  std::string path = folder + "/visit-XXXXXX";
  if (mkdtemp(path.data()) == nullptr) return fail(no_home(path, "cannot be made"));
  const std::string lock_file = path + std::string(kLockSuffix);
  const int lock = open(lock_file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  PrivateHome home(path, lock);  // from here on a failure takes back what was made
  if (lock < 0 || flock(lock, LOCK_EX | LOCK_NB) != 0) return fail(no_home(lock_file, "cannot be locked"));
  if (owner.uid != geteuid() && chown(path.c_str(), owner.uid, owner.gid) != 0) return fail(no_home(path, "cannot be given away"));
  return home;
}

PrivateHome::PrivateHome(PrivateHome&& other) noexcept : path_(std::exchange(other.path_, {})), lock_(std::exchange(other.lock_, -1)) {}

PrivateHome& PrivateHome::operator=(PrivateHome&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

void PrivateHome::destroy() {
  if (!path_.empty()) remove_home(path_);
  path_.clear();
  if (lock_ >= 0) close(lock_);
  lock_ = -1;
}

int sweep_homes(const std::string& runtime) {
  const std::string folder = homes_folder(runtime);
  std::error_code problem;
  if (!fs::is_directory(fs::symlink_status(folder, problem)) || !own_folder(folder)) return 0;
  const Turn turn(folder);
  int swept = 0;
  for (const auto& entry : fs::directory_iterator(folder, problem)) {
    const std::string path = entry.path();
    if (!entry.path().filename().string().starts_with("visit-") || path.ends_with(kLockSuffix)) continue;
    const int lock = open((path + std::string(kLockSuffix)).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0) {
      remove_home(path);
      ++swept;
    }
    if (lock >= 0) close(lock);
  }
  return swept;
}

}  // namespace desk::input
