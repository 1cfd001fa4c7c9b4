#include "kiosk/screens/visit_words.h"

#include <algorithm>

namespace desk::screens {
namespace {

bool is_amount(std::string_view value) {
  return value.size() >= 4 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view state_key(rules::StepState state) {
  switch (state) {
    case rules::StepState::Ready: return "word.state_ready";
    case rules::StepState::Redo: return "word.state_redo";
    case rules::StepState::Missing: return "word.state_missing";
    case rules::StepState::Optional: return "word.state_optional";
    case rules::StepState::Unknown: return "word.state_unknown";
  }
  return "";
}

ItemState mark_of(rules::StepState state) {
  switch (state) {
    case rules::StepState::Ready: return ItemState::Done;
    case rules::StepState::Redo:
    case rules::StepState::Unknown: return ItemState::Care;
    case rules::StepState::Missing:
    case rules::StepState::Optional: return ItemState::Open;
  }
  return ItemState::Open;
}

}  // namespace

std::string Speaker::coded(const std::string& prefix, const std::string& code,
                           const std::vector<std::pair<std::string, std::string>>& args) const {
  text::Arguments arguments;
  for (const auto& [name_of_arg, value] : args) {
    std::string word = value;
    const auto date = parse_date(value);
    const auto minute = value.size() > 10 ? parse_civil_minute(value) : std::nullopt;
    const catalog::DocumentKind* document = name_of_arg == "document" ? pack.document(value) : nullptr;
    const catalog::Frame* frame = name_of_arg == "frame" ? pack.frame(value) : nullptr;
    const catalog::Industry* industry = name_of_arg == "industry" ? pack.industry(value) : nullptr;
    if (document != nullptr) word = name(document->name);
    else if (frame != nullptr) word = name(frame->name);
    else if (industry != nullptr) word = name(industry->name);
    else if (date) word = words.day(*date);
    else if (minute) word = words.minute(*minute);
    else if (name_of_arg != "year" && is_amount(value)) word = with_commas({std::stoll(value)});
    if (name_of_arg == "step") {
      for (const catalog::Step& step : pack.steps) {
        if (step.id == value) word = name(step.name);
      }
    }
    arguments.emplace_back(name_of_arg, std::move(word));
  }
  return words(prefix + code, arguments);
}

std::string Speaker::reason(const rules::EligibilityReason& reason) const {
  // An exclusion of the pack is its own reason: its question is the words for it.
  if (const catalog::Exclusion* exclusion = pack.exclusion(reason.code)) return words("word.excluded", {{"what", name(exclusion->question)}});
  return coded("reason.", reason.code, {});
}

std::string Speaker::when(const std::optional<Date>& by) const {
  if (!by) return "";
  const int left = days_between(today.date, *by);
  if (left <= 0) return words("word.today");
  return words("word.by", {{"day", words.day(*by)}});
}

std::string Speaker::yen(Yen amount) const { return words("word.yen", {{"amount", with_commas(amount)}}); }

std::string Speaker::round(const std::string& id) const { return words("word.round", {{"round", id}}); }

std::vector<TodoWords> todo_words(const Speaker& speaker, const flow::Assessment& assessment) {
  std::vector<TodoWords> list;
  for (const rules::Todo& todo : assessment.plan.todo) {
    const bool urgent = todo.by && days_between(speaker.today.date, *todo.by) <= 1;
    list.push_back({speaker.when(todo.by), speaker.coded("todo.", todo.code, todo.args), urgent});
  }
  for (const rules::Todo& todo : assessment.visit_todo) {
    const bool urgent = todo.by && days_between(speaker.today.date, *todo.by) <= 1;
    list.push_back({speaker.when(todo.by), speaker.coded("visit_todo.", todo.code, todo.args), urgent});
  }
  return list;
}

std::vector<ItemWords> step_words(const Speaker& speaker, const flow::Assessment& assessment) {
  std::vector<ItemWords> list;
  for (const rules::StepStatus& status : assessment.readiness) {
    for (const catalog::Step& step : speaker.pack.steps) {
      if (step.id != status.step || status.state == rules::StepState::Optional) continue;
      // Not having ordered anything is no thing to have: it is told only when it went wrong.
      if (status.kind == catalog::StepKind::NoContract && status.state == rules::StepState::Ready) continue;
      list.push_back({speaker.name(step.name), speaker.words(state_key(status.state)), mark_of(status.state)});
    }
  }
  return list;
}

ItemWords phone_words(const Speaker& speaker, const flow::Answers& answers) {
  const std::string label = speaker.words("word.phone");
  switch (answers.phone.proof) {
    case flow::PhoneProof::Sms: return {label, speaker.words("word.phone_sms"), ItemState::Done};
    case flow::PhoneProof::Staff: return {label, speaker.words("word.phone_staff"), ItemState::Done};
    case flow::PhoneProof::None:
    case flow::PhoneProof::Later: return {label, speaker.words("word.phone_open"), ItemState::Open};
  }
  return {label, "", ItemState::Open};
}

std::string paper_label(const Speaker& speaker, int partner, const catalog::DocumentKind& kind) {
  if (partner == 0) return speaker.name(kind.name);
  return speaker.words("word.partner_paper", {{"number", std::to_string(partner)}, {"paper", speaker.name(kind.name)}});
}

ItemWords paper_words(const Speaker& speaker, const flow::Answers& answers, const flow::PaperAssessment& paper) {
  ItemWords item;
  item.label = paper.kind != nullptr ? paper_label(speaker, paper.partner, *paper.kind) : paper.need;
  const auto held = answers.papers.find(paper.need);
  if (held == answers.papers.end() || held->second.state != flow::PaperState::Scanned) {
    item.state = speaker.words("word.paper_open");
    return item;
  }
  if (paper.dated && !paper.validity.ok) {
    item.state = speaker.words("word.paper_too_old");
    item.mark = ItemState::Care;
  } else if (paper.dated && paper.validity.last_day) {
    item.state = speaker.words("word.paper_until", {{"day", speaker.words.day(*paper.validity.last_day)}});
    item.mark = ItemState::Done;
  } else {
    item.state = speaker.words("word.paper_scanned");
    item.mark = ItemState::Done;
  }
  if (held->second.check_with_staff) {
    item.state = speaker.words("word.paper_check");
    item.mark = ItemState::Care;
  }
  return item;
}

std::vector<ItemWords> all_paper_words(const Speaker& speaker, const flow::Answers& answers, const flow::Assessment& assessment) {
  std::vector<ItemWords> list;
  int partners = 0, scanned = 0;
  for (const flow::PaperAssessment& paper : assessment.papers) {
    ItemWords item = paper_words(speaker, answers, paper);
    if (paper.partner == 0) {
      list.push_back(std::move(item));
      continue;
    }
    ++partners;
    if (item.mark == ItemState::Done) ++scanned;
  }
  if (partners > 0) {
    list.push_back({speaker.words("word.partner_papers"),
                    speaker.words("word.partner_papers_done", {{"done", std::to_string(scanned)}, {"all", std::to_string(partners)}}),
                    scanned == partners ? ItemState::Done : ItemState::Open});
  }
  return list;
}

ItemWords verdict_words(const Speaker& speaker, const flow::Assessment& assessment) {
  const std::string label = speaker.words("word.verdict");
  switch (assessment.eligibility.verdict) {
    case rules::Verdict::Eligible: return {label, speaker.words("word.verdict_eligible"), ItemState::Done};
    case rules::Verdict::NotEligible: return {label, speaker.words("word.verdict_not_eligible"), ItemState::Care};
    case rules::Verdict::Check: return {label, speaker.words("word.verdict_check"), ItemState::Care};
  }
  return {label, "", ItemState::Open};
}

std::string target_words(const Speaker& speaker, const flow::Assessment& assessment) {
  if (assessment.target == nullptr) {
    return speaker.words(assessment.plan.rounds.empty() ? "word.no_round" : "word.all_missed");
  }
  const rules::PlannedRound& target = *assessment.target;
  const char* key = target.feasible ? "word.makeable" : "word.missed";
  return speaker.words(key, {{"round", speaker.round(target.round)}, {"days", std::to_string(std::max(target.slack_days, 0))}});
}

}  // namespace desk::screens
