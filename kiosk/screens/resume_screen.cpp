// つづきから: the ways back into a visit.
#include "kiosk/screens/letter_pad.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/question.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::ResumeNote;

TagView note_tag(const Scene& scene) {
  if (scene.model.staff.same_person) return {Tone::Care, scene.words("resume_note.pin_same"), true};
  if (!scene.model.problem.empty()) return {Tone::Care, scene.words(scene.model.problem), true};
  const auto say = [&](std::string_view what) { return TagView{Tone::Care, scene.words("resume_note." + std::string(what)), true}; };
  switch (scene.model.resume.note) {
    case ResumeNote::None: return {};
    case ResumeNote::NotFound: return say("not_found");
    case ResumeNote::TooEarly: {
      const auto& next = scene.model.code.next_send;
      return {Tone::Care, scene.words("resume_note.too_early", {{"clock", next ? clock_of(*next) : ""}}), true};
    }
    case ResumeNote::PinWrong: return say("pin_wrong");
    case ResumeNote::PinLocked: {
      const auto& wait = scene.model.staff.pin_wait;
      if (!wait) return say("pin_locked");
      if (scene.wall >= *wait) return {};
      return {Tone::Care, scene.words("resume_note.pin_wait", {{"seconds", std::to_string(wait->seconds - scene.wall.seconds)}}), true};
    }
    case ResumeNote::Unreachable: return say("unreachable");
  }
  return {};
}

// What the PIN opens this time.
std::string pin_sub(const Scene& scene) {
  const flow::StaffState& staff = scene.model.staff;
  if (scene.model.resume.looking) return scene.words("screen.staff_pin.checking");
  switch (staff.asks) {
    case flow::PinPurpose::Resume: return scene.words("screen.staff_pin.sub");
    case flow::PinPurpose::Home: return scene.words(staff.locked ? "screen.staff_pin.sub_locked" : "screen.staff_pin.sub_home");
    case flow::PinPurpose::Assist: return scene.words("screen.staff_pin.sub_assist");
    case flow::PinPurpose::AttestFirst: return scene.words("screen.staff_pin.sub_first");
    case flow::PinPurpose::AttestSecond: return scene.words("screen.staff_pin.sub_second", {{"name", staff.first}});
  }
  return {};
}

std::string masked_entry(const std::string& entry) {
  std::string dots;
  for (std::size_t i = 0; i < entry.size(); ++i) dots += "●";
  return dots;
}

}  // namespace

void draw_resume(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.next.label.clear();
  QuestionView view;
  view.title = words("screen.resume.title");
  view.sub = words(scene.model.resume.looking ? "screen.resume.looking" : "screen.resume.sub");
  const auto card = [&](flow::Action action, std::string_view name, Icon icon) {
    const std::string base = "screen.resume." + std::string(name);
    view.choices.push_back({action_key(action), words(base + ".title"), words(base + ".sub"), icon, false, false, !scene.model.resume.looking});
  };
  card(flow::Action::ResumeByScan, "by_scan", Icon::Tray);
  card(flow::Action::ResumeByNumber, "by_number", Icon::Receipt);
  card(flow::Action::ResumeByStaff, "by_staff", Icon::Person);
  view.answer_tag = note_tag(scene);
  question(canvas, draw_frame(canvas, frame), view);
}

void draw_resume_number(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = scene.model.entry.size() == 6 && !scene.model.resume.looking;
  Rect content = draw_frame(canvas, frame);
  canvas.fit([&] {
    Rect area = content;
    heading(canvas, area, words("screen.resume_number.title"), words(scene.model.resume.by_staff ? "screen.resume_number.sub_staff" : "screen.resume_number.sub"));
    std::string typed = scene.model.entry;
    if (typed.size() > 3) typed.insert(3, "-");
    const TagView note = scene.model.resume.looking ? TagView{Tone::Plain, words("screen.resume.looking"), false} : note_tag(scene);
    const auto line = [&](Column& column) {
      column.text(typed.empty() ? "–––-–––" : typed, {.role = Role::Title, .weight = text::Weight::Bold, .tabular = true});
      if (note.text.empty()) return;
      column.space(canvas.gap() * 0.6);
      column.take(tag(canvas, column.rest(), note).h);
    };
    const Rect shown = canvas.portrait() ? area.cut_top(column_height(canvas, area.w, line) + 0.5, canvas.gap())
                                         : area.cut_left(area.w * 0.36, canvas.gap() * 2);
    Column column(canvas, shown);
    line(column);
    column.close();
    // 29 letters and けす: five rows of six on every panel.
    letter_pad(canvas, area, {ReceptionNumber::alphabet(), words("button.delete"), 6, scene.model.entry.size() < 6});
  });
}

void draw_staff_pin(Canvas& canvas, const Scene& scene) {
  canvas.keep_secret();  // neither shown nor said
  const text::Words& words = scene.words;
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = !scene.model.entry.empty() && !scene.model.resume.looking;
  NumberPadView view;
  view.title = words("screen.staff_pin.title");
  view.sub = pin_sub(scene);
  view.value = masked_entry(scene.model.entry);
  view.hint = note_tag(scene);
  if (scene.desk.catalogue_fault) view.hint_text = words("screen.staff_pin.fell_back", {{"code", to_string(*scene.desk.catalogue_fault)}});
  // Staff are the ones who can do something about it; applicants see the date on the start screen.
  for (const std::string& line : stale_words(scene)) view.hint_text += (view.hint_text.empty() ? "" : "\n") + line;
  view.extra_label = words("button.clear_all");
  view.delete_label = words("button.delete");
  number_pad(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
