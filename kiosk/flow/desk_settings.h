// DeskSettings: what staff may set at the desk without being root. Every visit begins with these and is set back to them at its end. What
// needs root (network, clock) is not among them.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/language.h"

namespace desk::flow {

enum class Theme { Paper, WhiteOnBlack, YellowOnBlack, LowGlare };

// The steps of the sound panel.
inline constexpr int kSlowest = 1, kFastest = 3;
inline constexpr int kQuietest = 1, kLoudest = 5;

// How the screen greets a person.
struct Settings {
  int text_size = 2;                // 1 … 4: 7 / 8.5 / 10.2 / 12 mm em
  Theme theme = Theme::Paper;
  Language language = Language::Japanese;
  bool still = false;               // 動きを止める: nothing on the screen moves by itself
  bool speech = false;              // read aloud; off by default
  int speech_speed = 2;             // 1 slow … 3 fast
  int speech_volume = 3;            // 1 … 5
  friend bool operator==(const Settings&, const Settings&) = default;
};

struct DeskSettings {
  Settings first;                        // of the start screen
  std::chrono::seconds idle{120};        // untouched until the warning
  friend bool operator==(const DeskSettings&, const DeskSettings&) = default;
};

enum class DeskSetting { TextSize, Theme, Language, Volume, Idle };
inline constexpr std::array kDeskSettings{DeskSetting::TextSize, DeskSetting::Theme, DeskSetting::Language, DeskSetting::Volume, DeskSetting::Idle};
[[nodiscard]] std::string_view name_of(DeskSetting setting);  // "text_size": in text keys and in the file
[[nodiscard]] std::optional<DeskSetting> desk_setting_named(std::string_view name);

// The words of the values that can be chosen ("1" … "4", "paper", "1" … "5", "120"), and the one in force ("ja"). Of languages none are
// listed here: a language is a file of data/text, and the screens know which there are.
[[nodiscard]] const std::vector<std::string>& values_of(DeskSetting setting);
[[nodiscard]] std::string value_of(DeskSetting setting, const DeskSettings& settings);
// False for a value that is not one of those: nothing is changed.
[[nodiscard]] bool set_value(DeskSettings& settings, DeskSetting setting, std::string_view value);

}  // namespace desk::flow
