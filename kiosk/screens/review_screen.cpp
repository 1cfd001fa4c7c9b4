// Everything once more before it is printed, each with a way to change it.
#include "kiosk/screens/review.h"

#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

Tone row_tone(ItemState state) {
  switch (state) {
    case ItemState::Done: return Tone::Done;
    case ItemState::Care: return Tone::Care;
    case ItemState::Open: return Tone::Plain;
  }
  return Tone::Plain;
}

// Megabytes as people write them, one figure after the point, rounded up: a file never looks smaller than the portal counts it.
std::string megabytes(std::int64_t bytes) {
  const std::int64_t tenths = (bytes + 99'999) / 100'000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// The partners' papers as the portal gets them.
void add_bundles(const Scene& scene, ReviewView& view) {
  const text::Words& words = scene.words;
  switch (scene.model.bundles.phase) {
    case flow::BundlePhase::None: break;
    case flow::BundlePhase::Making: view.note = words("screen.review.bundles_making"); return;
    case flow::BundlePhase::Failed: {
      const std::string code = scene.model.bundles.fault ? to_string(*scene.model.bundles.fault) : std::string();
      view.rows.push_back({words("screen.review.bundles_failed"), words("screen.review.bundles_failed_value", {{"code", code}}), Tone::Stop, {}});
      return;
    }
    case flow::BundlePhase::Made: break;
  }
  for (const flow::Bundle& bundle : scene.model.answers.bundles) {
    const bool one = bundle.first_partner == bundle.last_partner;
    text::Arguments args{{"size", megabytes(bundle.bytes)}, {"pages", std::to_string(bundle.pages)}, {"first", std::to_string(bundle.first_partner)}};
    if (!one) args.emplace_back("last", std::to_string(bundle.last_partner));
    view.rows.push_back({bundle.name,
                         words(one ? "screen.review.bundle_value_one" : "screen.review.bundle_value", args), Tone::Done, {}});
  }
}

}  // namespace

void draw_review(Canvas& canvas, const Scene& scene, UiState& ui) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  ReviewView view;
  view.title = words("screen.review.title");
  view.sub = words("screen.review.sub");
  const ItemWords verdict = verdict_words(speaker, scene.assessment);
  view.rows.push_back({verdict.label, verdict.state, row_tone(verdict.mark), {}});
  if (scene.assessment.estimate && scene.assessment.estimate->payable) {
    view.rows.push_back({words("screen.review.estimate"), speaker.yen(scene.assessment.estimate->subsidy), Tone::Plain, {}});
  }
  view.rows.push_back({words("screen.review.deadline"), target_words(speaker, scene.assessment), Tone::Plain, {}});
  for (const ItemWords& item : step_words(speaker, scene.assessment)) view.rows.push_back({item.label, item.state, row_tone(item.mark), {}});
  const ItemWords phone = phone_words(speaker, scene.model.answers);
  ReviewRow phone_row{phone.label, phone.state, row_tone(phone.mark), {}};
  if (phone.mark != ItemState::Done) phone_row.change = action_button(scene, flow::Action::EditNumber, "screen.review.edit");
  view.rows.push_back(std::move(phone_row));
  add_bundles(scene, view);
  for (const flow::PaperAssessment& paper : scene.assessment.papers) {
    const ItemWords item = paper_words(speaker, scene.model.answers, paper);
    // What a partner handed in and is in order stands in its file's row.
    if (paper.partner > 0 && item.mark == ItemState::Done) continue;
    ReviewRow row{item.label, item.state, row_tone(item.mark), {}};
    row.change.key = std::string(key::kPaper) + paper.need;
    row.change.label = words("screen.review.edit");
    view.rows.push_back(std::move(row));
  }
  view.paging = paging_of(scene, ui);
  FrameView frame = frame_of_scene(scene);
  frame.next.label = words("screen.review.print");
  frame.next.icon = Icon::Printer;
  frame.next.enabled = scene.model.bundles.phase != flow::BundlePhase::Making;
  ui.next_first = review(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
