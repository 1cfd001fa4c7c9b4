// desk.toml as typed structs (design 9). Loaded once at start; every part is handed to the room that it configures.
// data/config/desk.example.toml shows every key with its default; a test holds the two together.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "data/base/result.h"

namespace desk::config {

struct Site {
  std::string name;                 // on screens, slips and pages: "高崎商工会議所"
  std::string corner;               // second line: "補助金 準備コーナー"
  bool production = false;          // refuses --today and everything of the demonstration
};

struct Display {
  int rotate = 0;                   // 0, 90, 180, 270; turns picture and touch
  double panel_width_mm = 0;        // of the picture as people see it (after rotation); 0: ask the display (EDID)
  std::string renderer;             // SDL render driver; empty: the best there is
};

struct Store {
  std::string directory;            // desk.db, keys.db, pages/
  std::string site_key_file;
  int scans_days = 7;               // scans and the page on the phone
  int answers_days_after_deadline = 7;
  int answers_days_most = 90;
};

struct Auth {
  std::string socket;               // Unix socket of desk-auth core
  std::string secret_file;          // Basic auth of the service: "<account sid>:<token>"
  // of the service itself
  std::string directory;            // auth.db
  std::string code_key_file;
  std::string trusted_clock_flag;   // exists when time synchronisation has set the clock
  bool strict = false;              // codes live 10 minutes instead of 30
  int resend_seconds = 1800;        // not configurable downwards: the loader refuses less
  int number_daily_cap = 5;
  int site_daily_cap = 200;
  std::string staff_pins_file;      // one "name:argon2id hash" a line
};

enum class GatewayKind { Console, Http };
enum class BodyForm { Form, Json };

struct GatewayHeader {
  std::string name;
  std::string value;                // may contain {secret}
};

// An SMS provider described as a template: {to}, {to_national}, {text}, {id}, {secret} are filled in and escaped for their place.
struct Gateway {
  GatewayKind kind = GatewayKind::Console;
  std::string url;
  std::string method = "POST";
  BodyForm form = BodyForm::Form;
  std::vector<std::pair<std::string, std::string>> fields;  // Form: name, value template
  std::string json;                                         // Json: the body with placeholders inside strings
  std::vector<GatewayHeader> headers;
  std::string secret_file;
  std::vector<int> accepted_status = {200, 201, 202};
  std::string accepted_body;        // a regular expression the reply must contain; empty: any
  int connect_seconds = 5;
  int total_seconds = 15;
  std::string report_address = "127.0.0.1";  // where delivery reports (/dlr) are taken
  int report_port = 0;                       // 0: only on the service's socket
};

enum class HandoffMode { Off, Lan, Public };

struct Page {
  HandoffMode mode = HandoffMode::Off;
  std::string base_url;             // what the QR holds, without a trailing slash: "https://desk.example.jp"
  std::string listen_address = "127.0.0.1";
  int listen_port = 8080;           // 0: any free port, told in the ready line
  std::string socket;               // Unix socket of the page role, for the kiosk
  std::string directory;            // bundles
  std::string core_secret_file;     // how the page role speaks to core
};

struct Scanner {
  std::string device;               // SANE name; empty: the first found
  std::string helper;               // program; empty: beside the kiosk's own
  int dpi = 300;
  std::string source;               // empty: feeder when there is one
};

struct Printer {
  std::string target;               // "usb:/dev/usb/lp0", "tcp:HOST:9100"; "file:DIR" in the demonstration only
  int dots = 576;
  bool status_reports = true;       // the model answers DLE EOT; without it "printed" is never claimed
};

struct Catalog {
  std::string directory;            // where releases are installed (data/catalog/installed.h), or a plain folder of packs
  std::vector<std::string> public_keys;  // files: whose releases are taken; several, so that a key can be replaced
};

// Where staff take an application's files: a memory stick, a share.
struct Export {
  std::string directory;            // empty: exporting is off
  bool mounted = true;              // the directory must be a mounted medium, else the files would land in the appliance
};

// 係員を呼ぶ beyond the chime: a message to wherever the staff look, sent by desk-auth, which alone has network.
struct Help {
  std::string webhook_url;          // empty: none
  std::string secret_file;          // sent as a bearer token; empty: none
  std::string kiosk;                // which of several this is; empty: site.corner
};

struct Input {
  std::string switch_next, switch_select;  // names of keys (SDL's: "F7", "Space"); empty: no switches
  double switch_step_seconds = 0;   // one switch: the focus goes on by itself; 0: only by switch_next
};

struct Speech {
  bool enabled = true;              // false: no 音声 button, even where there is sound
  std::string clips;                // recordings by language and text key; empty: those beside the texts
};

struct DeskConfig {
  Site site;
  Display display;
  Store store;
  Auth auth;
  Gateway gateway;
  Page page;
  Scanner scanner;
  Printer printer;
  Catalog catalog;
  Export export_to;
  Help help;
  Input input;
  Speech speech;
  bool demonstration = false;       // set by the composition root when there is no file; never readable from one
};

[[nodiscard]] Result<DeskConfig> load(const std::string& path);
[[nodiscard]] Result<DeskConfig> parse(std::string_view text, const std::string& name);
// Every key that the loader knows, with its section ("store.directory"), and the sections themselves.
[[nodiscard]] std::vector<std::string> known_keys();

// The throw-away desk that runs without any configuration (design 3): everything below `directory`.
[[nodiscard]] DeskConfig demonstration(const std::string& directory);

}  // namespace desk::config
