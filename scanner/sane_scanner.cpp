#include "scanner/sane_scanner.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace desk::scanner {

std::unique_ptr<Scanner> make_sane_scanner(SaneScannerOptions options, const Clock& clock) {
  return std::make_unique<SaneScanner>(std::move(options), clock);
}

SaneScanner::SaneScanner(SaneScannerOptions options, const Clock& clock)
    : options_(std::move(options)), clock_(clock), wake_fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)), thread_([this] { run(); }) {}

SaneScanner::~SaneScanner() {
  {
    const std::lock_guard lock(mutex_);
    quit_ = true;
  }
  wake();
  thread_.join();
  close(wake_fd_);
}

void SaneScanner::wake() const { eventfd_write(wake_fd_, 1); }

Result<JobId> SaneScanner::start(const ScanJob& job) {
  return enqueue(Kind::Scan, protocol::Scan{job, options_.limits.stall.count(), options_.quality, options_.preview_side});
}

Result<JobId> SaneScanner::list_devices() {
  const auto& limits = options_.limits;
  return enqueue(Kind::List, protocol::List{limits.list_driver.count(), limits.list.count() * 4 / 5});
}

Result<JobId> SaneScanner::watch_paper(const std::string& device) { return enqueue(Kind::Watch, protocol::Watch{device}); }

Result<JobId> SaneScanner::enqueue(Kind kind, protocol::Message message) {
  JobId id;
  {
    const std::lock_guard lock(mutex_);
    const bool live_gives_way = !live_ || cancel_live_ || live_kind_ == Kind::Watch;
    const bool waiting_gives_way =
        std::all_of(waiting_.begin(), waiting_.end(), [](const Order& order) { return order.cancelled || order.kind == Kind::Watch; });
    if (!live_gives_way || !waiting_gives_way) return fail(Failure{StaffCode::ScannerBusy, "scanner", "another order is under way"});
    if (live_) cancel_live_ = true;
    for (Order& order : waiting_) order.cancelled = true;
    id = {next_id_++};
    waiting_.push_back({id, kind, std::move(message), false});
  }
  wake();
  return id;
}

void SaneScanner::cancel(JobId job) {
  {
    const std::lock_guard lock(mutex_);
    if (live_ == job) cancel_live_ = true;
    for (Order& order : waiting_) order.cancelled = order.cancelled || order.id == job;
  }
  wake();
}

void SaneScanner::run() {
  while (true) {
    std::optional<Order> next;
    bool cancel_now = false;
    {
      const std::lock_guard lock(mutex_);
      if (quit_) break;
      // Cancelled before it began: told without ever touching the device.
      while (!running_ && !waiting_.empty() && waiting_.front().cancelled) {
        events_.put(Cancelled{waiting_.front().id, 0});
        waiting_.pop_front();
      }
      if (!running_ && !waiting_.empty()) {
        next = std::move(waiting_.front());
        waiting_.pop_front();
        live_ = next->id;
        live_kind_ = next->kind;
        cancel_live_ = false;
      }
      cancel_now = cancel_live_;
    }
    if (next) {
      begin(std::move(*next));
      continue;
    }
    if (running_ && cancel_now && running_->phase == Phase::Talking) ask_to_cancel();

    std::array<pollfd, 2> waits{pollfd{wake_fd_, POLLIN, 0}, pollfd{running_ ? running_->child.fd() : -1, POLLIN, 0}};
    int patience = -1;  // nothing to wait for: no wake-ups while idle
    if (running_) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(running_->deadline - clock_.steady());
      patience = static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3'600'000));
    }
    if (poll(waits.data(), waits.size(), patience) < 0) continue;
    eventfd_t count = 0;
    if (waits[0].revents != 0) eventfd_read(wake_fd_, &count);
    if (running_ && waits[1].revents != 0) read_helper();
    if (running_) expire(clock_.steady());
  }
  drop_running();
}

void SaneScanner::begin(Order order) {
  auto child = Child::spawn(options_.helper, options_.environment);
  if (!child) {
    conclude(Faulted{order.id, child.error(), 0, 0});
    return;
  }
  helper_pid_ = child->pid();
  const Kind kind = order.kind;
  running_.emplace(Running{std::move(order), std::move(*child), {}, Phase::Talking, {}, 0, 0, {}});
  set_deadline(kind == Kind::List ? options_.limits.list : options_.limits.open);
  if (!running_->child.send(protocol::encode(running_->order.message), options_.limits.open, clock_)) {
    fault(StaffCode::ScannerHelperDied, "the helper takes no order");
  }
}

