#include "data/config/desk_config.h"

#include <regex>

#include "data/base/fields.h"

namespace desk::config {
namespace {

Site read_site(Fields f, Fields& parent) {
  Site site;
  site.name = f.text("name");
  site.corner = f.text("corner", "");
  site.production = f.flag("production", false);
  parent.adopt(f);
  return site;
}

Display read_display(Fields f, Fields& parent) {
  Display display;
  display.rotate = static_cast<int>(f.whole("rotate", 0, 270, 0));
  if (display.rotate % 90 != 0) f.complain("rotate", "must be 0, 90, 180 or 270");
  display.panel_width_mm = f.number("panel_width_mm", 0, 3000, 0);
  display.renderer = f.text("renderer", "");
  parent.adopt(f);
  return display;
}

Store read_store(Fields f, Fields& parent) {
  Store store;
  store.directory = f.text("directory");
  store.site_key_file = f.text("site_key_file");
  store.scans_days = static_cast<int>(f.whole("scans_days", 1, 30, store.scans_days));
  store.answers_days_after_deadline = static_cast<int>(f.whole("answers_days_after_deadline", 0, 30, store.answers_days_after_deadline));
  store.answers_days_most = static_cast<int>(f.whole("answers_days_most", 1, 90, store.answers_days_most));
  parent.adopt(f);
  return store;
}

Auth read_auth(Fields f, Fields& parent) {
  Auth auth;
  auth.socket = f.text("socket");
  auth.secret_file = f.text("secret_file");
  auth.directory = f.text("directory", "");
  auth.code_key_file = f.text("code_key_file", "");
  auth.trusted_clock_flag = f.text("trusted_clock_flag", "");
  auth.strict = f.flag("strict", false);
  // Thirty minutes is the rule of the official portal that applicants rehearse here (factbook 7.4): never less.
  auth.resend_seconds = static_cast<int>(f.whole("resend_seconds", 1800, 86400, auth.resend_seconds));
  auth.number_daily_cap = static_cast<int>(f.whole("number_daily_cap", 1, 5, auth.number_daily_cap));
  auth.site_daily_cap = static_cast<int>(f.whole("site_daily_cap", 1, 100000, auth.site_daily_cap));
  auth.staff_pins_file = f.text("staff_pins_file", "");
  parent.adopt(f);
  return auth;
}

// A table whose names are the operator's own.
std::vector<std::pair<std::string, std::string>> read_texts(Fields& f, std::string_view key) {
  std::vector<std::pair<std::string, std::string>> out;
  const Node* node = f.child(key);
  if (node == nullptr) return out;
  if (node->table() == nullptr) {
    f.complain(key, "a table was expected");
    return out;
  }
  for (const Member& member : *node->table()) {
    const std::string* value = member.second.string();
    if (value == nullptr) f.complain(key, member.first + ": a text was expected");
    else out.emplace_back(member.first, *value);
  }
  return out;
}

bool is_regular_expression(const std::string& text) {
  try {
    const std::regex compiled(text);
    return true;
  } catch (const std::regex_error&) {
    return false;
  }
}

Gateway read_gateway(Fields f, Fields& parent, bool production) {
  Gateway gateway;
  const std::string kind = f.choice("kind", {"console", "http"});
  gateway.kind = kind == "http" ? GatewayKind::Http : GatewayKind::Console;
  // The console draws the message on a phone beside the window: at a real counter nobody would get their code (design 3).
  if (production && f.has("kind") && gateway.kind == GatewayKind::Console) f.complain("kind", "site.production = true needs \"http\"");
  gateway.url = f.text("url", "");  // may stay in the file while the console is tried
  const bool web = gateway.url.starts_with("http://") || gateway.url.starts_with("https://");
  if (gateway.kind == GatewayKind::Http && !web) f.complain("url", "an address with http:// or https:// is needed when kind = \"http\"");
  gateway.method = f.choice("method", {"POST", "GET"}, "POST");
  gateway.form = f.choice("form", {"form", "json"}, "form") == "json" ? BodyForm::Json : BodyForm::Form;
  gateway.json = f.text("json", "");
  gateway.secret_file = f.text("secret_file", "");
  gateway.accepted_body = f.text("accepted_body", "");
  if (!is_regular_expression(gateway.accepted_body)) f.complain("accepted_body", "is no regular expression");
  gateway.connect_seconds = static_cast<int>(f.whole("connect_seconds", 1, 60, gateway.connect_seconds));
  gateway.total_seconds = static_cast<int>(f.whole("total_seconds", 1, 120, gateway.total_seconds));
  gateway.report_address = f.text("report_address", gateway.report_address);
  gateway.report_port = static_cast<int>(f.whole("report_port", 0, 65535, gateway.report_port));
  for (auto& [name, value] : read_texts(f, "fields")) gateway.fields.emplace_back(std::move(name), std::move(value));
  for (auto& [name, value] : read_texts(f, "headers")) gateway.headers.push_back({std::move(name), std::move(value)});
  if (const Node* accepted = f.child("accepted_status"); accepted != nullptr) {
    gateway.accepted_status.clear();
    const Array* list = accepted->array();
    for (const Node& status : list != nullptr ? *list : Array{}) {
      const std::int64_t* number = status.integer();
      if (number == nullptr || *number < 200 || *number > 299) f.complain("accepted_status", "a list of 2xx numbers was expected");
      else gateway.accepted_status.push_back(static_cast<int>(*number));
    }
    if (gateway.accepted_status.empty()) f.complain("accepted_status", "must not be empty");
  }
  parent.adopt(f);
  return gateway;
}

Page read_page(Fields f, Fields& parent) {
  Page page;
  const std::string mode = f.choice("mode", {"off", "lan", "public"}, "off");
  page.mode = mode == "public" ? HandoffMode::Public : mode == "lan" ? HandoffMode::Lan : HandoffMode::Off;
  page.base_url = f.text("base_url", "");
  if (page.mode != HandoffMode::Off && page.base_url.empty()) f.complain("base_url", "needed unless mode = \"off\"");
  if (page.mode == HandoffMode::Public && !page.base_url.starts_with("https://")) f.complain("base_url", "mode = \"public\" needs https://");
  if (page.base_url.ends_with("/")) f.complain("base_url", "must not end with a slash");
  page.listen_address = f.text("listen_address", page.listen_address);
  page.listen_port = static_cast<int>(f.whole("listen_port", 0, 65535, page.listen_port));
  page.socket = f.text("socket", "");
  page.directory = f.text("directory", "");
  page.core_secret_file = f.text("core_secret_file", "");
  parent.adopt(f);
  return page;
}

Scanner read_scanner(Fields f, Fields& parent) {
  Scanner scanner;
  scanner.device = f.text("device", "");
  scanner.helper = f.text("helper", "");
  scanner.source = f.text("source", "");
  scanner.dpi = static_cast<int>(f.whole("dpi", 200, 600, scanner.dpi));  // never under 200 dpi (design 5)
  parent.adopt(f);
  return scanner;
}

Printer read_printer(Fields f, Fields& parent) {
  Printer printer;
  printer.target = f.text("target");
  if (!printer.target.starts_with("usb:") && !printer.target.starts_with("tcp:")) {
    f.complain("target", "\"usb:/dev/usb/lp0\" or \"tcp:HOST:9100\" was expected");
  }
  printer.dots = static_cast<int>(f.whole("dots", 384, 832, printer.dots));
  printer.status_reports = f.flag("status_reports", true);
  parent.adopt(f);
  return printer;
}

Help read_help(Fields f, Fields& parent) {
  Help help;
  help.webhook_url = f.text("webhook_url", "");
  const std::string& url = help.webhook_url;
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://")) f.complain("webhook_url", "https:// or http:// was expected");
  help.secret_file = f.text("secret_file", "");
  help.kiosk = f.text("kiosk", "");
  parent.adopt(f);
  return help;
}

Input read_input(Fields f, Fields& parent) {
  Input input;
  input.switch_next = f.text("switch_next", "");
  input.switch_select = f.text("switch_select", "");
  input.switch_step_seconds = f.number("switch_step_seconds", 0, 20, 0);
  if (!input.switch_next.empty() && input.switch_next == input.switch_select) f.complain("switch_select", "must be another key than switch_next");
  if (input.switch_select.empty() && (!input.switch_next.empty() || input.switch_step_seconds > 0)) f.complain("switch_select", "needed to choose with");
  // Faster than somebody who needs a switch can follow.
  if (input.switch_step_seconds > 0 && input.switch_step_seconds < 0.5) f.complain("switch_step_seconds", "0, or from 0.5 to 20");
  parent.adopt(f);
  return input;
}

Speech read_speech(Fields f, Fields& parent) {
  Speech speech;
  speech.enabled = f.flag("enabled", true);
  speech.clips = f.text("clips", "");
  parent.adopt(f);
  return speech;
}

const Node kEmptyTable{Node::Value{Table{}}};

const Node& section(Fields& f, std::string_view key) {
  const Node* node = f.child(key);
  return node != nullptr ? *node : kEmptyTable;
}

DeskConfig read_desk(Fields& f) {
  const auto part = [&f](std::string_view key) { return f.sub(section(f, key), key); };
  DeskConfig config;
  config.site = read_site(part("site"), f);
  config.display = read_display(part("display"), f);
  config.store = read_store(part("store"), f);
  config.auth = read_auth(part("auth"), f);
  config.gateway = read_gateway(part("gateway"), f, config.site.production);
  config.page = read_page(part("page"), f);
  config.scanner = read_scanner(part("scanner"), f);
  config.printer = read_printer(part("printer"), f);
  Fields catalog = part("catalog");
  config.catalog.directory = catalog.text("directory");
  config.catalog.public_keys = catalog.texts("public_keys");
  f.adopt(catalog);
  Fields exported = part("export");
  config.export_to.directory = exported.text("directory", "");
  config.export_to.mounted = exported.flag("mounted", true);
  f.adopt(exported);
  config.help = read_help(part("help"), f);
  config.input = read_input(part("input"), f);
  config.speech = read_speech(part("speech"), f);
  return config;
}

}  // namespace

Result<DeskConfig> parse(std::string_view text, const std::string& name) {
  const auto document = parse_toml(text, name, StaffCode::ConfigBroken);
  if (!document) return fail(document.error());
  Fields f(*document, name, StaffCode::ConfigBroken);
  DeskConfig config = read_desk(f);
  if (auto done = f.finish(); !done) return fail(done.error());
  return config;
}

std::vector<std::string> known_keys() {
  Fields f(kEmptyTable, "", StaffCode::ConfigBroken);  // its complaints are of no interest
  (void)read_desk(f);
  return f.known_keys();
}

Result<DeskConfig> load(const std::string& path) {
  const auto text = read_file(path, StaffCode::ConfigBroken);
  if (!text) return fail(text.error());
  return parse(*text, path);
}

DeskConfig demonstration(const std::string& directory) {
  DeskConfig config;
  config.demonstration = true;
  config.site.name = "見本商工会議所";
  config.site.corner = "補助金 準備コーナー";
  config.store.directory = directory + "/store";
  config.store.site_key_file = directory + "/store/site.key";
  config.auth.socket = directory + "/core.sock";
  config.auth.secret_file = directory + "/core.secret";
  config.auth.directory = directory + "/auth";
  config.auth.code_key_file = directory + "/auth/code.key";
  config.auth.staff_pins_file = directory + "/auth/staff-pins";
  config.gateway.kind = GatewayKind::Console;
  config.page.mode = HandoffMode::Public;  // on loopback only: the address never leaves this machine
  config.page.listen_port = 0;
  config.page.socket = directory + "/page.sock";
  config.page.directory = directory + "/page";
  config.page.core_secret_file = directory + "/core.secret";
  config.printer.target = "file:" + directory + "/printer";
  config.input.switch_next = "F7";    // so that operation with switches can be shown on any keyboard
  config.input.switch_select = "F8";
  config.export_to = {directory + "/export", /*mounted=*/false};
  return config;
}

}  // namespace desk::config
