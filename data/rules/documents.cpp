#include "data/rules/documents.h"

#include <algorithm>
#include <array>

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::DocumentNeed;
using catalog::DocumentRule;
using catalog::When;

// Fewer days than this left is a warning: when the secretariat sends the application back, the clock runs on (factbook 5.3).
constexpr int kShortDays = 7;
// From this tax year on no office stamps a copy any more (January 2025: factbook P-20, T-13).
constexpr int kFirstUnstampedYear = 2024;

class Judge {
 public:
  Judge(const catalog::Pack& pack, const DocumentKind& kind, const ValidityInput& input)
      : pack_(pack), kind_(kind), input_(input), until_(std::max(input.on, input.deadline.value_or(input.on))) {}

  Validity run() {
    switch (kind_.rule) {
      case DocumentRule::MonthsFromIssue: months(); break;
      case DocumentRule::NotExpired: expiry(); break;
      case DocumentRule::Latest: issue_not_in_future(); break;
      case DocumentRule::TaxYear: tax_year(); break;
      case DocumentRule::Undated: break;
      case DocumentRule::Refused: refuse("refused_lookalike"); break;
      case DocumentRule::Ask: refuse("ask_secretariat"); break;
    }
    if (kind_.entity && input_.entity && *kind_.entity != *input_.entity) refuse("wrong_entity");
    if (kind_.tax) tax_item();
    out_.ok = ok_;
    return std::move(out_);
  }

 private:
  void refuse(std::string reason) {
    ok_ = false;
    out_.reasons.push_back(std::move(reason));
  }

  void issue_not_in_future() {
    if (input_.issued && *input_.issued > input_.on) refuse("issued_in_future");
  }

  void warn_when_short() {
    if (ok_ && out_.last_day && days_between(input_.on, *out_.last_day) < kShortDays) out_.warnings.push_back("few_days_left");
  }

  void months() {
    out_.issue_from = oldest_issue_date(until_, kind_.months);
    if (!input_.issued) return refuse("issued_unknown");
    out_.last_day = last_usable_day(*input_.issued, kind_.months);
    issue_not_in_future();
    if (*out_.last_day < input_.on) {
      refuse("too_old");
    } else if (*out_.last_day < until_) {
      refuse("too_old_on_deadline");
    }
    warn_when_short();
  }

  void expiry() {
    issue_not_in_future();
    if (!input_.expires) return refuse("expires_unknown");
    out_.last_day = *input_.expires;
    if (*input_.expires < input_.on) {
      refuse("expired");
    } else if (*input_.expires < until_) {
      refuse("expired_on_deadline");
    }
    warn_when_short();
  }

  void tax_year() {
    issue_not_in_future();
    const int wanted = pack_.year + kind_.year_offset;
    if (!input_.tax_year) {
      refuse("tax_year_unknown");
    } else if (*input_.tax_year > wanted) {
      refuse("tax_year_too_new");
    } else if (*input_.tax_year == wanted - 1) {
      out_.reasons.push_back("tax_year_needs_reason");  // accepted, but only with an unavoidable reason
    } else if (*input_.tax_year < wanted) {
      refuse("tax_year_too_old");
    }
    if (!input_.evidence) return;
    if (*input_.evidence == "none") refuse("evidence_missing");
    if (*input_.evidence == "receipt_stamp" && input_.tax_year.value_or(wanted) >= kFirstUnstampedYear) {
      out_.warnings.push_back("stamp_abolished");
    }
  }

  void tax_item() {
    if (!input_.item) return;
    const auto found = std::find_if(pack_.tax_items.begin(), pack_.tax_items.end(),
                                    [&](const catalog::TaxItem& each) { return each.id == *input_.item; });
    const bool right = found != pack_.tax_items.end() && found->entity && (!input_.entity || *found->entity == *input_.entity);
    if (!right) refuse("wrong_tax_item");
  }

  const catalog::Pack& pack_;
  const DocumentKind& kind_;
  const ValidityInput& input_;
  Date until_;
  bool ok_ = true;
  Validity out_;
};

}  // namespace

Date last_usable_day(const Date& issued, int months) { return plus_months(issued, months); }

Date oldest_issue_date(const Date& day, int months) {
  // Not simply `months` back: a paper of 30 November 2023 is usable until 29 February 2024, one of the 29th as well.
  Date oldest = plus_months(day, -months);
  while (last_usable_day(oldest, months) < day) oldest = plus_days(oldest, 1);
  while (last_usable_day(plus_days(oldest, -1), months) >= day) oldest = plus_days(oldest, -1);
  return oldest;
}

std::vector<const DocumentNeed*> required_documents(const catalog::Pack& pack, const catalog::Frame& frame, catalog::Entity entity,
                                                    bool near_minimum_wage, bool upper_band) {
  std::vector<const DocumentNeed*> out;
  for (const DocumentNeed& need : pack.needs) {
    if (need.entity != entity) continue;
    if (!need.frames.empty() && std::find(need.frames.begin(), need.frames.end(), frame.id) == need.frames.end()) continue;
    bool wanted = false;
    switch (need.when) {
      case When::Always: wanted = true; break;
      case When::NearMinimumWage: wanted = near_minimum_wage; break;
      case When::UpperBand: wanted = upper_band; break;
    }
    if (wanted) out.push_back(&need);
  }
  return out;
}

Validity validity(const catalog::Pack& pack, const ValidityInput& input) {
  const DocumentKind* kind = pack.document(input.kind);
  if (kind == nullptr) {
    Validity out;
    out.reasons.push_back("unknown_document");
    return out;
  }
  return Judge(pack, *kind, input).run();
}

}  // namespace desk::rules
