#include "data/config/desk_config.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "data/base/document.h"
#include "tests/places.h"

namespace desk::config {
namespace {

const std::string kExample = source_tree() + "/data/config/desk.example.toml";

// The least that a real desk has to say.
constexpr std::string_view kLeast = R"([site]
name = "商工会議所"
[store]
directory = "/s"
site_key_file = "/s/key"
[auth]
socket = "/a"
secret_file = "/b"
[gateway]
kind = "http"
url = "https://sms.example/send"
[printer]
target = "tcp:10.0.0.9:9100"
[catalog]
directory = "/packs"
)";

// kLeast with lines put under a section, or in place of a line there that sets the same key.
std::string with(std::string_view section, std::string_view lines) {
  const std::string key(lines.substr(0, lines.find(' ')));
  std::istringstream in{std::string(kLeast)};
  std::ostringstream out;
  const std::string head = "[" + std::string(section) + "]";
  bool here = false, seen = false;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("[")) here = line == head;
    if (here && line.starts_with(key + " ")) continue;
    out << line << "\n";
    if (line == head) {
      out << lines << "\n";
      seen = true;
    }
  }
  if (!seen) out << head << "\n" << lines << "\n";
  return out.str();
}

// The example with every optional line ("#key = value") made a real one.
std::string example_in_full() {
  std::istringstream in(*read_file(kExample));
  std::ostringstream out;
  for (std::string line; std::getline(in, line);) {
    const bool optional = line.size() > 1 && line[0] == '#' && line[1] >= 'a' && line[1] <= 'z';
    out << (optional ? line.substr(1) : line) << "\n";
  }
  return out.str();
}

void expect_defaults(const DeskConfig& desk) {
  const DeskConfig fresh;
  EXPECT_EQ(desk.site.corner, fresh.site.corner);
  EXPECT_EQ(desk.site.production, fresh.site.production);
  EXPECT_EQ(desk.display.rotate, fresh.display.rotate);
  EXPECT_EQ(desk.display.panel_width_mm, fresh.display.panel_width_mm);
  EXPECT_EQ(desk.display.renderer, fresh.display.renderer);
  EXPECT_EQ(desk.store.scans_days, fresh.store.scans_days);
  EXPECT_EQ(desk.store.answers_days_after_deadline, fresh.store.answers_days_after_deadline);
  EXPECT_EQ(desk.store.answers_days_most, fresh.store.answers_days_most);
  EXPECT_EQ(desk.auth.strict, fresh.auth.strict);
  EXPECT_EQ(desk.auth.resend_seconds, fresh.auth.resend_seconds);
  EXPECT_EQ(desk.auth.number_daily_cap, fresh.auth.number_daily_cap);
  EXPECT_EQ(desk.auth.site_daily_cap, fresh.auth.site_daily_cap);
  EXPECT_EQ(desk.gateway.method, fresh.gateway.method);
  EXPECT_EQ(desk.gateway.form, fresh.gateway.form);
  EXPECT_EQ(desk.gateway.json, fresh.gateway.json);
  EXPECT_EQ(desk.gateway.secret_file, fresh.gateway.secret_file);
  EXPECT_EQ(desk.gateway.accepted_status, fresh.gateway.accepted_status);
  EXPECT_EQ(desk.gateway.accepted_body, fresh.gateway.accepted_body);
  EXPECT_EQ(desk.gateway.connect_seconds, fresh.gateway.connect_seconds);
  EXPECT_EQ(desk.gateway.total_seconds, fresh.gateway.total_seconds);
  EXPECT_EQ(desk.gateway.report_address, fresh.gateway.report_address);
  EXPECT_EQ(desk.gateway.report_port, fresh.gateway.report_port);
  EXPECT_TRUE(desk.gateway.headers.empty());
  EXPECT_EQ(desk.page.mode, fresh.page.mode);
  EXPECT_EQ(desk.page.base_url, fresh.page.base_url);
  EXPECT_EQ(desk.page.listen_address, fresh.page.listen_address);
  EXPECT_EQ(desk.page.listen_port, fresh.page.listen_port);
  EXPECT_EQ(desk.scanner.device, fresh.scanner.device);
  EXPECT_EQ(desk.scanner.helper, fresh.scanner.helper);
  EXPECT_EQ(desk.scanner.source, fresh.scanner.source);
  EXPECT_EQ(desk.scanner.dpi, fresh.scanner.dpi);
  EXPECT_EQ(desk.printer.dots, fresh.printer.dots);
  EXPECT_EQ(desk.printer.status_reports, fresh.printer.status_reports);
  EXPECT_FALSE(desk.demonstration);
}

