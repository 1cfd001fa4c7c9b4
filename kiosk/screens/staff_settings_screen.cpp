// 練習 and 設定: which day is practised and what is broken in it; how the desk greets people.
#include "kiosk/screens/machine_parts.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/progress.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/staff_parts.h"

namespace desk::screens {
namespace {

using flow::Action;

std::string value_words(const Scene& scene, flow::DeskSetting setting, const std::string& value) {
  if (setting == flow::DeskSetting::Language) {
    for (const text::LanguageInfo& each : scene.words.languages()) {
      if (code_of(each.language) == value) return each.name;
    }
    return value;  // its file is gone; the screens speak Japanese
  }
  return scene.words("desk_setting." + std::string(flow::name_of(setting)) + ".v_" + value);
}

std::vector<std::string> values_at(const Scene& scene, flow::DeskSetting setting) {
  if (setting != flow::DeskSetting::Language) return flow::values_of(setting);
  std::vector<std::string> codes;
  for (const text::LanguageInfo& each : scene.words.languages()) codes.emplace_back(code_of(each.language));
  return codes;
}

ListRow told_row(const Scene& scene, const char* name) {
  ListRow row;
  row.title = scene.words("desk_setting." + std::string(name) + ".title");
  row.sub = scene.words("desk_setting." + std::string(name) + ".where");
  row.tag = {Tone::Quiet, scene.words("desk_setting.root_only"), false};
  return row;
}

std::string fault_key(flow::PracticeFault fault) { return std::string(key::kFault) + std::string(flow::name_of(fault)); }

void draw_values(Canvas& canvas, const Scene& scene, flow::DeskSetting setting) {
  FrameView frame = staff_frame(scene);
  const std::string base = "desk_setting." + std::string(flow::name_of(setting));
  QuestionView view;
  view.title = scene.words(base + ".title");
  view.sub = scene.words(base + ".ask");
  const std::string now = flow::value_of(setting, scene.model.machine.settings.now);
  for (const std::string& value : values_at(scene, setting)) {
    Choice choice;
    choice.key = std::string(key::kValue) + value;
    choice.title = value_words(scene, setting, value);
    choice.selected = value == now;
    view.choices.push_back(std::move(choice));
  }
  question(canvas, draw_frame(canvas, frame), view);
}

}  // namespace

void draw_staff_settings(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::SettingsDesk& settings = scene.model.machine.settings;
  if (settings.asking) return draw_values(canvas, scene, *settings.asking);
  PagedListView view;
  view.title = scene.words("screen.staff_settings.title");
  view.sub = scene.words("screen.staff_settings.sub");
  for (const flow::DeskSetting setting : flow::kDeskSettings) {
    ListRow row;
    row.key = std::string(key::kSetting) + std::string(flow::name_of(setting));
    row.title = scene.words("desk_setting." + std::string(flow::name_of(setting)) + ".title");
    row.tag = {Tone::Plain, value_words(scene, setting, flow::value_of(setting, settings.now)), false};
    view.rows.push_back(std::move(row));
  }
  view.rows.push_back(told_row(scene, "network"));
  view.rows.push_back(told_row(scene, "clock"));
  if (settings.fault) view.note = {Tone::Care, scene.words("screen.staff_settings.not_saved", {{"code", to_string(*settings.fault)}}), true};
  else if (settings.saved) view.note = {Tone::Done, scene.words("screen.staff_settings.saved"), true};
  staff_list(canvas, scene, draw_frame(canvas, staff_frame(scene)), view, ui);
}

void draw_staff_training(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::PracticeState& practice = scene.model.machine.practice;
  FrameView frame = staff_frame(scene);
  frame.back.enabled = !practice.opening;
  const Rect content = draw_frame(canvas, frame);
  if (practice.opening) {
    ProgressView view;
    view.title = scene.words("screen.staff_training.opening");
    view.icon = Icon::Clock;
    return progress(canvas, content, view);
  }
  PagedListView view;
  view.title = scene.words("screen.staff_training.title");
  view.sub = practice.here ? scene.words("screen.staff_training.here") : scene.words("screen.staff_training.sub");
  int index = 0;
  for (const flow::PracticeDay& day : practice.offered) {
    ListRow row;
    row.key = std::string(key::kPracticeDay) + std::to_string(index++);
    row.title = day.today ? scene.words("screen.staff_training.today") : scene.words.full_day(day.day.date);
    row.sub = scene.words("screen.staff_training.rules", {{"year", std::to_string(day.year)}});
    view.rows.push_back(std::move(row));
  }
  if (practice.refused) view.note = {Tone::Care, scene.words("screen.staff_training.refused", {{"code", to_string(*practice.refused)}}), true};
  staff_list(canvas, scene, content, view, ui);
}

void draw_practice_switches(Canvas& canvas, const Scene& scene, UiState& ui) {
  canvas.begin_layer();
  FrameView frame = frame_of_scene(scene);
  frame.stations.clear();
  frame.back = {action_key(Action::DismissOverlay), scene.words("practice.close"), Icon::ArrowLeft, true};
  frame.help.label.clear();
  frame.next = {action_key(Action::EndPractice), scene.words("practice.end"), Icon::None, true};
  PagedListView view;
  view.title = scene.words("practice.title");
  view.sub = scene.words("practice.sub");
  for (const flow::PracticeFault fault : flow::kPracticeFaults) {
    const bool on = scene.model.machine.practice.faults.contains(fault);
    ListRow row;
    row.key = fault_key(fault);
    row.title = scene.words("practice.fault." + std::string(flow::name_of(fault)));
    row.tag = {on ? Tone::Care : Tone::Quiet, scene.words(on ? "practice.on" : "practice.off"), on};
    row.selected = on;
    view.rows.push_back(std::move(row));
  }
  view.paging = staff_paging(scene, ui.practice_first);
  ui.practice_next = paged_list(canvas, draw_frame(canvas, frame), view);
}

std::optional<flow::Event> machine_press(std::string_view key, const Scene& scene) {
  const auto after = [&](std::string_view prefix) -> std::optional<std::string_view> {
    if (!key.starts_with(prefix)) return std::nullopt;
    return key.substr(prefix.size());
  };
  if (const auto name = after(key::kDevice)) {
    if (const auto kind = flow::device_named(*name)) return flow::DeviceAsked{*kind};
  } else if (const auto item_named = after(key::kTest)) {
    for (const flow::TestItem item : flow::kTestItems) {
      if (flow::name_of(item) == *item_named) return flow::TestItemChosen{item};
    }
  } else if (const auto day = after(key::kPracticeDay)) {
    if (!day->empty() && day->size() < 4 && day->find_first_not_of("0123456789") == std::string_view::npos) return flow::PracticeDayChosen{std::stoi(std::string(*day))};
  } else if (const auto fault_named = after(key::kFault)) {
    if (const auto fault = flow::practice_fault_named(*fault_named)) return flow::FaultToggled{*fault};
  } else if (const auto setting_named = after(key::kSetting)) {
    if (const auto setting = flow::desk_setting_named(*setting_named)) return flow::SettingAsked{*setting};
  } else if (const auto value = after(key::kValue); value && scene.model.machine.settings.asking) {
    return flow::SettingChosen{std::string(*value)};
  }
  return std::nullopt;
}

}  // namespace desk::screens
