// What floats above the screen while the person needs time or help: staff called, the idle warning, the covered screen.
#include "kiosk/flow/update.h"
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::Action;
using flow::CallMessage;
using flow::CallSound;

std::int64_t seconds_left(SteadyTime until, SteadyTime now) {
  const auto micros = std::max<std::int64_t>((until - now).count(), 0);
  return (micros + 999'999) / 1'000'000;
}

ButtonView primary_button(const Scene& scene, Action action, std::string_view key) {
  ButtonView view = action_button(scene, action, key);
  view.style = ButtonStyle::Primary;
  return view;
}

// Nobody heard anything: then it must not say that somebody comes.
bool somebody_knows(const flow::CallState& call) { return call.sound != CallSound::NoDevice || call.message == CallMessage::Sent; }

std::string_view sound_key(CallSound sound) {
  switch (sound) {
    case CallSound::None: return "screen.overlay.call.ringing";
    case CallSound::Rung: return "screen.overlay.call.rung";
    case CallSound::NoDevice: return "screen.overlay.call.no_sound";
  }
  return "";
}

std::string_view message_key(CallMessage message) {
  switch (message) {
    case CallMessage::None: return "";
    case CallMessage::Sending: return "screen.overlay.call.sending";
    case CallMessage::Sent: return "screen.overlay.call.sent";
    case CallMessage::NotSent: return "screen.overlay.call.not_sent";
  }
  return "";
}

}  // namespace

void draw_idle_warning(Canvas& canvas, const Scene& scene) {
  const auto left = std::max<std::int64_t>((scene.model.idle_deadline - scene.now).count(), 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(scene.delays.idle_answer).count();
  const std::string seconds = std::to_string(seconds_left(scene.model.idle_deadline, scene.now));
  DialogView view;
  view.covers = true;  // whoever passes by must not read on what somebody left
  view.tone = Tone::Care;
  view.title = scene.words("screen.overlay.idle.title");
  view.body = scene.words("screen.overlay.idle.note", {{"seconds", seconds}});
  view.count = seconds;
  view.count_unit = scene.words("screen.overlay.idle.unit");
  view.count_fraction = whole > 0 ? static_cast<double>(left) / static_cast<double>(whole) : 0;
  view.actions = {action_button(scene, Action::ConfirmEnd, "screen.overlay.idle.end"),
                  primary_button(scene, Action::DismissOverlay, "screen.overlay.idle.go_on")};
  dialog(canvas, view);
}

void draw_away(Canvas& canvas, const Scene& scene) {
  const std::string minutes = std::to_string((seconds_left(scene.model.away_until, scene.now) + 59) / 60);
  DialogView view;
  view.covers = true;
  view.icon = Icon::Clock;
  view.title = scene.words("screen.overlay.away.title");
  view.body = scene.words("screen.overlay.away.body", {{"minutes", minutes}});
  view.actions = {primary_button(scene, Action::CameBack, "screen.overlay.away.back")};
  dialog(canvas, view);
}

void draw_help(Canvas& canvas, const Scene& scene) {
  const flow::CallState& call = scene.model.call;
  const bool known = somebody_knows(call);
  DialogView view;
  view.tone = known ? Tone::Plain : Tone::Care;
  view.icon = Icon::Bell;
  view.title = scene.words(known ? "screen.overlay.help.title" : "screen.overlay.call.speak_to_staff");
  view.body = scene.words(sound_key(call.sound));
  if (const auto key = message_key(call.message); !key.empty()) view.body += "\n" + scene.words(key);
  view.body += "\n" + scene.words("screen.overlay.help.body");
  if (scene.model.step != flow::Step::Attract) view.actions.push_back(action_button(scene, Action::EndVisit, "screen.overlay.help.end_visit"));
  // Quiet: they are for the one who comes, not for the one who called.
  const auto for_staff = [&](Action action, std::string_view label) {
    view.actions.push_back(action_button(scene, action, label));
    view.actions.back().style = ButtonStyle::Quiet;
  };
  if (flow::may_assist(scene.model)) for_staff(Action::StaffHelps, "screen.overlay.help.assist");
  if (scene.model.machine.practice.here) for_staff(Action::OpenPractice, "practice.open");
  if (flow::may_open_staff(scene.model)) for_staff(Action::OpenStaff, "screen.overlay.help.staff");
  view.actions.push_back(primary_button(scene, Action::DismissOverlay, "screen.overlay.help.close"));
  dialog(canvas, view);
}

}  // namespace desk::screens
