// desk-ctl self-test: each part of the desk and each service, one line each, and the slip. The questions are those of the kiosk's own panel
// (kiosk/checks); what needs a finger, an ear or a blank sheet is asked at the screen and said here to be untested.
#include <chrono>
#include <filesystem>
#include <future>
#include <thread>

#include "data/catalog/installed.h"
#include "data/config/desk_config.h"
#include "data/text/device_words.h"
#include "kiosk/checks/device_checks.h"
#include "kiosk/checks/machine_checks.h"
#include "kiosk/checks/test_slip.h"
#include "kiosk/ctl/arguments.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/long_work.h"
#include "data/base/places.h"
#include "printer/layout.h"

namespace desk::ctl {
namespace {

using flow::DeviceKind;
using flow::DeviceReport;
using flow::TestItem;

constexpr const char* kInstalledDeskConfig = "/etc/desk-kiosk/desk.toml";

// The clock of a configured desk; the stamp at the start is what a jump would be measured against, and this program has only begun.
DeviceReport clock_report(const config::DeskConfig& config) {
  const SystemClock clock(config.auth.trusted_clock_flag);
  return checks::check_clock(clock, clock.stamp());
}

DeviceReport sms_report(const config::DeskConfig& config) {
  auto client = auth::make_auth_client(config.auth.socket, config.auth.secret_file);
  if (!client) return {DeviceKind::Sms, flow::DeviceLevel::Bad, client.error().code, "sms_failed", {}};
  return checks::check_sms(**client);
}

DeviceReport page_report(const config::DeskConfig& config) {
  if (config.page.mode == config::HandoffMode::Off) return checks::check_page(nullptr);
  auto client = auth::make_page_client(config.page.socket, config.page.core_secret_file);
  if (!client) return {DeviceKind::Page, flow::DeviceLevel::Bad, client.error().code, "page_failed", {}};
  return checks::check_page(client->get());
}

DeviceReport scanner_report(const config::DeskConfig& config, const Clock& clock) {
  scanner::SaneScannerOptions options;
  options.helper = config.scanner.helper.empty() ? helper_program("desk-scan-helper") : config.scanner.helper;
  const auto scanner = scanner::make_sane_scanner(std::move(options), clock);
  return checks::check_scanner(*scanner, config.scanner.device, clock);
}

Result<DeviceReport> pack_report(const config::DeskConfig& config, const Context& context) {
  const auto opened = catalog::open_catalogue({config.catalog.directory, context.packs(), config.catalog.public_keys});
  if (!opened) return DeviceReport{DeviceKind::Pack, flow::DeviceLevel::Bad, opened.error().code, "pack_refused", {{"year", "-"}, {"date", "-"}}};
  const auto refused = opened->refused ? std::optional(opened->refused->code) : std::nullopt;
  return checks::check_pack(opened->catalogue.pack_for(context.today()), context.today(), refused);
}

Node part_node(const DeviceReport& report, const text::Words& words) {
  Node node;
  node.set("part", std::string_view(flow::name_of(report.kind)));
  node.set("state", std::string_view(flow::name_of(report.level)));
  node.set("code", report.code ? Node(std::string_view(to_string(*report.code))) : Node{});
  node.set("found", std::string_view(text::plain(text::found_words(words, report.note, report.arguments))));
  const bool trouble = report.level == flow::DeviceLevel::Bad || report.level == flow::DeviceLevel::Care;
  node.set("cure", std::string_view(trouble ? text::plain(text::cure_words(words, report.note, report.code)) : std::string()));
  return node;
}

// What the parts say, as the slip's rows. A finger, an ear and a sheet were not asked for.
flow::SelfTestState as_test(const std::vector<DeviceReport>& reports) {
  flow::SelfTestState test;
  for (const TestItem item : flow::kTestItems) {
    const auto kind = flow::device_of(item);
    flow::TestResult& result = test.of(item);
    result.outcome = flow::TestOutcome::Skipped;
    for (const DeviceReport& report : reports) {
      if (kind != report.kind || item == TestItem::Printer) continue;
      const bool only_present = report.level == flow::DeviceLevel::Unknown && (item == TestItem::Touch || item == TestItem::Sound);
      if (!only_present) result = checks::tested(report);
    }
  }
  test.of(TestItem::Printer).outcome = flow::TestOutcome::Open;
  test.of(TestItem::Qr).outcome = flow::TestOutcome::Good;  // the layout reads the code back, or nothing is printed
  return test;
}

// "printed", "unknown", or the code of what went wrong.
std::string print_slip(printer::Printer& printer, printer::Raster1 slip) {
  std::promise<printer::JobState> settled;
  auto future = settled.get_future();
  printer.print(std::move(slip), [&settled](const printer::JobState& state) {
    if (printer::is_final(state.phase)) settled.set_value(state);
  });
  const printer::JobState state = future.get();  // every wait of the printer's has an end
  if (state.phase == printer::JobPhase::Printed) return "printed";
  return state.failure ? to_string(state.failure->code) : "unknown";
}

Result<Answer> self_test(const Input& input, Context& context) {
  const std::string file = input.text("config").value_or(kInstalledDeskConfig);
  std::error_code problem;
  if (!std::filesystem::exists(file, problem)) return fail(bad_input("config", file + " is not there"));
  const auto config = config::load(file);
  if (!config) return fail(config.error());
  const auto texts = text::TextCatalog::load(data_folder() + "/text");
  if (!texts) return fail(texts.error());
  const std::string language = input.text("lang").value_or("ja");
  const text::Words words(*texts, language == "en" ? Language::English : language == "ja-easy" ? Language::EasyJapanese : Language::Japanese);
  PaperProfile paper;
  paper.dots = config->printer.dots;
  paper.status_reports = config->printer.status_reports;
  auto printer = printer::make_printer(config->printer.target, paper);
  if (!printer) return fail(printer.error());

  std::vector<DeviceReport> reports;
  std::string printed = "none";
  {
    LongWork waiting([&context](const std::string& state) { context.note(state); }, "asking the printer");
    reports.push_back(checks::check_printer(**printer));
    waiting.now("asking the scanner");
    reports.push_back(scanner_report(*config, context.clock()));
    waiting.now("asking desk-auth and the SMS provider");
    reports.push_back(sms_report(*config));
    waiting.now("asking the page on the phone");
    reports.push_back(page_report(*config));
    reports.push_back(checks::check_network());
    reports.push_back(clock_report(*config));
    reports.push_back(checks::check_disk({config->store.directory, {}}));
    auto pack = pack_report(*config, context);
    if (!pack) return fail(pack.error());
    reports.push_back(std::move(*pack));
    reports.push_back(checks::check_sound());
    reports.push_back(checks::check_touch());
    if (input.flag("slip").value_or(true)) {
      waiting.now("printing the slip");
      auto typesetter = text::Typesetter::create();
      if (!typesetter) return fail(typesetter.error());
      const checks::SlipFacts facts{*config, to_jst(context.clock().wall()), "desk-ctl", false, config->page.base_url};
      auto slip = printer::render_receipt(checks::test_slip(as_test(reports), words, facts), words, **typesetter, paper);
      printed = slip ? print_slip(**printer, std::move(*slip)) : to_string(slip.error().code);
    }
  }
  printer->reset();
  Node parts{Node::Value{Array{}}};
  for (const DeviceReport& report : reports) parts.push(part_node(report, words));
  Node answer;
  answer.set("parts", std::move(parts));
  answer.set("slip", std::string_view(printed));
  return Answer{std::move(answer)};
}

std::string print_parts(const Node& answer) {
  std::string out;
  for (const Node& part : *answer.find("parts")->array()) {
    out += *part.find("part")->string() + ": " + *part.find("state")->string();
    if (const Node* code = part.find("code"); code->string() != nullptr) out += " " + *code->string();
    out += "  " + *part.find("found")->string();
    if (const std::string& cure = *part.find("cure")->string(); !cure.empty()) out += " → " + cure;
    out += "\n";
  }
  return out + "slip: " + *answer.find("slip")->string() + "\n";
}

}  // namespace

void add_self_test_verb(Registry& registry) {
  Verb verb{.group = "self-test", .name = "", .about = "asks each device and service how it is, one line each, and prints a slip"};
  verb.keys = [](Context&) {
    return std::vector<Key>{{.name = "config", .fallback = kInstalledDeskConfig, .about = "the desk to test"},
                            {.name = "slip", .type = Type::Flag, .fallback = "true", .about = "print the result"},
                            {.name = "lang", .type = Type::Choice, .fallback = "ja", .choices = {"ja", "ja-easy", "en"}}};
  };
  verb.answers = {"parts[part state code found cure]", "slip"};
  verb.run = self_test;
  verb.print = print_parts;
  registry.push_back(std::move(verb));
}

}  // namespace desk::ctl
