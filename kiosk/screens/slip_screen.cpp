// The slip on its way out, what the printer really said, and the end of the visit.
#include "kiosk/screens/done.h"
#include "kiosk/screens/notice.h"
#include "kiosk/screens/progress.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::PrintPhase;
using flow::SlipKind;

std::string_view progress_key(const flow::Model& model) {
  if (model.link.phase == flow::LinkPhase::Sending) return "screen.printing.sending_link";
  switch (model.print.phase) {
    case PrintPhase::Idle:
    case PrintPhase::Preparing: return "screen.printing.preparing";
    case PrintPhase::Queued: return "screen.printing.queued";
    case PrintPhase::Printing:
    case PrintPhase::Printed:
    case PrintPhase::Unknown:
    case PrintPhase::Failed: return "screen.printing.printing";
  }
  return "screen.printing.preparing";
}

std::string_view done_title(const flow::PrintState& print) {
  if (print.without_paper) return "screen.done.title_without_paper";
  switch (print.slip) {
    case SlipKind::Receipt: return "screen.done.title_receipt";
    case SlipKind::Park: return "screen.done.title_park";
    case SlipKind::LookUp: return "screen.done.title_lookup";
  }
  return "screen.done.title_receipt";
}

std::string done_note(const Scene& scene) {
  const text::Words& words = scene.words;
  if (scene.model.print.slip == SlipKind::LookUp) return words("screen.done.lookup_text");
  std::string note;
  if (scene.model.print.without_paper) note += words("screen.done.reception", {{"number", scene.model.reception.text}}) + "\n";
  if (scene.model.link.phase == flow::LinkPhase::Failed) note += words("screen.done.link_unsent") + "\n";
  switch (scene.model.answers.phone.proof) {
    case flow::PhoneProof::Sms: break;
    case flow::PhoneProof::Staff: note += words("screen.done.phone_attested") + "\n"; break;
    case flow::PhoneProof::None:
    case flow::PhoneProof::Later: note += words("screen.done.phone_unverified") + "\n"; break;
  }
  return note + words("screen.done.resume_text");
}

}  // namespace

void draw_printing(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const flow::PrintState& print = scene.model.print;
  FrameView frame = frame_of_scene(scene);
  frame.back.label.clear();
  frame.next.label.clear();
  const Rect content = draw_frame(canvas, frame);
  ButtonView again = action_button(scene, flow::Action::PrintAgain, "screen.printing.again");
  again.style = ButtonStyle::Primary;
  const ButtonView without = action_button(scene, flow::Action::GoOnWithoutPaper, "screen.printing.without_paper");
  if (print.phase == PrintPhase::Failed && print.fault) {
    draw_fault(canvas, scene, content, *print.fault, {without, again});
    return;
  }
  if (print.phase == PrintPhase::Unknown) {
    NoticeView view;
    view.tone = Tone::Care;
    view.icon = Icon::Printer;
    view.title = words("screen.printing.unknown");
    view.body = words("screen.printing.unknown_sub");
    ButtonView out = action_button(scene, flow::Action::SlipCameOut, "screen.printing.came_out");
    out.style = ButtonStyle::Primary;
    view.actions = {without, action_button(scene, flow::Action::SlipDidNotComeOut, "screen.printing.did_not"), out};
    notice(canvas, content, view);
    return;
  }
  ProgressView view;
  view.drawing = Drawing::SlipComingOut;
  view.title = words(progress_key(scene.model));
  progress(canvas, content, view);
}

void draw_done(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const flow::Model& model = scene.model;
  FrameView frame = frame_of_scene(scene);
  frame.back.label = words("screen.done.again");
  frame.back.icon = Icon::Printer;
  frame.next.label = words("screen.done.finish");
  frame.next.icon = Icon::None;
  DoneView view;
  view.title = words(done_title(model.print));
  view.slip = scene.images.find(model.print.picture);
  for (const TodoWords& todo : todo_words(speaker_of(scene), scene.assessment)) {
    if (view.todos.size() == 4) break;
    view.todos.push_back({{todo.urgent ? Tone::Care : Tone::Plain, todo.when, false}, todo.what});
  }
  view.note = done_note(scene);
  if (!model.link.grant.empty()) {
    view.grant = scene.qr(model.link.grant);
    const int minutes = model.link.grant_until ? minutes_until(*model.link.grant_until, scene.wall) : 10;
    view.grant_text = words("screen.done.grant_text", {{"minutes", std::to_string(minutes)}});
  }
  done(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
