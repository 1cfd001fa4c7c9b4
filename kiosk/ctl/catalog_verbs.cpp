#include <filesystem>
#include <system_error>

#include "data/catalog/signature.h"
#include "data/config/desk_config.h"
#include "kiosk/ctl/catalog_calls.h"
#include "kiosk/ctl/groups.h"

namespace desk::ctl {
namespace {

constexpr const char* kDeskToml = "/etc/desk-kiosk/desk.toml";

Result<config::Catalog> configured(const Input& input, std::string_view instead) {
  const std::string file = input.text("config").value_or(kDeskToml);
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return fail(bad_input("config", file + " is not there; or give " + std::string(instead)));
  auto config = config::load(file);
  if (!config) return fail(config.error());
  return std::move(config->catalog);
}

}  // namespace

std::vector<Key> trust_keys() {
  return {{.name = "public_key", .fallback = "catalog.public_keys of desk.toml", .about = "the file of the key that must have signed"},
          {.name = "config", .fallback = kDeskToml, .about = "desk.toml"}};
}

Result<std::vector<crypto::PublicKey>> trusted_keys(const Input& input) {
  if (const auto file = input.text("public_key")) return catalog::load_public_keys({*file});
  const auto config = configured(input, "public_key");
  if (!config) return fail(config.error());
  return catalog::load_public_keys(config->public_keys);
}

Key into_key() { return {.name = "into", .fallback = "catalog.directory of desk.toml", .about = "the folder in which the desk keeps its releases"}; }

Result<std::string> installation_folder(const Input& input) {
  if (auto into = input.text("into")) return std::move(*into);
  auto config = configured(input, "into");
  if (!config) return fail(config.error());
  return std::move(config->directory);
}

Result<std::string> folder_of(const Input& input, std::string_view key) {
  std::string folder = input.text(key).value_or("");
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) return fail(bad_input(std::string(key), folder + " is no folder"));
  return folder;
}

void add_catalog_verbs(Registry& registry) {
  for (Verb (*verb)() : {catalog_check_verb, catalog_diff_verb, catalog_keygen_verb, catalog_sign_verb, catalog_verify_verb, catalog_install_verb,
                         catalog_back_verb}) {
    registry.push_back(verb());
  }
}

}  // namespace desk::ctl
