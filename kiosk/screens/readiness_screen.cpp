// What has to be ready before the application: a lamp, a word, what to do, and the official page as a QR.
#include <algorithm>

#include "kiosk/screens/lamps.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

constexpr std::size_t kMostLamps = 4;

Tone tone_of(rules::StepState state) {
  switch (state) {
    case rules::StepState::Ready: return Tone::Done;
    case rules::StepState::Redo:
    case rules::StepState::Unknown: return Tone::Care;
    case rules::StepState::Missing: return Tone::Care;
    case rules::StepState::Optional: return Tone::Quiet;
  }
  return Tone::Quiet;
}

// What is still to be done comes first, then what is there; a bonus last, and only while there is room. That a vendor is chosen and nothing
// is ordered yet needs no lamp.
int order_of(const rules::StepStatus& status) {
  if (status.state == rules::StepState::Optional) return 3;
  if (status.state != rules::StepState::Ready) return 0;
  return status.kind == catalog::StepKind::Vendor || status.kind == catalog::StepKind::NoContract ? 4 : 1;
}

Lamp lamp_of(const Scene& scene, const rules::StepStatus& status, const catalog::Step& step) {
  const Speaker speaker = speaker_of(scene);
  Lamp lamp;
  lamp.tone = tone_of(status.state);
  lamp.title = speaker.name(step.name);
  lamp.state = scene.words("screen.readiness.state." + std::string(rules::code_of(status.state)));
  lamp.body = status.reason.empty() ? speaker.name(step.how) : speaker.coded("reason.", status.reason, {});
  if (!status.action.empty()) {
    lamp.action = speaker.coded("todo.", status.action, {{"step", step.id}, {"minutes", std::to_string(step.minutes)}});
  }
  if (status.kind == catalog::StepKind::Gbizid) lamp.drawing = Drawing::AccountOnPhone;
  if (step.source.confidence == catalog::Confidence::Low) lamp.body = scene.words("screen.source.doubtful_note", {{"text", lamp.body}});
  if (status.state != rules::StepState::Ready && !step.url.empty()) {
    lamp.qr = scene.qr("https://" + step.url);
    lamp.qr_label = scene.words("screen.readiness.official_page");
  }
  return lamp;
}

}  // namespace

void draw_readiness(Canvas& canvas, const Scene& scene, UiState& ui) {
  LampsView view;
  view.title = scene.words("screen.readiness.title");
  view.sub = scene.words("screen.readiness.sub");
  std::vector<const rules::StepStatus*> statuses;
  for (const rules::StepStatus& status : scene.assessment.readiness) statuses.push_back(&status);
  std::stable_sort(statuses.begin(), statuses.end(), [](const auto* a, const auto* b) { return order_of(*a) < order_of(*b); });
  for (const rules::StepStatus* status : statuses) {
    if (view.lamps.size() == kMostLamps || order_of(*status) == 4) break;
    for (const catalog::Step& step : scene.pack.steps) {
      if (step.id == status->step) view.lamps.push_back(lamp_of(scene, *status, step));
    }
  }
  // What stands first is what to do now, unless nothing is left to do.
  view.first_is_next = !statuses.empty() && order_of(*statuses.front()) == 0;
  view.next_label = scene.words("screen.readiness.next_label");
  if (!view.first_is_next && !view.lamps.empty()) {
    view.title = scene.words("screen.readiness.all_ready");
    view.sub.clear();
    if (view.lamps.size() > 3) view.lamps.resize(3);  // side by side, they need the width
  }
  if (scene.model.record_open) {
    // An account takes a quarter of an hour on the phone: the visit may be parked here, with a slip to come back by.
    view.actions = {action_button(scene, flow::Action::TakeSlip, "screen.readiness.park_now"),
                    action_button(scene, flow::Action::StepAway, "screen.overlay.away.open")};
  }
  view.paging = paging_of(scene, ui);
  ui.next_first = lamps(canvas, draw_frame(canvas, frame_of_scene(scene)), view);
}

}  // namespace desk::screens
