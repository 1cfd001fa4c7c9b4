// Which screen shows which step, and which key means what. The one exhaustive switch (style 21).
#include "kiosk/screens/scene.h"

#include <algorithm>

#include "kiosk/flow/question.h"
#include "kiosk/flow/update.h"
#include "kiosk/screens/hint.h"
#include "kiosk/screens/machine_parts.h"
#include "kiosk/screens/scene_parts.h"
#include "kiosk/screens/screen_name.h"

namespace desk::screens {
namespace {

using flow::Action;
using flow::Step;

void draw_step(Canvas& canvas, const Scene& scene, UiState& ui) {
  switch (scene.model.step) {
    case Step::Attract: return draw_attract(canvas, scene);
    case Step::Consent: return draw_consent(canvas, scene);
    case Step::Entity:
    case Step::Industry:
    case Step::MainTrade:
    case Step::Capital:
    case Step::Employees:
    case Step::Purpose:
    case Step::Exclusions:
    case Step::PastAward:
    case Step::Processes:
    case Step::ProcessKinds:
    case Step::SoftwareCost:
    case Step::TotalAccounts:
    case Step::SmeAccounts:
    case Step::Members:
    case Step::AnalysisCost:
    case Step::AdminCost:
    case Step::PcCost:
    case Step::RegisterCost:
    case Step::MinimumWage:
    case Step::GbizId:
    case Step::MyNumber:
    case Step::SecurityAction:
    case Step::SecurityActionId:
    case Step::ManagementCheck:
    case Step::Vendor:
    case Step::Contracted:
    case Step::CorporateNumber:
    case Step::PartnerCount: return draw_question(canvas, scene, ui);
    case Step::Verdict: return draw_verdict(canvas, scene, ui);
    case Step::Readiness: return draw_readiness(canvas, scene, ui);
    case Step::Plan: return draw_plan(canvas, scene, ui);
    case Step::Phone: return draw_phone(canvas, scene);
    case Step::Code: return draw_code(canvas, scene, ui);
    case Step::SameNumber: return draw_same_number(canvas, scene);
    case Step::ApplicationNumber: return draw_application_number(canvas, scene);
    case Step::PartnerKind: return draw_partner_kind(canvas, scene);
    case Step::Papers: return draw_papers(canvas, scene, ui);
    case Step::Coach: return draw_coach(canvas, scene, ui);
    case Step::Scanning: return draw_scanning(canvas, scene);
    case Step::Scanned: return draw_scanned(canvas, scene, ui);
    case Step::Masking: return draw_masking(canvas, scene, ui);
    case Step::IssueDate: return draw_issue_date(canvas, scene);
    case Step::Review: return draw_review(canvas, scene, ui);
    case Step::Printing: return draw_printing(canvas, scene);
    case Step::Done: return draw_done(canvas, scene);
    case Step::Resume: return draw_resume(canvas, scene);
    case Step::ResumeNumber: return draw_resume_number(canvas, scene);
    case Step::ResumeScan: return draw_scanning(canvas, scene);
    case Step::ResumeCode: return draw_resume_code(canvas, scene);
    case Step::StaffPin: return draw_staff_pin(canvas, scene);
    case Step::StaffHome: return draw_staff_home(canvas, scene);
    case Step::StaffApplications: return draw_staff_applications(canvas, scene, ui);
    case Step::StaffApplication: return draw_staff_application(canvas, scene, ui);
    case Step::StaffTrail: return draw_staff_trail(canvas, scene, ui);
    case Step::StaffAttest: return draw_staff_attest(canvas, scene);
    case Step::StaffOutbox: return draw_staff_outbox(canvas, scene, ui);
    case Step::StaffCalls: return draw_staff_calls(canvas, scene, ui);
    case Step::StaffDevices: return draw_staff_devices(canvas, scene, ui);
    case Step::StaffSelfTest: return draw_staff_self_test(canvas, scene, ui);
    case Step::StaffTouchTest: return draw_staff_touch_test(canvas, scene, ui);
    case Step::StaffTraining: return draw_staff_training(canvas, scene, ui);
    case Step::StaffSettings: return draw_staff_settings(canvas, scene, ui);
    case Step::ContactName: return draw_contact_name(canvas, scene, ui);
  }
}

std::optional<std::string_view> after(std::string_view key, std::string_view prefix) {
  if (!key.starts_with(prefix)) return std::nullopt;
  return key.substr(prefix.size());
}

constexpr double kVeil = 150;  // of 255: how much paper lies over the first frame of a new screen

// The first page that asks for a look: the onward button of the scanned pages feeds it again.
std::optional<int> page_to_redo(const flow::Model& model) {
  for (const flow::PageView& page : model.scan.pages) {
    if (page.care()) return page.number;
  }
  return std::nullopt;
}

std::optional<flow::Event> press_frame(std::string_view key, const Scene& scene) {
  const auto act = [](Action action) { return flow::Event{flow::Pressed{action}}; };
  if (key == key::kBack) return act(scene.model.step == Step::Done ? Action::PrintAgain : Action::Back);
  if (key == key::kHelp) return act(Action::CallStaff);
  if (key == key::kText) return act(Action::OpenTextSize);
  if (key == key::kColour) return act(Action::OpenTheme);
  if (key == key::kLanguage) return act(Action::OpenLanguage);
  if (key == key::kSound) return act(Action::OpenSound);
  if (key == key::kNext) {
    if (scene.model.step == Step::Scanned) {
      if (const auto page = page_to_redo(scene.model)) return flow::PageAgainChosen{*page};
    }
    return act(Action::Next);
  }
  return std::nullopt;
}

std::optional<flow::Event> press_setting(std::string_view key, const Scene& scene) {
  if (const auto size = after(key, key::kTextSize)) return flow::TextSizeChosen{number_in(*size)};
  if (key == key::kStill) return flow::StillChosen{!scene.model.settings.still};
  if (const auto theme = after(key, key::kTheme)) return flow::ThemeChosen{static_cast<flow::Theme>(number_in(*theme))};
  if (const auto code = after(key, key::kTongue)) {
    for (const text::LanguageInfo& each : scene.words.languages()) {
      if (code_of(each.language) == *code) return flow::LanguageChosen{each.language};
    }
  }
  if (const auto speech = after(key, key::kSpeech)) return flow::SpeechSwitched{*speech == "on"};
  if (const auto speed = after(key, key::kSpeed)) return flow::SpeechSpeedChosen{number_in(*speed)};
  if (const auto volume = after(key, key::kVolume)) return flow::SpeechVolumeChosen{number_in(*volume)};
  return std::nullopt;
}

// The key left of 0: "0人" and "買わない" answer at once, "全部けす" empties the entry.
std::optional<flow::Event> press_extra(const Scene& scene) {
  const auto question = flow::question_of(scene.model.step, scene.model.answers, scene.pack);
  if (question && question->kind == flow::QuestionKind::Number) return flow::Typed{'0'};
  return flow::Typed{'\f'};
}

}  // namespace

void draw_scene(Canvas& canvas, const Scene& scene, UiState& ui) {
  if (ui.step != scene.model.step) {
    ui = UiState{};
    ui.step = scene.model.step;
  }
  canvas.name_screen(screen_name(scene, ui), layer_name(scene, ui));
  if (staff_held_back(scene)) canvas.hold_back(is_answer_key);
  draw_step(canvas, scene, ui);
  draw_pointed(canvas, ui);
  canvas.hold_back({});
  draw_hint(canvas, scene, ui);
  if (canvas.setup().appeared < 1) {
    // A new screen comes out of the paper; readable from its first frame on, because it is only veiled.
    Colour veil = canvas.theme().paper;
    veil.a = static_cast<std::uint8_t>(kVeil * (1 - canvas.setup().appeared));
    canvas.fill(canvas.area(), veil);
  }
  if (scene.model.overlay == flow::Overlay::Practice) draw_practice_switches(canvas, scene, ui);
  else draw_overlay(canvas, scene, ui);
  draw_focus_group(canvas);
}

std::optional<flow::Event> press(std::string_view key, const Scene& scene, UiState& ui) {
  if (key == key::kPoint) {
    ui.pointing = !ui.pointing;
    ui.pointed.clear();
    return std::nullopt;
  }
  if (ui.pointing) {
    ui.pointing = false;
    ui.pointed = key;
    return std::nullopt;
  }
  if (scene.model.overlay == flow::Overlay::Practice && (key == key::kMore || key == key::kLess)) {
    ui.practice_first = key == key::kMore ? ui.practice_next : 0;
    return std::nullopt;
  }
  if (key == key::kMore || key == key::kLess) {
    ui.first = key == key::kMore ? ui.next_first : 0;
    return std::nullopt;
  }
  if (key == key::kCodeHelp) {
    ui.code_help = true;
    return std::nullopt;
  }
  const auto action = action_from(key);
  if (action == Action::DismissOverlay && ui.code_help) {
    ui.code_help = false;
    return std::nullopt;
  }
  if (action == Action::Explain || action == Action::DismissOverlay) ui.first = 0;  // each has pages of its own
  if (action) {
    ui.code_help = false;
    return flow::Pressed{*action};
  }
  if (auto event = press_frame(key, scene)) return event;
  if (auto event = press_setting(key, scene)) return event;
  if (auto event = press_name(key, scene)) return event;
  if (auto event = machine_press(key, scene)) return event;
  if (const auto code = after(key, key::kChoice)) {
    const auto question = flow::question_of(scene.model.step, scene.model.answers, scene.pack);
    if (question && question->kind == flow::QuestionKind::Several) return flow::Toggled{std::string(*code)};
    return flow::Chosen{std::string(*code)};
  }
  if (const auto area = after(key, key::kArea)) {
    if (const auto step = flow::step_named(*area)) return flow::StaffAreaChosen{*step};
  }
  if (const auto application = after(key, key::kKept)) return flow::ApplicationChosen{std::string(*application)};
  if (const auto need = after(key, key::kPaper)) return flow::PaperChosen{std::string(*need)};
  if (const auto kind = after(key, key::kPaperKind)) return flow::PaperKindChosen{std::string(*kind)};
  if (const auto page = after(key, key::kAgain)) return flow::PageAgainChosen{number_in(*page)};
  if (const auto page = after(key, key::kMaskPage)) return flow::PageMaskChosen{number_in(*page)};
  if (const auto letter = after(key, key::kLetter); letter && letter->size() == 1) return flow::Typed{letter->front()};
  if (key == key::kDelete) return flow::Typed{'\b'};
  if (key == key::kExtra) return press_extra(scene);
  if (const auto digit = after(key, key::kDigit); digit && digit->size() == 1) return flow::Typed{digit->front()};
  return flow::Touched{};
}

std::optional<flow::Event> refused(std::string_view key, const Scene& scene, UiState& ui) {
  if (ui.pointing) return press(key, scene, ui);
  // The flow refuses it as well, and says why.
  if (staff_held_back(scene) && is_answer_key(key)) return flow::Pressed{Action::Next};
  refuse(key, scene, ui);
  return std::nullopt;
}

std::optional<flow::Event> drag(const Drag& drag, const Scene& scene, UiState& ui) {
  if (auto event = machine_drag(drag, ui)) return event;
  if (drag.key != key::kMask || scene.model.step != Step::Masking) return std::nullopt;
  const double left = std::min(drag.from.x, drag.to.x), right = std::max(drag.from.x, drag.to.x);
  const double top = std::min(drag.from.y, drag.to.y), bottom = std::max(drag.from.y, drag.to.y);
  if (!drag.ended) {
    ui.drawing = Rect{left, top, right - left, bottom - top};
    return std::nullopt;
  }
  ui.drawing.reset();
  const auto thousandth = [](double part) { return static_cast<int>(part * 1000 + 0.5); };
  return flow::BoxDrawn{{thousandth(left), thousandth(top), thousandth(right), thousandth(bottom)}};
}

std::optional<flow::Event> typed(char character, const Scene& scene) {
  switch (scene.model.step) {
    case Step::Attract:
    case Step::Resume:
    case Step::Consent: return std::nullopt;
    default: return flow::Typed{character};  // steps without an entry drop it
  }
}

bool moving(const Scene& scene) {
  return flow::busy(scene.model) || scene.model.overlay == flow::Overlay::IdleWarning || scene.model.resume.looking;
}

}  // namespace desk::screens
