// The required papers, and for each the coach: what it looks like, what it is mistaken for, what to check before it is fed.
#include "data/rules/japanese_date.h"
#include "kiosk/flow/era_date.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/screens/coach.h"
#include "kiosk/screens/desk_answers.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

constexpr int kSampleAge = 10;  // days

Tone tone_of(ItemState state) {
  switch (state) {
    case ItemState::Done: return Tone::Done;
    case ItemState::Care: return Tone::Care;
    case ItemState::Open: return Tone::Quiet;
  }
  return Tone::Quiet;
}

// Files of the programme that are filled in rather than scanned.
std::vector<std::string> files_to_fill(const Scene& scene) {
  std::vector<std::string> names;
  if (scene.assessment.frame == nullptr) return names;
  const catalog::Entity entity = flow::entity_of(scene.model.answers);
  for (const auto* need : rules::required_documents(scene.pack, *scene.assessment.frame, entity, scene.model.answers.near_minimum_wage.is(true))) {
    const catalog::DocumentKind* kind = need->any_of.empty() ? nullptr : scene.pack.document(need->any_of.front());
    if (kind != nullptr && !kind->scan) names.push_back(speaker_of(scene).name(kind->name));
  }
  return names;
}

// "令和7（2025）"; the word carries 年分 behind it.
std::string tax_year(const Scene& scene, int year) {
  return scene.words("word.tax_year", {{"year", std::to_string(year)}, {"reiwa", std::to_string(year - flow::kBeforeReiwa)}});
}

// What to check, and where on the drawing each of it stands.
struct Checks {
  std::vector<std::string> words;
  std::vector<Look> looks;
  void add(std::string check) { words.push_back(std::move(check)); }
  void add(std::string check, LookAt at) {
    add(std::move(check));
    looks.push_back({at, static_cast<int>(words.size())});
  }
};

Checks checks_for(const Scene& scene, const catalog::DocumentKind& kind, catalog::Entity entity, const flow::PaperAssessment* assessed) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  Checks checks;
  checks.add(words("screen.coach.check_name", {{"name", speaker.name(kind.name)}}), kind.look.mark.empty() ? LookAt::Title : LookAt::Mark);
  switch (kind.rule) {
    case catalog::DocumentRule::MonthsFromIssue: {
      const Date on = scene.assessment.target != nullptr ? scene.assessment.target->deadline.date : scene.today.date;
      const Date from = assessed != nullptr && assessed->validity.issue_from ? *assessed->validity.issue_from : rules::oldest_issue_date(on, kind.months);
      checks.add(words("screen.coach.check_issued", {{"date", words.day(from)}, {"months", std::to_string(kind.months)}}), LookAt::Date);
      break;
    }
    case catalog::DocumentRule::NotExpired: checks.add(words("screen.coach.check_expiry"), LookAt::Date); break;
    case catalog::DocumentRule::Latest: checks.add(words("screen.coach.check_latest"), LookAt::Date); break;
    case catalog::DocumentRule::TaxYear:
      checks.add(words("screen.coach.check_tax_year", {{"year", tax_year(scene, scene.pack.year + kind.year_offset)}}));
      break;
    case catalog::DocumentRule::Undated:
    case catalog::DocumentRule::Refused:
    case catalog::DocumentRule::Ask: break;
  }
  if (kind.tax) {
    for (const catalog::TaxItem& item : scene.pack.tax_items) {
      if (item.entity == entity) checks.add(words("screen.coach.check_tax_item", {{"item", speaker.name(item.name)}}));
    }
  }
  if (kind.rule == catalog::DocumentRule::NotExpired) checks.add(words("screen.coach.both_sides"));
  else checks.add(words("screen.coach.all_pages"), LookAt::Page);
  if (kind.masked) checks.add(words("screen.coach.masked"));
  return checks;
}

// What people ask at this paper: when to fetch it, and what to do when the tax office has stamped nothing (factbook 12.2).
void add_answers(const Scene& scene, const catalog::DocumentKind& kind, catalog::Entity entity, CoachView& view) {
  rules::Inputs inputs = asked_by(scene);
  inputs.entity = entity;
  inputs.document = kind.id;
  if (kind.rule == catalog::DocumentRule::MonthsFromIssue && kind.office) {
    if (const auto answer = desk_answer(scene, "office_day", inputs)) view.note = answer->main;
  }
  if (kind.rule == catalog::DocumentRule::TaxYear && !kind.evidence.empty()) {
    if (const auto answer = desk_answer(scene, "no_receipt_stamp", inputs)) {
      std::string ways;
      for (const DeskLine& line : answer->lines) {
        if (line.code.starts_with("way")) ways += (ways.empty() ? " " : " / ") + line.text;
      }
      view.checks.push_back(answer->main + ways);
    }
  }
}

// The paper as the pack has it drawn; what is printed on it is Japanese in every language of the screen.
PaperView drawn_paper(const catalog::DocumentKind& kind, std::string date, std::string page) {
  PaperView view;
  view.title = kind.look.title.empty() ? kind.name.ja : kind.look.title;
  view.date = std::move(date);
  view.page = std::move(page);
  view.mark = kind.look.mark;
  view.picture = kind.look.picture;
  return view;
}

