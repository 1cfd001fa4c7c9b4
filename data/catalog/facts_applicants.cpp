#include "data/catalog/facts_parts.h"

namespace desk::catalog {
namespace {

std::string_view word_of(Measure measure) {
  switch (measure) {
    case Measure::Flag: return "flag";
    case Measure::Fraction: return "fraction";
    case Measure::Amount: return "amount";
  }
  return "";
}

std::string_view word_of(Operator op) {
  switch (op) {
    case Operator::AtLeast: return "at_least";
    case Operator::MoreThan: return "more_than";
    case Operator::Is: return "is";
  }
  return "";
}

std::string_view word_of(RepeatKind kind) {
  switch (kind) {
    case RepeatKind::MonthsBlock: return "months_block";
    case RepeatKind::OncePerYear: return "once_per_year";
    case RepeatKind::Duties: return "duties";
  }
  return "";
}

std::string_view word_of(CombinationKind kind) {
  switch (kind) {
    case CombinationKind::OnePerFamily: return "one_per_family";
    case CombinationKind::OneInAll: return "one_in_all";
  }
  return "";
}

std::string_view word_of(RequirementKind kind) {
  switch (kind) {
    case RequirementKind::Ask: return "ask";
    case RequirementKind::Consent: return "consent";
    case RequirementKind::Oath: return "oath";
    case RequirementKind::Verify: return "verify";
    case RequirementKind::Compute: return "compute";
  }
  return "";
}

Thing facts_of(const Industry& industry) {
  const auto& [id, name, capital, employees, micro, micro_leisure, by_main_trade, trade, source] = industry;
  return ThingOf("industry", id, name).fact("name", name).fact("capital", capital).fact("employees", employees).fact("micro", micro)
      .fact("micro_leisure", micro_leisure).fact("by_main_trade", by_main_trade).fact("trade", trade).source(source).done();
}

Thing facts_of(const Pack& pack, const Exclusion& exclusion) {
  const auto& [id, clause, question, measure, op, fraction, amount, frames, source] = exclusion;
  return ThingOf("exclusion", id, question).fact("clause", clause).fact("question", question).word("measure", word_of(measure))
      .word("operator", word_of(op)).fact("fraction", fraction).fact("amount", amount).value("frames", frames_value(pack, frames))
      .source(source).done();
}

Thing facts_of(const Pack& pack, const RepeatRule& rule) {
  const auto& [id, kind, clause, frames, same_as, months, first_year, last_year, micro_exempt, source] = rule;
  return ThingOf("repeat", id, as_it_is(id)).word("kind", word_of(kind)).fact("clause", clause).value("frames", frames_value(pack, frames))
      .fact("same_as", same_as).fact("months", months).fact("first_year", first_year).fact("last_year", last_year)
      .value("micro_exempt", frames_value(pack, micro_exempt)).source(source).done();
}

Thing facts_of(const Pack& pack, const CombinationRule& rule) {
  const auto& [kind, clause, not_same_tool, source] = rule;
  std::vector<Entry> pairs;
  for (const auto& [one, other] : not_same_tool) {
    const Names a = frame_names(pack, one), b = frame_names(pack, other);
    pairs.push_back({one + " + " + other, {a.ja + " + " + b.ja, a.easy + " + " + b.easy, a.en + " + " + b.en}});
  }
  return ThingOf("combination", "", {}).word("kind", word_of(kind)).fact("clause", clause).value("not_same_tool", pairs).source(source).done();
}

Thing facts_of(const Pack& pack, const Requirement& requirement) {
  const auto& [id, clause, text, kind, frames, source] = requirement;
  return ThingOf("requirement", id, as_it_is(clause)).fact("clause", clause).fact("text", text).word("kind", word_of(kind))
      .value("frames", frames_value(pack, frames)).source(source).done();
}

Thing facts_of(const Pack& pack, const Bonus& bonus) {
  const auto& [id, name, frames, from, source] = bonus;
  return ThingOf("bonus", id, name).fact("name", name).value("frames", frames_value(pack, frames)).fact("from", from).source(source).done();
}

}  // namespace

void add_applicants(ThingOf& out, const Pack& pack) {
  out.each(pack.industries, [](const Industry& industry) { return facts_of(industry); });
  out.each(pack.exclusions, [&](const Exclusion& exclusion) { return facts_of(pack, exclusion); });
  out.each(pack.repeats, [&](const RepeatRule& rule) { return facts_of(pack, rule); });
  out.thing(facts_of(pack, pack.combination));
  out.each(pack.requirements, [&](const Requirement& requirement) { return facts_of(pack, requirement); });
  out.each(pack.bonuses, [&](const Bonus& bonus) { return facts_of(pack, bonus); });
}

}  // namespace desk::catalog
