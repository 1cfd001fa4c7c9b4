// QueuedPrinter: what every printer shares: numbers, the worker, the order of callbacks. A kind supplies how one job is settled and how
// the device is asked; both run on the worker. Private to the room.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "printer/escpos_job.h"
#include "printer/job_queue.h"
#include "printer/printer.h"

namespace desk::printer {

class PrinterKind {
 public:
  virtual ~PrinterKind() = default;
  virtual Settled settle(const Raster1& slip, JobId job, const std::function<void()>& on_printing) = 0;
  virtual Result<PrinterStatus> status() = 0;
};

class QueuedPrinter final : public Printer {
 public:
  // `make` gets the descriptor that becomes readable when the printer is being destroyed.
  QueuedPrinter(std::string description, const std::function<std::unique_ptr<PrinterKind>(int stop)>& make);

  JobId print(Raster1 slip, OnJobState on_state) override;
  void check(OnStatus on_status) override;
  [[nodiscard]] std::string describe() const override { return description_; }

 private:
  std::string description_;
  std::unique_ptr<PrinterKind> kind_;
  JobQueue queue_;  // last: destroyed first, while the kind that its tasks use still lives
};

}  // namespace desk::printer
