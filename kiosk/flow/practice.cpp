#include "kiosk/flow/practice.h"

namespace desk::flow {

std::string_view name_of(PracticeFault fault) {
  switch (fault) {
    case PracticeFault::PaperOut: return "paper_out";
    case PracticeFault::PrinterOff: return "printer_off";
    case PracticeFault::ScannerJam: return "scanner_jam";
    case PracticeFault::DoubleFeed: return "double_feed";
    case PracticeFault::SmsRefused: return "sms_refused";
    case PracticeFault::SmsLate: return "sms_late";
    case PracticeFault::SmsBusy: return "sms_busy";
    case PracticeFault::PageAway: return "page_away";
    case PracticeFault::ClockUntrusted: return "clock_untrusted";
    case PracticeFault::DiskFull: return "disk_full";
  }
  return "";
}

std::optional<PracticeFault> practice_fault_named(std::string_view name) {
  for (const PracticeFault fault : kPracticeFaults) {
    if (name_of(fault) == name) return fault;
  }
  return std::nullopt;
}

std::vector<PracticeFault> instead_of(PracticeFault fault) {
  switch (fault) {
    case PracticeFault::PaperOut: return {PracticeFault::PrinterOff};
    case PracticeFault::PrinterOff: return {PracticeFault::PaperOut};
    case PracticeFault::ScannerJam: return {PracticeFault::DoubleFeed};
    case PracticeFault::DoubleFeed: return {PracticeFault::ScannerJam};
    case PracticeFault::SmsRefused: return {PracticeFault::SmsLate, PracticeFault::SmsBusy};
    case PracticeFault::SmsLate: return {PracticeFault::SmsRefused, PracticeFault::SmsBusy};
    case PracticeFault::SmsBusy: return {PracticeFault::SmsRefused, PracticeFault::SmsLate};
    case PracticeFault::PageAway:
    case PracticeFault::ClockUntrusted:
    case PracticeFault::DiskFull: return {};
  }
  return {};
}

}  // namespace desk::flow
