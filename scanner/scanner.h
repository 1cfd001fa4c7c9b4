// Scanner: the port through which the kiosk scans. Nothing here blocks: orders return at once, answers come as events.
//
//   auto scanner = make_sane_scanner(options);
//   auto job = scanner->start({.device = "", .source = Source::FeederOrFlatbed, .dpi = 300});
//   ... poll(scanner->event_fd()) ...
//   for (ScanEvent& event : scanner->take_events()) std::visit(handler, event);
//
// Every order that was accepted ends with exactly one Ended, Faulted, Cancelled or DevicesFound event that carries its id, whatever
// the device or its driver does. Pages that were told by PageReady are whole and stay good after any fault: a jam on sheet 3 leaves
// pages 1 and 2, and the next job continues with the sheets that are still in the feeder.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/base/clock.h"
#include "data/base/result.h"
#include "scanner/page.h"

namespace desk::scanner {

struct JobId {
  std::uint64_t value = 0;
  friend auto operator<=>(const JobId&, const JobId&) = default;
};

enum class Source { FeederOrFlatbed, Feeder, Flatbed };

struct ScanJob {
  std::string device;                         // SANE's name; empty: the first one found
  Source source = Source::FeederOrFlatbed;    // the feeder when there is one
  int dpi = 300;                              // the nearest that the device has, not lower if it can
  int most_pages = 0;                         // 0: until the feeder is empty; a flatbed gives one page a job
};

struct Device {
  std::string name;    // what ScanJob::device takes
  std::string vendor;
  std::string model;
  std::string kind;
  friend bool operator==(const Device&, const Device&) = default;
};

enum class PaperState { Empty, Loaded, Unknown };  // Unknown: the device has no sensor for it

// page counts from 1 within the job; percent is -1 while the device does not tell how long the page is.
struct Progress { JobId job; int page = 0; int percent = 0; };
struct PageReady { JobId job; int number = 0; ScannedPage page; };
struct Ended { JobId job; int pages = 0; };
// pages: complete ones told before; sheet: the one that was under way (0: none), which the person has to find and feed again.
struct Faulted { JobId job; Failure failure; int pages = 0; int sheet = 0; };
struct Cancelled { JobId job; int pages = 0; };
struct DevicesFound { JobId job; std::vector<Device> devices; };
struct PaperSensed { JobId job; PaperState state = PaperState::Unknown; };
using ScanEvent = std::variant<Progress, PageReady, Ended, Faulted, Cancelled, DevicesFound, PaperSensed>;

// Thread rule: call every function from one thread. The events are made on a thread of the scanner's own.
class Scanner {
 public:
  virtual ~Scanner() = default;
  // Refused with ScannerBusy while another scan or listing runs; a watch gives way by itself, and so does a cancelled job.
  [[nodiscard]] virtual Result<JobId> start(const ScanJob& job) = 0;
  // Asks every driver by itself with a limit each, so that one scanner that is switched off hides no other.
  [[nodiscard]] virtual Result<JobId> list_devices() = 0;
  // Tells PaperSensed at once and at each change, until cancelled or followed by another order.
  [[nodiscard]] virtual Result<JobId> watch_paper(const std::string& device) = 0;
  // An id that has ended is ignored.
  virtual void cancel(JobId job) = 0;
  // Readable while events wait. Owned by the scanner.
  [[nodiscard]] virtual int event_fd() const = 0;
  [[nodiscard]] virtual std::vector<ScanEvent> take_events() = 0;
};

// How long each silence may last before the helper is killed (ScannerSilent). A field each, so that tests inject short ones.
struct ScanLimits {
  std::chrono::milliseconds list{25'000};         // all drivers together, as seen from outside
  std::chrono::milliseconds list_driver{8'000};   // one driver: an absent network scanner takes 5 s to give up
  std::chrono::milliseconds open{30'000};         // USB reset of an older device: about 10 s
  std::chrono::milliseconds start{90'000};        // lamp warm-up and calibration of a cold flatbed: about 60 s
  std::chrono::milliseconds read{30'000};         // between two pieces of one page
  std::chrono::milliseconds stall{15'000};        // the driver says GOOD with no bytes: `net` does so for ever after its server died
  std::chrono::milliseconds judge{20'000};        // the last pages' judging after the feeder ended
  std::chrono::milliseconds close{10'000};        // parking the carriage after the answer was told
  std::chrono::milliseconds cancel{4'000};        // from cancel to Cancelled, then the helper is killed
  std::chrono::milliseconds watch{10'000};        // a watch tells its state at least every second
};

struct SaneScannerOptions {
  std::string helper;                                             // path of desk-scan-helper
  std::vector<std::pair<std::string, std::string>> environment{};  // added to the helper's own (tray_environment)
  ScanLimits limits{};
  int quality = 75;
  int preview_side = 1200;
};

// `clock` must outlive the scanner.
[[nodiscard]] std::unique_ptr<Scanner> make_sane_scanner(SaneScannerOptions options, const Clock& clock);

}  // namespace desk::scanner
