#include "kiosk/shell/practice_desk.h"

#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "data/base/places.h"
#include "scanner/tray_environment.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

// A file in the tray's folder is a fault of the tray scanner (scanner/tray/faults.h).
void switch_file(const fs::path& file, bool on, const char* content) {
  std::error_code problem;
  if (on) std::ofstream(file) << content;
  else fs::remove(file, problem);
}

}  // namespace

TimeStamp PracticeClock::stamp() const {
  TimeStamp stamp = real_.stamp();
  stamp.wall_trusted = trusted_;
  return stamp;
}

Result<std::unique_ptr<PracticeDesk>> PracticeDesk::open(const Lent& lent, const flow::PracticeDay& day) {
  std::unique_ptr<PracticeDesk> desk(new PracticeDesk(lent.clock));
  if (auto done = desk->open_parts(lent, day); !done) return fail(done.error());
  return desk;
}

Done PracticeDesk::open_parts(const Lent& lent, const flow::PracticeDay& day) {
  std::string pattern = fs::temp_directory_path() / "desk-practice-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) return fail(Failure{StaffCode::StoreUnavailable, pattern, "no temporary folder"});
  directory_ = pattern;
  config_ = config::demonstration(directory_);
  config_.site = lent.config.site;
  config_.site.production = false;
  config_.printer.dots = lent.config.printer.dots;
  config_.scanner.device = scanner::kTrayDevice;

  auto tray = SpecimenTray::prepare(directory_);
  if (!tray) return fail(tray.error());
  tray_ = std::move(*tray);
  tray_->draw(day.day.date);

  store::StoreOptions options;
  options.directory = config_.store.directory;
  options.site_key_file = config_.store.site_key_file;
  options.refuse_step = [this](std::string_view) { return disk_full_.load(); };
  auto store = store::open_sqlite_store(options, clock_);
  if (!store) return fail(store.error());
  store_ = std::move(*store);

  codes_ = std::make_unique<auth::FakeAuthClient>(clock_, lent.texts);
  page_ = std::make_unique<auth::FakePageClient>(clock_, config_.page.mode);
  scanner::SaneScannerOptions scanner_options;
  scanner_options.helper = helper_program("desk-scan-helper");
  scanner_options.environment = tray_->environment();
  scanner_ = scanner::make_sane_scanner(std::move(scanner_options), clock_);
  scanner::PageWorkOptions work;
  work.helper = helper_program("desk-page-helper");
  page_work_.emplace(std::move(work), clock_);
  PaperProfile paper;
  paper.dots = config_.printer.dots;
  printer::FakePrinter printer = printer::make_fake_printer(paper);
  printer_handle_ = std::move(printer.handle);
  printer_ = std::move(printer.printer);

  runner_ = std::make_unique<Runner>(Rooms{config_, lent.catalogue, lent.texts, clock_, *store_, *codes_, page_.get(), *scanner_, *page_work_, *printer_,
                                           crypto::Key::random(), day.today ? std::nullopt : std::optional(day.day), day.year,
                                           /*training=*/true, /*help=*/nullptr, /*converter=*/nullptr, /*practice=*/true, std::nullopt,
                                           [this](std::string_view) { return disk_full_.load(); }});
  runner_->on_paper_wanted = [this](const PaperWanted& wanted) { tray_->feed(wanted); };
  return {};
}

PracticeDesk::~PracticeDesk() {
  // The runner's workers use everything else; the printer's and the scanner's threads may still speak of its jobs.
  if (runner_) runner_->settle();
  printer_.reset();
  scanner_.reset();
  runner_.reset();
  store_.reset();
  if (tray_) tray_->stop();
  std::error_code problem;
  if (!directory_.empty()) fs::remove_all(directory_, problem);
}

void PracticeDesk::set(flow::PracticeFault fault, bool on) {
  const fs::path tray = tray_->folder();
  switch (fault) {
    case flow::PracticeFault::PaperOut: return printer_handle_->cause(on ? printer::FakeFault::PaperOut : printer::FakeFault::None);
    case flow::PracticeFault::PrinterOff: return printer_handle_->cause(on ? printer::FakeFault::Gone : printer::FakeFault::None);
    case flow::PracticeFault::ScannerJam: return switch_file(tray / "fault", on, "1 50 JAMMED\n");
    case flow::PracticeFault::DoubleFeed: return switch_file(tray / "double-feed", on, "");
    case flow::PracticeFault::SmsRefused: return codes_->gateway_answers(on ? auth::SendOutcome::Refused : auth::SendOutcome::Accepted);
    case flow::PracticeFault::SmsLate: return codes_->gateway_answers(on ? auth::SendOutcome::Unknown : auth::SendOutcome::Accepted);
    case flow::PracticeFault::SmsBusy:
      return codes_->refuse_sends_with(on ? std::optional(auth::RefusalKind::SiteCap) : std::nullopt);
    case flow::PracticeFault::PageAway: return page_->set_unreachable(on);
    case flow::PracticeFault::ClockUntrusted: return clock_.trust(!on);
    case flow::PracticeFault::DiskFull: disk_full_ = on; return;
  }
}

}  // namespace desk::shell
