// The verdict with its reasons, and how much it could be.
#include <algorithm>

#include "kiosk/screens/verdict.h"

#include "kiosk/flow/purpose.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

TagView verdict_tag(const Scene& scene) {
  switch (scene.assessment.eligibility.verdict) {
    case rules::Verdict::Eligible: return {Tone::Done, scene.words("screen.verdict.eligible.title"), true};
    case rules::Verdict::NotEligible: return {Tone::Stop, scene.words("screen.verdict.not_eligible.title"), true};
    case rules::Verdict::Check: return {Tone::Care, scene.words("screen.verdict.check.title"), true};
  }
  return {};
}

std::vector<std::string> reasons(const Scene& scene) {
  const Speaker speaker = speaker_of(scene);
  std::vector<std::string> lines;
  const auto add = [&](std::string line) {
    if (lines.size() < 5 && !line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(std::move(line));
  };
  for (const auto& reason : scene.assessment.eligibility.reasons) {
    add(speaker.reason(reason));
    // What would have to be otherwise stands right behind its reason.
    if (!reason.change.code.empty()) add(speaker.coded("change.", reason.change.code, reason.change.args));
  }
  // What the answers add to the rule's own reason, in the applicant's terms.
  const flow::Answers& answers = scene.model.answers;
  if (scene.assessment.eligibility.verdict == rules::Verdict::Eligible) {
    if (answers.exclusions.value() && answers.exclusions.value()->empty()) add(scene.words("word.reason_no_exclusion"));
    if (answers.awarded_before.is(false)) add(scene.words("word.reason_not_awarded"));
    const int functions = scene.assessment.frame == nullptr ? 0 : flow::functions_in(answers, scene.pack, *scene.assessment.frame).value_or(0);
    if (functions > 0) add(scene.words("word.reason_functions", {{"count", std::to_string(functions)}}));
  }
  for (const auto& warning : scene.assessment.eligibility.warnings) add(speaker.reason(warning));
  if (scene.assessment.estimate) {
    for (const auto& reason : scene.assessment.estimate->reasons) add(speaker.reason(reason));
    for (const auto& warning : scene.assessment.estimate->warnings) add(speaker.reason(warning));
  }
  return lines;
}

// How the line is reckoned, so that a person can follow it with a pocket calculator.
std::string arithmetic(const Speaker& speaker, const rules::EstimateLine& line) {
  if (!line.explanation.code.empty()) return speaker.coded("line.", line.explanation.code, line.explanation.args);
  return speaker.words("screen.verdict.line_rate", {{"rate", to_string(line.rate)}});
}

// Which figure an estimate waits for.
std::string_view missing_figure(const Scene& scene) {
  const catalog::Frame* frame = scene.assessment.frame;
  if (frame == nullptr || !scene.model.answers.software_cost.value()) return "screen.verdict.estimate_unknown";
  switch (frame->estimate.method) {
    case catalog::Method::AccountShare: return "screen.verdict.estimate_accounts_unknown";
    case catalog::Method::Group: return "screen.verdict.estimate_members_unknown";
    case catalog::Method::Bands:
    case catalog::Method::Tranches: break;
  }
  return "screen.verdict.estimate_unknown";
}

void add_estimate(const Scene& scene, VerdictView& view) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  if (!scene.assessment.estimate) {
    view.note = words(missing_figure(scene));
    return;
  }
  const rules::Estimate& estimate = *scene.assessment.estimate;
  view.amount_label = words("screen.verdict.estimate");
  view.amount = with_commas(estimate.subsidy);
  view.amount_unit = words("screen.verdict.unit");
  int part = 0;
  for (const rules::EstimateLine& line : estimate.lines) {
    const std::string what = words("screen.verdict.lines." + line.what);
    view.bar.push_back({what + " " + with_commas(line.subsidy), line.subsidy.amount, false});
    view.lines.push_back({words("screen.verdict.line", {{"what", what}, {"cost", with_commas(line.cost)}}),
                          arithmetic(speaker, line),
                          speaker.yen(line.subsidy), part++});
  }
  if (estimate.own_share.amount > 0) {
    view.bar.push_back({words("screen.verdict.own_share", {{"amount", with_commas(estimate.own_share)}}), estimate.own_share.amount, true});
  }
  view.note = estimate.payable ? words("screen.verdict.disclaimer") + words("screen.verdict.advance") : words("screen.verdict.not_payable");
  if (!estimate.next.empty() && estimate.next.front().gain.amount > 0) {
    const rules::NextStep& next = estimate.next.front();
    view.note = speaker.coded("reason.", next.code, {{"gain", std::to_string(next.gain.amount)}, {"amount", std::to_string(next.amount)}}) +
                "\n" + view.note;
  }
}

}  // namespace

void draw_verdict(Canvas& canvas, const Scene& scene, UiState& ui) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  FrameView frame = frame_of_scene(scene);
  const bool out = scene.assessment.eligibility.verdict == rules::Verdict::NotEligible;
  frame.next.label = words(out ? "screen.verdict.go_on_anyway" : "screen.verdict.go_on");
  VerdictView view;
  view.verdict = verdict_tag(scene);
  if (scene.assessment.frame != nullptr) view.frame_name = speaker.name(scene.assessment.frame->name);
  view.reasons = reasons(scene);
  view.basis = words("screen.verdict.basis_pack", {{"date", words.full_day(scene.pack.verified)}});
  view.actions.push_back(explain_button(scene));
  if (out) view.actions.push_back(action_button(scene, flow::Action::CallStaff, "screen.verdict.ask_staff"));
  add_estimate(scene, view);
  view.paging = paging_of(scene, ui);
  ui.next_first = verdict(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
