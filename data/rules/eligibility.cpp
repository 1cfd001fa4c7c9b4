#include "data/rules/eligibility.h"

#include <algorithm>

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
      switch (applies(rule, found->second)) {
        case Answer::Yes: against_.push_back({rule.id, rule.clause, rule.source.confidence}); break;
        // わからない is one code for all questions; the clause says which.
        case Answer::Unknown: unclear_.push_back({"answer_unknown", rule.clause, rule.source.confidence}); break;
        case Answer::No: break;
      }
    }
  }

  void size() {
    const Industry* industry = input_.industry ? pack_.industry(*input_.industry) : nullptr;
    if (industry == nullptr) {
      unclear_.push_back({"industry_unknown", std::string(kSizeClause), catalog::Confidence::Medium});
      return;
    }
    // ⑫-⑮ stand by the employee limit of their main trade; their capital plays no part.
    const Industry* limits = industry;
    if (industry->by_main_trade) {
      limits = input_.main_trade ? pack_.industry(*input_.main_trade) : nullptr;
      if (limits == nullptr || !limits->trade) {
        unclear_.push_back({"main_trade_unknown", industry->source.text, industry->source.confidence});
        return;
      }
    }
    const bool capital_counts = !industry->by_main_trade && limits->capital && input_.entity == Entity::Corporation;
    const std::string clause(kSizeClause);
    const auto confidence = industry->source.confidence;
    if (input_.employees && *input_.employees <= *limits->employees) {
      size_known_ = true;
      in_favour_.push_back({"sme_by_employees", clause, confidence});
      micro(*industry);
      return;
    }
    if (capital_counts && input_.capital && *input_.capital <= *limits->capital) {
      size_known_ = input_.employees.has_value();
      in_favour_.push_back({"sme_by_capital", clause, confidence});
      // The rate for micro businesses hangs on the number of employees alone.
      if (!input_.employees) warnings_.push_back({"employees_unknown", clause, confidence});
      return;
    }
    // Too many employees, or their number not known, and the capital does not save it.
    const bool capital_open = capital_counts && !input_.capital;
    if (!input_.employees || capital_open) {
      unclear_.push_back({!input_.employees ? "employees_unknown" : "capital_unknown", clause, confidence});
      return;
    }
    size_ = Size::Large;
    size_known_ = true;
    if (frame_.any_size) {
      in_favour_.push_back({"large_may_apply", clause, confidence});
    } else {
      against_.push_back({"not_sme", clause, confidence});
    }
  }

  void micro(const Industry& industry) {
    const std::string clause(kSizeClause);
    if (!industry.micro) {
      // The text says 会社及び個人事業主; whether a body of another form is 小規模 must be asked (factbook 3.2).
      if (*input_.employees <= 20) warnings_.push_back({"micro_not_automatic", clause, catalog::Confidence::Medium});
      return;
    }
    const int ordinary = *industry.micro;
    const int leisure = industry.micro_leisure.value_or(ordinary);
    if (*input_.employees <= ordinary || (input_.leisure.value_or(false) && *input_.employees <= leisure)) {
      size_ = Size::Micro;
      in_favour_.push_back({"micro_by_employees", clause, industry.source.confidence});
    } else if (!input_.leisure && *input_.employees <= leisure) {
      size_known_ = false;
      warnings_.push_back({"leisure_unknown", clause, industry.source.confidence});
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

  void months_block(const RepeatRule& rule) {
    if (!input_.awards) {
      unclear_.push_back({"awards_unknown", rule.clause, rule.source.confidence});
      return;
    }
    for (const EarlierAward& award : *input_.awards) {
      if (!award.frame.empty() && !names(rule.same_as, award.frame)) continue;
      if (award.decided) {
        const Date free_after = plus_months(*award.decided, rule.months);
        if (input_.on > free_after) continue;
        if (award.frame.empty() || input_.on == free_after) {
          // Which frame it was is open, or it is the anniversary itself, of which the sources do not speak (factbook 3.5).
          unclear_.push_back({"award_date_check", rule.clause, rule.source.confidence});
        } else {
          against_.push_back({rule.id, rule.clause, rule.source.confidence});
        }
      } else if (award.programme_year >= pack_.year - 1) {
        unclear_.push_back({"award_date_check", rule.clause, rule.source.confidence});
      }
    }
  }

  void once_per_year(const RepeatRule& rule) {
    if (!input_.applied_this_year) {
      unclear_.push_back({"applied_unknown", rule.clause, rule.source.confidence});
    } else if (*input_.applied_this_year) {
      against_.push_back({rule.id, rule.clause, rule.source.confidence});
    }
  }

  void duties(const RepeatRule& rule) {
    if (!input_.awards) return;  // said already, or no other rule asks
    const bool awarded = std::any_of(input_.awards->begin(), input_.awards->end(), [&](const EarlierAward& award) {
      return award.programme_year >= rule.first_year && award.programme_year <= rule.last_year;
    });
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

}  // namespace desk::rules
