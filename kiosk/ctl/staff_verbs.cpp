// staff: who may open the staff's screens. PINs are never given on the command line, where every user of the machine could read them, but
// come from a file or from standard input.
#include <filesystem>
#include <iostream>

#include "auth/pin_list.h"
#include "data/base/crypto.h"
#include "data/base/document.h"
#include "data/base/durable_file.h"
#include "data/config/desk_config.h"
#include "kiosk/ctl/groups.h"
#include "kiosk/ctl/rules_calls.h"

namespace desk::ctl {
namespace {

constexpr const char* kStaffConfig = "/etc/desk-kiosk/desk.toml";
constexpr mode_t kListMode = 0640;

std::vector<Key> list_keys() {
  return {{.name = "config", .fallback = kStaffConfig, .about = "desk.toml, which names the list"},
          {.name = "list", .about = "the list itself, without a desk.toml"}};
}

Result<std::string> list_path(const Input& input) {
  if (const auto list = input.text("list")) return *list;
  const auto config = config::load(input.text("config").value_or(kStaffConfig));
  if (!config) return fail(config.error());
  if (config->auth.staff_pins_file.empty()) return fail(bad_input("config", "auth.staff_pins_file is not set"));
  return config->auth.staff_pins_file;
}

// A list that is not there yet is an empty one.
Result<std::string> read_list(const std::string& path) {
  std::error_code problem;
  if (!std::filesystem::exists(path, problem)) return std::string();
  return read_file(path, StaffCode::ConfigBroken);
}

// desk-auth reads the list through its group, so owner and mode stay as they are.
Done write_list(const std::string& path, const std::string& text) { return replace_file(path, text, kListMode, StaffCode::StoreUnavailable); }

Result<Secret> read_pin(const Input& input) {
  const std::string from = input.text("pin_file").value_or("-");
  std::string line;
  if (from == "-") {
    std::getline(std::cin, line);
  } else {
    auto text = read_file(from, StaffCode::BadInput);
    if (!text) return fail(bad_input("pin_file", text.error().where + ": " + text.error().reason));
    line = text->substr(0, text->find('\n'));
    wipe(*text);
  }
  Secret pin(line);
  wipe(line);
  if (pin.empty()) return fail(bad_input("pin_file", "holds no PIN in its first line"));
  return pin;
}

Result<Answer> staff_names(const Input& input, Context&) {
  const auto path = list_path(input);
  if (!path) return fail(path.error());
  const auto list = read_list(*path);
  if (!list) return fail(list.error());
  Node out{Node::Value{Array{}}};
  const auto lines = auth::pin_lines(*list);
  for (const auth::PinLine& line : lines) out.push(text_node(line.name));
  Node answer;
  answer.set("count", Node{static_cast<int>(lines.size())});
  answer.set("names", std::move(out));
  return Answer{std::move(answer)};
}

Result<Answer> set_pin(const Input& input, Context&) {
  const std::string name = input.text("name").value_or("");
  if (!auth::good_name(name)) return fail(bad_input("name", "40 bytes at the most, no colon, neither # nor ! in front"));
  const auto path = list_path(input);
  if (!path) return fail(path.error());
  const auto list = read_list(*path);
  if (!list) return fail(list.error());
  const auto pin = read_pin(input);
  if (!pin) return fail(pin.error());
  if (const auto weak = auth::weakness_of(pin->reveal())) return fail(bad_input("pin_file", "weak: " + std::string(*weak)));
  for (const auth::PinLine& line : auth::pin_lines(*list)) {
    // The PIN alone says who somebody is.
    if (line.name != name && crypto::pin_matches(line.hash, pin->reveal())) return fail(bad_input("pin_file", "weak: taken by somebody else"));
  }
  if (auto done = write_list(*path, auth::with_pin(*list, name, crypto::hash_pin(pin->reveal()))); !done) return fail(done.error());
  Node answer;
  answer.set("name", text_node(name));
  answer.set("set", flag_node(true));
  return Answer{std::move(answer)};
}

Result<Answer> remove_pin(const Input& input, Context&) {
  const std::string name = input.text("name").value_or("");
  const auto path = list_path(input);
  if (!path) return fail(path.error());
  const auto list = read_list(*path);
  if (!list) return fail(list.error());
  const std::string rest = auth::without_pin(*list, name);
  if (auth::pin_lines(rest).size() == auth::pin_lines(*list).size()) return fail(bad_input("name", "is not in the list"));
  if (auto done = write_list(*path, rest); !done) return fail(done.error());
  Node answer;
  answer.set("name", text_node(name));
  answer.set("removed", flag_node(true));
  return Answer{std::move(answer)};
}

Result<Answer> unlock_pins(const Input& input, Context& context) {
  const auto path = list_path(input);
  if (!path) return fail(path.error());
  const auto list = read_list(*path);
  if (!list) return fail(list.error());
  const WallTime now = context.clock().wall();
  if (auto done = write_list(*path, auth::with_unlock(*list, now)); !done) return fail(done.error());
  Node answer;
  answer.set("unlocked", text_node(iso_jst(now)));
  return Answer{std::move(answer)};
}

void add_staff_verb(Registry& registry, const char* name, const char* about, std::vector<std::string> answers, std::vector<Key> more,
         Result<Answer> (*run)(const Input&, Context&)) {
  Verb verb{.group = "staff", .name = name, .about = about};
  verb.answers = std::move(answers);
  const bool named = !more.empty();
  verb.keys = [more = std::move(more)](Context&) {
    std::vector<Key> keys = list_keys();
    keys.insert(keys.begin(), more.begin(), more.end());
    return keys;
  };
  if (named) verb.positional = "name";
  verb.run = run;
  registry.push_back(std::move(verb));
}

}  // namespace

void add_staff_verbs(Registry& registry) {
  const Key name{.name = "name", .required = true, .about = "as it stands on screens, slips and in the audit trail"};
  const Key pin{.name = "pin_file", .fallback = "-", .about = "its first line is the PIN, six to eight digits; \"-\": standard input"};
  add_staff_verb(registry, "list", "who has a staff PIN", {"count", "names[]"}, {}, staff_names);
  add_staff_verb(registry, "set", "gives somebody a PIN, or another one; weak ones are refused", {"name", "set"}, {name, pin}, set_pin);
  add_staff_verb(registry, "remove", "takes somebody's PIN away", {"name", "removed"}, {name}, remove_pin);
  add_staff_verb(registry, "unlock", "after fifteen wrong PINs: lets the staff try again", {"unlocked"}, {}, unlock_pins);
}

}  // namespace desk::ctl
