// What is agreed to before anything is kept.
#include "kiosk/screens/consent.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {

void draw_consent(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.next.label = words(scene.model.awaited != 0 ? "screen.consent.opening" : "screen.consent.agree");
  frame.next.enabled = scene.model.awaited == 0;
  const Rect content = draw_frame(canvas, frame);
  if (scene.model.store_fault) {
    draw_fault(canvas, scene, content, *scene.model.store_fault, {action_button(scene, flow::Action::RetryStore, "screen.consent.retry")});
    return;
  }
  ConsentView view;
  view.title = words("screen.consent.title");
  view.sub = words("screen.consent.sub");
  const text::Arguments days{{"scan_days", std::to_string(scene.desk.scans_days)},
                             {"answer_days", std::to_string(scene.desk.answers_days_after_deadline)},
                             {"most_days", std::to_string(scene.desk.answers_days_most)}};
  const auto point = [&](Icon icon, std::string_view what) {
    view.points.push_back({icon, "", words("screen.consent.point_" + std::string(what), days)});
  };
  point(Icon::Pencil, "asked");
  point(Icon::Phone, "sms");
  point(Icon::Paper, "scans");
  point(Icon::Clock, "answers");
  point(Icon::Shield, "no_password");
  point(Icon::House, "stop");
  view.note = words("screen.consent.point_not_submit");
  consent(canvas, content, view);
}

}  // namespace desk::screens