// The refused paper that people bring instead of this one.
const catalog::DocumentKind* look_alike(const Scene& scene, const catalog::DocumentKind& kind) {
  for (const catalog::DocumentKind& other : scene.pack.documents) {
    if (other.rule == catalog::DocumentRule::Refused && other.use_instead == kind.id) return &other;
  }
  return nullptr;
}

}  // namespace

void draw_papers(Canvas& canvas, const Scene& scene, UiState& ui) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  PagedListView view;
  view.title = words("screen.papers.title");
  view.sub = words("screen.papers.sub");
  for (const flow::PaperAssessment& paper : scene.assessment.papers) {
    const ItemWords item = paper_words(speaker, scene.model.answers, paper);
    const auto held = scene.model.answers.papers.find(paper.need);
    const bool scanned = held != scene.model.answers.papers.end() && held->second.state == flow::PaperState::Scanned;
    const bool later = held != scene.model.answers.papers.end() && held->second.state == flow::PaperState::Later;
    ListRow row;
    row.key = std::string(key::kPaper) + paper.need;
    row.title = item.label;
    row.sub = paper.kind != nullptr ? speaker.name(paper.kind->where) : "";
    row.tag = {tone_of(item.mark), later ? words("screen.papers.state.later") : item.state, true};
    if (scanned) row.sub = words("screen.papers.pages", {{"pages", std::to_string(held->second.pages)}});
    view.rows.push_back(std::move(row));
  }
  for (const std::string& name : files_to_fill(scene)) view.rows.push_back({"", name, words("screen.papers.fill_in"), {}, false, false});
  view.paging = paging_of(scene, ui);

  FrameView frame = frame_of_scene(scene);
  const auto open = flow::next_open_paper(scene.model.answers, scene.pack);
  // "All scanned" is said only when it is so: what comes later is neither open nor scanned.
  bool all_scanned = true;
  for (const flow::PaperAssessment& paper : scene.assessment.papers) {
    const auto held = scene.model.answers.papers.find(paper.need);
    all_scanned = all_scanned && held != scene.model.answers.papers.end() && held->second.state == flow::PaperState::Scanned;
  }
  if (view.rows.empty()) view.sub = words("screen.papers.none");
  else if (all_scanned) view.sub = words("screen.papers.all_done");
  frame.next.label = words(open ? "screen.papers.next_paper" : "screen.papers.to_review");
  ui.next_first = paged_list(canvas, draw_frame(canvas, frame), view);
}

void draw_coach(Canvas& canvas, const Scene& scene, UiState& ui) {
  const text::Words& words = scene.words;
  const Speaker speaker = speaker_of(scene);
  const catalog::DocumentKind* kind = flow::kind_for(scene.model.scan.need, scene.model.answers, scene.pack);
  const catalog::DocumentNeed* need = flow::need_of(scene.model.scan.need, scene.model.answers, scene.pack);
  if (kind == nullptr || need == nullptr) return;
  const flow::PaperAssessment* assessed = nullptr;
  for (const flow::PaperAssessment& paper : scene.assessment.papers) {
    if (paper.need == scene.model.scan.need) assessed = &paper;
  }
  FrameView frame = frame_of_scene(scene);
  frame.next.label = words("screen.coach.scan");
  frame.next.icon = Icon::Tray;
  CoachView view;
  view.title = speaker.name(kind->name);
  view.sub = words("screen.coach.where", {{"where", speaker.name(kind->where)}});
  const int partner = flow::parse_paper_key(scene.model.scan.need).partner;
  if (partner > 0) view.sub = words("screen.coach.for_partner", {{"number", std::to_string(partner)}, {"where", speaker.name(kind->where)}});
  // A paper as it would look today, dated as papers are.
  const std::string dated = rules::japanese_date(plus_days(scene.today.date, -kSampleAge));
  Checks checks = checks_for(scene, *kind, need->entity, assessed);
  view.right = drawn_paper(*kind, dated, "1／2");
  view.right.looks = std::move(checks.looks);
  view.right_tag = words("screen.coach.this_one");
  if (const auto* other = look_alike(scene, *kind)) {
    view.wrong = drawn_paper(*other, dated, "1／1");
    view.wrong_tag = words("screen.coach.look_alike");
  }
  view.checks = std::move(checks.words);
  add_answers(scene, *kind, need->entity, view);
  view.tray = words("screen.coach.insert");
  view.tray_note = words("screen.coach.press");
  for (const std::string& other : need->any_of) {
    const catalog::DocumentKind* alternative = scene.pack.document(other);
    if (alternative == nullptr || alternative->id == kind->id) continue;
    ButtonView button;
    button.key = std::string(key::kPaperKind) + other;
    button.label = words("screen.coach.instead", {{"name", speaker.name(alternative->name)}});
    view.actions.push_back(std::move(button));
  }
  view.actions.push_back(action_button(scene, flow::Action::StepAway, "screen.overlay.away.open"));
  view.actions.push_back(action_button(scene, flow::Action::NotYetHave, "screen.coach.not_yet"));
  view.paging = paging_of(scene, ui);
  ui.next_first = coach(canvas, draw_frame(canvas, frame), view);
}

}  // namespace desk::screens
