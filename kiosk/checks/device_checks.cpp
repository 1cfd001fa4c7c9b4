#include "kiosk/checks/device_checks.h"

#include <poll.h>

#include <algorithm>
#include <future>

#include "printer/escpos.h"

namespace desk::checks {
namespace {

DeviceReport told(DeviceKind kind, DeviceLevel level, std::string note, std::optional<StaffCode> code = {}, flow::WordArguments arguments = {}) {
  return {kind, level, code, std::move(note), std::move(arguments)};
}

std::string join(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

DeviceReport printer_answered(const Result<printer::PrinterStatus>& status) {
  if (!status) return told(DeviceKind::Printer, DeviceLevel::Bad, "printer_failed", status.error().code);
  if (const auto stopped = printer::obstacle(*status)) return told(DeviceKind::Printer, DeviceLevel::Bad, "printer_failed", stopped->code);
  if (status->paper_low) return told(DeviceKind::Printer, DeviceLevel::Care, "printer_paper_low");
  return told(DeviceKind::Printer, DeviceLevel::Good, "printer_ready");
}

DeviceReport check_printer(printer::Printer& printer, std::chrono::milliseconds limit) {
  // Shared: an answer after the limit finds its place, though nobody looks any more.
  const auto answer = std::make_shared<std::promise<DeviceReport>>();
  auto future = answer->get_future();
  printer.check([answer](const Result<printer::PrinterStatus>& status) { answer->set_value(printer_answered(status)); });
  if (future.wait_for(limit) != std::future_status::ready) return told(DeviceKind::Printer, DeviceLevel::Unknown, "no_answer");
  return future.get();
}

DeviceReport check_sms(auth::AuthClient& auth) {
  const auto health = auth.health();
  if (!health) return told(DeviceKind::Sms, DeviceLevel::Bad, "sms_failed", health.error().staff_code());
  const flow::WordArguments counts{{"count", std::to_string(health->site_messages)}, {"cap", std::to_string(health->site_cap)}};
  if (health->site_messages >= health->site_cap) return told(DeviceKind::Sms, DeviceLevel::Bad, "sms_cap", StaffCode::SiteCapReached, counts);
  const auto reach = auth.reach_gateway();
  if (!reach) return told(DeviceKind::Sms, DeviceLevel::Bad, "sms_failed", reach.error().staff_code());
  if (!reach->reached) return told(DeviceKind::Sms, DeviceLevel::Bad, "sms_provider_away", StaffCode::GatewayUnreachable);
  // The door answers; whether the last message went through it is another matter, and the better witness.
  if (health->last_send) {
    const flow::WordArguments at{{"time", clock_text(to_jst(health->last_send_at).minute_of_day)}};
    switch (*health->last_send) {
      case auth::SendState::Refused: return told(DeviceKind::Sms, DeviceLevel::Care, "sms_last_refused", StaffCode::GatewayRefused, at);
      case auth::SendState::NotSent: return told(DeviceKind::Sms, DeviceLevel::Care, "sms_last_unsent", StaffCode::GatewayUnreachable, at);
      case auth::SendState::Unknown: return told(DeviceKind::Sms, DeviceLevel::Care, "sms_last_unknown", StaffCode::GatewayUnknown, at);
      case auth::SendState::Accepted:
      case auth::SendState::Delivered:
      case auth::SendState::Undeliverable: break;  // undeliverable is the number's fault, not ours
    }
  }
  if (health->alarm) return told(DeviceKind::Sms, DeviceLevel::Care, "sms_many", {}, counts);
  return told(DeviceKind::Sms, DeviceLevel::Good, "sms_reached", {}, counts);
}

DeviceReport check_page(auth::PageClient* page) {
  if (page == nullptr) return told(DeviceKind::Page, DeviceLevel::Absent, "page_off");
  const auto health = page->health();
  if (!health) return told(DeviceKind::Page, DeviceLevel::Bad, "page_failed", health.error().code);
  return told(DeviceKind::Page, DeviceLevel::Good, "page_ready", {}, {{"count", std::to_string(health->bundles)}});
}

DeviceReport scanner_answered(scanner::PaperState paper) {
  switch (paper) {
    case scanner::PaperState::Empty: return told(DeviceKind::Scanner, DeviceLevel::Good, "scanner_empty");
    case scanner::PaperState::Loaded: return told(DeviceKind::Scanner, DeviceLevel::Good, "scanner_loaded");
    case scanner::PaperState::Unknown: return told(DeviceKind::Scanner, DeviceLevel::Good, "scanner_opened");
  }
  return told(DeviceKind::Scanner, DeviceLevel::Unknown, "no_answer");
}

DeviceReport scanner_failed(StaffCode code) {
  // Somebody scans with it at this moment: that is no fault.
  if (code == StaffCode::ScannerBusy) return told(DeviceKind::Scanner, DeviceLevel::Unknown, "scanner_in_use");
  return told(DeviceKind::Scanner, DeviceLevel::Bad, "scanner_failed", code);
}

DeviceReport check_scanner(scanner::Scanner& scanner, const std::string& device, const Clock& clock, std::chrono::milliseconds limit) {
  const auto watch = scanner.watch_paper(device);
  if (!watch) return scanner_failed(watch.error().code);
  const SteadyTime end = clock.steady() + limit;
  std::optional<DeviceReport> report;
  bool over = false;
  while (!over) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - clock.steady());
    if (left.count() <= 0) break;
    pollfd waiting{scanner.event_fd(), POLLIN, 0};
    poll(&waiting, 1, static_cast<int>(left.count()));
    for (const scanner::ScanEvent& event : scanner.take_events()) {
      if (const auto* sensed = std::get_if<scanner::PaperSensed>(&event); sensed != nullptr && sensed->job == *watch && !report) {
        report = scanner_answered(sensed->state);
        scanner.cancel(*watch);  // and wait until it is over: the device is free again then
      } else if (const auto* fault = std::get_if<scanner::Faulted>(&event); fault != nullptr && fault->job == *watch) {
        if (!report) report = scanner_failed(fault->failure.code);
        over = true;
      } else if (const auto* cancelled = std::get_if<scanner::Cancelled>(&event); cancelled != nullptr && cancelled->job == *watch) {
        over = true;
      } else if (const auto* ended = std::get_if<scanner::Ended>(&event); ended != nullptr && ended->job == *watch) {
        over = true;
      }
    }
  }
  if (!over) scanner.cancel(*watch);
  return report ? *report : told(DeviceKind::Scanner, DeviceLevel::Unknown, "no_answer");
}

SheetTest judge_sheet(const scanner::SheetLook& look) {
  SheetTest test;
  test.cells.columns = look.columns;
  test.cells.rows = look.rows;
  for (const scanner::SheetMark mark : look.marks) test.cells.marks.push_back(static_cast<int>(mark));
  if (!look.blank) {
    // Nothing can be said of the glass behind a printed page: the sheet is asked for again.
    test.result = {flow::TestOutcome::Care, {}, "sheet_not_blank", {}};
  } else if (!look.streaks_mm.empty()) {
    std::vector<std::string> where;
    for (const int mm : look.streaks_mm) where.push_back(std::to_string(mm));
    test.result = {flow::TestOutcome::Care, StaffCode::SheetDirty, "sheet_streaks", {{"count", std::to_string(where.size())}, {"mm", join(where)}}};
  } else if (look.specks > 0) {
    test.result = {flow::TestOutcome::Care, StaffCode::SheetDirty, "sheet_specks", {{"count", std::to_string(look.specks)}}};
  } else {
    test.result = {flow::TestOutcome::Good, {}, "sheet_clean", {}};
  }
  return test;
}

flow::TestResult tested(const DeviceReport& report) {
  const auto with = [&](flow::TestOutcome outcome) { return flow::TestResult{outcome, report.code, report.note, report.arguments}; };
  switch (report.level) {
    case DeviceLevel::Good: return with(flow::TestOutcome::Good);
    case DeviceLevel::Bad: return with(flow::TestOutcome::Bad);
    case DeviceLevel::Absent: return with(flow::TestOutcome::Absent);
    case DeviceLevel::Care:
    case DeviceLevel::Unknown: return with(flow::TestOutcome::Care);  // what nobody knows is no success
  }
  return with(flow::TestOutcome::Care);
}

}  // namespace desk::checks
