// 機械の状態: every part with its true state, since when, what is wrong and the one-line cure. A touch asks it again.
#include "data/text/device_words.h"
#include "kiosk/screens/machine_parts.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/staff_parts.h"

namespace desk::screens {

TagView level_tag(const Scene& scene, const flow::DeviceState& device) {
  TagView tag;
  const flow::DeviceLevel level = device.report.level;
  if (device.order != 0) return {Tone::Plain, scene.words("device.level.asking"), false};
  switch (level) {
    case flow::DeviceLevel::Unknown: tag.tone = Tone::Care; break;  // what nobody knows is never green
    case flow::DeviceLevel::Good: tag.tone = Tone::Done; break;
    case flow::DeviceLevel::Care: tag.tone = Tone::Care; break;
    case flow::DeviceLevel::Bad: tag.tone = Tone::Stop; break;
    case flow::DeviceLevel::Absent: tag.tone = Tone::Quiet; break;
  }
  tag.text = scene.words("device.level." + std::string(flow::name_of(level)));
  if (device.report.code) tag.text += " " + to_string(*device.report.code);
  return tag;
}

std::string since_words(const Scene& scene, const std::optional<WallTime>& since) {
  if (!since) return {};
  const CivilMinute at = to_jst(*since);
  const bool today = at.date == to_jst(scene.wall).date;
  return scene.words("device.since", {{"time", today ? clock_text(at.minute_of_day) : scene.words.minute(at)}});
}

// So that staff see whether an update took, or was fallen back from.
ListRow what_runs(const Scene& scene) {
  ListRow row;
  const bool appliance = scene.desk.image.has_value();
  row.title = scene.words(appliance ? "screen.staff_devices.image" : "screen.staff_devices.program");
  row.sub = scene.words("screen.staff_devices.version", {{"version", scene.desk.version}});
  if (appliance) row.sub = std::to_string(*scene.desk.image) + "　" + row.sub;
  return row;
}

void draw_staff_devices(Canvas& canvas, const Scene& scene, UiState& ui) {
  FrameView frame = staff_frame(scene);
  frame.next.label = scene.words("screen.staff_devices.ask_all");
  PagedListView view;
  view.title = scene.words("screen.staff_devices.title");
  view.sub = scene.words("screen.staff_devices.sub");
  for (const flow::DeviceState& device : scene.model.machine.devices.all) {
    const flow::DeviceReport& report = device.report;
    ListRow row;
    row.key = std::string(key::kDevice) + std::string(flow::name_of(report.kind));
    row.title = scene.words("device.name." + std::string(flow::name_of(report.kind)));
    row.sub = text::found_words(scene.words, report.note, report.arguments);
    const bool trouble = report.level == flow::DeviceLevel::Bad || report.level == flow::DeviceLevel::Care;
    if (trouble) {
      if (const std::string cure = text::cure_words(scene.words, report.note, report.code); !cure.empty()) row.sub += "\n" + cure;
      if (const std::string since = since_words(scene, device.since); !since.empty()) row.sub += "　" + since;
    }
    row.tag = level_tag(scene, device);
    view.rows.push_back(std::move(row));
  }
  view.rows.push_back(what_runs(scene));
  staff_list(canvas, scene, draw_frame(canvas, frame), view, ui);
}

}  // namespace desk::screens