TEST(ExampleConfiguration, RunsAsShippedAndNoMessageLeavesTheMachine) {
  const auto desk = load(kExample);
  ASSERT_TRUE(desk) << desk.error().message();
  EXPECT_EQ(desk->site.name, "○○商工会議所");
  EXPECT_EQ(desk->gateway.kind, GatewayKind::Http);
  EXPECT_EQ(desk->gateway.url, "http://127.0.0.1:9/") << "it must not send through an SMS provider nobody chose";
  expect_defaults(*desk);
}

TEST(ExampleConfiguration, TheValuesOfItsOptionalLinesAreTheDefaults) {
  const auto desk = parse(example_in_full(), "desk.toml");
  ASSERT_TRUE(desk) << desk.error().message();
  expect_defaults(*desk);
}

TEST(ExampleConfiguration, ShowsEveryKeyThatTheLoaderKnowsAndNoOther) {
  const auto document = parse_toml(example_in_full(), "desk.toml");
  ASSERT_TRUE(document);
  std::set<std::string> shown;
  for (const Member& section : *document->table()) {
    shown.insert(section.first);
    for (const Member& member : *section.second.table()) shown.insert(section.first + "." + member.first);
  }
  const std::vector<std::string> keys = known_keys();
  const std::set<std::string> known(keys.begin(), keys.end());
  EXPECT_EQ(shown, known);
  EXPECT_GT(known.size(), 50u);
}

TEST(ExampleConfiguration, ExplainsEveryKeyOnTheLinesAboveIt) {
  std::istringstream in(*read_file(kExample));
  bool explained = false;
  std::string section;
  int alone = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("# ")) explained = true;
    if (line.empty() || line.starts_with("[")) explained = false;
    const bool key = line.find(" = ") != std::string::npos && !line.starts_with("# ");
    if (key && !explained) ++alone, ADD_FAILURE() << line;
  }
  EXPECT_EQ(alone, 0);
}

TEST(Configuration, TheLeastIsEnough) {
  const auto desk = parse(kLeast, "desk.toml");
  ASSERT_TRUE(desk) << desk.error().message();
  expect_defaults(*desk);
}

