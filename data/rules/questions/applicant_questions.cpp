// Who one is: 小規模, みなし大企業, awarded before (factbook 3.2, 3.3, 3.5). The verdicts are those of rules::eligibility.
#include <algorithm>

#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

using catalog::Exclusion;
using catalog::RepeatKind;
using catalog::RepeatRule;

bool names(const std::vector<std::string>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

bool here(const std::vector<std::string>& frames, const catalog::Frame& frame) { return frames.empty() || names(frames, frame.id); }

bool has_code(const std::vector<EligibilityReason>& reasons, std::string_view code) {
  return std::any_of(reasons.begin(), reasons.end(), [&](const EligibilityReason& each) { return each.code == code; });
}

// One exclusion alone, judged with its own operator and threshold.
bool excluded(const Asked& asked, const Exclusion& rule, const ExclusionAnswer& answer) {
  EligibilityInput alone;
  alone.exclusions[rule.id] = answer;
  return has_code(eligibility(asked.pack(), asked.frame(), alone).reasons, rule.id);
}

struct Blocked {
  std::optional<Date> free_on;  // the latest first day after the block
  int months = 0;
  catalog::Source source;
};

// The blocks that touch these awards, and the first day that is free of all of them.
std::optional<Blocked> blocks(const Asked& asked) {
  std::optional<Blocked> out;
  for (const RepeatRule& rule : asked.pack().repeats) {
    if (rule.kind != RepeatKind::MonthsBlock || !here(rule.frames, asked.frame())) continue;
    for (const EarlierAward& award : *asked.inputs.who.awards) {
      if (!award.frame.empty() && !names(rule.same_as, award.frame)) continue;
      if (!out) out = Blocked{std::nullopt, rule.months, rule.source};
      if (!award.decided) continue;
      const Date free_on = plus_days(plus_months(*award.decided, rule.months), 1);
      out->free_on = out->free_on ? std::max(*out->free_on, free_on) : free_on;
    }
  }
  return out;
}

void add_duties(const Asked& asked, const Eligibility& judged, Said& said) {
  for (const RepeatRule& rule : asked.pack().repeats) {
    if (!here(rule.frames, asked.frame())) continue;
    switch (rule.kind) {
      case RepeatKind::Duties:
        if (has_code(judged.warnings, rule.id)) said.add({"awarded_last_year", "duties", {}, rule.source});
        break;
      case RepeatKind::MonthsBlock:
        // The same answer of the 2025 FAQ (S4) that blocks one's own frame also refuses the same process again.
        if (names(rule.same_as, asked.frame().id)) said.add({"awarded_last_year", "same_process", {}, rule.source});
        break;
      case RepeatKind::OncePerYear: break;
    }
  }
  if (has_code(judged.warnings, "repeat_micro_exempt")) {
    said.add({"awarded_last_year", "micro_exempt", {}, {"P-09", catalog::Confidence::Low}});
  }
}

}  // namespace

Result<Said> am_i_micro(const Asked& asked) {
  const EligibilityInput& who = asked.inputs.who;
  const catalog::Industry* industry = asked.pack().industry(*who.industry);
  if (industry == nullptr) return fail(Failure{StaffCode::BadInput, "industry", "\"" + *who.industry + "\" is no industry of this pack"});
  const std::int64_t count = *who.employees;
  Said said{"am_i_micro", "check", {{"industry", industry->name}, {"employees", count}}, industry->source};
  if (industry->micro) {
    const int ordinary = *industry->micro;
    const int leisure = industry->micro_leisure.value_or(ordinary);
    const bool leisure_counts = who.leisure.value_or(false);
    const std::int64_t limit = leisure_counts ? std::max(ordinary, leisure) : ordinary;
    said.code = count <= limit ? "yes" : !who.leisure && count <= leisure ? "leisure" : "no";
    said.args.push_back({"limit", said.code == "leisure" ? std::int64_t{leisure} : limit});
    if (said.code == "no" && !leisure_counts && count <= leisure) {
      said.add({"am_i_micro", "leisure_limit", {{"limit", std::int64_t{leisure}}}, industry->source});
    }
  }
  said.add({"am_i_micro", "who_counts", {}, {"S1 2-2-1(1)", catalog::Confidence::High}});
  return said;
}

