// The scan itself: feeding, faults, the pages as judged, black boxes, the day of issue.
#include <algorithm>

#include "kiosk/flow/era_date.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/screens/desk_answers.h"
#include "kiosk/screens/mask_editor.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/progress.h"
#include "kiosk/screens/scanned_pages.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::ScanPhase;

std::string paper_name(const Scene& scene) {
  const catalog::DocumentKind* kind = flow::kind_for(scene.model.scan.need, scene.model.answers, scene.pack);
  if (kind == nullptr) return {};
  return paper_label(speaker_of(scene), flow::parse_paper_key(scene.model.scan.need).partner, *kind);
}

std::string numbered_text(const Scene& scene, std::string_view key, int page) { return scene.words(key, {{"page", std::to_string(page)}}); }

TagView page_tag(const Scene& scene, const flow::PageView& page) {
  return page.care() ? TagView{Tone::Care, numbered_text(scene, "screen.scanned.page_care", page.number), true}
                     : TagView{Tone::Done, numbered_text(scene, "screen.scanned.page_ok", page.number), true};
}

std::vector<FieldRow> findings_of(const Scene& scene) {
  std::vector<FieldRow> rows;
  for (const flow::PageView& page : scene.model.scan.pages) {
    for (const flow::PageFinding& finding : page.findings) {
      rows.push_back({numbered_text(scene, "screen.scanning.page", page.number), scene.words("finding." + finding.code),
                      finding.care ? Tone::Care : Tone::Plain});
    }
  }
  if (rows.size() > 3) rows.resize(3);
  // Nothing was read by machine yet, so nobody may call the words correct (design 5).
  rows.push_back({scene.words("screen.scanned.content"), scene.words("screen.scanned.not_read_by_machine"), Tone::Plain});
  return rows;
}

void draw_working(Canvas& canvas, const Scene& scene, std::string_view title, Drawing what = Drawing::None) {
  FrameView frame = frame_of_scene(scene);
  frame.back.enabled = frame.next.enabled = false;
  ProgressView view;
  view.title = scene.words(title);
  view.icon = Icon::Paper;
  view.drawing = what;
  progress(canvas, draw_frame(canvas, frame), view);
}

}  // namespace

void draw_scanning(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  const flow::ScanState& scan = scene.model.scan;
  FrameView frame = frame_of_scene(scene);
  frame.next.label.clear();
  const Rect content = draw_frame(canvas, frame);
  if (scan.fault) {
    std::vector<ButtonView> actions;
    if (!scan.pages.empty()) actions.push_back(action_button(scene, flow::Action::KeepPages, "screen.scanning.keep"));
    ButtonView again = action_button(scene, flow::Action::ContinueScan, "screen.scanning.continue");
    again.style = ButtonStyle::Primary;
    actions.push_back(std::move(again));
    draw_fault(canvas, scene, content, *scan.fault, std::move(actions));
    return;
  }
  ProgressView view;
  view.drawing = Drawing::SheetInside;
  if (scan.from_resume) {
    view.title = words("screen.resume_scan.title");
    view.sub = words("screen.resume_scan.sub");
    view.count = words("screen.resume_scan.looking");
  } else {
    view.title = words("screen.scanning.title");
    view.sub = scan.replacing ? numbered_text(scene, "screen.scanning.replacing", *scan.replacing) : words("screen.scanning.sub");
    if (scan.page > 0) {
      view.count = numbered_text(scene, "screen.scanning.page", scan.replacing ? *scan.replacing : scan.page);
      view.fraction = scan.percent / 100.0;
    }
    if (!scan.pages.empty()) {
      view.steps.push_back({words("screen.scanning.pages_kept", {{"pages", std::to_string(scan.pages.size())}}), Tone::Done});
    }
  }
  view.actions = {action_button(scene, flow::Action::CancelScan, "screen.scanning.cancel")};
  progress(canvas, content, view);
}

