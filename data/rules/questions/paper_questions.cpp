// Papers that age (factbook 5.2, 5.3).
#include <algorithm>

#include "data/rules/documents.h"
#include "data/rules/questions/groups.h"
#include "data/rules/validity.h"

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::DocumentRule;
using catalog::Entity;

// The paper that was named, else the one of this frame that ages and is fetched at an office: a corporation's 履歴事項全部証明書, a person's 住民票.
const DocumentKind* paper_of(const Asked& asked) {
  if (asked.inputs.document) return asked.pack().document(*asked.inputs.document);
  const Entity entity = asked.inputs.entity.value_or(Entity::Corporation);
  for (const catalog::DocumentNeed* need : required_documents(asked.pack(), asked.frame(), entity)) {
    for (const std::string& id : need->any_of) {
      const DocumentKind* kind = asked.pack().document(id);
      if (kind != nullptr && kind->rule == DocumentRule::MonthsFromIssue && kind->office) return kind;
    }
  }
  return nullptr;
}

// Which of the coming rounds the paper still serves.
void add_rounds(const Asked& asked, const DocumentKind& kind, const Date& last_day, Said& said) {
  bool any = false;
  for (const catalog::Round& round : asked.frame().rounds) {
    if (round.deadline <= asked.setting.now) continue;
    any = true;
    Said line{"registry_until", round.deadline.date <= last_day ? "covers" : "misses",
              {{"round", round.id}, {"deadline", round.deadline}}, round.source};
    if (line.code == "misses" && kind.rule == DocumentRule::MonthsFromIssue) {
      line.date = oldest_issue_date(round.deadline.date, kind.months);
    }
    said.add(std::move(line));
  }
  if (!any) said.add({"registry_until", "no_round", {}, asked.frame().source});
  const int left = days_between(asked.today(), last_day);
  if (left >= 0 && left < kShortDays) said.add({"registry_until", "few_days", {{"days", std::int64_t{left}}}, kind.source});
}

Said simple(const DocumentKind& kind, std::string code) { return {"registry_until", std::move(code), {{"document", kind.name}}, kind.source}; }

Result<Said> until_expiry(const Asked& asked, const DocumentKind& kind) {
  if (!asked.inputs.expires) return fail(missing("expires"));
  const Date last = *asked.inputs.expires;
  Said said = simple(kind, last < asked.today() ? "expired" : "expires");
  said.args.push_back({"day", last});
  said.date = last;
  if (said.code == "expires") add_rounds(asked, kind, last, said);
  return said;
}

Result<Said> until_months(const Asked& asked, const DocumentKind& kind) {
  if (!asked.inputs.issued) return fail(missing("issued"));
  const Date last = last_usable_day(*asked.inputs.issued, kind.months);
  const bool future = *asked.inputs.issued > asked.today();
  Said said = simple(kind, future ? "future" : last < asked.today() ? "too_old" : "until");
  said.args.push_back({"day", last});
  said.args.push_back({"months", std::int64_t{kind.months}});
  said.date = last;
  if (said.code == "until") add_rounds(asked, kind, last, said);
  return said;
}

}  // namespace

Result<Said> registry_until(const Asked& asked) {
  const DocumentKind* kind = paper_of(asked);
  if (kind == nullptr) return fail(missing("document"));
  switch (kind->rule) {
    case DocumentRule::MonthsFromIssue: return until_months(asked, *kind);
    case DocumentRule::NotExpired: return until_expiry(asked, *kind);
    case DocumentRule::Latest: return simple(*kind, "no_limit");
    case DocumentRule::TaxYear: {
      Said said = simple(*kind, "tax_year");
      const int year = asked.pack().year + kind->year_offset;
      said.args.push_back({"year", std::to_string(year)});
      said.args.push_back({"reiwa", std::to_string(year - kBeforeReiwa)});
      return said;
    }
    case DocumentRule::Undated: return simple(*kind, "undated");
    case DocumentRule::Refused:
    case DocumentRule::Ask: {
      Said said = simple(*kind, kind->rule == DocumentRule::Refused ? "refused" : "ask_first");
      const DocumentKind* instead = asked.pack().document(kind->use_instead);
      said.args.push_back({"instead", instead != nullptr ? instead->name : kind->name});
      return said;
    }
  }
  return fail(missing("document"));
}

Result<Said> office_day(const Asked& asked) {
  const DocumentKind* kind = paper_of(asked);
  if (kind == nullptr) return fail(missing("document"));
  Said said{"office_day", "no_limit", {{"document", kind->name}, {"where", kind->where}}, kind->source};
  if (kind->rule != DocumentRule::MonthsFromIssue) return said;
  said.args.push_back({"months", std::int64_t{kind->months}});
  if (asked.round == nullptr || asked.round->deadline <= asked.setting.now) {
    said.code = "no_round";
    return said;
  }
  const catalog::OfficeCalendar& offices = asked.setting.offices;
  const Date deadline = asked.round->deadline.date;
  const Date not_before = oldest_issue_date(deadline, kind->months);
  const Date from = std::max(not_before, asked.today());
  // Entering the application takes its days; when those are gone already, the deadline itself is the end.
  Date to = offices.open_day_before(plus_days(deadline, -asked.prep_days()));
  if (to < from) to = offices.open_day_before(deadline);
  const Date last_month = std::max(plus_months(deadline, -1), from);
  const Date best = std::min(offices.open_day_after(last_month), to);
  if (best < from) {
    said.code = "too_late";
    said.args.push_back({"deadline", asked.round->deadline});
    return said;
  }
  said.code = best == asked.today() ? "today" : "go";
  said.args.push_back({"day", best});
  said.args.push_back({"to", to});
  said.args.push_back({"deadline", asked.round->deadline});
  said.date = best;
  said.until = to;
  said.add({"office_day", "not_before", {{"day", not_before}, {"months", std::int64_t{kind->months}}}, kind->source, not_before});
  if (last_month <= to) said.add({"office_day", "ideal", {{"day", last_month}, {"to", to}}, kind->source, last_month, to});
  if (offices.closed(last_month)) said.add({"office_day", "closed", {{"day", last_month}}, kind->source, last_month});
  return said;
}

}  // namespace desk::rules
