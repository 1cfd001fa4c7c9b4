#include "kiosk/shell/desk_settings_file.h"

#include <filesystem>

#include "data/base/document.h"
#include "data/base/fields.h"
#include "printer/raster1.h"

namespace desk::shell {

std::string settings_file_in(const std::string& store_directory) { return store_directory + "/desk-settings.json"; }

Result<flow::DeskSettings> read_desk_settings(const std::string& file) {
  std::error_code problem;
  if (!std::filesystem::exists(file, problem)) return flow::DeskSettings{};
  const auto text = read_file(file, StaffCode::SettingsUnread);
  if (!text) return fail(text.error());
  const auto node = parse_json(*text, file, StaffCode::SettingsUnread);
  if (!node) return fail(node.error());
  Fields fields(*node, file, StaffCode::SettingsUnread);
  fields.pass_over_unknown();  // a setting that only the newer slot has
  flow::DeskSettings settings;
  for (const flow::DeskSetting setting : flow::kDeskSettings) {
    const std::string_view name = flow::name_of(setting);
    const std::string value = fields.text(name, flow::value_of(setting, settings));
    if (!fields.broken() && !flow::set_value(settings, setting, value)) fields.complain(name, "not a value of this setting");
  }
  if (auto done = fields.finish(); !done) return fail(done.error());
  return settings;
}

Done write_desk_settings(const std::string& file, const flow::DeskSettings& settings) {
  Node node;
  for (const flow::DeskSetting setting : flow::kDeskSettings) {
    node.set(std::string(flow::name_of(setting)), std::string_view(flow::value_of(setting, settings)));
  }
  const std::string text = dump_json_pretty(node) + "\n";
  return printer::write_durably({text.begin(), text.end()}, file);
}

}  // namespace desk::shell
