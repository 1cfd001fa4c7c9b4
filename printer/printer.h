// Printer: the port through which slips leave. A job is followed to its end; "sent" is never called "printed".
//
//            print()                 bytes flow              confirmed by the device
//   Queued ───────────► (worker) ──► Printing ─────────────► Printed
//      │                                │ └───────────────► Unknown   all was taken, nobody can say whether it came out: ask the person
//      └──────► Failed ◄────────────────┘                              Failed: the slip is certainly not complete
//        nothing was sent
//
// Threads: print() and check() return at once and may be called from any thread (the frame). Every callback runs on the printer's own
// worker thread, one after the other, in the order of the calls; a callback must be quick and must not destroy the printer. Hand the
// state over to a queue. The destructor ends what is under way at once: a job that was sending ends
// as Failed or Unknown, waiting ones as Failed, each exactly once; no callback runs after it.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "data/base/paper_profile.h"
#include "data/base/result.h"
#include "printer/escpos.h"
#include "printer/raster1.h"

namespace desk::printer {

enum class JobPhase {
  Queued,    // print() returned; no callback is made for it
  Printing,  // the printer was ready and bytes have begun to flow
  Printed,   // the device worked the job off and is still online, with paper and without an error
  Unknown,   // PrintUnknown: all bytes were taken but nothing confirms them. The screen asks 「紙は出ましたか？」
  Failed,    // nothing or not all came out
};

using JobId = std::uint64_t;

struct JobState {
  JobId job = 0;
  JobPhase phase = JobPhase::Queued;
  std::optional<Failure> failure;  // for Unknown and Failed: PrinterGone, -PaperOut, -CoverOpen, -Offline, -Silent, PrintUnknown,
                                   // StoreFull (file: only), BadInput (raster of another width)
  bool paper_low = false;          // with Printed: staff should bring a roll
};

[[nodiscard]] constexpr bool is_final(JobPhase phase) {
  return phase == JobPhase::Printed || phase == JobPhase::Unknown || phase == JobPhase::Failed;
}

using OnJobState = std::function<void(const JobState&)>;
using OnStatus = std::function<void(const Result<PrinterStatus>&)>;

// Every wait has an end. Defaults fit a counter: a slip takes 1-5 s of paper movement.
struct PrinterLimits {
  std::chrono::milliseconds connect{3000};      // name lookup and TCP connection, each
  std::chrono::milliseconds answer{1500};       // one DLE EOT answer; the printer gives it within a few ms
  std::chrono::milliseconds send_stall{6000};   // no byte was taken for this long: the head has stopped (paper, cover)
  std::chrono::milliseconds finish{20000};      // from the last byte to the answer of GS r, i.e. the paper's own time
};

class Printer {
 public:
  virtual ~Printer() = default;
  // Takes the slip and returns its number. `on_state` hears Printing (once, not when it fails before) and one final phase.
  virtual JobId print(Raster1 slip, OnJobState on_state) = 0;
  // Asks the printer how it is. A model without status reports that can be opened counts as online.
  virtual void check(OnStatus on_status) = 0;
  // "tcp:192.0.2.7:9100": for the self-test and staff.
  [[nodiscard]] virtual std::string describe() const = 0;
};

// "tcp:HOST:PORT", "usb:/dev/usb/lp0" (any character device that takes ESC/POS, also a serial line or pty) or "file:DIR" (each job becomes
// DIR/receipt-N.png and .bin, confirmed when fsynced). Opens nothing yet: an absent device is told by the job. ConfigBroken for any other
// form.
[[nodiscard]] Result<std::unique_ptr<Printer>> make_printer(const std::string& target, const PaperProfile& profile,
                                                            const PrinterLimits& limits = {});

}  // namespace desk::printer
