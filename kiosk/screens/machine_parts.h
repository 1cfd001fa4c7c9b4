// What the staff's screens of the machine share. Not for other rooms.
#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/scene_parts.h"

namespace desk::screens {

namespace key {
inline constexpr std::string_view kDevice = "device.";
inline constexpr std::string_view kTest = "test.";
inline constexpr std::string_view kPracticeDay = "practice.";
inline constexpr std::string_view kFault = "fault.";
inline constexpr std::string_view kSetting = "setting.";
inline constexpr std::string_view kValue = "value.";
inline constexpr std::string_view kTouchGrid = "touch.grid";  // Drag target over the whole panel
}  // namespace key

void draw_staff_devices(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_self_test(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_touch_test(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_training(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_settings(Canvas& canvas, const Scene& scene, UiState& ui);
// Over any screen of the practice: what can be broken, and the way out.
void draw_practice_switches(Canvas& canvas, const Scene& scene, UiState& ui);

[[nodiscard]] TagView level_tag(const Scene& scene, const flow::DeviceState& device);
[[nodiscard]] std::string since_words(const Scene& scene, const std::optional<WallTime>& since);

// What a key of these screens means; nothing: it is not one of theirs.
[[nodiscard]] std::optional<flow::Event> machine_press(std::string_view key, const Scene& scene);
// A finger over the touch test's grid.
[[nodiscard]] std::optional<flow::Event> machine_drag(const Drag& drag, UiState& ui);

}  // namespace desk::screens
