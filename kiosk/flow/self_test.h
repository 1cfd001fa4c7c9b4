// SelfTest: the guided morning check (anchors 3.22) as plain state. Nine items, one after the other; each can be skipped and is then said
// to be untested; the whole can be left and taken up again. The last item is the slip itself: what it says about the printer is only what
// a person reads on it.
//
//   overview ──▶ an item ─┬─ by itself (clock, disk, pack, code) ─────────────▶ outcome ──▶ the next open item
//       ▲                 ├─ a person does something (wipe, feed a sheet) ────▶ outcome
//       │                 └─ a person says what they saw or heard ────────────▶ outcome
//       └──────────────────────── nothing is open any more: the slip came out, or staff leave
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/flow/devices.h"
#include "kiosk/flow/touch_grid.h"

namespace desk::flow {

enum class TestItem { Touch, Scanner, Clock, Disk, Pack, Sms, Sound, Qr, Printer };
inline constexpr std::array kTestItems{TestItem::Touch, TestItem::Scanner, TestItem::Clock, TestItem::Disk, TestItem::Pack,
                                       TestItem::Sms,   TestItem::Sound,   TestItem::Qr,    TestItem::Printer};
[[nodiscard]] std::string_view name_of(TestItem item);  // "touch"
// Needs nobody: it runs as soon as its turn comes.
[[nodiscard]] bool runs_by_itself(TestItem item);
// The part of the desk that the item tells about; the code belongs to the slip and has none of its own.
[[nodiscard]] std::optional<DeviceKind> device_of(TestItem item);

// Open: its turn has not come, or it was broken off. Asking: a person is asked what came of it.
enum class TestOutcome { Open, Running, Asking, Good, Care, Bad, Absent, Skipped };
[[nodiscard]] std::string_view name_of(TestOutcome outcome);
[[nodiscard]] bool is_settled(TestOutcome outcome);

struct TestResult {
  TestOutcome outcome = TestOutcome::Open;
  std::optional<StaffCode> code;
  std::string note;         // text key test.note.<note>: what was found
  WordArguments arguments;
};

// What the scanner saw on a blank sheet, cell by cell from the top left; 1: a speck, 2: a streak runs through.
struct SheetCells {
  int columns = 0, rows = 0;
  std::vector<int> marks;
};

enum class TestSmsPhase { Choose, Number, Sending, Code, Checking };
enum class TestSlipPhase { Idle, Printing, AskLegible };

struct SelfTestState {
  bool begun = false;
  WallTime begun_at;
  bool overview = true;              // the list of all items is on show
  TestItem at = TestItem::Touch;
  std::array<TestResult, kTestItems.size()> results;
  std::uint64_t order = 0;           // the work under way; 0: none
  TouchGrid grid;
  bool touch_asking = false;         // nothing new was wiped for a while: are there dead places?
  SteadyTime last_wipe;
  SheetCells sheet;
  TestSmsPhase sms = TestSmsPhase::Choose;
  std::string sms_sid, sms_tag, sms_masked;
  TestSlipPhase slip = TestSlipPhase::Idle;
  std::uint64_t slip_picture = 0;
  int slip_width = 0, slip_height = 0;

  [[nodiscard]] TestResult& of(TestItem item) { return results[static_cast<std::size_t>(item)]; }
  [[nodiscard]] const TestResult& of(TestItem item) const { return results[static_cast<std::size_t>(item)]; }
};

// The first item that has no outcome yet; nothing: all have.
[[nodiscard]] std::optional<TestItem> next_open(const SelfTestState& test);
// Where an item stands among the nine, from 1.
[[nodiscard]] int number_of(TestItem item);
// Breaks off whatever runs: its item is open again.
void break_off(SelfTestState& test);
// The worst of what was found; Open while something has no outcome.
[[nodiscard]] TestOutcome verdict_of(const SelfTestState& test);
// What the item's outcome says about the part of the desk; nothing while it has none, was skipped, or has no part.
[[nodiscard]] std::optional<DeviceReport> report_of(const SelfTestState& test, TestItem item);

}  // namespace desk::flow