void SaneScanner::ask_to_cancel() {
  running_->phase = Phase::Cancelling;
  set_deadline(options_.limits.cancel);
  // A helper that is gone or stuck is dealt with by the end of the stream or by the deadline.
  (void)running_->child.send(protocol::encode(protocol::Cancel{}), std::chrono::milliseconds{0}, clock_);
}

void SaneScanner::read_helper() {
  const Child::Read read = running_->child.receive(running_->parser);
  while (running_) {
    const auto frame = running_->parser.next();
    if (!frame) break;
    const auto message = protocol::decode(*frame);
    if (!message) {
      fault(StaffCode::ScannerHelperDied, "the helper sent a frame that cannot be read");
      return;
    }
    take_frame(*message);
  }
  if (!running_) return;
  if (running_->parser.broken()) {
    fault(StaffCode::ScannerHelperDied, "the helper sent bytes that are no frame");
  } else if (read == Child::Read::Closed) {
    fault(StaffCode::ScannerHelperDied, "the helper ended without an answer");
  }
}

void SaneScanner::take_frame(const protocol::Message& message) {
  const JobId id = running_->order.id;
  const ScanLimits& limits = options_.limits;
  if (running_->phase == Phase::Closing) return;
  const bool talking = running_->phase == Phase::Talking;
  if (const auto* stage = std::get_if<protocol::StageReached>(&message)) {
    if (!talking) return;
    switch (stage->stage) {
      case protocol::Stage::Opening: set_deadline(limits.open); break;
      case protocol::Stage::Starting: set_deadline(limits.start); break;
      case protocol::Stage::Reading: set_deadline(limits.read); break;
      case protocol::Stage::Finishing: set_deadline(limits.judge); break;
    }
  } else if (const auto* progress = std::get_if<protocol::Progressed>(&message)) {
    running_->sheet = progress->page;
    if (!talking) return;
    set_deadline(limits.read);
    events_.put(Progress{id, progress->page, progress->percent});
  } else if (const auto* page = std::get_if<protocol::Page>(&message)) {
    // Also while cancelling: the sheet has gone through, and the person need not feed it again.
    running_->pages = page->number;
    events_.put(PageReady{id, page->number, page->page});
  } else if (const auto* sensor = std::get_if<protocol::Sensor>(&message)) {
    if (!talking) return;
    set_deadline(limits.watch);
    events_.put(PaperSensed{id, sensor->state});
  } else if (const auto* devices = std::get_if<protocol::Devices>(&message)) {
    running_->devices = devices->devices;
  } else if (const auto* end = std::get_if<protocol::End>(&message)) {
    finish(*end);
  } else {
    fault(StaffCode::ScannerHelperDied, "the helper sent a frame that is not an answer");
  }
}

void SaneScanner::finish(const protocol::End& end) {
  Running& running = *running_;
  const JobId id = running.order.id;
  if (running.phase == Phase::Cancelling) {
    conclude(Cancelled{id, running.pages});
  } else if (end.failure) {
    conclude(Faulted{id, *end.failure, running.pages, end.sheet});
  } else if (running.order.kind == Kind::List) {
    conclude(DevicesFound{id, running.devices});
  } else {
    conclude(Ended{id, running.pages});
  }
  running.phase = Phase::Closing;
  set_deadline(options_.limits.close);
}

void SaneScanner::conclude(ScanEvent event) {
  {
    const std::lock_guard lock(mutex_);
    live_.reset();
    cancel_live_ = false;
  }
  events_.put(std::move(event));
}

void SaneScanner::fault(StaffCode code, const std::string& reason) {
  const Running& running = *running_;
  switch (running.phase) {
    case Phase::Talking:
      conclude(Faulted{running.order.id, {code, options_.helper, reason}, running.pages, running.sheet > running.pages ? running.sheet : 0});
      break;
    case Phase::Cancelling: conclude(Cancelled{running.order.id, running.pages}); break;
    case Phase::Closing: break;  // its last event was told
  }
  drop_running();
}

void SaneScanner::drop_running() {
  running_.reset();  // kills and reaps
  helper_pid_ = 0;
}

void SaneScanner::expire(SteadyTime now) {
  if (now < running_->deadline) return;
  fault(StaffCode::ScannerSilent, "the helper said nothing in time and was ended");
}

}  // namespace desk::scanner
