// What can be asked of the parts behind a port: printer, scanner, desk-auth, the page on the phone. Each blocks until answered or until its
// limit; whoever gives no answer is Unknown, never Good.
#pragma once

#include <chrono>

#include "auth/auth_client.h"
#include "auth/page_client.h"
#include "kiosk/flow/self_test.h"
#include "printer/printer.h"
#include "scanner/page_work.h"
#include "scanner/scanner.h"

namespace desk::checks {

using flow::DeviceKind;
using flow::DeviceLevel;
using flow::DeviceReport;

inline constexpr std::chrono::milliseconds kPrinterLimit{12'000};  // connection and three answers, each with its own (PrinterLimits)

[[nodiscard]] DeviceReport printer_answered(const Result<printer::PrinterStatus>& status);
[[nodiscard]] DeviceReport check_printer(printer::Printer& printer, std::chrono::milliseconds limit = kPrinterLimit);
[[nodiscard]] DeviceReport check_sms(auth::AuthClient& auth);
// Null: this desk hands nothing to phones.
[[nodiscard]] DeviceReport check_page(auth::PageClient* page);

// The scanner answers with events; these two are what they mean. Its sensor is asked (Scanner::watch_paper), because that opens the device.
[[nodiscard]] DeviceReport scanner_answered(scanner::PaperState paper);
[[nodiscard]] DeviceReport scanner_failed(StaffCode code);
// The whole question for callers without an event loop of their own (desk-ctl).
[[nodiscard]] DeviceReport check_scanner(scanner::Scanner& scanner, const std::string& device, const Clock& clock,
                                         std::chrono::milliseconds limit = std::chrono::seconds{40});

// A blank sheet that came through: what the glass looks like, and where to wipe.
struct SheetTest {
  flow::TestResult result;
  flow::SheetCells cells;
};
[[nodiscard]] SheetTest judge_sheet(const scanner::SheetLook& look);

// A report as the outcome of a test that needs nobody.
[[nodiscard]] flow::TestResult tested(const DeviceReport& report);

}  // namespace desk::checks
