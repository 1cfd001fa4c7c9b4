// One question a screen: cards, a list when there are many, or the ten keys. What a figure means is said as soon as it can be.
#include "kiosk/screens/question.h"

#include <algorithm>

#include "data/rules/identity.h"
#include "kiosk/flow/purpose.h"
#include "kiosk/flow/question.h"
#include "kiosk/screens/desk_answers.h"
#include "kiosk/screens/number_pad.h"
#include "kiosk/screens/paged_list.h"
#include "kiosk/screens/scene_parts.h"

namespace desk::screens {
namespace {

using flow::QuestionKind;
using flow::Step;

constexpr std::size_t kMostCards = 6;  // more become a list with pages

std::string base_of(Step step) { return "question." + std::string(flow::name_of(step)); }

// Words of a card: the pack names industries, exclusions, purposes and processes, the text files everything else.
struct CardWords {
  std::string title, sub;
};
CardWords card_words(const Scene& scene, Step step, const std::string& code) {
  const Speaker speaker = speaker_of(scene);
  if (step == Step::Industry || step == Step::MainTrade) {
    if (const auto* industry = scene.pack.industry(code)) return {speaker.name(industry->name), ""};
  }
  if (step == Step::Exclusions) {
    if (const auto* exclusion = scene.pack.exclusion(code)) return {speaker.name(exclusion->question), ""};
  }
  if (step == Step::Purpose) {
    for (const catalog::Purpose& purpose : scene.pack.purposes) {
      if (purpose.id == code) return {speaker.name(purpose.name), ""};
    }
  }
  if (step == Step::ProcessKinds && scene.assessment.frame != nullptr) {
    for (const catalog::BusinessProcess& process : scene.assessment.frame->processes) {
      if (process.id == code) return {speaker.name(process.name), ""};
    }
  }
  const std::string base = base_of(step) + "." + code;
  return {scene.words(base + ".title"), scene.words(base + ".sub")};
}

Icon icon_of(Step step, const std::string& code) {
  if (step == Step::Entity) return code == "corporation" ? Icon::Building : Icon::Person;
  if (code == "yes" || code == "prime") return Icon::Check;
  if (code == "no" || code == "none") return Icon::Dash;
  if (code == "entry") return Icon::Exclamation;
  return Icon::None;
}

// The condition whose wording the pack dates, e.g. who counts as near the minimum wage.
std::string sub_of(const Scene& scene, Step step) {
  if (step == Step::MinimumWage && scene.assessment.frame != nullptr) {
    if (const auto* now = catalog::near_minimum_wage_on(*scene.assessment.frame, scene.today.date)) return speaker_of(scene).name(now->text);
  }
  return scene.words(base_of(step) + ".sub");
}

// What is chosen so far means something that must be said before going on.
TagView choice_note(const Scene& scene) {
  if (!scene.model.problem.empty()) return {Tone::Care, scene.words(scene.model.problem), true};
  if (scene.model.step == Step::ProcessKinds && scene.assessment.frame != nullptr) {
    const auto processes = flow::processes_in(scene.model.answers, *scene.assessment.frame);
    if (processes && processes->only_generic()) return {Tone::Care, scene.words("question.process_kinds.only_generic"), true};
  }
  if (scene.model.step == Step::Contracted) {
    if (const auto answer = desk_answer(scene, "may_contract_now", asked_by(scene))) return {Tone::Care, answer->question + " " + answer->main, true};
  }
  return {};
}

void draw_list(Canvas& canvas, const Scene& scene, const flow::Question& question, const Rect& content, UiState& ui) {
  const Step step = scene.model.step;
  const flow::Codes chosen = flow::chosen(step, scene.model.answers);
  PagedListView view;
  view.title = scene.words(base_of(step) + ".title");
  view.sub = sub_of(scene, step);
  view.columns = canvas.portrait() || step == Step::Exclusions ? 1 : 2;
  for (const std::string& code : question.choices) {
    const CardWords words = card_words(scene, step, code);
    view.rows.push_back({std::string(key::kChoice) + code, words.title, words.sub, {}, chosen.contains(code), false});
  }
  view.rows.push_back({action_key(flow::Action::DontKnow), scene.words("question.dont_know.title"), "", {}, false, true});
  view.note = choice_note(scene);
  view.paging = paging_of(scene, ui);
  ui.next_first = paged_list(canvas, content, view);
}

void draw_cards(Canvas& canvas, const Scene& scene, const flow::Question& question_asked, const Rect& content) {
  const Step step = scene.model.step;
  const flow::Codes chosen = flow::chosen(step, scene.model.answers);
  QuestionView view;
  view.title = scene.words(base_of(step) + ".title");
  view.sub = sub_of(scene, step);
  view.several = question_asked.kind == QuestionKind::Several;
  for (const std::string& code : question_asked.choices) {
    const CardWords words = card_words(scene, step, code);
    view.choices.push_back({std::string(key::kChoice) + code, words.title, words.sub, icon_of(step, code), chosen.contains(code), false, true});
  }
  if (question_asked.may_not_know) {
    view.choices.push_back({action_key(flow::Action::DontKnow), scene.words("question.dont_know.title"), "", Icon::Question,
                            flow::answered_unknown(step, scene.model.answers), true, true});
  }
  view.actions = {explain_button(scene)};
  view.answer_tag = choice_note(scene);
  question(canvas, content, view);
}

// ---- the ten keys ----

const catalog::Industry* limit_row(const Scene& scene) {
  const auto& answers = scene.model.answers;
  const catalog::Industry* industry = scene.pack.industry(answers.industry.value_or(""));
  if (industry != nullptr && industry->by_main_trade) return scene.pack.industry(answers.main_trade.value_or(""));
  return industry;
}

void hint_employees(const Scene& scene, NumberPadView& view) {
  const catalog::Industry* row = limit_row(scene);
  if (row == nullptr || !row->employees || scene.model.entry.empty()) return;
  const std::int64_t people = std::stoll(scene.model.entry);
  const std::string industry = speaker_of(scene).name(row->name);
  const auto say = [&](std::string_view what, int limit) {
    return scene.words("question.employees." + std::string(what), {{"industry", industry}, {"limit", std::to_string(limit)}});
  };
  if (people <= *row->employees) {
    const bool micro = row->micro && people <= *row->micro;
    view.hint = {Tone::Done, micro ? say("hint_micro", *row->micro) : say("hint_sme", *row->employees), true};
  } else {
    view.hint = {Tone::Care, say(row->capital && !scene.model.answers.entity.is("sole") ? "hint_not_sme" : "hint_not_sme_alone", *row->employees), true};
  }
}

void hint_yen(const Scene& scene, NumberPadView& view) {
  if (scene.model.entry.empty()) return;
  const std::int64_t amount = std::stoll(scene.model.entry);
  if (amount >= 10'000 && amount % 10'000 == 0) {
    view.hint_text = scene.words(base_of(scene.model.step) + ".hint_manyen", {{"man", with_commas({amount / 10'000})}});
  }
  const catalog::Industry* row = limit_row(scene);
  if (scene.model.step != Step::Capital || row == nullptr || !row->capital) return;
  const Speaker speaker = speaker_of(scene);
  const bool within = amount <= row->capital->amount;
  view.hint = {within ? Tone::Done : Tone::Care,
               scene.words(within ? "question.capital.hint_sme" : "question.capital.hint_not_sme",
                           {{"industry", speaker.name(row->name)}, {"limit", speaker.yen(*row->capital)}}),
               true};
}

// The share of the accounts and what it makes of the cost, cut to whole yen as the programme does (factbook 2.2.2).
void hint_accounts(const Scene& scene, NumberPadView& view) {
  const flow::Answers& answers = scene.model.answers;
  const auto total = answers.total_accounts.value();
  if (!total || *total < 1 || scene.model.entry.empty()) return;
  const std::int64_t count = std::stoll(scene.model.entry);
  const std::string base = "question.sme_accounts.";
  text::Arguments figures{{"total", with_commas({*total})}, {"count", with_commas({count})}};
  if (count > *total) {
    view.hint = {Tone::Care, scene.words(base + "hint_above", {{"total", with_commas({*total})}}), true};
  } else if (count == 0) {
    view.hint = {Tone::Care, scene.words(base + "hint_nothing"), true};
  } else if (const auto cost = answers.software_cost.value()) {
    figures.emplace_back("cost", with_commas(*cost));
    figures.emplace_back("eligible", with_commas({cost->amount * count / *total}));
    view.hint = {Tone::Done, scene.words(base + "hint_share", figures), true};
  } else {
    view.hint = {Tone::Done, scene.words(base + "hint_share_only", figures), true};
  }
}

void hint_members(const Scene& scene, NumberPadView& view) {
  const catalog::Frame* frame = scene.assessment.frame;
  if (frame == nullptr || !frame->estimate.group || scene.model.entry.empty()) return;
  const int least = frame->estimate.group->min_members;
  if (std::stoll(scene.model.entry) < least) {
    view.hint = {Tone::Care, scene.words("question.members.hint_few", {{"least", std::to_string(least)}}), true};
  }
}

// What the figure means, by the question that it answers.
void hint_number(const Scene& scene, NumberPadView& view) {
  switch (scene.model.step) {
    case Step::Employees: return hint_employees(scene, view);
    case Step::SmeAccounts: return hint_accounts(scene, view);
    case Step::Members: return hint_members(scene, view);
    case Step::TotalAccounts:
    case Step::PartnerCount: return;
    default: return hint_yen(scene, view);  // every other number is yen
  }
}

// A number that cannot be right is said as soon as it is complete; twelve digits may still become thirteen.
void hint_corporate(const Scene& scene, NumberPadView& view) {
  if (scene.model.entry.size() < 12) return;
  const rules::CorporateNumber number = rules::corporate_number(scene.model.entry);
  const std::string base = "question.corporate_number.hint_";
  const std::string shown = number.ok ? rules::grouped_corporate_number(number.number) : std::string();
  if (number.derived) view.hint_text = scene.words(base + "derived", {{"number", shown}});
  else if (number.ok) view.hint = {Tone::Done, scene.words(base + "good"), true};
  else view.hint = {Tone::Care, scene.words("question.corporate_number.problem_" + number.reason), true};
}

void hint_id(const Scene& scene, NumberPadView& view) {
  const catalog::Step* step = scene.pack.step(catalog::StepKind::SecurityAction, flow::frame_of(scene.model.answers, scene.pack));
  if (step == nullptr || scene.model.entry.size() < 11) return;
  const auto verdict = rules::judge_id(*step, scene.model.entry);
  const bool ready = verdict == catalog::IdVerdict::Ready;
  view.hint = {ready ? Tone::Done : Tone::Care,
               scene.words(ready ? "question.security_action_id.hint_ready"
                           : verdict ? "question.security_action_id.hint_redo"
                                     : "question.security_action_id.hint_unfit"),
               true};
}

std::string grouped_id(const std::string& digits) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i == 4 || i == 8) text += " ";
    text += digits[i];
  }
  return text;
}

void draw_number(Canvas& canvas, const Scene& scene, const flow::Question& question_asked, const Rect& content) {
  const Step step = scene.model.step;
  const std::string base = base_of(step);
  const std::string& entry = scene.model.entry;
  NumberPadView view;
  view.title = scene.words(base + ".title");
  view.sub = sub_of(scene, step);
  view.delete_label = scene.words("button.delete");
  view.digits_enabled = entry.size() < static_cast<std::size_t>(question_asked.most_digits);
  if (step == Step::CorporateNumber) {
    view.value = rules::grouped_corporate_number(entry);
    view.extra_label = scene.words("button.clear_all");
    hint_corporate(scene, view);
  } else if (question_asked.kind == QuestionKind::Digits) {
    view.value = grouped_id(entry);
    view.extra_label = scene.words("button.clear_all");
    hint_id(scene, view);
  } else {
    view.value = entry.empty() ? "" : with_commas({std::stoll(entry)});
    view.unit = scene.words(base + ".unit");
    view.extra_label = scene.words(base + ".zero");
    view.extra_enabled = entry.empty();
    hint_number(scene, view);
  }
  if (!scene.model.problem.empty()) view.hint = {Tone::Care, scene.words(scene.model.problem), true};
  view.actions = {action_button(scene, flow::Action::DontKnow, "question.dont_know.title"), explain_button(scene)};
  number_pad(canvas, content, view);
}

// Short names that a person ticks off are seen together, so that nobody misses the one on the next page.
std::size_t most_cards(const Canvas& canvas, Step step, const Rect& content) {
  const bool short_names = step == Step::Purpose || step == Step::ProcessKinds;
  if (!short_names) return kMostCards;
  return std::max(kMostCards, static_cast<std::size_t>(choices_that_fit(canvas, content)) - 1);  // わからない is a card as well
}

}  // namespace

void draw_question(Canvas& canvas, const Scene& scene, UiState& ui) {
  const auto question_asked = flow::question_of(scene.model.step, scene.model.answers, scene.pack);
  if (!question_asked) return;
  const bool by_digits = question_asked->kind == QuestionKind::Number || question_asked->kind == QuestionKind::Digits;
  FrameView frame = frame_of_scene(scene);
  frame.next.enabled = flow::answered_unknown(scene.model.step, scene.model.answers) ||
                       (by_digits ? !scene.model.entry.empty() : flow::answered(scene.model.step, scene.model.answers));
  const Rect content = draw_frame(canvas, frame);
  const auto too_many = [&] {
    return question_asked->choices.size() > most_cards(canvas, scene.model.step, content) ||
           !canvas.would_fit([&] { draw_cards(canvas, scene, *question_asked, content); });
  };
  if (by_digits) draw_number(canvas, scene, *question_asked, content);
  else if (too_many()) draw_list(canvas, scene, *question_asked, content, ui);
  else draw_cards(canvas, scene, *question_asked, content);
}

}  // namespace desk::screens
