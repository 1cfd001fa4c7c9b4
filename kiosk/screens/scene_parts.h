// What the screen files share: the frame with the right station, actions as keys, and small words. Not for other rooms.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/frame.h"
#include "kiosk/screens/keys.h"
#include "kiosk/screens/paged_blocks.h"
#include "kiosk/screens/scene.h"
#include "kiosk/screens/visit_words.h"
#include "kiosk/screens/widgets.h"

namespace desk::screens {

// Keys of targets that are answers: "choice.retail", "paper.registry", "again.2" …
namespace key {
inline constexpr std::string_view kAction = "act.";
inline constexpr std::string_view kChoice = "choice.";
inline constexpr std::string_view kPaper = "paper.";
inline constexpr std::string_view kPaperKind = "kind.";
inline constexpr std::string_view kAgain = "again.";
inline constexpr std::string_view kMaskPage = "hide.";
inline constexpr std::string_view kTextSize = "text.";
inline constexpr std::string_view kTheme = "theme.";
inline constexpr std::string_view kTongue = "lang.";
inline constexpr std::string_view kArea = "area.";
inline constexpr std::string_view kKept = "kept.";
inline constexpr std::string_view kPoint = "assist.point";
inline constexpr std::string_view kStill = "setting.still";
inline constexpr std::string_view kSpeech = "speech.";        // speech.on, speech.off
inline constexpr std::string_view kSpeed = "speed.";          // speed.1 … speed.3
inline constexpr std::string_view kVolume = "volume.";        // volume.1 … volume.5
inline constexpr std::string_view kWord = "word.";
inline constexpr std::string_view kForm = "form.";
inline constexpr std::string_view kNamePart = "name.";
}  // namespace key

[[nodiscard]] std::string action_key(flow::Action action);  // "act.park"
[[nodiscard]] std::optional<flow::Action> action_from(std::string_view key);

[[nodiscard]] Speaker speaker_of(const Scene& scene);
// Of templates that go on pages where they find no room.
[[nodiscard]] Paging paging_of(const Scene& scene, const UiState& ui);
[[nodiscard]] FrameView frame_of_scene(const Scene& scene);
// くわしく見る
[[nodiscard]] ButtonView explain_button(const Scene& scene);
[[nodiscard]] ButtonView action_button(const Scene& scene, flow::Action action, std::string_view text_key);

// "14:35"
[[nodiscard]] std::string clock_of(WallTime wall);
[[nodiscard]] int minutes_until(WallTime then, WallTime now);  // rounded up, never below 0

// Each in its own file.
void draw_attract(Canvas& canvas, const Scene& scene);
void draw_consent(Canvas& canvas, const Scene& scene);
void draw_question(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_verdict(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_readiness(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_plan(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_phone(Canvas& canvas, const Scene& scene);
void draw_code(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_same_number(Canvas& canvas, const Scene& scene);
void draw_application_number(Canvas& canvas, const Scene& scene);
void draw_partner_kind(Canvas& canvas, const Scene& scene);
void draw_papers(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_coach(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_scanning(Canvas& canvas, const Scene& scene);
void draw_scanned(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_masking(Canvas& canvas, const Scene& scene, const UiState& ui);
void draw_issue_date(Canvas& canvas, const Scene& scene);
void draw_review(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_printing(Canvas& canvas, const Scene& scene);
void draw_done(Canvas& canvas, const Scene& scene);
void draw_resume(Canvas& canvas, const Scene& scene);
void draw_resume_number(Canvas& canvas, const Scene& scene);
void draw_resume_code(Canvas& canvas, const Scene& scene);
void draw_staff_pin(Canvas& canvas, const Scene& scene);
void draw_contact_name(Canvas& canvas, const Scene& scene, UiState& ui);
// Keys of the keyboards, the words and the forms; nothing elsewhere than at the name.
[[nodiscard]] std::optional<flow::Event> press_name(std::string_view key, const Scene& scene);
[[nodiscard]] int number_in(std::string_view digits);  // 0 for anything else
// Staff: their own screens, and what the applicant sees of them.
void draw_staff_home(Canvas& canvas, const Scene& scene);
void draw_staff_applications(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_application(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_trail(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_attest(Canvas& canvas, const Scene& scene);
void draw_staff_outbox(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_staff_calls(Canvas& canvas, const Scene& scene, UiState& ui);
// もどる and nothing else at the foot, who is signed in at the top.
[[nodiscard]] FrameView staff_frame(const Scene& scene);
// Staff have the hand where only the applicant may answer.
[[nodiscard]] bool staff_held_back(const Scene& scene);
[[nodiscard]] bool is_answer_key(std::string_view key);
void add_assist_band(FrameView& frame, const Scene& scene);
// The ring around what staff point at.
void draw_pointed(Canvas& canvas, const UiState& ui);
void draw_applicants_turn(Canvas& canvas, const Scene& scene);
void draw_erase_asked(Canvas& canvas, const Scene& scene);
void draw_erase_sure(Canvas& canvas, const Scene& scene);
void draw_overlay(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_idle_warning(Canvas& canvas, const Scene& scene);
void draw_away(Canvas& canvas, const Scene& scene);
void draw_help(Canvas& canvas, const Scene& scene);
void draw_explanation(Canvas& canvas, const Scene& scene, UiState& ui);
void draw_sound_panel(Canvas& canvas, const Scene& scene);
// A device's fault: what happened, what to do, who can help.
void draw_fault(Canvas& canvas, const Scene& scene, const Rect& content, StaffCode code, std::vector<ButtonView> actions);

// Why staff should look at the pack's sources; empty: it is fresh.
[[nodiscard]] std::vector<std::string> stale_words(const Scene& scene);

// What is said about the last try of a code; empty: nothing.
[[nodiscard]] TagView code_note(const Scene& scene);
[[nodiscard]] std::vector<ButtonView> code_ways_on(const Scene& scene);
[[nodiscard]] std::vector<std::string> code_help_points(const Scene& scene);

}  // namespace desk::screens
