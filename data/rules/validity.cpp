#include "data/rules/validity.h"

#include <algorithm>

#include "data/rules/filing.h"

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::DocumentRule;
using catalog::Entity;

class Judge {
 public:
  Judge(const catalog::Pack& pack, const DocumentKind& kind, const ValidityInput& input)
      : pack_(pack), kind_(kind), input_(input), until_(std::max(input.on, input.deadline.value_or(input.on))) {}

  Validity run() {
    switch (kind_.rule) {
      case DocumentRule::MonthsFromIssue: months(); break;
      case DocumentRule::NotExpired: expiry(); break;
      case DocumentRule::Latest: latest(); break;
      case DocumentRule::TaxYear: tax_year(); break;
      case DocumentRule::Undated: issue_not_in_future(); break;
      case DocumentRule::Refused: refuse("refused_lookalike"); break;
      case DocumentRule::Ask: refuse("ask_secretariat"); break;
    }
    out_.instead = kind_.use_instead;
    if (kind_.entity && input_.entity && *kind_.entity != *input_.entity) refuse("wrong_entity");
    if (kind_.tax) tax_certificate();
    // S0 2-11 speaks of the person's own papers: a paper with both names goes beside them.
    if (input_.names_differ && kind_.entity != Entity::Corporation && input_.entity != Entity::Corporation) say("names_differ");
    out_.ok = ok_;
    return std::move(out_);
  }

 private:
  void say(std::string reason) { out_.reasons.push_back(std::move(reason)); }
  void warn(std::string warning) { out_.warnings.push_back(std::move(warning)); }
  void refuse(std::string reason) {
    ok_ = false;
    say(std::move(reason));
  }

  void issue_not_in_future() {
    if (input_.issued && *input_.issued > input_.on) refuse("issued_in_future");
  }

  // The last usable day against the day of submission and, because a source may mean either, the deadline (T-17).
  void judge_last_day(const char* past, const char* past_on_deadline) {
    const Date& last = *out_.last_day;
    if (last < input_.on) return refuse(past);
    if (last < until_) return refuse(past_on_deadline);
    if (!ok_) return;
    if (days_between(input_.on, last) < kShortDays) {
      warn("few_days_left");
    } else if (days_between(until_, last) < kShortDays) {
      warn("few_days_left_on_deadline");
    }
  }

  void months() {
    out_.issue_from = oldest_issue_date(until_, kind_.months);
    if (!input_.issued) return refuse("issued_unknown");
    out_.last_day = last_usable_day(*input_.issued, kind_.months);
    issue_not_in_future();
    judge_last_day("too_old", "too_old_on_deadline");
  }

  void expiry() {
    issue_not_in_future();
    if (!input_.expires) return refuse("expires_unknown");
    out_.last_day = *input_.expires;
    judge_last_day("expired", "expired_on_deadline");
  }

  // No age limit is stated, only 直近分 (T-16): what was issued years ago is not refused, but what is of an older year is looked at.
  void latest() {
    issue_not_in_future();
    if (input_.tax_year && *input_.tax_year < pack_.year - 1) warn("latest_check");
  }

  void tax_year() {
    issue_not_in_future();
    const int wanted = pack_.year + kind_.year_offset;
    if (!input_.tax_year) {
      refuse("tax_year_unknown");
    } else if (*input_.tax_year > wanted) {
      refuse("tax_year_too_new");
    } else if (*input_.tax_year < wanted - 1) {
      refuse("tax_year_too_old");
    } else if (*input_.tax_year == wanted - 1) {
      // Accepted, but only with an unavoidable reason; "there is none" is a no.
      if (input_.unavoidable == false) refuse("tax_year_needs_reason");
      else say("tax_year_needs_reason");
    }
    if (input_.evidence) evidence();
  }

  void evidence() {
    if (*input_.evidence == kAccountantStamp) return refuse("accountant_stamp");
    const catalog::FilingEvidence* way = evidence_of(kind_, *input_.evidence);
    if (way == nullptr) return refuse("evidence_missing");
    if (input_.tax_year && !still_given(*way, *input_.tax_year)) warn("stamp_abolished");
    if (way->with.empty()) return;
    out_.with.push_back(way->with);
    const DocumentKind* beside = pack_.document(way->with);
    if (beside == nullptr || !beside->tax) return;
    // Only the certificate of the return's own year stands for the stamp (factbook 5.2, fallback).
    if (input_.tax_2_year && input_.tax_year && *input_.tax_2_year != *input_.tax_year) refuse("tax_2_other_year");
    if (!input_.tax_2_year) say("tax_2_same_year");
  }

  void tax_certificate() {
    if (input_.form == Form::Xml) refuse("xml_refused");
    if (!input_.item) return warn("tax_item_unknown");
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

std::string_view code_of(Form form) {
  switch (form) {
    case Form::Paper: return "paper";
    case Form::Pdf: return "pdf";
    case Form::Xml: return "xml";
  }
  return "";
}

std::optional<Form> form_from(std::string_view code) {
  for (const Form form : {Form::Paper, Form::Pdf, Form::Xml}) {
    if (code_of(form) == code) return form;
  }
  return std::nullopt;
}

Date last_usable_day(const Date& issued, int months) { return plus_months(issued, months); }

Date oldest_issue_date(const Date& day, int months) {
  // Not simply `months` back: a paper of 30 November 2023 is usable until 29 February 2024, one of the 29th as well.
  Date oldest = plus_months(day, -months);
  while (last_usable_day(oldest, months) < day) oldest = plus_days(oldest, 1);
  while (last_usable_day(plus_days(oldest, -1), months) >= day) oldest = plus_days(oldest, -1);
  return oldest;
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
