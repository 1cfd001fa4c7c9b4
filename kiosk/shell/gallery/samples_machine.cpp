// The staff's screens of the machine: every part in every state, every item of the self-test in every phase, practice and settings.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::DeviceKind;
using flow::DeviceLevel;
using flow::Step;
using flow::TestItem;
using flow::TestOutcome;

void machine_at(Stage& stage, Step step) {
  stage.model.staff.name = "佐藤";
  stage.model.step = stage.ui.step = step;
}

void report(Stage& stage, DeviceKind kind, DeviceLevel level, std::optional<StaffCode> code, std::string note, flow::WordArguments arguments = {}) {
  flow::DeviceState& state = stage.model.machine.devices.of(kind);
  state.report = {kind, level, code, std::move(note), std::move(arguments)};
  state.since = WallTime{stage.wall.seconds - 42 * 60};
}

void all_well(Stage& stage) {
  report(stage, DeviceKind::Printer, DeviceLevel::Good, {}, "printer_ready");
  report(stage, DeviceKind::Scanner, DeviceLevel::Good, {}, "scanner_empty");
  report(stage, DeviceKind::Sms, DeviceLevel::Good, {}, "sms_reached", {{"count", "12"}, {"cap", "200"}});
  report(stage, DeviceKind::Page, DeviceLevel::Good, {}, "page_ready", {{"count", "38"}});
  report(stage, DeviceKind::Network, DeviceLevel::Good, {}, "network_up", {{"name", "enp3s0"}});
  report(stage, DeviceKind::Clock, DeviceLevel::Good, {}, "clock_trusted", {{"date", "2026-08-12"}, {"time", "10:00"}});
  report(stage, DeviceKind::Disk, DeviceLevel::Good, {}, "disk_good", {{"free", "51234"}});
  report(stage, DeviceKind::Pack, DeviceLevel::Good, {}, "pack_good", {{"year", "2026"}, {"date", "2026-08-25"}, {"deadline", "2026-09-29"}});
  report(stage, DeviceKind::Sound, DeviceLevel::Unknown, {}, "sound_present");
  report(stage, DeviceKind::Touch, DeviceLevel::Good, {}, "tested_good");
}

void much_wrong(Stage& stage) {
  all_well(stage);
  report(stage, DeviceKind::Printer, DeviceLevel::Bad, StaffCode::PrinterPaperOut, "printer_failed");
  report(stage, DeviceKind::Scanner, DeviceLevel::Bad, StaffCode::ScannerHelperDied, "scanner_failed");
  report(stage, DeviceKind::Sms, DeviceLevel::Care, StaffCode::GatewayUnknown, "sms_last_unknown", {{"time", "9:41"}});
  report(stage, DeviceKind::Page, DeviceLevel::Absent, {}, "page_off");
  report(stage, DeviceKind::Network, DeviceLevel::Bad, StaffCode::NetworkDown, "network_down");
  report(stage, DeviceKind::Clock, DeviceLevel::Bad, StaffCode::ClockUntrusted, "clock_jumped", {{"date", "2026-08-12"}, {"time", "10:00"}});
  report(stage, DeviceKind::Disk, DeviceLevel::Care, StaffCode::DiskLow, "disk_low", {{"free", "612"}});
  report(stage, DeviceKind::Pack, DeviceLevel::Care, StaffCode::PackStale, "pack_not_verified_lately", {{"year", "2026"}, {"date", "2026-05-20"}});
  stage.model.machine.devices.of(DeviceKind::Touch).order = 7;
}

// The item at hand in this phase; the ones before it are good.
Sample item(const std::string& name, TestItem at, flow::TestResult result, std::function<void(flow::SelfTestState&)> more = {}) {
  return {"staff-test-" + name, [at, result = std::move(result), more = std::move(more)](Stage& stage) {
            machine_at(stage, Step::StaffSelfTest);
            flow::SelfTestState& test = stage.model.machine.self_test;
            test.begun = true;
            test.begun_at = WallTime{stage.wall.seconds - 180};
            test.overview = false;
            for (const TestItem each : flow::kTestItems) {
              if (each < at) test.of(each).outcome = TestOutcome::Good;
            }
            test.at = at;
            test.of(at) = result;
            if (more) more(test);
          }};
}

void overview(Stage& stage, bool finished) {
  machine_at(stage, Step::StaffSelfTest);
  flow::SelfTestState& test = stage.model.machine.self_test;
  test.begun = true;
  test.begun_at = WallTime{stage.wall.seconds - 400};
  test.of(TestItem::Touch) = {TestOutcome::Bad, StaffCode::TouchDead, "touch_dead", {{"count", "3"}, {"places", "top_right left"}}};
  test.of(TestItem::Scanner) = {TestOutcome::Care, StaffCode::SheetDirty, "sheet_streaks", {{"count", "2"}, {"mm", "42 180"}}};
  test.of(TestItem::Clock) = {TestOutcome::Good, {}, "clock_trusted", {}};
  test.of(TestItem::Sms).outcome = TestOutcome::Skipped;
  if (!finished) return;
  for (const TestItem each : flow::kTestItems) {
    if (test.of(each).outcome == TestOutcome::Open) test.of(each).outcome = TestOutcome::Good;
  }
}

void touch(Stage& stage, bool asking) {
  machine_at(stage, Step::StaffTouchTest);
  flow::SelfTestState& test = stage.model.machine.self_test;
  test.at = TestItem::Touch;
  test.overview = false;
  test.touch_asking = asking;
}

}  // namespace

