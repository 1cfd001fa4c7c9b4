#include "kiosk/shell/input_watch.h"

#include <fcntl.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <map>
#include <string>

namespace desk::shell {
namespace {

class Watch final : public InputWatch {
 public:
  explicit Watch(const char* folder) : folder_(folder), inotify_(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK)) {
    // IN_ATTRIB: udev gives the node its permissions a moment after it made it.
    if (inotify_ >= 0) ::inotify_add_watch(inotify_, folder, IN_CREATE | IN_ATTRIB | IN_DELETE);
    look();
  }
  ~Watch() override {
    for (const auto& [name, fd] : devices_) ::close(fd);
    if (inotify_ >= 0) ::close(inotify_);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  std::vector<int> fds() const override {
    std::vector<int> all;
    if (inotify_ >= 0) all.push_back(inotify_);
    for (const auto& [name, fd] : devices_) all.push_back(fd);
    return all;
  }

  void drain() override {
    std::array<char, 4096> buffer{};
    bool changed = false;
    while (inotify_ >= 0 && ::read(inotify_, buffer.data(), buffer.size()) > 0) changed = true;
    for (auto device = devices_.begin(); device != devices_.end();) {
      ssize_t got = 0;
      do got = ::read(device->second, buffer.data(), buffer.size());
      while (got > 0);
      const bool gone = got == 0 || (errno != EAGAIN && errno != EINTR);  // ENODEV: unplugged
      if (gone) {
        ::close(device->second);
        device = devices_.erase(device);
      } else {
        ++device;
      }
    }
    if (changed) look();
  }

 private:
  void look() {
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder_, error)) {
      const std::string name = entry.path().filename().string();
      if (!name.starts_with("event") || devices_.contains(name)) continue;
      const int fd = ::open(entry.path().c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
      if (fd >= 0) devices_.emplace(name, fd);
    }
  }

  std::string folder_;
  int inotify_;
  std::map<std::string, int> devices_;
};

}  // namespace

std::unique_ptr<InputWatch> InputWatch::create(const char* folder) { return std::make_unique<Watch>(folder); }

}  // namespace desk::shell
