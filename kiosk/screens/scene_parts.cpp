#include "kiosk/screens/scene_parts.h"

#include <array>
#include <charconv>
#include <utility>

#include "data/catalog/staleness.h"

namespace desk::screens {
namespace {

using flow::Action;

constexpr std::array kActionWords = {
    std::pair{Action::Begin, "begin"}, std::pair{Action::LookUp, "lookup"}, std::pair{Action::Resume, "resume"},
    std::pair{Action::Next, "next"}, std::pair{Action::Back, "back"}, std::pair{Action::DontKnow, "dont_know"},
    std::pair{Action::CallStaff, "call_staff"}, std::pair{Action::DismissOverlay, "dismiss"}, std::pair{Action::EndVisit, "end_visit"},
    std::pair{Action::ConfirmEnd, "confirm_end"}, std::pair{Action::Explain, "explain"}, std::pair{Action::OpenTextSize, "open_text"},
    std::pair{Action::OpenTheme, "open_theme"}, std::pair{Action::OpenLanguage, "open_language"}, std::pair{Action::OpenSound, "open_sound"},
    std::pair{Action::EditNumber, "edit_number"}, std::pair{Action::PapersFirst, "papers_first"}, std::pair{Action::TakeSlip, "take_slip"},
    std::pair{Action::SendAgain, "send_again"}, std::pair{Action::LaterPhone, "later_phone"}, std::pair{Action::ScanPaper, "scan"},
    std::pair{Action::NotYetHave, "not_yet"}, std::pair{Action::ScanAgainAll, "again_all"}, std::pair{Action::KeepPages, "keep"},
    std::pair{Action::ContinueScan, "continue_scan"}, std::pair{Action::CancelScan, "cancel_scan"}, std::pair{Action::MaskDone, "mask_done"},
    std::pair{Action::MaskClear, "mask_clear"}, std::pair{Action::PrintAgain, "print_again"}, std::pair{Action::SlipCameOut, "came_out"},
    std::pair{Action::SlipDidNotComeOut, "did_not"}, std::pair{Action::GoOnWithoutPaper, "without_paper"},
    std::pair{Action::ContinueAnyway, "anyway"}, std::pair{Action::ResumeByNumber, "by_number"},
    std::pair{Action::ResumeByScan, "by_scan"}, std::pair{Action::ResumeByStaff, "by_staff"}, std::pair{Action::OpenPrevious, "open_previous"},
    std::pair{Action::SwitchKeys, "switch_keys"}, std::pair{Action::KeepKana, "keep_kana"},
    std::pair{Action::ReplacePrevious, "replace_previous"}, std::pair{Action::AnotherApplicant, "another"}, std::pair{Action::RetryStore, "retry_store"},
    std::pair{Action::OpenStaff, "open_staff"}, std::pair{Action::StaffHelps, "staff_helps"}, std::pair{Action::HandToApplicant, "hand_over"},
    std::pair{Action::NoMobile, "no_mobile"}, std::pair{Action::ResumeThis, "resume_this"}, std::pair{Action::ExportThis, "export_this"},
    std::pair{Action::ShowTrail, "show_trail"}, std::pair{Action::EraseThis, "erase_this"}, std::pair{Action::EraseSure, "erase_sure"},
    std::pair{Action::EraseNow, "erase_now"}, std::pair{Action::RetryOutbox, "retry_outbox"},
    std::pair{Action::StepAway, "step_away"}, std::pair{Action::CameBack, "came_back"},
    std::pair{Action::ReadAgain, "read_again"}, std::pair{Action::StopReading, "stop_reading"},
    std::pair{Action::AskDevices, "ask_devices"}, std::pair{Action::TestRun, "test_run"}, std::pair{Action::TestSkip, "test_skip"},
    std::pair{Action::TestAgain, "test_again"}, std::pair{Action::TestAnew, "test_anew"}, std::pair{Action::TestYes, "test_yes"},
    std::pair{Action::TestNo, "test_no"}, std::pair{Action::TestSmsNumber, "test_sms_number"},
    std::pair{Action::OpenPractice, "open_practice"}, std::pair{Action::EndPractice, "end_practice"},
};

int station_index(const Scene& scene) {
  const auto station = flow::station_of(scene.model.step);
  return station ? static_cast<int>(*station) : -1;
}

}  // namespace

std::string action_key(flow::Action action) {
  for (const auto& [known, word] : kActionWords) {
    if (known == action) return std::string(key::kAction) + word;
  }
  return {};
}

std::optional<flow::Action> action_from(std::string_view key) {
  if (!key.starts_with(key::kAction)) return std::nullopt;
  for (const auto& [known, word] : kActionWords) {
    if (key.substr(key::kAction.size()) == word) return known;
  }
  return std::nullopt;
}

int number_in(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

Speaker speaker_of(const Scene& scene) { return {scene.words, scene.pack, scene.today}; }

Paging paging_of(const Scene& scene, const UiState& ui) { return {ui.first, scene.words("button.more"), scene.words("button.less")}; }

FrameView frame_of_scene(const Scene& scene) {
  FrameView frame = frame_view(scene.words, scene.desk.site_name, scene.desk.corner, station_index(scene));
  if (scene.desk.training) frame.site_line_2 = scene.words("frame.training", {{"year", std::to_string(scene.pack.year)}});
  if (scene.model.record_open) frame.reception = scene.model.reception.text;
  if (scene.model.staff.assisting) add_assist_band(frame, scene);
  if (!scene.desk.sound) frame.sound_label.clear();
  frame.sound_on = scene.model.settings.speech;
  return frame;
}

ButtonView action_button(const Scene& scene, flow::Action action, std::string_view text_key) {
  ButtonView button;
  button.key = action_key(action);
  button.label = scene.words(text_key);
  return button;
}

ButtonView explain_button(const Scene& scene) {
  ButtonView button = action_button(scene, flow::Action::Explain, "button.details");
  button.icon = Icon::Info;
  return button;
}

std::vector<std::string> stale_words(const Scene& scene) {
  std::vector<std::string> lines;
  for (catalog::Stale why : catalog::staleness(scene.pack, scene.today.date)) {
    switch (why) {
      case catalog::Stale::NotVerifiedLately:
        lines.push_back(scene.words("stale.not_verified_lately", {{"date", scene.words.full_day(scene.pack.verified)}}));
        break;
      case catalog::Stale::NoRoundAhead: lines.push_back(scene.words("stale.no_round_ahead")); break;
    }
  }
  return lines;
}

std::string clock_of(WallTime wall) { return clock_text(to_jst(wall).minute_of_day); }

int minutes_until(WallTime then, WallTime now) {
  return then <= now ? 0 : static_cast<int>((then.seconds - now.seconds + 59) / 60);
}

}  // namespace desk::screens
