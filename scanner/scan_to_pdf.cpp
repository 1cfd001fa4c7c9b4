#include "scanner/scan_to_pdf.h"

#include <poll.h>

#include <optional>
#include <utility>

namespace desk::scanner {

namespace {

// Feeds every event of `job` to `take` until it says that it was the last. Without a time-out of its own: every order ends (scanner.h).
template <class Take>
void until_last(Scanner& scanner, const Take& take) {
  while (true) {
    pollfd waiting{scanner.event_fd(), POLLIN, 0};
    poll(&waiting, 1, -1);
    for (ScanEvent& event : scanner.take_events()) {
      if (take(event)) return;
    }
  }
}

}  // namespace

Result<ScannedDocument> scan_to_pdf(Scanner& scanner, const PageWork& work, const ScanJob& job, const PdfRules& rules,
                                    const std::function<void(const Progress&)>& progress) {
  const auto id = scanner.start(job);
  if (!id) return fail(id.error());
  ScannedDocument document;
  std::optional<Failure> failure;
  until_last(scanner, [&](ScanEvent& event) {
    if (const auto* told = std::get_if<Progress>(&event); told != nullptr && told->job == *id && progress) progress(*told);
    if (auto* ready = std::get_if<PageReady>(&event); ready != nullptr && ready->job == *id) document.pages.push_back(std::move(ready->page));
    if (const auto* faulted = std::get_if<Faulted>(&event); faulted != nullptr && faulted->job == *id) {
      failure = faulted->failure;
      return true;
    }
    if (const auto* cancelled = std::get_if<Cancelled>(&event); cancelled != nullptr && cancelled->job == *id) {
      failure = Failure{StaffCode::ScannerReadError, "scanner", "cancelled"};
      return true;
    }
    const auto* ended = std::get_if<Ended>(&event);
    return ended != nullptr && ended->job == *id;
  });
  if (failure) return fail(*failure);
  std::vector<const ScannedPage*> pages;
  for (const ScannedPage& page : document.pages) pages.push_back(&page);
  auto bundle = work.make_pdfs({pages}, rules);
  if (!bundle) return fail(bundle.error());
  document.bundle = std::move(*bundle);
  return document;
}

Result<std::vector<Device>> devices_now(Scanner& scanner) {
  const auto id = scanner.list_devices();
  if (!id) return fail(id.error());
  std::optional<Result<std::vector<Device>>> answer;
  until_last(scanner, [&](ScanEvent& event) {
    if (auto* found = std::get_if<DevicesFound>(&event); found != nullptr && found->job == *id) answer.emplace(std::move(found->devices));
    if (const auto* faulted = std::get_if<Faulted>(&event); faulted != nullptr && faulted->job == *id) answer.emplace(fail(faulted->failure));
    if (const auto* cancelled = std::get_if<Cancelled>(&event); cancelled != nullptr && cancelled->job == *id) answer.emplace(std::vector<Device>{});
    return answer.has_value();
  });
  return std::move(*answer);
}

}  // namespace desk::scanner
