// The mobile number, its code, and what to do while a message does not come.
#include "kiosk/screens/code_entry.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/progress.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::CodeNote;
using flow::CodePhase;

// "090-1234-5": grouped while it is typed.
std::string grouped_phone(const std::string& digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == 3 || i == 7) text += "-";
    text += digits[i];
  }
  return text;
}

std::string_view note_key(CodeNote note) {
  switch (note) {
    case CodeNote::None: return "";
    case CodeNote::Wrong: return "wrong";
    case CodeNote::OlderMessage: return "older_message";
    case CodeNote::Expired: return "expired";
    case CodeNote::TooManyTries: return "too_many_tries";
    case CodeNote::TooEarly: return "too_early";
    case CodeNote::Refused: return "refused";
    case CodeNote::NumberCap: return "number_cap";
    case CodeNote::SiteCap: return "site_cap";
    case CodeNote::LockedForStaff: return "locked_for_staff";
    case CodeNote::Unreachable: return "unreachable";
    case CodeNote::Undeliverable: return "undeliverable";
  }
  return "";
}

bool may_send_again(const Scene& scene) {
  const flow::CodeState& code = scene.model.code;
  return !code.next_send || scene.wall >= *code.next_send;
}

std::vector<LabelledFact> facts_of(const Scene& scene) {
  const flow::CodeState& code = scene.model.code;
  std::vector<LabelledFact> facts;
  if (!code.masked.empty()) facts.push_back({scene.words("screen.code.to"), code.masked});
  if (!code.tag.empty()) facts.push_back({scene.words("screen.code.tag"), code.tag});
  if (code.valid_until) {
    facts.push_back({scene.words("screen.code.valid_label"), scene.words("screen.code.until", {{"clock", clock_of(*code.valid_until)}})});
  }
  return facts;
}

void draw_sending(Canvas& canvas, const Scene& scene, const FrameView& frame, std::string_view text_key) {
  ProgressView view;
  view.title = scene.words(text_key);
  view.drawing = Drawing::MessageComing;
  progress(canvas, draw_frame(canvas, frame), view);
}

}  // namespace

TagView code_note(const Scene& scene) {
  const flow::CodeState& code = scene.model.code;
  if (!scene.model.problem.empty()) return {Tone::Care, scene.words(scene.model.problem), true};
  if (code.sent == flow::SendState::Unknown && code.note == CodeNote::None) return {Tone::Care, scene.words("screen.code.sent_unknown"), true};
  const std::string_view note = note_key(code.note);
  if (note.empty()) return {};
  const bool wait = code.note == CodeNote::Wrong && code.wait_until && scene.wall < *code.wait_until;
  const std::optional<WallTime> clock = wait ? code.wait_until : code.next_send;
  const text::Arguments arguments{{"tries", std::to_string(code.tries_left)}, {"tag", code.tag}, {"clock", clock ? clock_of(*clock) : ""}};
  return {Tone::Care, scene.words("code_note." + std::string(wait ? "wrong_wait" : note), arguments), true};
}

std::vector<std::string> code_help_points(const Scene& scene) {
  const flow::CodeState& code = scene.model.code;
  std::vector<std::string> points{scene.words("screen.code.late_1")};
  if (code.next_send && !may_send_again(scene)) {
    points.push_back(scene.words("screen.code.late_2", {{"clock", clock_of(*code.next_send)},
                                                         {"minutes", std::to_string(minutes_until(*code.next_send, scene.wall))}}));
  } else {
    points.push_back(scene.words("screen.code.late_2_now"));
  }
  points.push_back(scene.words("screen.code.late_3"));
  return points;
}

