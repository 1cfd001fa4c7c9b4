// FakeScanner: a scanner in memory that tests drive by a handle of faults. It passes the same contract tests as the real one.
#pragma once

#include <deque>
#include <optional>

#include "scanner/event_queue.h"
#include "scanner/scanner.h"

namespace desk::scanner {

class FakeScanner final : public Scanner {
 public:
  [[nodiscard]] Result<JobId> start(const ScanJob& job) override;
  [[nodiscard]] Result<JobId> list_devices() override;
  [[nodiscard]] Result<JobId> watch_paper(const std::string& device) override;
  void cancel(JobId job) override;
  [[nodiscard]] int event_fd() const override { return events_.fd(); }
  [[nodiscard]] std::vector<ScanEvent> take_events() override { return events_.take(); }

  // The handle.
  void put_sheet(ScannedPage page);                       // behind the others in the feeder
  void lay_on_glass(std::optional<ScannedPage> page);     // the flatbed; with nothing on it a job faults PageUnusable
  void fail_sheet(int sheet, StaffCode code);             // the n-th sheet of the next job that reaches it; once
  void refuse(std::optional<StaffCode> code);             // every job at once, until cleared: cover open, busy, gone
  void unplug(bool gone);                                 // list is empty, jobs fault ScannerGone
  void hold(bool held);                                   // jobs wait after their first progress, until released or cancelled
  [[nodiscard]] int sheets_left() const { return static_cast<int>(feeder_.size()); }

 private:
  void run(JobId id, const ScanJob& job);
  void end_watch();

  EventQueue events_;
  std::uint64_t next_id_ = 1;
  std::deque<ScannedPage> feeder_;
  std::optional<ScannedPage> glass_;
  std::optional<std::pair<int, StaffCode>> failing_;
  std::optional<StaffCode> refusal_;
  std::optional<std::pair<JobId, ScanJob>> held_job_;
  std::optional<JobId> watch_;
  bool gone_ = false;
  bool hold_ = false;
};

}  // namespace desk::scanner
