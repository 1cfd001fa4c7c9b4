#include "printer/queued_printer.h"

namespace desk::printer {
namespace {

Failure ended() { return {StaffCode::PrinterGone, "printer", "the kiosk ended before this job began"}; }

}  // namespace

QueuedPrinter::QueuedPrinter(std::string description, const std::function<std::unique_ptr<PrinterKind>(int stop)>& make)
    : description_(std::move(description)) {
  kind_ = make(queue_.stop_fd());
}

JobId QueuedPrinter::print(Raster1 slip, OnJobState on_state) {
  // std::function copies what it holds; the picture is shared instead.
  auto picture = std::make_shared<const Raster1>(std::move(slip));
  return queue_.post([&](JobId job) -> JobQueue::Task {
    return [this, job, picture, on_state](bool stopping) {
      if (stopping) {
        on_state({job, JobPhase::Failed, ended(), false});
        return;
      }
      Settled settled = kind_->settle(*picture, job, [&] { on_state({job, JobPhase::Printing, std::nullopt, false}); });
      on_state({job, settled.phase, std::move(settled.failure), settled.paper_low});
    };
  });
}

void QueuedPrinter::check(OnStatus on_status) {
  queue_.post([&](JobId) -> JobQueue::Task {
    return [this, on_status](bool stopping) {
      if (stopping) {
        on_status(fail(ended()));
      } else {
        on_status(kind_->status());
      }
    };
  });
}

}  // namespace desk::printer
