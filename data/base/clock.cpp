#include "data/base/clock.h"

#include <time.h>
#include <unistd.h>

#include <cassert>
#include <cstdio>
#include <fstream>

namespace desk {
namespace {

constexpr std::int64_t kJstOffsetSeconds = 9 * 3600;

timespec read_clock(clockid_t id) {
  timespec now{};
  clock_gettime(id, &now);
  return now;
}

}  // namespace

SystemClock::SystemClock(std::string trusted_flag) : trusted_flag_(std::move(trusted_flag)) {
  std::ifstream("/proc/sys/kernel/random/boot_id") >> boot_id_;
}

WallTime SystemClock::wall() const { return {read_clock(CLOCK_REALTIME).tv_sec}; }

SteadyTime SystemClock::steady() const {
  const timespec now = read_clock(CLOCK_MONOTONIC);
  return {now.tv_sec * 1'000'000 + now.tv_nsec / 1000};
}

TimeStamp SystemClock::stamp() const {
  const bool trusted = !trusted_flag_.empty() && access(trusted_flag_.c_str(), F_OK) == 0;
  return {boot_id_, read_clock(CLOCK_BOOTTIME).tv_sec, wall(), trusted};
}

FakeClock::FakeClock(WallTime wall, std::string boot_id) : wall_(wall), boot_id_(std::move(boot_id)) {}

void FakeClock::advance(std::chrono::microseconds span) {
  assert(span.count() >= 0);
  steady_.micros += span.count();
  wall_micros_ += span.count();
  boot_micros_ += span.count();
  wall_.seconds += wall_micros_ / 1'000'000;
  wall_micros_ %= 1'000'000;
  boot_seconds_ += boot_micros_ / 1'000'000;
  boot_micros_ %= 1'000'000;
}

void FakeClock::reboot(std::string boot_id, std::chrono::seconds off_for) {
  boot_id_ = std::move(boot_id);
  boot_seconds_ = 0;
  boot_micros_ = 0;
  wall_.seconds += off_for.count();
}

CivilMinute to_jst(WallTime wall) {
  const std::chrono::sys_seconds local{std::chrono::seconds{wall.seconds + kJstOffsetSeconds}};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day);
  return {Date{day}, static_cast<int>(minutes.count())};
}

WallTime from_jst(const CivilMinute& minute) {
  return {days(minute.date).time_since_epoch().count() * 86400LL + minute.minute_of_day * 60LL - kJstOffsetSeconds};
}

std::string iso_jst(WallTime wall) {
  const CivilMinute minute = to_jst(wall);
  const std::int64_t second = ((wall.seconds % 60) + 60) % 60;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, ":%02d+09:00", static_cast<int>(second));
  return to_string(minute) + buffer;
}

}  // namespace desk
