#include "kiosk/checks/machine_checks.h"

#include <fcntl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "data/base/crypto.h"
#include "data/catalog/staleness.h"

namespace desk::checks {
namespace fs = std::filesystem;
namespace {

using flow::DeviceKind;
using flow::DeviceLevel;
using flow::DeviceReport;

constexpr std::int64_t kJumpSeconds = 120;          // an ordinary drift is a few seconds a day
constexpr std::uint64_t kMegabyte = 1024 * 1024;
constexpr std::uint64_t kFreeLeast = 60;            // MB: under this the next paper may not fit (a visit keeps 10-40 MB)
constexpr std::uint64_t kFreeComfortable = 1024;    // MB: a day's visits
constexpr std::size_t kTrialBytes = 256 * 1024;
constexpr int kMultiTouchX = 0x35;                  // ABS_MT_POSITION_X of linux/input-event-codes.h

// A file that is gone when this is.
class Trial {
 public:
  explicit Trial(std::string path) : path_(std::move(path)), file_(open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {}
  ~Trial() {
    if (file_ >= 0) close(file_);
    unlink(path_.c_str());
  }
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  [[nodiscard]] int file() const { return file_; }

 private:
  std::string path_;
  int file_;
};

// 0: what was written is what is read; else the errno (EIO where the bytes differ).
int write_and_read(const std::string& directory) {
  const Trial trial(directory + "/self-test.tmp");
  if (trial.file() < 0) return errno;
  const std::string written = crypto::new_link_token().text;  // another text each time: no old block can answer for the new one
  std::string block;
  while (block.size() < kTrialBytes) block += written;
  for (std::size_t done = 0; done < block.size();) {
    const ssize_t count = write(trial.file(), block.data() + done, block.size() - done);
    if (count < 0) return errno;
    done += static_cast<std::size_t>(count);
  }
  if (fsync(trial.file()) != 0) return errno;
  posix_fadvise(trial.file(), 0, 0, POSIX_FADV_DONTNEED);  // read from the medium, not from memory, where the system allows
  if (lseek(trial.file(), 0, SEEK_SET) != 0) return errno;
  std::string read_back(block.size(), '\0');
  for (std::size_t done = 0; done < read_back.size();) {
    const ssize_t count = read(trial.file(), read_back.data() + done, read_back.size() - done);
    if (count < 0) return errno;
    if (count == 0) return EIO;
    done += static_cast<std::size_t>(count);
  }
  return read_back == block ? 0 : EIO;
}

std::string first_line(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

// "B: ABS=2658000 3": 64-bit words, the highest first.
bool has_bit(const std::string& words, int bit) {
  std::vector<std::uint64_t> values;
  std::istringstream in(words);
  for (std::string word; in >> word;) values.push_back(std::strtoull(word.c_str(), nullptr, 16));
  const auto index = static_cast<std::size_t>(bit / 64);
  return index < values.size() && ((values[values.size() - 1 - index] >> (bit % 64)) & 1U) != 0;
}

}  // namespace

DeviceReport check_clock(const Clock& clock, const TimeStamp& at_start) {
  const TimeStamp now = clock.stamp();
  const std::int64_t jumped = (now.wall.seconds - at_start.wall.seconds) - (now.boot_seconds - at_start.boot_seconds);
  const CivilMinute shown = to_jst(now.wall);
  const flow::WordArguments time{{"date", to_string(shown.date)}, {"time", clock_text(shown.minute_of_day)}};
  if (now.wall_trusted) return {DeviceKind::Clock, DeviceLevel::Good, {}, "clock_trusted", time};
  if (std::abs(jumped) > kJumpSeconds) {
    return {DeviceKind::Clock, DeviceLevel::Bad, StaffCode::ClockUntrusted, "clock_jumped", time};
  }
  return {DeviceKind::Clock, DeviceLevel::Care, StaffCode::ClockUntrusted, "clock_untrusted", time};
}

DeviceReport check_disk(const DiskAsk& ask) {
  struct statvfs space {};
  if (statvfs(ask.directory.c_str(), &space) != 0) return {DeviceKind::Disk, DeviceLevel::Bad, StaffCode::StoreUnavailable, "disk_failed", {}};
  const std::uint64_t free_mb = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize / kMegabyte;
  const flow::WordArguments free{{"free", std::to_string(free_mb)}};
  const int problem = ask.refuse && ask.refuse("self-test") ? ENOSPC : write_and_read(ask.directory);
  if (problem == ENOSPC || problem == EDQUOT) return {DeviceKind::Disk, DeviceLevel::Bad, StaffCode::StoreFull, "disk_full", free};
  if (problem != 0) return {DeviceKind::Disk, DeviceLevel::Bad, StaffCode::StoreUnavailable, "disk_failed", free};
  if (free_mb < kFreeLeast) return {DeviceKind::Disk, DeviceLevel::Bad, StaffCode::DiskLow, "disk_low", free};
  if (free_mb < kFreeComfortable) return {DeviceKind::Disk, DeviceLevel::Care, StaffCode::DiskLow, "disk_low", free};
  return {DeviceKind::Disk, DeviceLevel::Good, {}, "disk_good", free};
}

DeviceReport check_network(const std::string& interfaces) {
  std::error_code problem;
  std::string up;
  int found = 0;
  for (const auto& entry : fs::directory_iterator(interfaces, problem)) {
    const std::string name = entry.path().filename();
    if (name == "lo") continue;
    ++found;
    if (first_line(entry.path() / "operstate") == "up") up += (up.empty() ? "" : " ") + name;
  }
  if (problem) return {DeviceKind::Network, DeviceLevel::Unknown, {}, "not_told", {}};
  if (found == 0 || up.empty()) return {DeviceKind::Network, DeviceLevel::Bad, StaffCode::NetworkDown, "network_down", {}};
  return {DeviceKind::Network, DeviceLevel::Good, {}, "network_up", {{"name", up}}};
}

DeviceReport check_sound(const std::string& cards) {
  std::ifstream in(cards);
  std::string line;
  // " 0 [PCH            ]: HDA-Intel - HDA Intel PCH", or "--- no soundcards ---".
  if (!std::getline(in, line) || line.find('[') == std::string::npos) return {DeviceKind::Sound, DeviceLevel::Absent, {}, "sound_absent", {}};
  return {DeviceKind::Sound, DeviceLevel::Unknown, {}, "sound_present", {}};
}

DeviceReport check_touch(const std::string& inputs) {
  std::ifstream in(inputs);
  if (!in) return {DeviceKind::Touch, DeviceLevel::Unknown, {}, "not_told", {}};
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("B: ABS=", 0) == 0 && has_bit(line.substr(7), kMultiTouchX)) {
      return {DeviceKind::Touch, DeviceLevel::Unknown, {}, "touch_present", {}};
    }
  }
  return {DeviceKind::Touch, DeviceLevel::Bad, StaffCode::TouchDead, "touch_absent", {}};
}

DeviceReport check_pack(const catalog::Pack& pack, const Date& today, const std::optional<StaffCode>& refused) {
  flow::WordArguments arguments{{"year", std::to_string(pack.year)}, {"date", to_string(pack.verified)}};
  if (refused) return {DeviceKind::Pack, DeviceLevel::Bad, refused, "pack_refused", arguments};
  std::optional<Date> next;
  for (const catalog::Frame& frame : pack.frames) {
    for (const catalog::Round& round : frame.rounds) {
      if (today <= round.deadline.date && (!next || round.deadline.date < *next)) next = round.deadline.date;
    }
  }
  for (const catalog::Stale why : catalog::staleness(pack, today)) {
    return {DeviceKind::Pack, DeviceLevel::Care, StaffCode::PackStale, "pack_" + std::string(code_of(why)), arguments};
  }
  arguments.emplace_back("deadline", next ? to_string(*next) : "");
  return {DeviceKind::Pack, DeviceLevel::Good, {}, "pack_good", arguments};
}

}  // namespace desk::checks
