#include "kiosk/flow/desk_settings.h"

#include <algorithm>

namespace desk::flow {
namespace {

const std::vector<std::string> kThemeWords{"paper", "white_on_black", "yellow_on_black", "low_glare"};

}  // namespace

std::string_view name_of(DeskSetting setting) {
  switch (setting) {
    case DeskSetting::TextSize: return "text_size";
    case DeskSetting::Theme: return "theme";
    case DeskSetting::Language: return "language";
    case DeskSetting::Volume: return "volume";
    case DeskSetting::Idle: return "idle_seconds";
  }
  return "";
}

std::optional<DeskSetting> desk_setting_named(std::string_view name) {
  for (const DeskSetting setting : kDeskSettings) {
    if (name_of(setting) == name) return setting;
  }
  return std::nullopt;
}

const std::vector<std::string>& values_of(DeskSetting setting) {
  static const std::vector<std::string> sizes{"1", "2", "3", "4"};
  static const std::vector<std::string> languages;  // those of the desk's texts, which the flow does not know
  static const std::vector<std::string> volumes{"1", "2", "3", "4", "5"};
  // Never under a minute: whoever looks for a paper in a bag must not be hurried (design 6, anchors 4).
  static const std::vector<std::string> idles{"60", "120", "180", "300"};
  switch (setting) {
    case DeskSetting::TextSize: return sizes;
    case DeskSetting::Theme: return kThemeWords;
    case DeskSetting::Language: return languages;
    case DeskSetting::Volume: return volumes;
    case DeskSetting::Idle: return idles;
  }
  return sizes;
}

std::string value_of(DeskSetting setting, const DeskSettings& settings) {
  switch (setting) {
    case DeskSetting::TextSize: return std::to_string(settings.first.text_size);
    case DeskSetting::Theme: return kThemeWords[static_cast<std::size_t>(settings.first.theme)];
    case DeskSetting::Language: return std::string(code_of(settings.first.language));
    case DeskSetting::Volume: return std::to_string(settings.first.speech_volume);
    case DeskSetting::Idle: return std::to_string(settings.idle.count());
  }
  return {};
}

bool set_value(DeskSettings& settings, DeskSetting setting, std::string_view value) {
  if (setting == DeskSetting::Language) {
    const auto language = Language::from_code(value);
    if (language) settings.first.language = *language;
    return language.has_value();
  }
  const std::vector<std::string>& values = values_of(setting);
  const auto found = std::find(values.begin(), values.end(), value);
  if (found == values.end()) return false;
  const auto index = static_cast<int>(found - values.begin());
  switch (setting) {
    case DeskSetting::TextSize: settings.first.text_size = index + 1; break;
    case DeskSetting::Theme: settings.first.theme = static_cast<Theme>(index); break;
    case DeskSetting::Language: break;
    case DeskSetting::Volume:
      settings.first.speech_volume = index + kQuietest;  // the middle of five stays the desk's default
      break;
    case DeskSetting::Idle: settings.idle = std::chrono::seconds{std::stoi(*found)}; break;
  }
  return true;
}

}  // namespace desk::flow
