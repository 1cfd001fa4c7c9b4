// Staff beside an applicant: who has the hand, what only the applicant may touch, what is being pointed at, and the attestation of somebody
// without a mobile.
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {

using flow::Action;

bool staff_held_back(const Scene& scene) { return scene.model.staff.assisting && flow::applicants_own(scene.model.step); }

bool is_answer_key(std::string_view key) {
  for (const std::string_view prefix : {key::kChoice, key::kDigit, key::kLetter}) {
    if (key.starts_with(prefix)) return true;
  }
  const auto action = action_from(key);
  return key == key::kNext || action == Action::Next || action == Action::DontKnow || action == Action::OpenPrevious ||
         action == Action::ReplacePrevious;
}

void add_assist_band(FrameView& frame, const Scene& scene) {
  frame.assist_text = scene.words(staff_held_back(scene) ? "assist.band_hold" : "assist.band", {{"name", scene.model.staff.name}});
  frame.assist_hand = action_button(scene, Action::HandToApplicant, "assist.hand");
  if (staff_held_back(scene)) frame.assist_hand.style = ButtonStyle::Primary;
  frame.assist_point.key = key::kPoint;
  frame.assist_point.label = scene.words("assist.point");
}

void draw_pointed(Canvas& canvas, const UiState& ui) {
  const Target* target = ui.pointing ? canvas.registered(key::kPoint) : ui.pointed.empty() ? nullptr : canvas.registered(ui.pointed);
  if (target == nullptr) return;
  const Theme& theme = canvas.theme();
  const Rect ring = target->rect.inset(-1.6);
  // Two rings, so that one of them stands out against whatever lies beneath.
  canvas.stroke(ring.inset(-0.9), theme.card, 0.9, 8);
  canvas.stroke(ring, theme.tone(Tone::Care).ink, 1.6, 7);
  if (ui.pointing) return;
  const double side = canvas.em() * 1.1;
  const Point tip{ring.x + std::min(ring.w * 0.5, side * 2), ring.y + side * 0.35};
  const Point arrow[] = {tip, {tip.x - side * 0.7, tip.y - side}, {tip.x + side * 0.7, tip.y - side}};
  canvas.polygon(arrow, theme.tone(Tone::Care).ink);
  canvas.polyline(arrow, true, theme.card, 0.6);
}

void draw_applicants_turn(Canvas& canvas, const Scene& scene) {
  DialogView view;
  view.icon = Icon::Person;
  view.title = scene.words("screen.overlay.applicants_turn.title");
  view.body = scene.words("screen.overlay.applicants_turn.body");
  ButtonView hand = action_button(scene, Action::HandToApplicant, "screen.overlay.applicants_turn.hand");
  hand.style = ButtonStyle::Primary;
  view.actions = {action_button(scene, Action::DismissOverlay, "screen.overlay.applicants_turn.look"), hand};
  dialog(canvas, view);
}

void draw_staff_attest(Canvas& canvas, const Scene& scene) {
  FrameView frame = frame_of_scene(scene);
  frame.next.label = scene.words("screen.staff_attest.go");
  NoticeView view;
  view.tone = Tone::Plain;
  view.icon = Icon::Person;
  view.title = scene.words("screen.staff_attest.title");
  view.body = scene.words("screen.staff_attest.sub");
  for (const char* step : {"step_1", "step_2", "step_3"}) view.steps.push_back(scene.words("screen.staff_attest." + std::string(step)));
  view.steps.push_back(scene.words("screen.staff_attest.note"));
  notice(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
