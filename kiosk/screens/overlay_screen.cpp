// What floats above every step, and the one form in which a device's fault is told.
#include "kiosk/flow/update.h"
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::Action;
using flow::Overlay;

void idle_warning(Canvas& canvas, const Scene& scene) {
  const auto left = std::max<std::int64_t>((scene.model.idle_deadline - scene.now).count(), 0);
  const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(scene.delays.idle_answer).count();
  const std::string seconds = std::to_string((left + 999'999) / 1'000'000);
  DialogView view;
  view.tone = Tone::Care;
  view.title = scene.words("screen.overlay.idle.title");
  view.body = scene.words("screen.overlay.idle.note", {{"seconds", seconds}});
  view.count = seconds;
  view.count_unit = scene.words("screen.overlay.idle.unit");
  view.count_fraction = whole > 0 ? static_cast<double>(left) / static_cast<double>(whole) : 0;
  ButtonView on = action_button(scene, Action::DismissOverlay, "screen.overlay.idle.go_on");
  on.style = ButtonStyle::Primary;
  view.actions = {action_button(scene, Action::ConfirmEnd, "screen.overlay.idle.end"), on};
  dialog(canvas, view);
}

void help(Canvas& canvas, const Scene& scene) {
  DialogView view;
  view.icon = Icon::Bell;
  view.title = scene.words("screen.overlay.help.title");
  view.body = scene.words("screen.overlay.help.body") + "\n" + scene.words("screen.overlay.help.not_reached");
  if (scene.model.step != flow::Step::Attract) view.actions.push_back(action_button(scene, Action::EndVisit, "screen.overlay.help.end_visit"));
  if (flow::may_assist(scene.model)) view.actions.push_back(action_button(scene, Action::StaffHelps, "screen.overlay.help.assist"));
  if (scene.model.machine.practice.here) view.actions.push_back(action_button(scene, Action::OpenPractice, "practice.open"));
  if (flow::may_open_staff(scene.model)) view.actions.push_back(action_button(scene, Action::OpenStaff, "screen.overlay.help.staff"));
  for (ButtonView& action : view.actions) action.style = ButtonStyle::Quiet;
  ButtonView close = action_button(scene, Action::DismissOverlay, "screen.overlay.help.close");
  close.style = ButtonStyle::Primary;
  view.actions.push_back(close);
  dialog(canvas, view);
}

void confirm_end(Canvas& canvas, const Scene& scene) {
  DialogView view;
  view.tone = Tone::Care;
  view.icon = Icon::Question;
  view.title = scene.words("screen.overlay.confirm_end.title");
  view.body = scene.words("screen.overlay.confirm_end.body");
  if (scene.model.record_open) {
    view.body += "\n" + scene.words("screen.overlay.confirm_end.body_record");
    view.actions.push_back(action_button(scene, Action::TakeSlip, "screen.overlay.confirm_end.take_slip"));
  }
  view.actions.push_back(action_button(scene, Action::ConfirmEnd, "screen.overlay.confirm_end.end"));
  ButtonView stay = action_button(scene, Action::DismissOverlay, "screen.overlay.confirm_end.stay");
  stay.style = ButtonStyle::Primary;
  view.actions.push_back(stay);
  dialog(canvas, view);
}

void choose(Canvas& canvas, const Scene& scene, std::string title, std::vector<Choice> choices) {
  DialogView view;
  view.title = std::move(title);
  view.choices = std::move(choices);
  view.actions = {action_button(scene, Action::DismissOverlay, "button.close")};
  dialog(canvas, view);
}

Choice setting(std::string key, std::string title, bool selected) {
  Choice choice;
  choice.key = std::move(key);
  choice.title = std::move(title);
  choice.selected = selected;
  return choice;
}

void text_sizes(Canvas& canvas, const Scene& scene) {
  std::vector<Choice> choices;
  for (int size = 1; size <= 4; ++size) {
    const std::string number = std::to_string(size);
    choices.push_back(setting(std::string(key::kTextSize) + number, scene.words("screen.overlay.text_size.size_" + number),
                              scene.model.settings.text_size == size));
  }
  choose(canvas, scene, scene.words("screen.overlay.text_size.title"), std::move(choices));
}

void themes(Canvas& canvas, const Scene& scene) {
  std::vector<Choice> choices;
  int index = 0;
  for (const char* name : {"paper", "white_on_black", "yellow_on_black", "low_glare"}) {
    choices.push_back(setting(std::string(key::kTheme) + std::to_string(index), scene.words("screen.overlay.theme." + std::string(name)),
                              static_cast<int>(scene.model.settings.theme) == index));
    ++index;
  }
  choose(canvas, scene, scene.words("screen.overlay.theme.title"), std::move(choices));
}

void languages(Canvas& canvas, const Scene& scene) {
  std::vector<Choice> choices;
  for (Language language : {Language::Japanese, Language::EasyJapanese, Language::English}) {
    const std::string code(code_of(language));
    choices.push_back(setting(std::string(key::kTongue) + code, scene.words("screen.overlay.language." + code),
                              scene.model.settings.language == language));
  }
  choose(canvas, scene, scene.words("screen.overlay.language.title"), std::move(choices));
}

void sound(Canvas& canvas, const Scene& scene) {
  DialogView view;
  view.icon = Icon::Speaker;
  view.title = scene.words("screen.overlay.sound.title");
  view.body = scene.words("screen.overlay.sound.not_available");
  view.actions = {action_button(scene, Action::DismissOverlay, "screen.overlay.sound.close")};
  dialog(canvas, view);
}

void explain(Canvas& canvas, const Scene& scene) {
  const std::string name(flow::name_of(scene.model.step));
  std::string key = "question." + name + ".explain";
  if (!scene.words.has(key)) key = "screen." + name + ".explain";
  DialogView view;
  view.icon = Icon::Info;
  view.title = scene.words("screen.overlay.explain.title");
  view.body = scene.words.has(key) ? scene.words(key) : scene.words("screen.overlay.help.not_reached");
  view.actions.push_back(action_button(scene, Action::DontKnow, "screen.overlay.explain.dont_know"));
  ButtonView close = action_button(scene, Action::DismissOverlay, "screen.overlay.explain.close");
  close.style = ButtonStyle::Primary;
  view.actions.push_back(close);
  dialog(canvas, view);
}

void code_help(Canvas& canvas, const Scene& scene) {
  DialogView view;
  view.icon = Icon::Phone;
  view.title = scene.words("screen.code.late_title");
  view.points = code_help_points(scene);
  view.actions = code_ways_on(scene);
  ButtonView close = action_button(scene, Action::DismissOverlay, "button.close");
  close.style = ButtonStyle::Primary;
  view.actions.push_back(close);
  dialog(canvas, view);
}

void store_fault(Canvas& canvas, const Scene& scene) {
  DialogView view;
  view.tone = Tone::Care;
  view.title = scene.words("screen.overlay.store_fault.title");
  view.body = scene.words("screen.overlay.store_fault.body") + "\n" + to_string(*scene.model.store_fault);
  ButtonView retry = action_button(scene, Action::RetryStore, "screen.overlay.store_fault.retry");
  retry.style = ButtonStyle::Primary;
  view.actions = {action_button(scene, Action::CallStaff, "button.call_staff"), retry};
  dialog(canvas, view);
}

}  // namespace

void draw_fault(Canvas& canvas, const Scene& scene, const Rect& content, StaffCode code, std::vector<ButtonView> actions) {
  const std::string base = "fault.SC_" + std::to_string(static_cast<int>(code));
  NoticeView view;
  view.tone = Tone::Care;
  view.title = scene.words(base + ".title");
  view.body = scene.words(base + ".body");
  view.actions = std::move(actions);
  view.staff_code = to_string(code);
  notice(canvas, content, view);
}

void draw_overlay(Canvas& canvas, const Scene& scene, const UiState& ui) {
  // Most urgent first: a person about to lose the screen, then what cannot be kept, then what was asked for.
  switch (scene.model.overlay) {
    case Overlay::IdleWarning: return idle_warning(canvas, scene);
    case Overlay::ConfirmEnd: return confirm_end(canvas, scene);
    case Overlay::Help: return help(canvas, scene);
    case Overlay::Explain: return explain(canvas, scene);
    case Overlay::TextSize: return text_sizes(canvas, scene);
    case Overlay::Theme: return themes(canvas, scene);
    case Overlay::Language: return languages(canvas, scene);
    case Overlay::Sound: return sound(canvas, scene);
    case Overlay::ApplicantsTurn: return draw_applicants_turn(canvas, scene);
    case Overlay::EraseAsked: return draw_erase_asked(canvas, scene);
    case Overlay::EraseSure: return draw_erase_sure(canvas, scene);
    case Overlay::Practice: return;  // drawn by draw_scene(): it pages
    case Overlay::None: break;
  }
  if (scene.model.store_fault && scene.model.step != flow::Step::Consent) return store_fault(canvas, scene);
  if (ui.code_help) code_help(canvas, scene);
}

}  // namespace desk::screens
