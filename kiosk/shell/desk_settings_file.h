// desk-settings.json in the store's folder: what staff have set at the desk (flow/desk_settings.h). Written whole and flushed, or not at all.
#pragma once

#include <string>

#include "data/base/result.h"
#include "kiosk/flow/desk_settings.h"

namespace desk::shell {

[[nodiscard]] std::string settings_file_in(const std::string& store_directory);
// No file: the defaults. A file that cannot be read, an unknown key or a value that cannot be chosen: SettingsUnread, with its place.
[[nodiscard]] Result<flow::DeskSettings> read_desk_settings(const std::string& file);
[[nodiscard]] Done write_desk_settings(const std::string& file, const flow::DeskSettings& settings);

}  // namespace desk::shell
