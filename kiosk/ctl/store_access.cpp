#include "kiosk/ctl/store_access.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "data/config/desk_config.h"

namespace desk::ctl {
namespace {

constexpr const char* kInstalledConfig = "/etc/desk-kiosk/desk.toml";

Result<store::StoreOptions> options_of(const Input& input) {
  store::StoreOptions options;
  options.access = store::Access::Guest;
  const auto file = input.text("config");
  const auto directory = input.text("store");
  const auto site_key = input.text("site_key");
  if (directory || site_key) {
    if (file) return fail(bad_input("config", "stands for store and site_key: give one or the other"));
    if (!directory) return fail(bad_input("store", "missing: site_key alone names no store"));
    if (!site_key) return fail(bad_input("site_key", "missing: nothing in a store can be read without its key"));
    options.directory = *directory;
    options.site_key_file = *site_key;
    return options;
  }
  const std::string path = file.value_or(kInstalledConfig);
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return fail(bad_input("config", path + " is not there; or give store and site_key"));
  const auto config = config::load(path);
  if (!config) return fail(config.error());
  options.directory = config->store.directory;
  options.site_key_file = config->store.site_key_file;
  options.scans_days = config->store.scans_days;
  options.answers_days_after_deadline = config->store.answers_days_after_deadline;
  options.answers_days_most = config->store.answers_days_most;
  return options;
}

bool is_id(const std::string& text) {
  return text.size() == 32 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace

std::vector<Key> store_keys() {
  return {{.name = "config", .fallback = kInstalledConfig, .about = "desk.toml, which names the store and its key"},
          {.name = "store", .about = "the store's folder itself, without a desk.toml"},
          {.name = "site_key", .about = "the file of its site key, together with store"}};
}

Result<std::unique_ptr<store::Store>> open_store(const Input& input, const Context& context) {
  const auto options = options_of(input);
  if (!options) return fail(options.error());
  return store::open_sqlite_store(*options, context.clock());
}

Key application_key() { return {.name = "application", .required = true, .about = "its id, or the number on the slip (T7K-4M2)"}; }

Result<store::Application> application_of(const Input& input, store::Store& store) {
  const std::string word = input.text("application").value_or("");
  if (is_id(word)) return store.application({word});
  if (const auto number = ReceptionNumber::parse(word)) return store.by_reception(*number);
  return fail(bad_input("application", "neither an id (32 hex digits) nor a reception number (T7K-4M2)"));
}

}  // namespace desk::ctl
