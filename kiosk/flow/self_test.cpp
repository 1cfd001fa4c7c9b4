#include "kiosk/flow/self_test.h"

#include <algorithm>

namespace desk::flow {

std::string_view name_of(TestItem item) {
  switch (item) {
    case TestItem::Touch: return "touch";
    case TestItem::Scanner: return "scanner";
    case TestItem::Clock: return "clock";
    case TestItem::Disk: return "disk";
    case TestItem::Pack: return "pack";
    case TestItem::Sms: return "sms";
    case TestItem::Sound: return "sound";
    case TestItem::Qr: return "qr";
    case TestItem::Printer: return "printer";
  }
  return "";
}

bool runs_by_itself(TestItem item) {
  switch (item) {
    case TestItem::Clock:
    case TestItem::Disk:
    case TestItem::Pack:
    case TestItem::Qr: return true;
    case TestItem::Touch:
    case TestItem::Scanner:
    case TestItem::Sms:
    case TestItem::Sound:
    case TestItem::Printer: return false;
  }
  return false;
}

std::optional<DeviceKind> device_of(TestItem item) {
  switch (item) {
    case TestItem::Touch: return DeviceKind::Touch;
    case TestItem::Scanner: return DeviceKind::Scanner;
    case TestItem::Clock: return DeviceKind::Clock;
    case TestItem::Disk: return DeviceKind::Disk;
    case TestItem::Pack: return DeviceKind::Pack;
    case TestItem::Sms: return DeviceKind::Sms;
    case TestItem::Sound: return DeviceKind::Sound;
    case TestItem::Printer: return DeviceKind::Printer;
    case TestItem::Qr: return std::nullopt;
  }
  return std::nullopt;
}

std::string_view name_of(TestOutcome outcome) {
  switch (outcome) {
    case TestOutcome::Open: return "open";
    case TestOutcome::Running: return "running";
    case TestOutcome::Asking: return "asking";
    case TestOutcome::Good: return "good";
    case TestOutcome::Care: return "care";
    case TestOutcome::Bad: return "bad";
    case TestOutcome::Absent: return "absent";
    case TestOutcome::Skipped: return "skipped";
  }
  return "";
}

bool is_settled(TestOutcome outcome) {
  switch (outcome) {
    case TestOutcome::Open:
    case TestOutcome::Running:
    case TestOutcome::Asking: return false;
    case TestOutcome::Good:
    case TestOutcome::Care:
    case TestOutcome::Bad:
    case TestOutcome::Absent:
    case TestOutcome::Skipped: return true;
  }
  return false;
}

std::optional<TestItem> next_open(const SelfTestState& test) {
  for (const TestItem item : kTestItems) {
    if (!is_settled(test.of(item).outcome)) return item;
  }
  return std::nullopt;
}

int number_of(TestItem item) { return static_cast<int>(item) + 1; }

void break_off(SelfTestState& test) {
  TestResult& result = test.of(test.at);
  if (result.outcome == TestOutcome::Running || result.outcome == TestOutcome::Asking) result = TestResult{};
  test.order = 0;
  test.touch_asking = false;
  test.sms = TestSmsPhase::Choose;
  test.sms_sid.clear();
  test.sms_tag.clear();
  test.sms_masked.clear();
  test.slip = TestSlipPhase::Idle;
}

TestOutcome verdict_of(const SelfTestState& test) {
  // In the order of what is said first: a fault before a doubt before what was left out.
  for (const TestOutcome worst : {TestOutcome::Bad, TestOutcome::Care, TestOutcome::Open, TestOutcome::Skipped}) {
    const bool found = std::any_of(test.results.begin(), test.results.end(), [&](const TestResult& result) {
      return result.outcome == worst || (worst == TestOutcome::Open && !is_settled(result.outcome));
    });
    if (found) return worst;
  }
  return TestOutcome::Good;
}

std::optional<DeviceReport> report_of(const SelfTestState& test, TestItem item) {
  const auto kind = device_of(item);
  const TestResult& result = test.of(item);
  if (!kind) return std::nullopt;
  DeviceReport report{*kind, DeviceLevel::Unknown, result.code, "tested_" + std::string(name_of(result.outcome)), {}};
  switch (result.outcome) {
    case TestOutcome::Good: report.level = DeviceLevel::Good; break;
    case TestOutcome::Care: report.level = DeviceLevel::Care; break;
    case TestOutcome::Bad: report.level = DeviceLevel::Bad; break;
    case TestOutcome::Absent: report.level = DeviceLevel::Absent; break;
    case TestOutcome::Open:
    case TestOutcome::Running:
    case TestOutcome::Asking:
    case TestOutcome::Skipped: return std::nullopt;
  }
  return report;
}

}  // namespace desk::flow