TEST(Configuration, EverySettingArrives) {
  const auto desk = parse(R"(
[site]
name = "高崎商工会議所"
corner = "補助金 準備コーナー"
production = true
[display]
rotate = 90
panel_width_mm = 268.5
renderer = "opengles2"
[store]
directory = "/s"
site_key_file = "/s/key"
scans_days = 3
answers_days_after_deadline = 0
answers_days_most = 60
[auth]
socket = "/a"
secret_file = "/b"
directory = "/c"
code_key_file = "/d"
trusted_clock_flag = "/e"
strict = true
resend_seconds = 3600
number_daily_cap = 3
site_daily_cap = 50
staff_pins_file = "/f"
[gateway]
kind = "http"
url = "http://127.0.0.1:13013/cgi-bin/sendsms"
method = "GET"
form = "json"
json = '{"to":"{to}"}'
secret_file = "/g"
accepted_status = [202]
accepted_body = "^0: "
connect_seconds = 2
total_seconds = 9
report_address = "10.0.0.2"
report_port = 8090
[gateway.fields]
to = "{to}"
text = "{text}"
[gateway.headers]
Authorization = "Bearer {secret}"
[page]
mode = "public"
base_url = "https://desk.example.jp"
listen_address = "0.0.0.0"
listen_port = 0
socket = "/h"
directory = "/i"
core_secret_file = "/j"
[scanner]
device = "airscan:e0:x"
helper = "/k"
source = "ADF Duplex"
dpi = 200
[printer]
target = "tcp:10.0.0.9:9100"
dots = 512
status_reports = false
[catalog]
directory = "/packs"
public_keys = ["/l.pub", "/m.pub"]
)", "desk.toml");
  ASSERT_TRUE(desk) << desk.error().message();
  EXPECT_EQ(desk->site.corner, "補助金 準備コーナー");
  EXPECT_TRUE(desk->site.production);
  EXPECT_EQ(desk->display.rotate, 90);
  EXPECT_EQ(desk->display.panel_width_mm, 268.5);
  EXPECT_EQ(desk->display.renderer, "opengles2");
  EXPECT_EQ(desk->store.directory, "/s");
  EXPECT_EQ(desk->store.site_key_file, "/s/key");
  EXPECT_EQ(desk->store.scans_days, 3);
  EXPECT_EQ(desk->store.answers_days_after_deadline, 0);
  EXPECT_EQ(desk->store.answers_days_most, 60);
  EXPECT_EQ(desk->auth.socket, "/a");
  EXPECT_EQ(desk->auth.secret_file, "/b");
  EXPECT_EQ(desk->auth.directory, "/c");
  EXPECT_EQ(desk->auth.code_key_file, "/d");
  EXPECT_EQ(desk->auth.trusted_clock_flag, "/e");
  EXPECT_TRUE(desk->auth.strict);
  EXPECT_EQ(desk->auth.resend_seconds, 3600);
  EXPECT_EQ(desk->auth.number_daily_cap, 3);
  EXPECT_EQ(desk->auth.site_daily_cap, 50);
  EXPECT_EQ(desk->auth.staff_pins_file, "/f");
  EXPECT_EQ(desk->gateway.url, "http://127.0.0.1:13013/cgi-bin/sendsms");
  EXPECT_EQ(desk->gateway.method, "GET");
  EXPECT_EQ(desk->gateway.form, BodyForm::Json);
  EXPECT_EQ(desk->gateway.json, R"({"to":"{to}"})");
  EXPECT_EQ(desk->gateway.secret_file, "/g");
  EXPECT_EQ(desk->gateway.accepted_status, std::vector<int>{202});
  EXPECT_EQ(desk->gateway.accepted_body, "^0: ");
  EXPECT_EQ(desk->gateway.connect_seconds, 2);
  EXPECT_EQ(desk->gateway.total_seconds, 9);
  EXPECT_EQ(desk->gateway.report_address, "10.0.0.2");
  EXPECT_EQ(desk->gateway.report_port, 8090);
  using Field = std::pair<std::string, std::string>;
  EXPECT_EQ(desk->gateway.fields, (std::vector<Field>{{"to", "{to}"}, {"text", "{text}"}})) << "in the operator's order";
  ASSERT_EQ(desk->gateway.headers.size(), 1u);
  EXPECT_EQ(desk->gateway.headers[0].name, "Authorization");
  EXPECT_EQ(desk->gateway.headers[0].value, "Bearer {secret}");
  EXPECT_EQ(desk->page.mode, HandoffMode::Public);
  EXPECT_EQ(desk->page.base_url, "https://desk.example.jp");
  EXPECT_EQ(desk->page.listen_address, "0.0.0.0");
  EXPECT_EQ(desk->page.listen_port, 0);
  EXPECT_EQ(desk->page.socket, "/h");
  EXPECT_EQ(desk->page.directory, "/i");
  EXPECT_EQ(desk->page.core_secret_file, "/j");
  EXPECT_EQ(desk->scanner.device, "airscan:e0:x");
  EXPECT_EQ(desk->scanner.helper, "/k");
  EXPECT_EQ(desk->scanner.source, "ADF Duplex");
  EXPECT_EQ(desk->scanner.dpi, 200);
  EXPECT_EQ(desk->printer.target, "tcp:10.0.0.9:9100");
  EXPECT_EQ(desk->printer.dots, 512);
  EXPECT_FALSE(desk->printer.status_reports);
  EXPECT_EQ(desk->catalog.directory, "/packs");
  EXPECT_EQ(desk->catalog.public_keys, (std::vector<std::string>{"/l.pub", "/m.pub"}));
}

