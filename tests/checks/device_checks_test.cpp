// Printer, scanner, SMS and page: the truth of each, with its fault caused through the fake's handle.
#include "kiosk/checks/device_checks.h"

#include <gtest/gtest.h>

#include "auth/fake_auth_client.h"
#include "auth/page_client_fake.h"
#include "printer/fake_printer.h"
#include "scanner/fake_scanner.h"
#include "tests/places.h"

namespace desk::checks {
namespace {

const text::TextCatalog& words() {
  static const auto catalog = text::TextCatalog::load(source_tree() + "/data/text");
  return *catalog;
}

struct Fault {
  printer::FakeFault fault;
  StaffCode code;
};

TEST(PrinterCheck, EachFaultHasItsCodeAndReadyIsSaidOnlyByThePrinter) {
  printer::FakePrinter fake = printer::make_fake_printer();
  EXPECT_EQ(check_printer(*fake.printer).level, DeviceLevel::Good);
  for (const Fault& each : {Fault{printer::FakeFault::Gone, StaffCode::PrinterGone}, Fault{printer::FakeFault::Silent, StaffCode::PrinterSilent},
                            Fault{printer::FakeFault::PaperOut, StaffCode::PrinterPaperOut},
                            Fault{printer::FakeFault::CoverOpen, StaffCode::PrinterCoverOpen}, Fault{printer::FakeFault::Offline, StaffCode::PrinterOffline}}) {
    fake.handle->cause(each.fault);
    const DeviceReport report = check_printer(*fake.printer);
    EXPECT_EQ(report.level, DeviceLevel::Bad);
    EXPECT_EQ(report.code, each.code);
  }
  fake.handle->cause(printer::FakeFault::None);
  fake.handle->set_paper_low(true);
  EXPECT_EQ(check_printer(*fake.printer).level, DeviceLevel::Care);
}

// Says nothing, ever.
class DeafPrinter final : public printer::Printer {
 public:
  printer::JobId print(printer::Raster1, printer::OnJobState) override { return 1; }
  void check(printer::OnStatus) override {}
  std::string describe() const override { return "deaf"; }
};

TEST(PrinterCheck, WhoDoesNotAnswerIsUnknownAndNeverGood) {
  DeafPrinter deaf;
  const DeviceReport report = check_printer(deaf, std::chrono::milliseconds{1});
  EXPECT_EQ(report.level, DeviceLevel::Unknown);
  EXPECT_EQ(report.note, "no_answer");
}

TEST(ScannerCheck, TellsSensorAbsenceAndUseApart) {
  const SystemClock clock;
  scanner::FakeScanner fake;
  EXPECT_EQ(check_scanner(fake, "", clock).note, "scanner_empty");
  fake.put_sheet({});
  EXPECT_EQ(check_scanner(fake, "", clock).note, "scanner_loaded");
  fake.unplug(true);
  const DeviceReport gone = check_scanner(fake, "", clock);
  EXPECT_EQ(gone.level, DeviceLevel::Bad);
  EXPECT_EQ(gone.code, StaffCode::ScannerGone);
  EXPECT_EQ(scanner_failed(StaffCode::ScannerBusy).level, DeviceLevel::Unknown) << "in use is no fault";
}

TEST(SmsCheck, TheDoorTheCapAndTheLastMessageAreLookedAt) {
  const FakeClock clock;
  auth::CodeRules rules;
  rules.site_cap = 2;
  auth::FakeAuthClient fake(clock, words(), rules);
  EXPECT_EQ(check_sms(fake).level, DeviceLevel::Good);
  fake.gateway_answers(auth::SendOutcome::NotSent);
  EXPECT_EQ(check_sms(fake).code, StaffCode::GatewayUnreachable);
  fake.gateway_answers(auth::SendOutcome::Refused);
  (void)fake.start_verification(PhoneNumber::parse("09012345678").number, auth::Purpose::Visit, Language::Japanese);
  EXPECT_EQ(check_sms(fake).level, DeviceLevel::Care);
  EXPECT_EQ(check_sms(fake).code, StaffCode::GatewayRefused);
  fake.gateway_answers(auth::SendOutcome::Accepted);
  for (const char* number : {"09012345671", "09012345672"}) {
    (void)fake.start_verification(PhoneNumber::parse(number).number, auth::Purpose::Visit, Language::Japanese);
  }
  EXPECT_EQ(check_sms(fake).code, StaffCode::SiteCapReached);
  fake.refuse_with(auth::RefusalKind::Unreachable);
  EXPECT_EQ(check_sms(fake).code, StaffCode::AuthUnreachable);
}

TEST(PageCheck, OffIsAbsentAndAwayIsAFault) {
  EXPECT_EQ(check_page(nullptr).level, DeviceLevel::Absent);
  const FakeClock clock;
  auth::FakePageClient fake(clock);
  EXPECT_EQ(check_page(&fake).level, DeviceLevel::Good);
  fake.set_unreachable(true);
  EXPECT_EQ(check_page(&fake).code, StaffCode::PageUnreachable);
}

TEST(SheetTestOutcome, SaysWhereToWipeAndNothingOfAPrintedSheet) {
  scanner::SheetLook look;
  look.marks.assign(88, scanner::SheetMark::Clean);
  EXPECT_EQ(judge_sheet(look).result.outcome, flow::TestOutcome::Good);
  look.streaks_mm = {42, 180};
  const SheetTest streaked = judge_sheet(look);
  EXPECT_EQ(streaked.result.code, StaffCode::SheetDirty);
  EXPECT_EQ(streaked.result.arguments, (flow::WordArguments{{"count", "2"}, {"mm", "42 180"}}));
  look.blank = false;
  EXPECT_EQ(judge_sheet(look).result.note, "sheet_not_blank");
}

TEST(Tested, WhatNobodyKnowsIsNoSuccess) {
  EXPECT_EQ(tested({DeviceKind::Sms, DeviceLevel::Unknown, {}, "no_answer", {}}).outcome, flow::TestOutcome::Care);
}

}  // namespace
}  // namespace desk::checks
