// The runner's orders to the machine itself: how each part is, the items of the self-test, its slip, practice and settings. The questions are
// those of kiosk/checks; nothing here waits on the drawing thread.
#include <algorithm>

#include "kiosk/checks/device_checks.h"
#include "kiosk/checks/machine_checks.h"
#include "kiosk/checks/test_slip.h"
#include "kiosk/shell/desk_settings_file.h"
#include "kiosk/shell/log.h"
#include "kiosk/shell/runner.h"
#include "kiosk/shell/slip_picture.h"
#include "printer/layout.h"

namespace desk::shell {
namespace {

using flow::DeviceKind;
using flow::TestItem;
using flow::TestOutcome;

constexpr int kPracticeDaysBefore = 21;  // before a round's deadline: everything can still be made ready in time
constexpr int kPracticeMinute = 10 * 60;

flow::TestResult bad(StaffCode code, const char* note) { return {TestOutcome::Bad, code, note, {}}; }

std::optional<Date> last_deadline(const catalog::Pack& pack) {
  std::optional<Date> last;
  for (const catalog::Frame& frame : pack.frames) {
    for (const catalog::Round& round : frame.rounds) {
      if (!last || *last < round.deadline.date) last = round.deadline.date;
    }
  }
  return last;
}

}  // namespace

flow::DeviceReport Runner::look_at_machine(DeviceKind kind) const {
  switch (kind) {
    case DeviceKind::Clock: return checks::check_clock(rooms_.clock, started_);
    case DeviceKind::Disk: return checks::check_disk({rooms_.config.store.directory, rooms_.refuse_disk});
    case DeviceKind::Network: return checks::check_network();
    case DeviceKind::Sound: return checks::check_sound();
    case DeviceKind::Touch: return checks::check_touch();
    case DeviceKind::Sms: return checks::check_sms(rooms_.codes);
    case DeviceKind::Page: return checks::check_page(rooms_.page);
    case DeviceKind::Pack:
    case DeviceKind::Printer:
    case DeviceKind::Scanner: break;  // asked in other ways
  }
  return {kind, flow::DeviceLevel::Unknown, {}, "not_told", {}};
}

void Runner::ask_device(Id id, DeviceKind kind) {
  switch (kind) {
    case DeviceKind::Printer:
      // The answer may come after this runner has gone: then it is not told to anybody.
      rooms_.printer.check([this, id, alive = alive_](const Result<printer::PrinterStatus>& status) {
        const std::lock_guard guard(alive->mutex);
        if (alive->here) inbox_.push(flow::DeviceTold{id, checks::printer_answered(status)});
      });
      return;
    case DeviceKind::Scanner: {
      if (device_watch_) {  // its end is on the way: then it is asked again
        device_watch_->again = id;
        return;
      }
      if (scan_) return inbox_.push(flow::DeviceTold{id, checks::scanner_failed(StaffCode::ScannerBusy)});
      const auto job = rooms_.scanner.watch_paper(rooms_.config.scanner.device);
      if (!job) return inbox_.push(flow::DeviceTold{id, checks::scanner_failed(job.error().code)});
      device_watch_ = DeviceWatch{id, *job, false, 0};
      return;
    }
    case DeviceKind::Pack:
      return inbox_.push(flow::DeviceTold{id, checks::check_pack(pack(), today().date, rooms_.catalogue_refused)});
    case DeviceKind::Sms:
    case DeviceKind::Page:
      return code_worker_.post([this, id, kind] { inbox_.push(flow::DeviceTold{id, look_at_machine(kind)}); });
    case DeviceKind::Clock:
    case DeviceKind::Disk:
    case DeviceKind::Network:
    case DeviceKind::Sound:
    case DeviceKind::Touch:
      return record_worker_.post([this, id, kind] { inbox_.push(flow::DeviceTold{id, look_at_machine(kind)}); });
  }
}

// What the scanner says while its sensor is asked. True: it was about that.
bool Runner::on_device_watch(const scanner::ScanEvent& event) {
  if (!device_watch_) return false;
  const scanner::JobId job = device_watch_->job;
  if (const auto* sensed = std::get_if<scanner::PaperSensed>(&event); sensed != nullptr && sensed->job == job) {
    if (!device_watch_->told) inbox_.push(flow::DeviceTold{device_watch_->id, checks::scanner_answered(sensed->state)});
    device_watch_->told = true;
    rooms_.scanner.cancel(job);
    return true;
  }
  const auto* fault = std::get_if<scanner::Faulted>(&event);
  const auto* cancelled = std::get_if<scanner::Cancelled>(&event);
  const auto* ended = std::get_if<scanner::Ended>(&event);
  const bool over = (fault != nullptr && fault->job == job) || (cancelled != nullptr && cancelled->job == job) || (ended != nullptr && ended->job == job);
  if (!over) return false;
  if (!device_watch_->told) {
    // A watch gives way to a scan: then nothing was learnt of the device.
    inbox_.push(flow::DeviceTold{device_watch_->id, checks::scanner_failed(fault != nullptr ? fault->failure.code : StaffCode::ScannerBusy)});
  }
  const Id again = device_watch_->again;
  device_watch_.reset();
  if (again != 0) ask_device(again, DeviceKind::Scanner);
  return true;
}

void Runner::run_test(Id id, TestItem item) {
  switch (item) {
    case TestItem::Scanner: {
      if (on_paper_wanted) on_paper_wanted({kBlankSheet, false, 1, true});
      const auto job = rooms_.scanner.start({rooms_.config.scanner.device, scanner::Source::FeederOrFlatbed, rooms_.config.scanner.dpi, 1});
      if (!job) return inbox_.push(flow::TestTold{id, bad(job.error().code, "scanner_failed"), {}});
      scan_ = ScanUnderWay{id, *job, {}, std::nullopt, /*for_qr=*/false, /*page_seen=*/false, /*for_test=*/true};
      return;
    }
    case TestItem::Clock:
    case TestItem::Disk: {
      const DeviceKind kind = *flow::device_of(item);
      return record_worker_.post([this, id, kind] { inbox_.push(flow::TestTold{id, checks::tested(look_at_machine(kind)), {}}); });
    }
    case TestItem::Pack:
      return inbox_.push(flow::TestTold{id, checks::tested(checks::check_pack(pack(), today().date, rooms_.catalogue_refused)), {}});
    case TestItem::Sms:
      return code_worker_.post([this, id] { inbox_.push(flow::TestTold{id, checks::tested(look_at_machine(DeviceKind::Sms)), {}}); });
    case TestItem::Sound:
      // Heard or not: only a person can say. Where nothing can sound, nobody is asked.
      if (on_bell && on_bell()) return inbox_.push(flow::TestTold{id, {TestOutcome::Asking, {}, "sound_rang", {}}, {}});
      return inbox_.push(flow::TestTold{id, {TestOutcome::Absent, {}, "sound_absent", {}}, {}});
    case TestItem::Qr: return draw_test_slip(id, {}, /*print=*/false);
    case TestItem::Touch:
    case TestItem::Printer: return;  // a finger's and the slip's own
  }
}

// A page of the self-test: looked at in the helper, told, forgotten.
void Runner::look_at_sheet(Id id, scanner::ScannedPage page) {
  auto sheet = std::make_shared<scanner::ScannedPage>(std::move(page));
  record_worker_.post([this, id, sheet] {
    const auto look = rooms_.page_work.look_at_blank(*sheet);
    wipe(sheet->jpeg);
    if (!look) {
      log_failure("blank sheet", look.error());
      inbox_.push(flow::TestTold{id, bad(look.error().code, "scanner_failed"), {}});
      return;
    }
    checks::SheetTest test = checks::judge_sheet(*look);
    inbox_.push(flow::TestTold{id, std::move(test.result), std::move(test.cells)});
  });
}

void Runner::send_test_message(Id id, PhoneNumber number) {
  auto to = std::make_shared<PhoneNumber>(std::move(number));
  code_worker_.post([this, id, to, language = model_.settings.language] {
    const auto challenge = rooms_.codes.start_verification(*to, auth::Purpose::Visit, language);
    if (challenge) return inbox_.push(flow::TestMessageSent{id, challenge->sid, challenge->tag, challenge->masked});
    const auth::Refusal& refusal = challenge.error();
    // Too early is a rule that works, not a fault: another number, or later.
    const bool early = refusal.kind == auth::RefusalKind::TooEarly || refusal.kind == auth::RefusalKind::NumberCap;
    inbox_.push(flow::TestTold{id, {early ? TestOutcome::Care : TestOutcome::Bad, refusal.staff_code(), early ? "sms_too_early" : "sms_failed", {}}, {}});
  });
}

void Runner::check_test_code(Id id, std::string sid, Secret code) {
  auto digits = std::make_shared<Secret>(std::move(code));
  code_worker_.post([this, id, sid = std::move(sid), digits] {
    const auto answer = rooms_.codes.check(sid, *digits);
    digits->clear();
    using Verdict = auth::CodeAnswer::Verdict;
    if (!answer) return inbox_.push(flow::TestTold{id, bad(answer.error().staff_code(), "sms_failed"), {}});
    switch (answer->verdict) {
      case Verdict::Approved: return inbox_.push(flow::TestTold{id, {TestOutcome::Good, {}, "sms_arrived", {}}, {}});
      case Verdict::Wrong:
      case Verdict::Wait:
      case Verdict::OlderMessage: return inbox_.push(flow::TestCodeWrong{id});
      case Verdict::Expired:
      case Verdict::TooManyTries:
      case Verdict::Locked: return inbox_.push(flow::TestTold{id, bad(StaffCode::CodeExpired, "sms_not_arrived"), {}});
    }
  });
}

// Drawn and read back by the layout itself. Not printed, that is the test of the code; printed, it is the end of the self-test.
void Runner::draw_test_slip(Id id, const std::string& staff, bool print) {
  const text::Words words(rooms_.texts, model_.settings.language);
  auto slip = std::make_shared<printer::ReceiptModel>(checks::test_slip(
      model_.machine.self_test, words, {rooms_.config, to_jst(rooms_.clock.wall()), staff, rooms_.training, official_address()}));
  record_worker_.post([this, id, slip, print, language = model_.settings.language] {
    PaperProfile paper;
    paper.dots = rooms_.config.printer.dots;
    Result<printer::Raster1> drawn = slip_typesetter_ ? printer::render_receipt(*slip, text::Words(rooms_.texts, language), *slip_typesetter_, paper)
                                                      : Result<printer::Raster1>(fail(Failure{StaffCode::FontMissing, "slip", "no typesetter"}));
    if (!drawn) {
      log_failure("self-test slip", drawn.error());
      if (print) inbox_.push(flow::TestSlipTold{id, flow::TestSlipNews::Failed, drawn.error().code});
      else inbox_.push(flow::TestTold{id, bad(drawn.error().code, "qr_unreadable"), {}});
      return;
    }
    if (!print) return inbox_.push(flow::TestTold{id, {TestOutcome::Good, {}, "qr_read", {}}, {}});
    inbox_.push(flow::TestSlipTold{id, flow::TestSlipNews::Drawn, {}, images_.put(drawn->width, drawn->height, rgba_of(*drawn)), drawn->width, drawn->height});
    rooms_.printer.print(std::move(*drawn), [this, id, alive = alive_](const printer::JobState& state) {
      const std::lock_guard guard(alive->mutex);
      if (!alive->here) return;
      switch (state.phase) {
        case printer::JobPhase::Queued:
        case printer::JobPhase::Printing: break;
        case printer::JobPhase::Printed: inbox_.push(flow::TestSlipTold{id, flow::TestSlipNews::Printed}); break;
        case printer::JobPhase::Unknown: inbox_.push(flow::TestSlipTold{id, flow::TestSlipNews::Unknown}); break;
        case printer::JobPhase::Failed:
          inbox_.push(flow::TestSlipTold{id, flow::TestSlipNews::Failed, state.failure ? state.failure->code : StaffCode::PrintUnknown});
          break;
      }
    });
  });
}

void Runner::record_machine(AuditEvent event, std::vector<AuditDetail> details) {
  record_worker_.post([this, event, details = std::move(details)] { (void)rooms_.store.audit(event, std::nullopt, details); });
}

void Runner::list_practice_days(Id id) {
  flow::PracticeOffered offered{id, {}};
  const CivilMinute now = to_jst(rooms_.clock.wall());
  offered.days.push_back({rooms_.catalogue.pack_for(now.date).year, now, true});
  const std::vector<catalog::Pack>& packs = rooms_.catalogue.packs();
  for (auto pack = packs.rbegin(); pack != packs.rend(); ++pack) {
    if (const auto last = last_deadline(*pack)) offered.days.push_back({pack->year, {plus_days(*last, -kPracticeDaysBefore), kPracticeMinute}, false});
  }
  inbox_.push(std::move(offered));
}

void Runner::save_desk_settings(Id id, const flow::DeskSettings& settings) {
  record_worker_.post([this, id, settings] {
    if (auto done = write_desk_settings(settings_file_in(rooms_.config.store.directory), settings); !done) {
      log_failure("settings", done.error());
      return inbox_.push(flow::DeskSettingsNotSaved{id, done.error().code});
    }
    (void)rooms_.store.audit(AuditEvent::DeskSettingsChanged, std::nullopt, {});
    inbox_.push(flow::DeskSettingsSaved{id});
  });
}

}  // namespace desk::shell
