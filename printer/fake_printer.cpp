#include "printer/fake_printer.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <mutex>

#include "printer/queued_printer.h"

namespace desk::printer {
namespace {

struct Answer {
  JobPhase phase;
  StaffCode code;
  bool sent;  // Printing was reached
};

// What the real transports say in the same situation; the contract and fault tests hold both together.
std::optional<Answer> answer_of(FakeFault fault) {
  switch (fault) {
    case FakeFault::None: return std::nullopt;
    case FakeFault::Gone: return Answer{JobPhase::Failed, StaffCode::PrinterGone, false};
    case FakeFault::Silent: return Answer{JobPhase::Failed, StaffCode::PrinterSilent, false};
    case FakeFault::PaperOut: return Answer{JobPhase::Failed, StaffCode::PrinterPaperOut, false};
    case FakeFault::CoverOpen: return Answer{JobPhase::Failed, StaffCode::PrinterCoverOpen, false};
    case FakeFault::Offline: return Answer{JobPhase::Failed, StaffCode::PrinterOffline, false};
    case FakeFault::PaperOutDuringJob: return Answer{JobPhase::Failed, StaffCode::PrinterPaperOut, true};
    case FakeFault::VanishesDuringJob: return Answer{JobPhase::Failed, StaffCode::PrinterGone, true};
    case FakeFault::NeverConfirms:
    case FakeFault::NoStatusReports: return Answer{JobPhase::Unknown, StaffCode::PrintUnknown, true};
  }
  return std::nullopt;
}

// An eventfd as a gate: readable = open. poll() lets the destruction of the printer interrupt a held job.
class Handle final : public FakePrinterHandle {
 public:
  Handle() : gate_(::eventfd(1, EFD_CLOEXEC | EFD_NONBLOCK)) {}
  ~Handle() override { ::close(gate_); }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  void cause(FakeFault fault) override { const std::lock_guard lock(mutex_); fault_ = fault; }
  void set_paper_low(bool low) override { const std::lock_guard lock(mutex_); paper_low_ = low; }
  void hold() override {
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t got = ::read(gate_, &count, sizeof count);
  }
  void release() override {
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t wrote = ::write(gate_, &one, sizeof one);
  }
  std::vector<Raster1> slips() const override { const std::lock_guard lock(mutex_); return slips_; }

  FakeFault fault() const { const std::lock_guard lock(mutex_); return fault_; }
  bool paper_low() const { const std::lock_guard lock(mutex_); return paper_low_; }
  void came_out(const Raster1& slip) { const std::lock_guard lock(mutex_); slips_.push_back(slip); }
  // False when the printer is being destroyed.
  bool wait_at_gate(int stop) const {
    std::array<pollfd, 2> watched{pollfd{gate_, POLLIN, 0}, pollfd{stop, POLLIN, 0}};
    ::poll(watched.data(), watched.size(), -1);
    return (watched[0].revents & POLLIN) != 0;
  }

 private:
  int gate_;
  mutable std::mutex mutex_;
  FakeFault fault_ = FakeFault::None;
  bool paper_low_ = false;
  std::vector<Raster1> slips_;
};

class FakeKind final : public PrinterKind {
 public:
  FakeKind(std::shared_ptr<Handle> handle, const PaperProfile& profile, int stop)
      : handle_(std::move(handle)), profile_(profile), stop_(stop) {}

  Settled settle(const Raster1& slip, JobId /*job*/, const std::function<void()>& on_printing) override {
    if (slip.width != profile_.dots || slip.height <= 0) {
      return {JobPhase::Failed, Failure{StaffCode::BadInput, "slip", "not as wide as the paper"}, false};
    }
    const auto before = answer_of(handle_->fault());
    if (before && !before->sent) return {before->phase, Failure{before->code, "fake", "as caused"}, false};
    on_printing();
    if (!handle_->wait_at_gate(stop_)) {
      return {JobPhase::Unknown, Failure{StaffCode::PrintUnknown, "fake", "the kiosk ended while it printed"}, false};
    }
    const auto during = answer_of(handle_->fault());
    if (!during || during->phase == JobPhase::Unknown) handle_->came_out(slip);
    if (during) return {during->phase, Failure{during->code, "fake", "as caused"}, false};
    return {JobPhase::Printed, std::nullopt, handle_->paper_low()};
  }

  Result<PrinterStatus> status() override {
    PrinterStatus status;
    status.paper_low = handle_->paper_low();
    const FakeFault fault = handle_->fault();
    if (fault == FakeFault::Gone) return fail(Failure{StaffCode::PrinterGone, "fake", "as caused"});
    if (fault == FakeFault::Silent) return fail(Failure{StaffCode::PrinterSilent, "fake", "as caused"});
    status.paper_out = fault == FakeFault::PaperOut;
    status.cover_open = fault == FakeFault::CoverOpen;
    status.online = !status.paper_out && !status.cover_open && fault != FakeFault::Offline;
    return status;
  }

 private:
  std::shared_ptr<Handle> handle_;
  PaperProfile profile_;
  int stop_;
};

}  // namespace

FakePrinter make_fake_printer(const PaperProfile& profile) {
  auto handle = std::make_shared<Handle>();
  auto printer = std::make_unique<QueuedPrinter>("fake:", [&](int stop) { return std::make_unique<FakeKind>(handle, profile, stop); });
  return {std::move(printer), handle};
}

}  // namespace desk::printer
