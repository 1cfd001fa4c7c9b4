// One job on an ESC/POS printer, from opening the device to knowing how it ended. Private to the room; runs on the worker thread and
// blocks, every wait limited.
//
// Status is read before and after (anchors.md 1.8): before, so that nobody waits for paper that is not there; after, because only the
// answer to GS r, which the printer gives when it has worked off everything before it, makes "printed" true.
#pragma once

#include <functional>
#include <memory>

#include "printer/channel.h"
#include "printer/printer.h"

namespace desk::printer {

using OpenChannel = std::function<Result<std::unique_ptr<Channel>>()>;

struct Settled {
  JobPhase phase = JobPhase::Failed;
  std::optional<Failure> failure;
  bool paper_low = false;
};

class EscposJobs {
 public:
  EscposJobs(OpenChannel open, PaperProfile profile, PrinterLimits limits)
      : open_(std::move(open)), profile_(profile), limits_(limits) {}

  // `on_printing` is called when bytes begin to flow.
  [[nodiscard]] Settled settle(const Raster1& slip, const std::function<void()>& on_printing);
  [[nodiscard]] Result<PrinterStatus> status();

 private:
  using Opened = std::unique_ptr<Channel>;
  [[nodiscard]] Settled send_and_confirm(Opened& channel, const Raster1& slip);
  [[nodiscard]] Settled confirm(Opened& channel);
  [[nodiscard]] Settled without_reports(Channel& channel);
  [[nodiscard]] Failure why_stalled(Opened& channel);

  OpenChannel open_;
  PaperProfile profile_;
  PrinterLimits limits_;
  bool broken_off_ = false;  // the last job ended inside its bytes: see encode_resync
};

}  // namespace desk::printer
