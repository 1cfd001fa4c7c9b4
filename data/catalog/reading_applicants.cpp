#include <string>

#include "data/catalog/reading.h"

namespace desk::catalog {
namespace {

constexpr std::int64_t kMostPeople = 1'000'000;

std::optional<int> optional_people(Fields& fields, std::string_view key) {
  const auto people = fields.optional_whole(key, 0, kMostPeople);
  return people ? std::optional<int>(static_cast<int>(*people)) : std::nullopt;
}

Industry read_industry(Fields& fields) {
  Industry industry;
  industry.id = fields.text("id");
  industry.name = read_names(fields, "name");
  if (const auto capital = fields.optional_whole("capital", 0, kMostYen)) industry.capital = Yen{*capital};
  industry.employees = optional_people(fields, "employees");
  industry.micro = optional_people(fields, "micro");
  industry.micro_leisure = optional_people(fields, "micro_leisure");
  industry.by_main_trade = fields.flag("by_main_trade", false);
  industry.trade = fields.flag("trade", false);
  industry.source = read_source(fields);
  if (industry.by_main_trade == industry.employees.has_value()) {
    fields.complain("employees", "either a number of employees or by_main_trade, and not both");
  }
  if (industry.by_main_trade && industry.trade) fields.complain("trade", "cannot itself stand by another main trade");
  return industry;
}

Exclusion read_exclusion(Fields& fields) {
  Exclusion exclusion;
  exclusion.id = fields.text("id");
  exclusion.clause = fields.text("clause");
  exclusion.question = read_names(fields, "question");
  const std::string measure = fields.choice("measure", {"flag", "fraction", "amount"}, "flag");
  if (measure == "flag") {
    exclusion.measure = Measure::Flag;
    exclusion.op = Operator::Is;
  } else {
    exclusion.op = fields.choice("op", {"at_least", "more_than"}) == "at_least" ? Operator::AtLeast : Operator::MoreThan;
    if (measure == "fraction") {
      exclusion.measure = Measure::Fraction;
      exclusion.fraction = read_rate(fields, "threshold");
    } else {
      exclusion.measure = Measure::Amount;
      exclusion.amount = read_yen(fields, "threshold");
    }
  }
  exclusion.source = read_source(fields);
  return exclusion;
}

RepeatRule read_repeat(Fields& fields, const std::vector<std::string>& frames) {
  RepeatRule rule;
  rule.id = fields.text("id");
  rule.clause = fields.text("clause");
  const std::string kind = fields.choice("kind", {"months_block", "once_per_year", "duties"});
  rule.frames = read_references(fields, "frames", frames, "frame");
  if (rule.frames.empty()) fields.complain("frames", "names no frame");
  if (kind == "months_block") {
    rule.kind = RepeatKind::MonthsBlock;
    rule.months = static_cast<int>(fields.whole("months", 1, 120));
    rule.same_as = fields.texts("same_as");  // frames of earlier years, which this pack does not know
    if (rule.same_as.empty()) fields.complain("same_as", "names no frame");
  } else if (kind == "once_per_year") {
    rule.kind = RepeatKind::OncePerYear;
  } else {
    rule.kind = RepeatKind::Duties;
    rule.first_year = static_cast<int>(fields.whole("first_year", 2017, 2100));
    rule.last_year = static_cast<int>(fields.whole("last_year", 2017, 2100));
    if (rule.last_year < rule.first_year) fields.complain("last_year", "before the first");
    rule.micro_exempt = read_references(fields, "micro_exempt", frames, "frame");
  }
  rule.source = read_source(fields);
  return rule;
}

}  // namespace

void read_applicants(Fields& top, Pack& pack) {
  std::vector<std::string> seen;
  const auto once = [&](Fields& fields, const std::string& id) {
    if (contains(seen, id)) fields.complain("id", "\"" + id + "\" is there twice");
    seen.push_back(id);
  };
  pack.industries = read_list<Industry>(top, "industry", [&](Fields& fields) {
    Industry industry = read_industry(fields);
    once(fields, industry.id);
    return industry;
  });
  if (pack.industries.empty()) top.complain("industry", "missing");
  seen.clear();
  pack.exclusions = read_list<Exclusion>(top, "exclusion", [&](Fields& fields) {
    Exclusion exclusion = read_exclusion(fields);
    once(fields, exclusion.id);
    return exclusion;
  });
  const std::vector<std::string> frames = ids_of(pack.frames);
  pack.repeats = read_list<RepeatRule>(top, "repeat", [&](Fields& fields) { return read_repeat(fields, frames); });
}

}  // namespace desk::catalog
