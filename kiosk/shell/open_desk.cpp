#include "kiosk/shell/open_desk.h"

#include <filesystem>

#include "data/base/places.h"
#include "data/catalog/installed.h"
#include "kiosk/shell/desk_settings_file.h"
#include "kiosk/shell/log.h"

namespace desk::shell {
namespace fs = std::filesystem;
namespace {

constexpr const char* kInstalledConfig = "/etc/desk-kiosk/desk.toml";

}  // namespace

Result<std::unique_ptr<OpenDesk>> OpenDesk::open(const DeskOptions& options) {
  auto chosen = choose(options);
  if (!chosen) return fail(chosen.error());
  return open(options, std::move(*chosen));
}

Result<std::unique_ptr<OpenDesk>> OpenDesk::open(const DeskOptions& options, ChosenDesk chosen) {
  std::unique_ptr<OpenDesk> desk(new OpenDesk);
  if (auto done = desk->open_rooms(options, std::move(chosen)); !done) return fail(done.error());
  if (options.begin) {
    desk->begin();
    desk->runner().settle();
    if (const auto broken = desk->runner().broken()) return fail(*broken);
  }
  return desk;
}

Result<ChosenDesk> OpenDesk::choose(const DeskOptions& options) {
  // A configuration that exists is used, or complained of: never silently replaced by the demonstration (design 3).
  ChosenDesk chosen;
  chosen.file = options.config_file;
  std::error_code problem;
  if (chosen.file.empty() && !options.demonstration && fs::exists(kInstalledConfig, problem)) chosen.file = kInstalledConfig;
  if (chosen.file.empty()) {
    chosen.config = config::demonstration({});
    return chosen;
  }
  auto config = config::load(chosen.file);
  if (!config) return fail(config.error());
  chosen.config = std::move(*config);
  if (chosen.config.site.production && (options.today || options.programme)) {
    return fail(Failure{StaffCode::ConfigBroken, chosen.file, "--today and --programme are refused where site.production = true"});
  }
  return chosen;
}

OpenDesk::~OpenDesk() = default;

void OpenDesk::begin() {
  if (begun_ || !demonstration_) return;
  begun_ = true;
  runner_->start_with([this]() -> Done {
    const auto port = demonstration_->launch(today_);
    if (!port) return fail(port.error());
    // Read by the workers' later orders, and by the drawing thread only for a record that one of them has opened.
    config_.page.listen_port = *port;
    config_.page.base_url = "http://127.0.0.1:" + std::to_string(*port);
    return {};
  });
}

Done OpenDesk::open_rooms(const DeskOptions& options, ChosenDesk chosen) {
  config_ = std::move(chosen.config);
  // The clock of a configured desk is vouched for by the same flag that desk-auth goes by.
  if (options.clock == nullptr) own_clock_ = std::make_unique<SystemClock>(config_.auth.trusted_clock_flag);
  clock_ = options.clock != nullptr ? options.clock : own_clock_.get();
  const std::string data = data_folder();
  auto opened = catalog::open_catalogue({config_.catalog.directory, data + "/catalog/packs", config_.catalog.public_keys});
  if (!opened) return fail(opened.error());
  catalogue_ = std::move(opened->catalogue);
  catalogue_refused_ = std::move(opened->refused);
  if (catalogue_refused_) log_failure("catalogue", *catalogue_refused_);
  auto texts = text::TextCatalog::load(data + "/text");
  if (!texts) return fail(texts.error());
  texts_ = std::move(*texts);

  auto forms = text::NameForms::load(data + "/text");
  if (!forms) return fail(forms.error());
  name_forms_ = std::move(*forms);

  if (options.programme && catalogue_->pack(*options.programme) == nullptr) {
    return fail(Failure{StaffCode::BadInput, "--programme", "no pack of that year"});
  }
  today_ = options.today ? options.today->date : to_jst(clock_->wall()).date;
  std::vector<std::pair<std::string, std::string>> scanner_environment;
  if (chosen.file.empty()) {
    auto demonstration = Demonstration::prepare(options.demonstration_directory);
    if (!demonstration) return fail(demonstration.error());
    demonstration_ = std::move(*demonstration);
    config_ = demonstration_->config();
    if (options.furnish) options.furnish(config_);
    scanner_environment = demonstration_->scanner_environment();
  }

  store::StoreOptions store_options;
  store_options.directory = config_.store.directory;
  store_options.site_key_file = config_.store.site_key_file;
  store_options.scans_days = config_.store.scans_days;
  store_options.answers_days_after_deadline = config_.store.answers_days_after_deadline;
  store_options.answers_days_most = config_.store.answers_days_most;
  auto store = store::open_sqlite_store(store_options, *clock_);
  if (!store) return fail(store.error());
  store_ = std::move(*store);
  const auto site_key = crypto::load_key_file(config_.store.site_key_file, /*create=*/false);
  if (!site_key) return fail(site_key.error());

  auto codes = auth::make_auth_client(config_.auth.socket, config_.auth.secret_file,
                                      std::chrono::seconds{config_.gateway.total_seconds + config_.gateway.connect_seconds + 5});
  if (!codes) return fail(codes.error());
  codes_ = std::move(*codes);
  if (!config_.help.webhook_url.empty()) {
    auto help = auth::make_help_client(config_.auth.socket, config_.auth.secret_file);
    if (!help) return fail(help.error());
    help_ = std::move(*help);
  }
  if (config_.page.mode != config::HandoffMode::Off) {
    auto page = auth::make_page_client(config_.page.socket, config_.page.core_secret_file);
    if (!page) return fail(page.error());
    page_ = std::move(*page);
  }

  scanner::SaneScannerOptions scanner_options;
  scanner_options.helper = config_.scanner.helper.empty() ? helper_program("desk-scan-helper") : config_.scanner.helper;
  scanner_options.environment = scanner_environment;
  scanner_ = scanner::make_sane_scanner(std::move(scanner_options), *clock_);
  scanner::PageWorkOptions work;
  work.helper = helper_program("desk-page-helper");
  page_work_.emplace(std::move(work), *clock_);
  PaperProfile paper;
  paper.dots = config_.printer.dots;
  paper.status_reports = config_.printer.status_reports;
  auto printer = printer::make_printer(config_.printer.target, paper);
  if (!printer) return fail(printer.error());
  printer_ = std::move(*printer);
  converter_ = input::make_mozc_converter(options.conversion, *clock_);

  // At a configured desk another day or year is practice. The demonstration is a sample from end to end and says so on everything.
  const bool training = !config_.demonstration && (options.today || options.programme);
  const std::string clips = config_.speech.clips.empty() ? data + "/speech" : config_.speech.clips;
  speaker_ = options.speaker ? options.speaker() : process_speaker({helper_program("desk-speech"), data + "/text", clips});
  runner_ = std::make_unique<Runner>(Rooms{config_, *catalogue_, *texts_, *clock_, *store_, *codes_, page_.get(), *scanner_, *page_work_,
                                           *printer_, site_key->derive("page number"), options.today, options.programme,
                                           training, help_.get(), converter_.get(), /*practice=*/false,
                                           catalogue_refused_ ? std::optional(catalogue_refused_->code) : std::nullopt, {}});
  // As staff have set the desk; a file that cannot be read is told on their screen, and the desk opens all the same.
  const auto settings = read_desk_settings(settings_file_in(config_.store.directory));
  if (!settings) log_failure("settings", settings.error());
  runner_->dispatch(flow::DeskSettingsRead{settings ? *settings : flow::DeskSettings{}, settings ? std::nullopt : std::optional(settings.error().code)});
  if (demonstration_) {
    runner_->on_paper_wanted = [demo = demonstration_.get()](const PaperWanted& wanted) { demo->feed(wanted); };
  }
  return {};
}

}  // namespace desk::shell
