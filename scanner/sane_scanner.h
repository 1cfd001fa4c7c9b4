// The real scanner: one desk-scan-helper a job, watched by one thread and killed when it falls silent.
//
//             start/list/watch          first frame          Ended frame              end of stream
//   Idle ───────────────────▶ Waiting ────────────▶ Talking ────────────▶ Closing ─────────────────▶ Idle
//                               │  silence: ScannerSilent │                  │ silence: killed, nothing told
//                               │  end of stream, bad frame: ScannerHelperDied                     ▲
//                               └── cancel ──▶ Cancelling ─── Ended frame, end of stream, or killed ┘
#pragma once

#include <sys/types.h>

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "scanner/child.h"
#include "scanner/event_queue.h"
#include "scanner/helper/protocol.h"
#include "scanner/scanner.h"

namespace desk::scanner {

class SaneScanner final : public Scanner {
 public:
  SaneScanner(SaneScannerOptions options, const Clock& clock);
  ~SaneScanner() override;

  [[nodiscard]] Result<JobId> start(const ScanJob& job) override;
  [[nodiscard]] Result<JobId> list_devices() override;
  [[nodiscard]] Result<JobId> watch_paper(const std::string& device) override;
  void cancel(JobId job) override;
  [[nodiscard]] int event_fd() const override { return events_.fd(); }
  [[nodiscard]] std::vector<ScanEvent> take_events() override { return events_.take(); }

  // For tests that break the helper on purpose; 0 when none runs.
  [[nodiscard]] pid_t helper_pid() const { return helper_pid_; }

 private:
  enum class Kind { Scan, List, Watch };
  enum class Phase { Talking, Cancelling, Closing };
  struct Order {
    JobId id;
    Kind kind{};
    protocol::Message message;
    bool cancelled = false;
  };
  // What runs now; touched by the thread only.
  struct Running {
    Order order;
    Child child;
    FrameParser parser;
    Phase phase = Phase::Talking;
    SteadyTime deadline;
    int pages = 0;
    int sheet = 0;
    std::vector<Device> devices;
  };

  Result<JobId> enqueue(Kind kind, protocol::Message message);
  void run();
  void begin(Order order);
  void read_helper();
  void take_frame(const protocol::Message& message);
  void finish(const protocol::End& end);
  void conclude(ScanEvent event);
  void fault(StaffCode code, const std::string& reason);
  void drop_running();
  void expire(SteadyTime now);
  void ask_to_cancel();
  void wake() const;
  void set_deadline(std::chrono::milliseconds span) { running_->deadline = clock_.steady() + span; }

  const SaneScannerOptions options_;
  const Clock& clock_;
  EventQueue events_;
  const int wake_fd_;

  std::mutex mutex_;  // guards the five below
  std::deque<Order> waiting_;
  std::optional<JobId> live_;      // the order that has not yet had its last event
  Kind live_kind_{};
  bool cancel_live_ = false;
  bool quit_ = false;

  std::uint64_t next_id_ = 1;
  std::atomic<pid_t> helper_pid_{0};
  std::optional<Running> running_;
  std::thread thread_;  // last: it uses everything above
};

}  // namespace desk::scanner
