#include "data/rules/eligibility.h"

#include <algorithm>

#include "data/rules/change.h"
#include "data/rules/combination.h"

namespace desk::rules {
namespace {

using catalog::Entity;
using catalog::Exclusion;
using catalog::Industry;
using catalog::Measure;
using catalog::Operator;
using catalog::RepeatKind;
using catalog::RepeatRule;
using catalog::Size;

constexpr std::string_view kSizeClause = "2-2-1(1)";

bool names(const std::vector<std::string>& all, std::string_view wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

enum class Answer { Yes, No, Unknown };

// A yes or no stands for itself, whatever the rule would compare: the question on the screen already says the threshold.
Answer applies(const Exclusion& rule, const std::optional<ExclusionAnswer>& answer) {
  if (!answer) return Answer::Unknown;
  if (const bool* flag = std::get_if<bool>(&*answer)) return *flag ? Answer::Yes : Answer::No;
  bool excluded = false;
  if (const Ratio* share = std::get_if<Ratio>(&*answer); share != nullptr && rule.measure == Measure::Fraction) {
    excluded = rule.op == Operator::AtLeast ? !less(*share, rule.fraction) : less(rule.fraction, *share);
  } else if (const Yen* yen = std::get_if<Yen>(&*answer); yen != nullptr && rule.measure == Measure::Amount) {
    excluded = rule.op == Operator::AtLeast ? *yen >= rule.amount : *yen > rule.amount;
  } else {
    return Answer::Unknown;  // a figure of the wrong kind proves nothing
  }
  return excluded ? Answer::Yes : Answer::No;
}

class Judge {
 public:
  Judge(const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& input)
      : pack_(pack), frame_(frame), input_(input) {}

  Eligibility run() {
    exclusions();
    size();
    combinations();
    repeats();
    Eligibility out;
    out.size = size_;
    out.size_known = size_known_;
    out.verdict = !against_.empty() ? Verdict::NotEligible : !unclear_.empty() ? Verdict::Check : Verdict::Eligible;
    // What decided comes first.
    for (auto* part : {&against_, &unclear_, &in_favour_}) {
      out.reasons.insert(out.reasons.end(), part->begin(), part->end());
    }
    out.warnings = std::move(warnings_);
    return out;
  }

 private:
  using Reasons = std::vector<EligibilityReason>;
  void exclusions() {
    for (const Exclusion& rule : pack_.exclusions) {
      const auto found = input_.exclusions.find(rule.id);
      if (found == input_.exclusions.end()) continue;
      const bool here = rule.frames.empty() || names(rule.frames, frame_.id);
      // Where large firms may apply as well, being deemed large (①-⑥, the measured ones) costs the better rate and not the application.
      const bool about_size = frame_.any_size && rule.measure != Measure::Flag;
      if (!here && !about_size) continue;
      const auto confidence = rule.source.confidence;
      switch (applies(rule, found->second)) {
        case Answer::Yes:
          if (here) {
            against_.push_back({rule.id, rule.clause, confidence, change_of(rule)});
          } else {
            deemed_large_ = true;
            in_favour_.push_back({"large_may_apply", rule.clause, confidence});
          }
          break;
        // わからない is one code for all questions; the clause says which.
        case Answer::Unknown:
          if (here) unclear_.push_back({"answer_unknown", rule.clause, confidence, {"answer_question", {}}});
          else warnings_.push_back({"answer_unknown", rule.clause, confidence, {"answer_question", {}}});
          break;
        case Answer::No: break;
      }
    }
  }

  // A missing answer on which the size hangs. It leaves a frame open to every size open, and only the rate unclear.
  void size_unclear(std::string code, std::string clause, catalog::Confidence confidence, Reason change) {
    auto& list = frame_.any_size ? warnings_ : unclear_;
    list.push_back({std::move(code), std::move(clause), confidence, std::move(change)});
  }

  void size() {
    if (deemed_large_) {
      size_ = Size::Large;
      size_known_ = true;
      return;
    }
    const Industry* industry = input_.industry ? pack_.industry(*input_.industry) : nullptr;
    if (industry == nullptr) {
      return size_unclear("industry_unknown", std::string(kSizeClause), catalog::Confidence::Medium, {"name_industry", {}});
    }
    // ⑫-⑮ stand by the employee limit of their main trade; their capital plays no part.
    const Industry* limits = industry;
    if (industry->by_main_trade) {
      limits = input_.main_trade ? pack_.industry(*input_.main_trade) : nullptr;
      if (limits == nullptr || !limits->trade) {
        return size_unclear("main_trade_unknown", industry->source.text, industry->source.confidence, {"name_main_trade", {}});
      }
    }
    const SizeLimits most{*limits->employees,
                          !industry->by_main_trade && input_.entity == Entity::Corporation ? limits->capital : std::nullopt};
    const std::string clause(kSizeClause);
    const auto confidence = industry->source.confidence;
    if (input_.employees && *input_.employees <= most.employees) {
      size_known_ = true;
      in_favour_.push_back({"sme_by_employees", clause, confidence});
      return micro(*industry, *limits);
    }
    if (most.capital && input_.capital && *input_.capital <= *most.capital) {
      size_known_ = input_.employees.has_value();
      in_favour_.push_back({"sme_by_capital", clause, confidence});
      // The rate for micro businesses hangs on the number of employees alone.
      if (!input_.employees) warnings_.push_back({"employees_unknown", clause, confidence, change_of(most)});
      return;
    }
    // Too many employees, or their number not known, and the capital does not save it.
    const bool capital_open = most.capital && !input_.capital;
    if (!input_.employees || capital_open) {
      return size_unclear(!input_.employees ? "employees_unknown" : "capital_unknown", clause, confidence, change_of(most));
    }
    size_ = Size::Large;
    size_known_ = true;
    if (frame_.any_size) {
      in_favour_.push_back({"large_may_apply", clause, confidence});
    } else {
      against_.push_back({"not_sme", clause, confidence, change_of(most)});
    }
  }

  void micro(const Industry& industry, const Industry& limits) {
    const std::string clause(kSizeClause);
    if (!industry.micro) {
      // The text says 会社及び個人事業主; whether a body of another form is 小規模 must be asked (factbook 3.2).
      int widest = 0;
      for (const Industry& each : pack_.industries) widest = std::max({widest, each.micro.value_or(0), each.micro_leisure.value_or(0)});
      const int limit = limits.micro ? std::max(*limits.micro, limits.micro_leisure.value_or(0)) : widest;
      if (*input_.employees <= limit) {
        warnings_.push_back({"micro_not_automatic", clause, catalog::Confidence::Medium, {"ask_secretariat", {}}});
      }
      return;
    }
    const int ordinary = *industry.micro;
    const int leisure = industry.micro_leisure.value_or(ordinary);
    if (*input_.employees <= ordinary || (input_.leisure.value_or(false) && *input_.employees <= leisure)) {
      size_ = Size::Micro;
      in_favour_.push_back({"micro_by_employees", clause, industry.source.confidence});
    } else if (!input_.leisure && *input_.employees <= leisure) {
      size_known_ = false;
      warnings_.push_back({"leisure_unknown", clause, industry.source.confidence, {"answer_question", {}}});
    }
  }

  void combinations() {
    const auto& rule = pack_.combination;
    if (!input_.other_frames) {
      unclear_.push_back({"other_frames_unknown", rule.clause, rule.source.confidence, {"name_other_frames", {}}});
      return;
    }
    if (input_.other_frames->empty()) return;
    std::vector<std::string> frames{frame_.id};
    for (const std::string& other : *input_.other_frames) {
      frames.resize(1);
      frames.push_back(other);
      const Combination judged = combination(pack_, frames);
      for (const Reason& reason : judged.reasons) {
        against_.push_back({reason.code, judged.clause, rule.source.confidence, {"drop_other_frame", {{"frame", other}}}});
      }
      for (const Reason& warning : judged.warnings) {
        warnings_.push_back({warning.code, judged.clause, rule.source.confidence, {"other_vendor_or_tool", {}}});
      }
    }
  }

  void repeats() {
    for (const RepeatRule& rule : pack_.repeats) {
      if (!names(rule.frames, frame_.id)) continue;
      switch (rule.kind) {
        case RepeatKind::MonthsBlock: months_block(rule); break;
        case RepeatKind::OncePerYear: once_per_year(rule); break;
        case RepeatKind::Duties: duties(rule); break;
      }
    }
  }

  // Whether an earlier award is one that the rule speaks of; an award of which frame or year is not known may be.
  bool speaks_of(const RepeatRule& rule, const EarlierAward& award) const {
    const bool in_years = award.programme_year == 0 || ((rule.first_year == 0 || award.programme_year >= rule.first_year) &&
                                                        (rule.last_year == 0 || award.programme_year <= rule.last_year));
    const bool same_frame =
        award.frame.empty() || (rule.same_as.empty() ? award.frame == frame_.id : names(rule.same_as, award.frame));
    return in_years && (same_frame || rule.kind == RepeatKind::Duties);
  }

  void months_block(const RepeatRule& rule) {
    if (!input_.awards) {
      unclear_.push_back({"awards_unknown", rule.clause, rule.source.confidence, {"name_awards", {}}});
      return;
    }
    for (const EarlierAward& award : *input_.awards) {
      if (!speaks_of(rule, award)) continue;
      const bool vague = award.frame.empty() || award.programme_year == 0;
      if (award.decided) {
        const Date last_blocked = plus_months(*award.decided, rule.months);
        if (input_.on > last_blocked) continue;
        const Reason wait{"wait_until", {{"date", to_string(plus_days(last_blocked, 1))}}};
        if (vague || input_.on == last_blocked) {
          // Which award it was is open, or it is the anniversary itself, of which the sources do not speak (factbook 3.5).
          unclear_.push_back({"award_date_check", rule.clause, rule.source.confidence, wait});
        } else {
          against_.push_back({rule.id, rule.clause, rule.source.confidence, wait});
        }
      } else if (award.programme_year == 0 || award.programme_year >= pack_.year - 1) {
        unclear_.push_back({"award_date_check", rule.clause, rule.source.confidence, {"name_awards", {}}});
      }
    }
  }

  void once_per_year(const RepeatRule& rule) {
    if (!input_.applied_this_year) {
      unclear_.push_back({"applied_unknown", rule.clause, rule.source.confidence, {"answer_question", {}}});
    } else if (*input_.applied_this_year) {
      against_.push_back({rule.id, rule.clause, rule.source.confidence, {"next_year", {}}});
    }
  }

  void duties(const RepeatRule& rule) {
    if (!input_.awards) return;  // said already, or no other rule asks
    const bool awarded = std::any_of(input_.awards->begin(), input_.awards->end(),
                                     [&](const EarlierAward& award) { return speaks_of(rule, award); });
    if (!awarded) return;
    if (names(rule.micro_exempt, frame_.id) && size_ == Size::Micro) {
      warnings_.push_back({"repeat_micro_exempt", rule.clause, catalog::Confidence::Low});
    } else {
      warnings_.push_back({rule.id, rule.clause, rule.source.confidence});
    }
  }

  const catalog::Pack& pack_;
  const catalog::Frame& frame_;
  const EligibilityInput& input_;
  Size size_ = Size::Sme;
  bool size_known_ = false;
  bool deemed_large_ = false;
  Reasons against_, unclear_, in_favour_, warnings_;
};

}  // namespace

std::string_view code_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::Eligible: return "eligible";
    case Verdict::NotEligible: return "not_eligible";
    case Verdict::Check: return "check";
  }
  return "check";
}

Eligibility eligibility(const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& input) {
  return Judge(pack, frame, input).run();
}

std::vector<const catalog::Requirement*> requirements_of(const catalog::Pack& pack, const catalog::Frame& frame) {
  std::vector<const catalog::Requirement*> out;
  for (const catalog::Requirement& each : pack.requirements) {
    if (each.frames.empty() || names(each.frames, frame.id)) out.push_back(&each);
  }
  return out;
}

}  // namespace desk::rules
