#include "printer/printer_kinds.h"
#include "printer/queued_printer.h"

namespace desk::printer {
namespace {

class EscposPrinter final : public PrinterKind {
 public:
  EscposPrinter(OpenChannel open, const PaperProfile& profile, const PrinterLimits& limits) : jobs_(std::move(open), profile, limits) {}
  Settled settle(const Raster1& slip, JobId /*job*/, const std::function<void()>& on_printing) override {
    return jobs_.settle(slip, on_printing);
  }
  Result<PrinterStatus> status() override { return jobs_.status(); }

 private:
  EscposJobs jobs_;
};

}  // namespace

std::unique_ptr<Printer> make_tcp_printer(std::string host, std::string port, const PaperProfile& profile,
                                          const PrinterLimits& limits) {
  std::string description = "tcp:" + host + ":" + port;
  return std::make_unique<QueuedPrinter>(std::move(description), [&](int stop) {
    OpenChannel open = [host, port, limit = limits.connect, stop] { return open_tcp(host, port, limit, stop); };
    return std::make_unique<EscposPrinter>(std::move(open), profile, limits);
  });
}

std::unique_ptr<Printer> make_device_printer(std::string path, const PaperProfile& profile, const PrinterLimits& limits) {
  std::string description = "usb:" + path;
  return std::make_unique<QueuedPrinter>(std::move(description), [&](int stop) {
    return std::make_unique<EscposPrinter>([path, stop] { return open_device(path, stop); }, profile, limits);
  });
}

}  // namespace desk::printer
