// FakePrinter: a printer for tests and rehearsals that passes the same contract tests as the real ones, with a handle that causes faults.
// The handle may be used from any thread and must not outlive the printer.
#pragma once

#include <memory>
#include <vector>

#include "printer/printer.h"

namespace desk::printer {

enum class FakeFault {
  None,
  Gone,               // nobody there
  Silent,             // there, but answers nothing
  PaperOut,           // before anything is sent
  CoverOpen,
  Offline,
  PaperOutDuringJob,
  VanishesDuringJob,
  NeverConfirms,      // takes everything, says nothing afterwards
  NoStatusReports,
};

class FakePrinterHandle {
 public:
  virtual ~FakePrinterHandle() = default;
  virtual void cause(FakeFault fault) = 0;      // until another is caused; None mends it
  virtual void set_paper_low(bool low) = 0;
  virtual void hold() = 0;                      // jobs stop in Printing …
  virtual void release() = 0;                   // … until released (or the printer is destroyed: the job ends as Unknown)
  [[nodiscard]] virtual std::vector<Raster1> slips() const = 0;  // what came out complete, in order
};

struct FakePrinter {
  std::unique_ptr<Printer> printer;
  std::shared_ptr<FakePrinterHandle> handle;
};

[[nodiscard]] FakePrinter make_fake_printer(const PaperProfile& profile = {});

}  // namespace desk::printer