Result<Said> deemed_large(const Asked& asked) {
  const Exclusion* next = nullptr;
  const Exclusion* unclear = nullptr;
  const Exclusion* last = nullptr;
  std::vector<Said> answered;
  // In the pack's order: shareholder, share, officers. Only what is measured is asked; flags are other exclusions.
  for (const Exclusion& rule : asked.pack().exclusions) {
    if (rule.measure == catalog::Measure::Flag || !here(rule.frames, asked.frame())) continue;
    last = &rule;
    const auto found = asked.inputs.who.exclusions.find(rule.id);
    if (found == asked.inputs.who.exclusions.end()) {
      if (next == nullptr) next = &rule;
    } else if (!found->second) {
      if (unclear == nullptr) unclear = &rule;
    } else if (excluded(asked, rule, *found->second)) {
      return Said{"deemed_large", "yes", {{"question", rule.question}, {"clause", rule.clause}}, rule.source};
    } else {
      answered.push_back({"deemed_large", "answered_no", {{"question", rule.question}}, rule.source});
    }
  }
  if (last == nullptr) return Said{"deemed_large", "not_here", {}, asked.frame().source};
  const Exclusion* decides = next != nullptr ? next : unclear != nullptr ? unclear : last;
  Said said{"deemed_large", next != nullptr ? "ask_next" : unclear != nullptr ? "check" : "no", {}, decides->source};
  if (said.code != "no") said.args = {{"question", decides->question}, {"clause", decides->clause}};
  said.lines = std::move(answered);
  said.add({"deemed_large", "large_means", {}, {"S1 2-2-2(1)", catalog::Confidence::High}});
  return said;
}

Result<Said> awarded_last_year(const Asked& asked) {
  const catalog::Source frame_source = asked.frame().source;
  if (!asked.inputs.who.awards) return Said{"awarded_last_year", "unknown", {}, frame_source};
  EligibilityInput who = asked.inputs.who;
  who.on = asked.round != nullptr ? asked.round->deadline.date : asked.today();
  const Eligibility judged = eligibility(asked.pack(), asked.frame(), who);
  for (const RepeatRule& rule : asked.pack().repeats) {
    if (rule.kind == RepeatKind::OncePerYear && has_code(judged.reasons, rule.id)) {
      return Said{"awarded_last_year", "this_year", {}, rule.source};
    }
  }
  if (who.awards->empty()) return Said{"awarded_last_year", "none", {}, frame_source};

  Said said{"awarded_last_year", "free", {}, frame_source};
  const auto blocked = blocks(asked);
  const bool against = std::any_of(asked.pack().repeats.begin(), asked.pack().repeats.end(), [&](const RepeatRule& rule) {
    return rule.kind == RepeatKind::MonthsBlock && has_code(judged.reasons, rule.id);
  });
  if (blocked && (against || has_code(judged.reasons, "award_date_check"))) {
    said.source = blocked->source;
    said.date = blocked->free_on;
    if (against && blocked->free_on) {
      said.code = "blocked";
      said.args = {{"months", std::int64_t{blocked->months}}, {"day", *blocked->free_on}};
      const auto& rounds = asked.frame().rounds;
      const auto next = std::find_if(rounds.begin(), rounds.end(), [&](const catalog::Round& round) {
        return round.deadline > asked.setting.now && round.deadline.date >= *blocked->free_on;
      });
      if (next != rounds.end()) {
        said.add({"awarded_last_year", "next_round", {{"round", next->id}, {"deadline", next->deadline}}, next->source});
      }
    } else {
      said.code = "check";
      said.args = {{"months", std::int64_t{blocked->months}}};
    }
  }
  add_duties(asked, judged, said);
  return said;
}

}  // namespace desk::rules