void draw_scanned(Canvas& canvas, const Scene& scene, UiState& ui) {
  const text::Words& words = scene.words;
  const flow::ScanState& scan = scene.model.scan;
  if (scan.phase == ScanPhase::Saving) return draw_working(canvas, scene, "screen.scanned.saving");
  FrameView frame = frame_of_scene(scene);
  const auto care = static_cast<int>(std::count_if(scan.pages.begin(), scan.pages.end(), [](const auto& page) { return page.care(); }));
  const auto first_care = std::find_if(scan.pages.begin(), scan.pages.end(), [](const auto& page) { return page.care(); });
  if (care > 0) frame.next.label = numbered_text(scene, "screen.scanned.again_page", first_care->number);
  const Rect content = draw_frame(canvas, frame);
  if (scan.fault) {
    draw_fault(canvas, scene, content, *scan.fault, {action_button(scene, flow::Action::KeepPages, "screen.scanning.continue")});
    return;
  }
  ScannedPagesView view;
  const std::string count = std::to_string(scan.pages.size());
  view.title = care > 0 ? words("screen.scanned.title_care", {{"pages", count}, {"care", std::to_string(care)}})
                        : words("screen.scanned.title_ok", {{"pages", count}});
  view.sub = paper_name(scene);
  for (const flow::PageView& page : scan.pages) {
    ScannedPage shown;
    shown.picture = scene.images.find(page.thumbnail);
    shown.tag = page_tag(scene, page);
    shown.action.emplace();
    shown.action->key = std::string(key::kMaskPage) + std::to_string(page.number);
    shown.action->label = numbered_text(scene, "screen.scanned.mask_page", page.number);
    view.pages.push_back(std::move(shown));
  }
  view.paging = paging_of(scene, ui);
  view.fields = findings_of(scene);
  view.note = words(care > 0 ? "screen.scanned.sent_back" : "screen.scanned.sub");
  if (care > 0) view.actions.push_back(action_button(scene, flow::Action::KeepPages, "screen.scanned.keep"));
  view.actions.push_back(action_button(scene, flow::Action::ContinueScan, "screen.scanned.more"));
  view.actions.push_back(action_button(scene, flow::Action::ScanAgainAll, "screen.scanned.again_all"));
  ui.next_first = scanned_pages(canvas, content, view);
}

void draw_masking(Canvas& canvas, const Scene& scene, const UiState& ui) {
  const text::Words& words = scene.words;
  const flow::ScanState& scan = scene.model.scan;
  if (scan.phase == ScanPhase::Working) return draw_working(canvas, scene, "screen.masking.working", Drawing::NumberHidden);
  FrameView frame = frame_of_scene(scene);
  frame.next.label = words("screen.masking.done");
  frame.next.enabled = !scan.boxes.empty();
  MaskEditorView view;
  view.title = words("screen.masking.title");
  view.sub = words("screen.masking.sub");
  view.page_label = scan.masking ? numbered_text(scene, "screen.scanning.page", *scan.masking) : "";
  for (const flow::PageView& page : scan.pages) {
    if (scan.masking == page.number) view.picture = scene.images.find(page.thumbnail);
  }
  for (const flow::MaskBox& box : scan.boxes) {
    view.boxes.push_back({box.left / 1000.0, box.top / 1000.0, (box.right - box.left) / 1000.0, (box.bottom - box.top) / 1000.0});
  }
  if (ui.drawing) {
    view.boxes.push_back(*ui.drawing);
    view.drawing = true;
  }
  view.points = {words("screen.masking.what")};
  view.actions = {action_button(scene, flow::Action::MaskClear, "screen.masking.clear")};
  mask_editor(canvas, draw_frame(canvas, frame), view);
}

void draw_issue_date(Canvas& canvas, const Scene& scene) {
  const text::Words& words = scene.words;
  if (scene.model.scan.phase == ScanPhase::Saving) return draw_working(canvas, scene, "screen.scanned.saving");
  const catalog::DocumentKind* kind = flow::kind_for(scene.model.scan.need, scene.model.answers, scene.pack);
  const bool expiry = kind != nullptr && kind->rule == catalog::DocumentRule::NotExpired;
  const std::string& entry = scene.model.entry;
  const auto two = [&](std::size_t at) {
    std::string text = entry.size() > at ? entry.substr(at, 2) : "";
    while (text.size() < 2) text += "–";
    return entry.size() > at && entry.size() == at + 1 ? entry.substr(at, 1) + "–" : text.substr(0, entry.size() > at ? 2 : text.size());
  };
  NumberPadView view;
  view.title = words(expiry ? "screen.issue_date.title_expiry" : "screen.issue_date.title");
  view.sub = words("screen.issue_date.sub");
  view.value = words("screen.issue_date.era") + two(0) + words("screen.issue_date.year") + two(2) + words("screen.issue_date.month") + two(4) +
               words("screen.issue_date.day");
  view.extra_label = words("button.clear_all");
  view.delete_label = words("button.delete");
  view.digits_enabled = entry.size() < 6;
  if (const auto date = flow::entered_date(entry); date && kind != nullptr) {
    // Until when it may be used, and which deadlines that covers, as soon as the day is there.
    rules::Inputs inputs = asked_by(scene);
    inputs.document = kind->id;
    if (expiry) inputs.expires = date;
    else inputs.issued = date;
    if (const auto answer = desk_answer(scene, "registry_until", inputs)) {
      view.hint = {Tone::Plain, answer->main, false};
      if (!answer->lines.empty()) view.hint_text = answer->lines.front().text;
    }
  }
  if (!scene.model.problem.empty()) view.hint = {Tone::Care, words(scene.model.problem), true};
  view.actions = {action_button(scene, flow::Action::DontKnow, "question.dont_know.title"),
                  action_button(scene, flow::Action::Explain, "button.details")};
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = entry.size() == 6;
  number_pad(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
