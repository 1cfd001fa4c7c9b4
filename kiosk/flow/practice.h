// Practice: staff play a visit with devices of their own in memory, and break them by switches. The practice is a desk beside the real one
// (kiosk/shell/practice_desk.h): its model has `here`, the real desk's meanwhile has `away`.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/clock.h"
#include "data/base/failure.h"

namespace desk::flow {

enum class PracticeFault { PaperOut, PrinterOff, ScannerJam, DoubleFeed, SmsRefused, SmsLate, SmsBusy, PageAway, ClockUntrusted, DiskFull };
inline constexpr std::array kPracticeFaults{PracticeFault::PaperOut,   PracticeFault::PrinterOff, PracticeFault::ScannerJam, PracticeFault::DoubleFeed,
                                            PracticeFault::SmsRefused, PracticeFault::SmsLate,    PracticeFault::SmsBusy,    PracticeFault::PageAway,
                                            PracticeFault::ClockUntrusted, PracticeFault::DiskFull};
[[nodiscard]] std::string_view name_of(PracticeFault fault);  // "paper_out"
[[nodiscard]] std::optional<PracticeFault> practice_fault_named(std::string_view name);

// Two faults of one device cannot both be: these are taken back when `fault` is switched on.
[[nodiscard]] std::vector<PracticeFault> instead_of(PracticeFault fault);

// A day that can be practised: of this year's rules, or of another year's that the desk still has.
struct PracticeDay {
  int year = 0;             // of the pack
  CivilMinute day;
  bool today = false;
  friend bool operator==(const PracticeDay&, const PracticeDay&) = default;
};

struct PracticeState {
  // of the real desk
  std::vector<PracticeDay> offered;
  std::uint64_t order = 0;             // the list, or the opening, that is awaited
  bool opening = false;
  bool away = false;                   // the practice has the screen
  std::optional<StaffCode> refused;    // it could not be opened
  // of the practice
  bool here = false;
  std::set<PracticeFault> faults;
};

}  // namespace desk::flow
