// What floats above every step, and the one form in which a device's fault is told.
#include "kiosk/flow/update.h"
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::Action;
using flow::Overlay;

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
  // Beside the colours, because both are about what the eye can bear.
  Choice still = setting(std::string(key::kStill), scene.words("screen.overlay.still.title"), scene.model.settings.still);
  still.sub = scene.words(scene.model.settings.still ? "screen.overlay.still.on" : "screen.overlay.still.off");
  choices.push_back(std::move(still));
  choose(canvas, scene, scene.words("screen.overlay.theme.title"), std::move(choices));
}

void languages(Canvas& canvas, const Scene& scene) {
  std::vector<Choice> choices;
  for (const text::LanguageInfo& each : scene.words.languages()) {
    choices.push_back(setting(std::string(key::kTongue) + std::string(code_of(each.language)), each.name, scene.model.settings.language == each.language));
  }
  choose(canvas, scene, scene.words("screen.overlay.language.title"), std::move(choices));
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
  const std::string base = text_key(code);
  NoticeView view;
  view.tone = Tone::Care;
  view.title = scene.words(base + ".title");
  view.body = scene.words(base + ".body");
  view.actions = std::move(actions);
  view.staff_code = to_string(code);
  notice(canvas, content, view);
}

void draw_overlay(Canvas& canvas, const Scene& scene, UiState& ui) {
  // Most urgent first: a person about to lose the screen, then what cannot be kept, then what was asked for.
  switch (scene.model.overlay) {
    case Overlay::IdleWarning: return draw_idle_warning(canvas, scene);
    case Overlay::ConfirmEnd: return confirm_end(canvas, scene);
    case Overlay::Help: return draw_help(canvas, scene);
    case Overlay::Explain: return draw_explanation(canvas, scene, ui);
    case Overlay::TextSize: return text_sizes(canvas, scene);
    case Overlay::Theme: return themes(canvas, scene);
    case Overlay::Language: return languages(canvas, scene);
    case Overlay::Sound: return draw_sound_panel(canvas, scene);
    case Overlay::ApplicantsTurn: return draw_applicants_turn(canvas, scene);
    case Overlay::EraseAsked: return draw_erase_asked(canvas, scene);
    case Overlay::EraseSure: return draw_erase_sure(canvas, scene);
    case Overlay::Away: return draw_away(canvas, scene);
    case Overlay::Practice: return;  // drawn by draw_scene(): it pages
    case Overlay::None: break;
  }
  if (scene.model.store_fault && scene.model.step != flow::Step::Consent) return store_fault(canvas, scene);
  if (ui.code_help) code_help(canvas, scene);
}

}  // namespace desk::screens
