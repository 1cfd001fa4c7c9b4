#include "data/catalog/facts_parts.h"

namespace desk::catalog {
namespace {

std::string_view word_of(StepKind kind) {
  switch (kind) {
    case StepKind::Gbizid: return "gbizid";
    case StepKind::SecurityAction: return "security_action";
    case StepKind::ManagementCheck: return "management_check";
    case StepKind::Navi: return "navi";
    case StepKind::GrowthMatching: return "growth_matching";
    case StepKind::Vendor: return "vendor";
    case StepKind::NoContract: return "no_contract";
  }
  return "";
}

std::string_view word_of(IdVerdict verdict) {
  switch (verdict) {
    case IdVerdict::Ready: return "ready";
    case IdVerdict::Redo: return "redo";
  }
  return "";
}

std::string_view word_of(DocumentRule rule) {
  switch (rule) {
    case DocumentRule::MonthsFromIssue: return "months_from_issue";
    case DocumentRule::NotExpired: return "not_expired";
    case DocumentRule::Latest: return "latest";
    case DocumentRule::TaxYear: return "tax_year";
    case DocumentRule::Undated: return "undated";
    case DocumentRule::Refused: return "refused";
    case DocumentRule::Ask: return "unclear";
  }
  return "";
}

std::string_view word_of(Party party) {
  switch (party) {
    case Party::Applicant: return "applicant";
    case Party::Partner: return "partner";
  }
  return "";
}

std::string_view word_of(When when) {
  switch (when) {
    case When::Always: return "always";
    case When::NearMinimumWage: return "near_minimum_wage";
    case When::UpperBand: return "upper_band";
  }
  return "";
}

Thing facts_of(const Lead& lead, const std::string& number) {
  const auto& [from, days, usual_days, online_days, after_gbizid, source] = lead;
  return ThingOf("lead", number, as_it_is(number)).fact("from", from).fact("days", days).fact("usual_days", usual_days).fact("online_days", online_days)
      .fact("after_gbizid", after_gbizid).source(source).done();
}

Thing facts_of(const IdFormat& format, const std::string& number) {
  const auto& [digits, prefix, verdict, source] = format;
  return ThingOf("id_format", number, as_it_is(number)).fact("digits", digits).fact("prefix", prefix).word("verdict", word_of(verdict))
      .source(source).done();
}

Thing facts_of(const Pack& pack, const Step& step) {
  const auto& [id, kind, name, how, url, minutes, frames, required, leads, ids, source] = step;
  return ThingOf("step", id, name).word("kind", word_of(kind)).fact("name", name).fact("how", how).fact("url", url).fact("minutes", minutes)
      .value("frames", frames_value(pack, frames)).fact("required", required)
      .numbered(leads, [](const Lead& lead, const std::string& at) { return facts_of(lead, at); })
      .numbered(ids, [](const IdFormat& format, const std::string& at) { return facts_of(format, at); }).source(source).done();
}

Thing facts_of(const TaxItem& item) {
  const auto& [id, name, entity] = item;
  return ThingOf("tax_item", id, name).fact("name", name).fact("entity", entity).done();
}

Thing facts_of(const Pack& pack, const FilingEvidence& evidence) {
  const auto& [id, name, until_tax_year, with, source] = evidence;
  const FactValue beside = with.empty() ? FactValue{} : documents_value(pack, {with});
  return ThingOf("evidence", id, name).fact("name", name).fact("until_tax_year", until_tax_year).value("with", beside).source(source).done();
}

Thing facts_of(const Pack& pack, const DocumentKind& kind) {
  const auto& [id, name, where, rule, months, year_offset, evidence, tax, office, scan, masked, use_instead, entity, look, source] = kind;
  (void)look;  // how the coach draws it is no fact of the programme
  const FactValue instead = use_instead.empty() ? FactValue{} : documents_value(pack, {use_instead});
  return ThingOf("document", id, name).fact("name", name).fact("where", where).word("rule", word_of(rule)).fact("months", months)
      .fact("year_offset", year_offset).fact("tax", tax).fact("office", office).fact("scan", scan).fact("masked", masked)
      .value("use_instead", instead).fact("entity", entity)
      .each(evidence, [&](const FilingEvidence& each) { return facts_of(pack, each); }).source(source).done();
}

Thing facts_of(const Pack& pack, const DocumentNeed& need) {
  const auto& [id, name, party, entity, frames, any_of, when, source] = need;
  // The same need may stand in a pack once for each entity.
  return ThingOf("need", id, name).fact("name", name).word("party", word_of(party)).fact("entity", entity)
      .value("frames", frames_value(pack, frames)).value("any_of", documents_value(pack, any_of)).word("when", word_of(when)).source(source).done();
}

Thing facts_of(const Pack& pack, const ApplicationNumberForm& form, const std::string& number) {
  const auto& [prefix, characters, frames, source] = form;
  return ThingOf("application_number", number, as_it_is(number)).fact("prefix", prefix).fact("characters", characters)
      .value("frames", frames_value(pack, frames)).source(source).done();
}

Thing facts_of(const Pack& pack, const FileRules& files) {
  const auto& [official_bytes, most_bytes, application_numbers, source] = files;
  return ThingOf("files", "", {}).fact("official_bytes", official_bytes).fact("most_bytes", most_bytes)
      .numbered(application_numbers, [&](const ApplicationNumberForm& form, const std::string& at) { return facts_of(pack, form, at); })
      .source(source).done();
}

}  // namespace

void add_steps(ThingOf& out, const Pack& pack) {
  out.each(pack.steps, [&](const Step& step) { return facts_of(pack, step); });
}

void add_papers(ThingOf& out, const Pack& pack) {
  out.each(pack.tax_items, [](const TaxItem& item) { return facts_of(item); });
  out.each(pack.documents, [&](const DocumentKind& kind) { return facts_of(pack, kind); });
  out.each(pack.needs, [&](const DocumentNeed& need) { return facts_of(pack, need); });
  out.thing(facts_of(pack, pack.files));
}

}  // namespace desk::catalog