std::vector<ButtonView> code_ways_on(const Scene& scene) {
  std::vector<ButtonView> ways;
  if (may_send_again(scene)) ways.push_back(action_button(scene, flow::Action::SendAgain, "screen.code.send_again"));
  ways.push_back(action_button(scene, flow::Action::EditNumber, "screen.code.edit"));
  ways.push_back(action_button(scene, flow::Action::PapersFirst, "screen.code.papers_first"));
  if (scene.model.record_open) ways.push_back(action_button(scene, flow::Action::TakeSlip, "screen.code.take_slip"));
  return ways;
}

void draw_phone(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.next.label = words("screen.phone.send");
  frame.next.enabled = !scene.model.entry.empty();
  NumberPadView view;
  view.title = words("screen.phone.title");
  view.sub = words("screen.phone.sub");
  view.value = grouped_phone(scene.model.entry);
  view.placeholder = words("screen.phone.placeholder");
  view.extra_label = words("button.clear_all");
  view.delete_label = words("button.delete");
  if (!scene.model.problem.empty()) view.hint = {Tone::Care, words(scene.model.problem), true};
  else if (scene.model.entry.size() >= 4) {
    // A number that can never work is explained before it is complete; one that is merely short is left in peace.
    const auto parsed = PhoneNumber::parse(scene.model.entry);
    if (!parsed.ok && parsed.problem != PhoneProblem::TooShort) {
      view.hint = {Tone::Care, words("phone." + std::string(code_of(parsed.problem))), true};
    }
  }
  view.hint_text = words("screen.phone.later_note");
  view.actions = {action_button(scene, flow::Action::LaterPhone, "screen.phone.later"),
                  action_button(scene, flow::Action::NoMobile, "screen.phone.no_mobile")};
  number_pad(canvas, draw_frame(canvas, frame), view);
}

void draw_code(Canvas& canvas, const Scene& scene, UiState&) {
  const text::Words& words = scene.words;
  const flow::CodeState& code = scene.model.code;
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = code.phase == CodePhase::Waiting && scene.model.entry.size() == 6;
  if (code.phase == CodePhase::Sending) return draw_sending(canvas, scene, frame, "screen.code.sending");
  if (code.phase == CodePhase::Checking) return draw_sending(canvas, scene, frame, "screen.code.checking");
  CodeEntryView view;
  view.title = words("screen.code.title");
  view.digits = scene.model.entry;
  view.outcome = code_note(scene);
  view.facts = facts_of(scene);
  view.help_title = words("screen.code.late_title");
  view.help_points = code_help_points(scene);
  view.help_actions = code_ways_on(scene);
  view.keys = {words("button.clear_all"), words("button.delete"), true, code.phase == CodePhase::Waiting};
  code_entry(canvas, draw_frame(canvas, frame), view);
}

void draw_same_number(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.back.label.clear();
  frame.next.label.clear();
  QuestionView view;
  view.title = words("screen.same_number.title");
  view.sub = words("screen.same_number.sub");
  const auto card = [&](flow::Action action, std::string_view name, Icon icon) {
    const std::string base = "screen.same_number." + std::string(name);
    view.choices.push_back({action_key(action), words(base + ".title"), words(base + ".sub"), icon, false, false, true});
  };
  card(flow::Action::OpenPrevious, "open", Icon::Receipt);
  card(flow::Action::ReplacePrevious, "replace", Icon::Eraser);
  card(flow::Action::AnotherApplicant, "another", Icon::Bell);
  question(canvas, draw_frame(canvas, frame), view);
}

void draw_resume_code(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const flow::CodeState& code = scene.model.code;
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = code.phase == CodePhase::Waiting && scene.model.entry.size() == 6;
  if (code.phase == CodePhase::Checking) return draw_sending(canvas, scene, frame, "screen.code.checking");
  CodeEntryView view;
  view.title = words("screen.resume_code.title");
  view.digits = scene.model.entry;
  view.outcome = code_note(scene);
  view.facts = facts_of(scene);
  view.keys = {words("button.clear_all"), words("button.delete"), true, code.phase == CodePhase::Waiting};
  code_entry(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
