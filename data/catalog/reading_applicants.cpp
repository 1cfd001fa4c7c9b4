// applicants.toml: who may apply, how often, beside what, and what is asked of them.
#include <algorithm>
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
  industry.id = read_id(fields);
  industry.name = read_names(fields, "name");
  if (fields.has("capital")) industry.capital = read_yen(fields, "capital");
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
  if (industry.by_main_trade && (industry.capital || industry.micro)) {
    fields.complain(industry.capital ? "capital" : "micro", "the main trade decides");
  }
  if (industry.micro && industry.employees && *industry.micro > *industry.employees) fields.complain("micro", "above the limit of the row itself");
  if (industry.micro_leisure && (!industry.micro || *industry.micro_leisure < *industry.micro)) {
    fields.complain("micro_leisure", "below the micro of the row, or without one");
  }
  return industry;
}

Exclusion read_exclusion(Fields& fields, const std::vector<std::string>& frames) {
  Exclusion exclusion;
  exclusion.id = read_id(fields);
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
  exclusion.frames = read_references(fields, "frames", frames, "frame");
  exclusion.source = read_source(fields);
  return exclusion;
}

RepeatRule read_repeat(Fields& fields, const Pack& pack, const std::vector<std::string>& frames) {
  RepeatRule rule;
  rule.id = read_id(fields);
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
    if (rule.last_year >= pack.year) fields.complain("last_year", "not before the programme's own year");
    rule.micro_exempt = read_references(fields, "micro_exempt", frames, "frame");
  }
  rule.source = read_source(fields);
  return rule;
}

// The rules of one id must not meet in a frame: which of them counted would be chance.
void check_apart(Fields& fields, const RepeatRule& rule, const std::vector<RepeatRule>& before) {
  for (const RepeatRule& other : before) {
    for (const std::string& frame : rule.frames) {
      if (other.id == rule.id && contains(other.frames, frame)) fields.complain("frames", "\"" + rule.id + "\" is there twice for " + frame);
    }
  }
}

CombinationRule read_combination(Fields& fields, const std::vector<std::string>& frames) {
  CombinationRule rule;
  rule.kind = fields.choice("kind", {"one_per_family", "one_in_all"}) == "one_in_all" ? CombinationKind::OneInAll : CombinationKind::OnePerFamily;
  rule.clause = fields.text("clause");
  if (const Node* pairs = fields.child("not_same_tool")) {
    for (const Node& pair : pairs->array() != nullptr ? *pairs->array() : Array{}) {
      const Array* two = pair.array();
      const bool texts = two != nullptr && two->size() == 2 && (*two)[0].string() != nullptr && (*two)[1].string() != nullptr;
      if (!texts) {
        fields.complain("not_same_tool", "pairs of two frames are expected");
        break;
      }
      const std::string& first = *(*two)[0].string();
      const std::string& second = *(*two)[1].string();
      for (const std::string& frame : {first, second}) {
        if (!contains(frames, frame)) fields.complain("not_same_tool", "\"" + frame + "\" is no frame of this pack");
      }
      if (first == second) fields.complain("not_same_tool", "a frame beside itself");
      rule.not_same_tool.emplace_back(first, second);
    }
    if (pairs->array() == nullptr) fields.complain("not_same_tool", "pairs of two frames are expected");
  }
  rule.source = read_source(fields);
  return rule;
}

constexpr std::array<std::pair<std::string_view, RequirementKind>, 5> kRequirementKinds = {{{"ask", RequirementKind::Ask},
                                                                                            {"consent", RequirementKind::Consent},
                                                                                            {"oath", RequirementKind::Oath},
                                                                                            {"verify", RequirementKind::Verify},
                                                                                            {"compute", RequirementKind::Compute}}};

Requirement read_requirement(Fields& fields, const std::vector<std::string>& frames) {
  Requirement requirement;
  requirement.id = read_id(fields);
  requirement.clause = fields.text("clause");
  requirement.text = read_names(fields, "text");
  requirement.kind = choose(fields, "kind", kRequirementKinds);
  requirement.frames = read_references(fields, "frames", frames, "frame");
  requirement.source = read_source(fields);
  return requirement;
}

Bonus read_bonus(Fields& fields, const std::vector<std::string>& frames) {
  Bonus bonus;
  bonus.id = read_id(fields);
  bonus.name = read_names(fields, "name");
  bonus.frames = read_references(fields, "frames", frames, "frame");
  bonus.from = fields.optional_date("from");
  bonus.source = read_source(fields);
  return bonus;
}

// A list of things whose ids stand once.
template <class T, class Read>
std::vector<T> read_once(Fields& top, std::string_view key, Read&& read) {
  Once once;
  return read_list<T>(top, key, [&](Fields& fields) {
    T each = read(fields);
    once.check(fields, each.id);
    return each;
  });
}

}  // namespace

void read_applicants(Fields& top, Pack& pack) {
  const std::vector<std::string> frames = ids_of(pack.frames);
  pack.industries = read_once<Industry>(top, "industry", read_industry);
  if (pack.industries.empty()) top.complain("industry", "missing");
  const bool by_trade = std::any_of(pack.industries.begin(), pack.industries.end(), [](const Industry& each) { return each.by_main_trade; });
  const bool trades = std::any_of(pack.industries.begin(), pack.industries.end(), [](const Industry& each) { return each.trade; });
  if (by_trade && !trades) top.complain("industry", "rows that stand by a main trade, but no trade");
  pack.exclusions = read_once<Exclusion>(top, "exclusion", [&](Fields& fields) { return read_exclusion(fields, frames); });
  std::vector<RepeatRule> before;
  pack.repeats = read_list<RepeatRule>(top, "repeat", [&](Fields& fields) {
    RepeatRule rule = read_repeat(fields, pack, frames);
    check_apart(fields, rule, before);
    before.push_back(rule);
    return rule;
  });
  pack.combination = read_table<CombinationRule>(top, "combination", [&](Fields& fields) { return read_combination(fields, frames); });
  pack.requirements = read_once<Requirement>(top, "requirement", [&](Fields& fields) { return read_requirement(fields, frames); });
  pack.bonuses = read_once<Bonus>(top, "bonus", [&](Fields& fields) { return read_bonus(fields, frames); });
}

}  // namespace desk::catalog
