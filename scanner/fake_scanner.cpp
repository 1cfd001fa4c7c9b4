#include "scanner/fake_scanner.h"

#include <utility>

namespace desk::scanner {

namespace {
Failure failure(StaffCode code) { return {code, "fake scanner", std::string(name_of(code))}; }
}  // namespace

Result<JobId> FakeScanner::start(const ScanJob& job) {
  if (held_job_) return fail(failure(StaffCode::ScannerBusy));
  end_watch();
  const JobId id{next_id_++};
  if (hold_) {
    held_job_ = {id, job};
    events_.put(Progress{id, 1, 0});
  } else {
    run(id, job);
  }
  return id;
}

Result<JobId> FakeScanner::list_devices() {
  if (held_job_) return fail(failure(StaffCode::ScannerBusy));
  end_watch();
  const JobId id{next_id_++};
  DevicesFound found{id, {}};
  if (!gone_) found.devices.push_back({"fake:0", "Desk", "Fake scanner", "virtual device"});
  events_.put(std::move(found));
  return id;
}

Result<JobId> FakeScanner::watch_paper(const std::string& /*device*/) {
  if (held_job_) return fail(failure(StaffCode::ScannerBusy));
  end_watch();
  const JobId id{next_id_++};
  if (gone_) {
    events_.put(Faulted{id, failure(StaffCode::ScannerGone), 0, 0});
    return id;
  }
  watch_ = id;
  events_.put(PaperSensed{id, feeder_.empty() ? PaperState::Empty : PaperState::Loaded});
  return id;
}

void FakeScanner::cancel(JobId job) {
  if (watch_ == job) end_watch();
  if (held_job_ && held_job_->first == job) {
    held_job_.reset();
    events_.put(Cancelled{job, 0});
  }
}

void FakeScanner::put_sheet(ScannedPage page) {
  const bool was_empty = feeder_.empty();
  feeder_.push_back(std::move(page));
  if (watch_ && was_empty) events_.put(PaperSensed{*watch_, PaperState::Loaded});
}

void FakeScanner::lay_on_glass(std::optional<ScannedPage> page) { glass_ = std::move(page); }
void FakeScanner::fail_sheet(int sheet, StaffCode code) { failing_ = {sheet, code}; }
void FakeScanner::refuse(std::optional<StaffCode> code) { refusal_ = code; }
void FakeScanner::unplug(bool gone) { gone_ = gone; }

void FakeScanner::hold(bool held) {
  hold_ = held;
  if (!held && held_job_) {
    const auto [id, job] = *std::exchange(held_job_, std::nullopt);
    run(id, job);
  }
}

void FakeScanner::end_watch() {
  if (const auto watch = std::exchange(watch_, std::nullopt)) events_.put(Cancelled{*watch, 0});
}

void FakeScanner::run(JobId id, const ScanJob& job) {
  if (gone_) return events_.put(Faulted{id, failure(StaffCode::ScannerGone), 0, 0});
  if (refusal_) return events_.put(Faulted{id, failure(*refusal_), 0, 0});
  if (job.source == Source::Flatbed) {
    if (!glass_) return events_.put(Faulted{id, failure(StaffCode::PageUnusable), 0, 1});
    events_.put(Progress{id, 1, 100});
    events_.put(PageReady{id, 1, *glass_});
    return events_.put(Ended{id, 1});
  }
  if (feeder_.empty()) return events_.put(Faulted{id, failure(StaffCode::ScannerEmpty), 0, 0});
  int pages = 0;
  while (!feeder_.empty() && (job.most_pages == 0 || pages < job.most_pages)) {
    events_.put(Progress{id, pages + 1, 40});
    if (failing_ && failing_->first == pages + 1) {
      const StaffCode code = std::exchange(failing_, std::nullopt)->second;
      return events_.put(Faulted{id, failure(code), pages, pages + 1});
    }
    events_.put(Progress{id, pages + 1, 100});
    events_.put(PageReady{id, ++pages, std::move(feeder_.front())});
    feeder_.pop_front();
  }
  events_.put(Ended{id, pages});
}

}  // namespace desk::scanner