std::vector<Sample> machine_samples() {
  std::vector<Sample> all;
  all.push_back({"staff-devices", [](Stage& stage) { machine_at(stage, Step::StaffDevices); all_well(stage); }});
  all.push_back({"staff-devices-appliance", [](Stage& stage) {
                   machine_at(stage, Step::StaffDevices);
                   all_well(stage);
                   stage.desk.image = 202612010930;
                   stage.pages_turned = 2;
                 }});
  all.push_back({"staff-devices-unknown", [](Stage& stage) { machine_at(stage, Step::StaffDevices); }});
  all.push_back({"staff-devices-faulty", [](Stage& stage) { machine_at(stage, Step::StaffDevices); much_wrong(stage); }});
  all.push_back({"staff-devices-faulty-more", [](Stage& stage) {
                   machine_at(stage, Step::StaffDevices);
                   much_wrong(stage);
                   stage.pages_turned = 1;
                 }});
  all.push_back({"staff-test-begin", [](Stage& stage) { machine_at(stage, Step::StaffSelfTest); }});
  all.push_back({"staff-test-list", [](Stage& stage) { overview(stage, false); }});
  all.push_back({"staff-test-over", [](Stage& stage) { overview(stage, true); }});
  for (const TestItem each : {TestItem::Touch, TestItem::Scanner, TestItem::Sms, TestItem::Sound, TestItem::Printer}) {
    all.push_back(item("intro-" + std::string(flow::name_of(each)), each, {}));
  }
  for (const TestItem each : {TestItem::Scanner, TestItem::Disk, TestItem::Printer}) {
    all.push_back(item("runs-" + std::string(flow::name_of(each)), each, {TestOutcome::Running, {}, {}, {}}));
  }
  all.push_back(item("ask-sound", TestItem::Sound, {TestOutcome::Asking, {}, "sound_rang", {}}));
  all.push_back(item("ask-printer", TestItem::Printer, {TestOutcome::Asking, {}, {}, {}}));
  all.push_back(item("sms-number", TestItem::Sms, {TestOutcome::Asking, {}, {}, {}}, [](auto& test) { test.sms = flow::TestSmsPhase::Number; }));
  all.push_back(item("sms-code", TestItem::Sms, {TestOutcome::Asking, {}, {}, {}}, [](auto& test) {
    test.sms = flow::TestSmsPhase::Code;
    test.sms_tag = "き-7";
    test.sms_masked = "090-••••-5678";
  }));
  all.push_back(item("dirty", TestItem::Scanner, {TestOutcome::Care, StaffCode::SheetDirty, "sheet_streaks", {{"count", "1"}, {"mm", "42"}}}, [](auto& test) {
    test.sheet.columns = 8;
    test.sheet.rows = 11;
    test.sheet.marks.assign(88, 0);
    for (int row = 0; row < 11; ++row) test.sheet.marks[static_cast<std::size_t>(row * 8 + 1)] = 2;
    test.sheet.marks[30] = test.sheet.marks[61] = 1;
  }));
  all.push_back(item("no-paper", TestItem::Printer, {TestOutcome::Bad, StaffCode::PrinterPaperOut, "printer_failed", {}}));
  all.push_back({"staff-touch", [](Stage& stage) { touch(stage, false); }});
  all.push_back({"staff-touch-dead", [](Stage& stage) { touch(stage, true); }});
  all.push_back({"staff-practice", [](Stage& stage) {
                   machine_at(stage, Step::StaffTraining);
                   for (const catalog::Pack& pack : stage.world().catalogue.packs()) {
                     stage.model.machine.practice.offered.push_back({pack.year, {make_date(pack.year, 8, 12), 600}, pack.year == stage.pack().year});
                   }
                 }});
  all.push_back({"staff-practice-opening", [](Stage& stage) {
                   machine_at(stage, Step::StaffTraining);
                   stage.model.machine.practice.opening = true;
                 }});
  all.push_back({"staff-practice-refused", [](Stage& stage) {
                   machine_at(stage, Step::StaffTraining);
                   stage.model.machine.practice.offered.push_back({2026, stage.today, true});
                   stage.model.machine.practice.refused = StaffCode::StoreFull;
                 }});
  all.push_back({"practice-switches", [](Stage& stage) {
                   stage.at(Step::Employees);
                   stage.desk.training = true;
                   stage.model.machine.practice.here = true;
                   stage.model.machine.practice.faults = {flow::PracticeFault::PaperOut, flow::PracticeFault::SmsLate};
                   stage.model.overlay = flow::Overlay::Practice;
                 }});
  all.push_back({"staff-settings", [](Stage& stage) { machine_at(stage, Step::StaffSettings); }});
  all.push_back({"staff-settings-unsaved", [](Stage& stage) {
                   machine_at(stage, Step::StaffSettings);
                   stage.model.machine.settings.fault = StaffCode::StoreFull;
                 }});
  for (const flow::DeskSetting setting : flow::kDeskSettings) {
    all.push_back({"staff-setting-" + std::string(flow::name_of(setting)), [setting](Stage& stage) {
                     machine_at(stage, Step::StaffSettings);
                     stage.model.machine.settings.asking = setting;
                   }});
  }
  return all;
}

}  // namespace desk::shell::gallery