TEST(Configuration, AnUnknownKeyIsRefusedWithItsPlace) {
  const auto section = parse("[site]\nname = \"x\"\n[sotre]\ndirectory = \"/s\"\n", "desk.toml");
  ASSERT_FALSE(section);
  const auto key = parse(with("site", "nmae = \"y\""), "/etc/desk-kiosk/desk.toml");
  ASSERT_FALSE(key);
  EXPECT_EQ(key.error().message(), "SC-101 /etc/desk-kiosk/desk.toml:2: site.nmae: unknown key");
  const auto inside = parse(with("gateway", "accepted = 200"), "desk.toml");
  ASSERT_FALSE(inside);
  EXPECT_EQ(inside.error().reason, "gateway.accepted: unknown key");
  const auto demonstration = parse("demonstration = true\n" + std::string(kLeast), "desk.toml");
  ASSERT_FALSE(demonstration) << "a file cannot make a desk a demonstration";
}

TEST(Configuration, EveryBadValueIsRefusedByName) {
  const struct {
    std::string_view section, line, key;
  } table[] = {
      {"site", "name = \"\"", "site.name"},
      {"site", "name = 3", "site.name"},
      {"site", "production = \"yes\"", "site.production"},
      {"display", "rotate = 45", "display.rotate"},
      {"display", "rotate = -90", "display.rotate"},
      {"display", "panel_width_mm = -1", "display.panel_width_mm"},
      {"display", "panel_width_mm = nan", "display.panel_width_mm"},
      {"display", "panel_width_mm = \"wide\"", "display.panel_width_mm"},
      {"store", "directory = \"\"", "store.directory"},
      {"store", "scans_days = 0", "store.scans_days"},
      {"store", "scans_days = 31", "store.scans_days"},
      {"store", "answers_days_after_deadline = -1", "store.answers_days_after_deadline"},
      {"store", "answers_days_most = 91", "store.answers_days_most"},
      {"auth", "socket = \"\"", "auth.socket"},
      {"auth", "resend_seconds = 1799", "auth.resend_seconds"},
      {"auth", "number_daily_cap = 6", "auth.number_daily_cap"},
      {"auth", "site_daily_cap = 0", "auth.site_daily_cap"},
      {"auth", "strict = 1", "auth.strict"},
      {"gateway", "kind = \"smoke\"", "gateway.kind"},
      {"gateway", "url = \"\"", "gateway.url"},
      {"gateway", "url = \"sms.example\"", "gateway.url"},
      {"gateway", "method = \"PUT\"", "gateway.method"},
      {"gateway", "form = \"xml\"", "gateway.form"},
      {"gateway", "fields = 3", "gateway.fields"},
      {"gateway", "fields = { to = 3 }", "gateway.fields"},
      {"gateway", "headers = [\"a\"]", "gateway.headers"},
      {"gateway", "accepted_status = []", "gateway.accepted_status"},
      {"gateway", "accepted_status = [404]", "gateway.accepted_status"},
      {"gateway", "accepted_status = 200", "gateway.accepted_status"},
      {"gateway", "accepted_status = [\"200\"]", "gateway.accepted_status"},
      {"gateway", "accepted_body = \"(\"", "gateway.accepted_body"},
      {"gateway", "connect_seconds = 0", "gateway.connect_seconds"},
      {"gateway", "report_port = 65536", "gateway.report_port"},
      {"gateway", "total_seconds = 121", "gateway.total_seconds"},
      {"page", "mode = \"open\"", "page.mode"},
      {"page", "mode = \"lan\"", "page.base_url"},
      {"page", "mode = \"public\"\nbase_url = \"http://desk.example.jp\"", "page.base_url"},
      {"page", "mode = \"lan\"\nbase_url = \"http://10.0.0.2/\"", "page.base_url"},
      {"page", "listen_port = 65536", "page.listen_port"},
      {"scanner", "dpi = 199", "scanner.dpi"},
      {"scanner", "dpi = 601", "scanner.dpi"},
      {"printer", "target = \"file:/tmp\"", "printer.target"},
      {"printer", "target = \"/dev/usb/lp0\"", "printer.target"},
      {"printer", "dots = 100", "printer.dots"},
      {"catalog", "directory = \"\"", "catalog.directory"},
      {"catalog", "public_keys = \"/k.pub\"", "catalog.public_keys"},
      {"catalog", "public_keys = [7]", "catalog.public_keys"},
  };
  for (const auto& row : table) {
    const auto desk = parse(with(row.section, row.line), "desk.toml");
    ASSERT_FALSE(desk) << row.line;
    EXPECT_EQ(desk.error().code, StaffCode::ConfigBroken) << row.line;
    EXPECT_TRUE(desk.error().reason.starts_with(std::string(row.key) + ":")) << row.line << " gave " << desk.error().reason;
    EXPECT_TRUE(desk.error().where.starts_with("desk.toml:")) << row.line << " has no place: " << desk.error().where;
  }
}

