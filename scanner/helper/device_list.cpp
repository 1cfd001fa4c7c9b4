#include "scanner/helper/device_list.h"

#include <fcntl.h>
#include <poll.h>
#include <sane/sane.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "scanner/frames.h"

namespace desk::scanner {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAtOnce = 4;
constexpr const char* kDefaultPath = "/etc/sane.d";  // what Debian's libsane is built with

// Where SANE looks for its files (sanei_config.c): a trailing colon appends the default.
std::vector<fs::path> config_folders() {
  std::vector<fs::path> folders;
  const char* set = std::getenv("SANE_CONFIG_DIR");
  const std::string path = set != nullptr ? set : "";
  std::istringstream parts(path);
  for (std::string part; std::getline(parts, part, ':');) {
    if (!part.empty()) folders.emplace_back(part);
  }
  if (path.empty() || path.back() == ':') folders.emplace_back(kDefaultPath);
  return folders;
}

std::string file_text(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> configured_drivers(const std::vector<fs::path>& folders) {
  std::vector<std::string> drivers;
  std::error_code error;
  const auto add = [&](const fs::path& file) {
    for (std::string& driver : drivers_in(file_text(file))) {
      if (std::find(drivers.begin(), drivers.end(), driver) == drivers.end()) drivers.push_back(std::move(driver));
    }
  };
  for (const fs::path& folder : folders) {
    if (fs::is_directory(folder / "dll.d", error)) {
      for (const auto& entry : fs::directory_iterator(folder / "dll.d", error)) {
        const std::string name = entry.path().filename().string();
        if (name.front() != '.' && name.back() != '~') add(entry.path());
      }
      break;
    }
  }
  for (const fs::path& folder : folders) {
    if (!fs::exists(folder / "dll.conf", error)) continue;
    add(folder / "dll.conf");
    break;
  }
  return drivers;
}

// In the child: asks the one driver that its dll.conf names and writes what it found as a payload.
[[noreturn]] void answer(int out) {
  sane_init(nullptr, nullptr);
  const SANE_Device** list = nullptr;
  PayloadWriter payload;
  std::vector<const SANE_Device*> found;
  if (sane_get_devices(&list, SANE_FALSE) == SANE_STATUS_GOOD && list != nullptr) {
    for (; *list != nullptr; ++list) found.push_back(*list);
  }
  const auto text = [](SANE_String_Const value) { return std::string(value != nullptr ? value : ""); };
  payload.whole(static_cast<std::int64_t>(found.size()));
  for (const SANE_Device* device : found) {
    payload.text(text(device->name)).text(text(device->vendor)).text(text(device->model)).text(text(device->type));
  }
  std::span<const unsigned char> rest = payload.done();
  while (!rest.empty()) {
    const ssize_t sent = write(out, rest.data(), rest.size());
    if (sent <= 0) break;
    rest = rest.subspan(static_cast<std::size_t>(sent));
  }
  _exit(0);  // without sane_exit: a driver that hangs while closing has nothing more to say
}

struct Question {
  std::size_t driver;
  pid_t pid;
  int fd;
  SteadyTime until;
  Bytes payload;
};

std::vector<Device> read_devices(const Bytes& payload) {
  std::vector<Device> devices;
  PayloadReader in(payload);
  for (std::size_t left = in.count(32); left > 0; --left) {
    Device device;
    for (std::string* part : {&device.name, &device.vendor, &device.model, &device.kind}) *part = in.text();
    devices.push_back(std::move(device));
  }
  return in.whole_and_read() ? devices : std::vector<Device>{};
}

void end_question(const Question& question) {
  close(question.fd);
  kill(question.pid, SIGKILL);
  while (waitpid(question.pid, nullptr, 0) < 0 && errno == EINTR) {
  }
}

// One driver alone: a folder whose dll.conf names only it comes first in the search path, the real folders after it for net.conf etc.
std::optional<Question> ask(std::size_t index, const std::string& driver, const fs::path& scratch, const std::string& path) {
  const fs::path folder = scratch / std::to_string(index);
  std::error_code error;
  fs::create_directories(folder / "dll.d", error);
  std::ofstream(folder / "dll.conf") << driver << "\n";
  std::array<int, 2> ends{};
  if (error || pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
    close(ends[0]);
    setenv("SANE_CONFIG_DIR", (folder.string() + ":" + path).c_str(), 1);
    answer(ends[1]);
  }
  close(ends[1]);
  if (pid < 0) {
    close(ends[0]);
    return std::nullopt;
  }
  return Question{index, pid, ends[0], {}, {}};
}

std::vector<std::vector<Device>> ask_all(const std::vector<std::string>& drivers, const fs::path& scratch, const std::string& path,
                                         std::chrono::milliseconds each, std::chrono::milliseconds all, const Clock& clock) {
  std::vector<std::vector<Device>> answers(drivers.size());
  const SteadyTime end = clock.steady() + all;
  std::vector<Question> open;
  std::size_t next = 0;
  while ((next < drivers.size() || !open.empty()) && clock.steady() < end) {
    while (next < drivers.size() && open.size() < kAtOnce) {
      if (auto question = ask(next, drivers[next], scratch, path)) {
        question->until = std::min(end, clock.steady() + each);
        open.push_back(std::move(*question));
      }
      ++next;
    }
    SteadyTime soonest = end;
    std::vector<pollfd> waits;
    for (const Question& question : open) {
      waits.push_back({question.fd, POLLIN, 0});
      soonest = std::min(soonest, question.until);
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(soonest - clock.steady()).count();
    poll(waits.data(), waits.size(), static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000)));
    for (std::size_t i = open.size(); i-- > 0;) {
      Question& question = open[i];
      bool done = clock.steady() >= question.until;
      if (waits[i].revents != 0) {
        std::array<unsigned char, 4096> buffer;
        const ssize_t got = read(question.fd, buffer.data(), buffer.size());
        if (got > 0) {
          question.payload.insert(question.payload.end(), buffer.begin(), buffer.begin() + got);
        } else {
          answers[question.driver] = read_devices(question.payload);
          done = true;
        }
      }
      if (!done) continue;
      end_question(question);
      open.erase(open.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
  for (const Question& question : open) end_question(question);
  return answers;
}

}  // namespace

std::vector<std::string> drivers_in(const std::string& dll_conf) {
  std::vector<std::string> drivers;
  std::istringstream lines(dll_conf);
  for (std::string line; std::getline(lines, line);) {
    line.erase(std::min(line.find('#'), line.size()));
    std::istringstream words(line);
    if (std::string driver; words >> driver) drivers.push_back(driver);
  }
  return drivers;
}

std::vector<Device> find_devices(std::chrono::milliseconds each, std::chrono::milliseconds all, const Clock& clock) {
  const std::vector<fs::path> folders = config_folders();
  const std::vector<std::string> drivers = configured_drivers(folders);
  std::string path;
  for (const fs::path& folder : folders) path += (path.empty() ? "" : ":") + folder.string();

  std::string scratch = (fs::temp_directory_path() / "desk-scan-XXXXXX").string();
  if (mkdtemp(scratch.data()) == nullptr) return {};
  std::vector<Device> devices;
  for (std::vector<Device>& found : ask_all(drivers, scratch, path, each, all, clock)) {
    std::move(found.begin(), found.end(), std::back_inserter(devices));
  }
  std::error_code ignored;
  fs::remove_all(scratch, ignored);
  return devices;
}

}  // namespace desk::scanner
