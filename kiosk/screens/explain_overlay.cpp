// くわしく見る: what a question means, or every reason of the verdict, with the rule's source and the day it was checked.
#include "kiosk/screens/dialog.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/scene_parts.h"
#include "kiosk/screens/sources.h"

namespace desk::screens {
namespace {

using flow::Action;

ListRow reason_row(const Scene& scene, const rules::EligibilityReason& reason) {
  const Speaker speaker = speaker_of(scene);
  ListRow row;
  row.title = speaker.reason(reason);
  if (!reason.change.code.empty()) row.sub = speaker.coded("change.", reason.change.code, reason.change.args) + "\n";
  const RuleSource source = rule_source(scene, reason.clause);
  row.sub += source.words;
  if (reason.confidence == catalog::Confidence::Low) row.tag = {Tone::Care, scene.words("screen.source.doubtful"), true};
  return row;
}

// Every reason of the verdict on a screen of its own, page by page: the smallest panel shows only the first beside the estimate.
void verdict_reasons(Canvas& canvas, const Scene& scene, UiState& ui) {
  canvas.begin_layer();
  canvas.fill(canvas.area(), canvas.theme().paper);
  PagedListView view;
  view.title = scene.words("screen.verdict.reasons_title");
  for (const auto& reason : scene.assessment.eligibility.reasons) view.rows.push_back(reason_row(scene, reason));
  for (const auto& warning : scene.assessment.eligibility.warnings) view.rows.push_back(reason_row(scene, warning));
  const RuleSource source = rule_source(scene, "");
  if (!source.address.empty()) {
    ListRow row{"", scene.words("screen.source.paper"), source.address, {}};
    if (source.doubtful) row.tag = {Tone::Care, scene.words("screen.source.doubtful"), true};
    view.rows.push_back(std::move(row));
  }
  view.paging = paging_of(scene, ui);
  Rect content = canvas.area().inset(canvas.compact() ? 6 : 14, canvas.compact() ? 5 : 10);
  const Rect foot = content.cut_bottom(kPrimaryLeast + 1, kGapLeast + 2);
  ButtonView close = action_button(scene, Action::DismissOverlay, "screen.overlay.explain.close");
  close.style = ButtonStyle::Primary;
  button(canvas, foot.middle(std::min(foot.w, 150.0), foot.h), close);
  ui.next_first = paged_list(canvas, content, view);
}

}  // namespace

void draw_explanation(Canvas& canvas, const Scene& scene, UiState& ui) {
  if (scene.model.step == flow::Step::Verdict) return verdict_reasons(canvas, scene, ui);
  const std::string name(flow::name_of(scene.model.step));
  std::string key = "question." + name + ".explain";
  if (!scene.words.has(key)) key = "screen." + name + ".explain";
  const RuleSource source = source_of_question(scene);
  DialogView view;
  view.icon = Icon::Info;
  view.title = scene.words("screen.overlay.explain.title");
  view.body = scene.words.has(key) ? scene.words(key) : scene.words("screen.overlay.help.not_reached");
  view.note = source.words;
  if (!source.address.empty()) view.note += "\n" + source.address;
  if (source.doubtful) view.note += "\n" + scene.words("screen.source.doubtful");
  view.actions.push_back(action_button(scene, Action::DontKnow, "screen.overlay.explain.dont_know"));
  ButtonView close = action_button(scene, Action::DismissOverlay, "screen.overlay.explain.close");
  close.style = ButtonStyle::Primary;
  view.actions.push_back(close);
  dialog(canvas, view);
}

}  // namespace desk::screens
