// The staff's home: their areas as large cards.
#include "kiosk/screens/question.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

Icon area_icon(flow::Step area) {
  switch (area) {
    case flow::Step::StaffApplications: return Icon::Receipt;
    case flow::Step::StaffAttest: return Icon::Person;
    case flow::Step::StaffDevices: return Icon::Printer;
    case flow::Step::StaffSelfTest: return Icon::Check;
    case flow::Step::StaffTraining: return Icon::Pencil;
    case flow::Step::StaffOutbox: return Icon::Tray;
    case flow::Step::StaffCalls: return Icon::Bell;
    case flow::Step::StaffSettings: return Icon::Card;
    default: return Icon::None;  // no card
  }
}

}  // namespace

FrameView staff_frame(const Scene& scene) {
  FrameView frame = frame_of_scene(scene);
  frame.site_line_2 = scene.words("screen.staff_home.line", {{"name", scene.model.staff.name}});
  frame.help.label.clear();
  frame.next.label.clear();
  return frame;
}

void draw_staff_home(Canvas& canvas, const Scene& scene) {
  FrameView frame = staff_frame(scene);
  frame.back.label = scene.words("screen.staff_home.leave");
  QuestionView view;
  view.titles_suffice = true;
  view.title = scene.words("screen.staff_home.title");
  view.sub = scene.words("screen.staff_home.sub", {{"name", scene.model.staff.name}});
  for (const flow::Step area : flow::staff_areas()) {
    const std::string name(flow::name_of(area));
    view.choices.push_back({std::string(key::kArea) + name, scene.words("staff_area." + name + ".title"), scene.words("staff_area." + name + ".sub"),
                            area_icon(area), false, false, true});
  }
  question(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