TEST(Configuration, EveryRequiredKeyIsMissedByName) {
  std::istringstream in{std::string(kLeast)};
  std::string section;
  int missed = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("[")) {
      section = line.substr(1, line.size() - 2);
      continue;
    }
    std::string text(kLeast);
    text.erase(text.find(line), line.size());
    const std::string key = section + "." + line.substr(0, line.find(' '));
    const auto desk = parse(text, "desk.toml");
    ASSERT_FALSE(desk) << key;
    EXPECT_TRUE(desk.error().reason.starts_with(key + ":")) << desk.error().reason;
    ++missed;
  }
  EXPECT_EQ(missed, 9);
}

TEST(Configuration, ProductionRefusesTheConsoleThatSendsNothing) {
  std::string text = with("gateway", "kind = \"console\"");
  EXPECT_TRUE(parse(text, "desk.toml")) << "training may use it, with the real address left in the file";
  text.replace(text.find("[site]"), 6, "[site]\nproduction = true");
  const auto desk = parse(text, "desk.toml");
  ASSERT_FALSE(desk);
  EXPECT_TRUE(desk.error().reason.starts_with("gateway.kind:")) << desk.error().reason;
}

TEST(Configuration, ABrokenOrMissingFileIsNamedWithItsLine) {
  EXPECT_EQ(parse("[site]\nname = \n", "desk.toml").error().where, "desk.toml:2");
  const auto missing = load("/nowhere/desk.toml");
  EXPECT_EQ(missing.error().code, StaffCode::ConfigBroken);
  EXPECT_EQ(missing.error().where, "/nowhere/desk.toml");
  const auto no_table = parse("site = 3\n", "desk.toml");
  EXPECT_EQ(no_table.error().message(), "SC-101 desk.toml:1: site: a table was expected");
}

TEST(Demonstration, KeepsEverythingBelowItsThrowAwayFolder) {
  const DeskConfig desk = demonstration("/run/demo");
  EXPECT_TRUE(desk.demonstration);
  EXPECT_FALSE(desk.site.production);
  EXPECT_EQ(desk.gateway.kind, GatewayKind::Console);
  for (const std::string& path : {desk.store.directory, desk.store.site_key_file, desk.auth.socket, desk.auth.secret_file, desk.auth.directory,
                                  desk.auth.code_key_file, desk.auth.staff_pins_file, desk.page.socket, desk.page.directory,
                                  desk.page.core_secret_file, desk.printer.target.substr(5)}) {
    EXPECT_TRUE(path.starts_with("/run/demo/")) << path;
  }
}

}  // namespace
}  // namespace desk::config
