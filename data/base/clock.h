// The clocks, injected everywhere. Two types that do not mix: wall time (records, slips, pages; may be wrong or jump) and steady time
// (idle, animation, waits). BOOTTIME with the boot's id measures spans across suspend and, with its wall stamp, across restarts.
// clock.cpp is the one file that may read the system's clocks; a test walks the tree and fails on any other.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "data/base/calendar.h"

namespace desk {

// Seconds since 1970-01-01 UTC as the wall clock has it.
struct WallTime {
  std::int64_t seconds = 0;
  friend auto operator<=>(const WallTime&, const WallTime&) = default;
};

// Microseconds of CLOCK_MONOTONIC.
struct SteadyTime {
  std::int64_t micros = 0;
  friend auto operator<=>(const SteadyTime&, const SteadyTime&) = default;
};
[[nodiscard]] inline std::chrono::microseconds operator-(SteadyTime a, SteadyTime b) {
  return std::chrono::microseconds{a.micros - b.micros};
}
[[nodiscard]] inline SteadyTime operator+(SteadyTime a, std::chrono::microseconds b) { return {a.micros + b.count()}; }

// One instant as every clock has it: what is stored where a span must survive a restart (design 5, "SMS code").
struct TimeStamp {
  std::string boot_id;             // /proc/sys/kernel/random/boot_id
  std::int64_t boot_seconds = 0;   // CLOCK_BOOTTIME
  WallTime wall;
  bool wall_trusted = false;       // the wall clock was set by a trusted source when this stamp was taken
};

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual WallTime wall() const = 0;
  [[nodiscard]] virtual SteadyTime steady() const = 0;
  [[nodiscard]] virtual TimeStamp stamp() const = 0;
};

// The machine's clocks. The wall clock counts as trusted when the flag file that time synchronisation leaves exists
// (`trusted_flag`; empty: never trusted).
class SystemClock final : public Clock {
 public:
  explicit SystemClock(std::string trusted_flag = {});
  [[nodiscard]] WallTime wall() const override;
  [[nodiscard]] SteadyTime steady() const override;
  [[nodiscard]] TimeStamp stamp() const override;

 private:
  std::string trusted_flag_;
  std::string boot_id_;
};

// A clock that stands still until it is told to move. Steady time never goes back; the wall may jump anywhere.
class FakeClock final : public Clock {
 public:
  explicit FakeClock(WallTime wall = {1'789'614'480}, std::string boot_id = "boot-1");
  [[nodiscard]] WallTime wall() const override { return wall_; }
  [[nodiscard]] SteadyTime steady() const override { return steady_; }
  [[nodiscard]] TimeStamp stamp() const override { return {boot_id_, boot_seconds_, wall_, trusted_}; }

  void advance(std::chrono::microseconds span);      // all clocks together
  void jump_wall(std::chrono::seconds span) { wall_.seconds += span.count(); }
  void reboot(std::string boot_id, std::chrono::seconds off_for = std::chrono::seconds{0});  // BOOTTIME starts again at 0
  void trust_wall(bool trusted) { trusted_ = trusted; }

 private:
  WallTime wall_;
  SteadyTime steady_;
  std::int64_t wall_micros_ = 0;
  std::int64_t boot_micros_ = 0;
  std::int64_t boot_seconds_ = 1000;
  std::string boot_id_;
  bool trusted_ = true;
};

// Japanese civil time of an instant: UTC + 9 h.
[[nodiscard]] CivilMinute to_jst(WallTime wall);
[[nodiscard]] WallTime from_jst(const CivilMinute& minute);
// "2026-09-17T14:08:00+09:00"
[[nodiscard]] std::string iso_jst(WallTime wall);

}  // namespace desk
