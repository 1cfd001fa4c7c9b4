// What is kept: the list without a person in it, and one application with what is done and missing.
#include "data/rules/identity.h"
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/review.h"
#include "kiosk/screens/staff_parts.h"

namespace desk::screens {
namespace {

using flow::Action;
using flow::KeptApplication;
using flow::StaffNews;

std::string state_words(const Scene& scene, flow::KeptState state) {
  switch (state) {
    case flow::KeptState::InProgress: return scene.words("staff_state.in_progress");
    case flow::KeptState::Interrupted: return scene.words("staff_state.interrupted");
    case flow::KeptState::Parked: return scene.words("staff_state.parked");
    case flow::KeptState::Finished: return scene.words("staff_state.finished");
  }
  return {};
}

Tone state_tone(flow::KeptState state) {
  switch (state) {
    case flow::KeptState::InProgress: return Tone::Plain;
    case flow::KeptState::Interrupted: return Tone::Care;
    case flow::KeptState::Parked: return Tone::Quiet;
    case flow::KeptState::Finished: return Tone::Done;
  }
  return Tone::Quiet;
}

std::string proof_words(const Scene& scene, flow::KeptProof proof) {
  switch (proof) {
    case flow::KeptProof::None: return scene.words("staff_proof.none");
    case flow::KeptProof::Sms: return scene.words("staff_proof.sms");
    case flow::KeptProof::Staff: return scene.words("staff_proof.staff");
  }
  return {};
}

ListRow row_of(const Scene& scene, const KeptApplication& each) {
  const text::Words& words = scene.words;
  ListRow row;
  row.key = std::string(key::kKept) + each.application.hex;
  row.title = each.reception.text + "  " + moment_words(scene, each.updated);
  row.sub = proof_words(scene, each.proof);
  const auto add = [&](const std::string& more) { row.sub = words("staff_list.and", {{"one", row.sub}, {"two", more}}); };
  add(each.deadline ? words("screen.staff_applications.deadline", {{"day", words.day(*each.deadline)}})
                    : words("screen.staff_applications.no_deadline"));
  add(words("screen.staff_applications.files", {{"count", std::to_string(each.files)}}));
  if (each.training) add(words("screen.staff_applications.training"));
  row.tag = {state_tone(each.state), state_words(scene, each.state), true};
  return row;
}

std::string megabytes_of(std::int64_t bytes) {
  const std::int64_t tenths = (bytes + 99'999) / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

// The news of the last order, or what went wrong with it.
TagView news_of(const Scene& scene) {
  const flow::StaffState& staff = scene.model.staff;
  const text::Words& words = scene.words;
  if (staff.fault) {
    const std::string title = words(text_key(*staff.fault) + ".title");
    return {Tone::Stop, words("screen.staff_application.failed", {{"code", to_string(*staff.fault)}, {"what", title}}), true};
  }
  switch (staff.news) {
    case StaffNews::Erased: return {Tone::Done, words("screen.staff_applications.erased", {{"number", staff.told}}), true};
    case StaffNews::Exported:
      return {Tone::Done,
              words("screen.staff_application.exported",
                    {{"folder", staff.exported.folder}, {"count", std::to_string(staff.exported.files)}, {"size", megabytes_of(staff.exported.bytes)}}),
              true};
    case StaffNews::NotFound: return {Tone::Care, words("screen.staff_application.not_found"), true};
    case StaffNews::None:
    case StaffNews::Delivered:
    case StaffNews::StillWaiting: break;  // of the outbox
  }
  return {};
}

Tone tone_of_item(ItemState state) {
  switch (state) {
    case ItemState::Done: return Tone::Done;
    case ItemState::Care: return Tone::Care;
    case ItemState::Open: return Tone::Plain;
  }
  return Tone::Plain;
}

ReviewView open_application(const Scene& scene, const KeptApplication& open) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  ReviewView view;
  view.title = words("screen.staff_application.title", {{"number", open.reception.text}});
  view.sub = words("screen.staff_application.sub", {{"state", state_words(scene, open.state)},
                                                     {"proof", proof_words(scene, open.proof)},
                                                     {"day", words.day(open.answers_until)}});
  const auto add = [&](const ItemWords& item) { view.rows.push_back({item.label, item.state, tone_of_item(item.mark), {}}); };
  // Whom to call, and how it is read: only here, after the application was opened with a PIN.
  const flow::ContactName& contact = scene.model.answers.contact;
  if (const Secret name = contact.whole(); !name.empty()) {
    std::string reading;
    reading.reserve(contact.family_reading.size() + contact.given_reading.size() + 64);
    reading += contact.family_reading.reveal();
    reading += ' ';
    reading += contact.given_reading.reveal();
    view.rows.push_back({words("screen.contact_name.staff_label"),
                         words("screen.contact_name.staff_value", {{"name", std::string(name.reveal())}, {"reading", reading}}), Tone::Plain, {}});
  }
  if (const auto& number = scene.model.answers.corporate_number.value()) {
    view.rows.push_back({words("question.corporate_number.staff_label"), rules::grouped_corporate_number(*number), Tone::Plain, {}});
  }
  add(verdict_words(speaker, scene.assessment));
  view.rows.push_back({words("screen.staff_application.deadline"), target_words(speaker, scene.assessment), Tone::Plain, {}});
  for (const ItemWords& item : step_words(speaker, scene.assessment)) add(item);
  for (const ItemWords& item : all_paper_words(speaker, scene.model.answers, scene.assessment)) add(item);
  view.rows.push_back({words("screen.staff_application.papers"),
                       words("screen.staff_application.papers_value", {{"pages", std::to_string(open.pages)}, {"files", std::to_string(open.files)}}),
                       Tone::Plain, {}});
  return view;
}


}  // namespace

void draw_staff_applications(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::StaffState& staff = scene.model.staff;
  const text::Words& words = scene.words;
  const Rect content = draw_frame(canvas, staff_frame(scene));
  if (staff.fault) return draw_fault(canvas, scene, content, *staff.fault, {});
  if (!staff.listed) return staff_wait(canvas, scene, content, "screen.staff_applications.reading");
  PagedListView view;
  view.title = words(staff.unproved_only ? "screen.staff_applications.title_unproved" : "screen.staff_applications.title");
  std::int64_t today = 0;
  for (const KeptApplication& each : staff.applications) {
    today += is_today(scene, each.updated) ? 1 : 0;
    if (!staff.unproved_only || each.proof == flow::KeptProof::None) view.rows.push_back(row_of(scene, each));
  }
  view.note = news_of(scene);
  if (view.rows.empty()) {
    std::string body = words("screen.staff_applications.none_body");
    if (!view.note.text.empty()) body = view.note.text + "\n" + body;
    return staff_nothing(canvas, content, words(staff.unproved_only ? "screen.staff_applications.none_unproved" : "screen.staff_applications.none"), body);
  }
  view.sub = staff.unproved_only ? words("screen.staff_applications.sub_unproved")
                                 : words("screen.staff_applications.sub", {{"count", std::to_string(staff.applications.size())}, {"today", std::to_string(today)}});
  staff_list(canvas, scene, content, view, ui);
}

void draw_staff_application(Canvas& canvas, const Scene& scene, UiState& ui) {
  const flow::StaffState& staff = scene.model.staff;
  FrameView frame = staff_frame(scene);
  if (!staff.open) return (void)draw_frame(canvas, frame);
  const bool ready = staff.listed && !staff.working;
  frame.next.label = scene.words("screen.staff_application.resume");
  frame.next.enabled = ready && staff.open->resumable;
  frame.back.enabled = !staff.working;
  Rect content = draw_frame(canvas, frame);
  if (staff.working) return staff_wait(canvas, scene, content, "screen.staff_application.working");
  if (!staff.listed) return staff_wait(canvas, scene, content, "screen.staff_application.reading");
  std::vector<ButtonView> actions{action_button(scene, Action::ExportThis, "screen.staff_application.export"),
                                  action_button(scene, Action::ShowTrail, "screen.staff_application.trail"),
                                  action_button(scene, Action::EraseThis, "screen.staff_application.erase")};
  const TagView news = news_of(scene);
  canvas.fit([&] {
    Rect area = content;
    const double buttons = canvas.dry([&] { return button_row(canvas, {0, 0, area.w, 1e5}, actions); });
    const double gap = std::max(kGapLeast + 0.2, canvas.gap() * 0.6);
    const Rect foot = area.cut_bottom(buttons, gap);
    button_row(canvas, foot, actions);
    if (!news.text.empty()) {
      const double tall = canvas.dry([&] { return tag(canvas, {0, 0, area.w, 1e5}, news).h; });
      tag(canvas, area.cut_bottom(tall + 0.3, gap), news);
    }
    ReviewView view = open_application(scene, *staff.open);
    view.paging = paging_of(scene, ui);
    ui.next_first = review(canvas, area, view);
  });
}

void draw_erase_asked(Canvas& canvas, const Scene& scene) {
  const auto& open = scene.model.staff.open;
  if (!open) return;
  DialogView view;
  view.tone = Tone::Care;
  view.icon = Icon::Eraser;
  view.title = scene.words("screen.overlay.erase.title", {{"number", open->reception.text}});
  view.body = scene.words("screen.overlay.erase.body", {{"pages", std::to_string(open->pages)}, {"files", std::to_string(open->files)}});
  ButtonView keep = action_button(scene, Action::DismissOverlay, "screen.overlay.erase.keep");
  keep.style = ButtonStyle::Primary;
  view.actions = {action_button(scene, Action::EraseSure, "screen.overlay.erase.go"), keep};
  dialog(canvas, view);
}

void draw_erase_sure(Canvas& canvas, const Scene& scene) {
  const auto& open = scene.model.staff.open;
  if (!open) return;
  DialogView view;
  view.tone = Tone::Stop;
  view.icon = Icon::Exclamation;
  view.title = scene.words("screen.overlay.erase.sure_title");
  view.body = scene.words("screen.overlay.erase.sure_body", {{"number", open->reception.text}});
  ButtonView keep = action_button(scene, Action::DismissOverlay, "screen.overlay.erase.keep");
  keep.style = ButtonStyle::Primary;
  // The two buttons change places, so that a finger that bounces cannot answer both questions.
  view.actions = {keep, action_button(scene, Action::EraseNow, "screen.overlay.erase.sure_go")};
  dialog(canvas, view);
}

}  // namespace desk::screens
