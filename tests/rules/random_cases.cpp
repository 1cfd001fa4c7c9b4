#include "tests/rules/random_cases.h"

#include <sstream>

namespace desk::rules {
namespace {

using catalog::Band;
using catalog::Frame;
using catalog::Method;
using catalog::Rate;
using catalog::Size;
using catalog::Tranche;

Ratio random_rate(Dice& dice) {
  const std::int64_t den = dice.from(1, 12);
  return *Ratio::create(dice.from(1, den), den);
}

std::vector<Rate> random_rates(Dice& dice, bool near) {
  std::vector<Rate> out;
  const Ratio last = random_rate(dice);
  if (dice.chance(50)) {
    Rate micro;
    micro.rate = random_rate(dice);
    micro.size = Size::Micro;
    out.push_back(micro);
  }
  if (near && dice.chance(50)) {
    Rate wage;
    wage.rate = random_rate(dice);
    wage.near_minimum_wage = true;
    out.push_back(wage);
  }
  Rate everybody;
  everybody.rate = last;
  out.push_back(everybody);
  return out;
}

void add_bands(Dice& dice, Frame& frame) {
  frame.estimate.rates = random_rates(dice, /*near=*/true);
  catalog::Bound floor{Yen{dice.from(0, 1'000'000)}, dice.chance(70)};
  const int count = dice.small(1, 3);
  int processes = dice.small(1, 2);
  for (int i = 0; i < count; ++i) {
    Band band;
    band.id = std::string(1, static_cast<char>('a' + i));
    band.min_processes = processes;
    processes += dice.small(0, 3);
    band.floor = floor;
    band.cap = {floor.amount + Yen{dice.from(2, 4'000'000)}, dice.chance(50)};
    floor = {band.cap.amount, !band.cap.inclusive};
    band.wage_plan = dice.chance(30);
    band.near_wage_check = dice.chance(30);
    frame.estimate.bands.push_back(band);
  }
}

void add_tranches(Dice& dice, Frame& frame) {
  const int count = dice.small(1, 3);
  Yen up_to;
  int functions = 1;
  for (int i = 0; i < count; ++i) {
    Tranche tranche;
    up_to += Yen{dice.from(1, 2'000'000)};
    tranche.up_to = up_to;
    tranche.min_functions = functions;
    functions += dice.small(0, 2);
    tranche.rates = random_rates(dice, /*near=*/false);
    frame.estimate.tranches.push_back(std::move(tranche));
  }
  frame.estimate.qualifying_functions = 3;
  for (const char* id : {"pc", "register"}) {
    if (!dice.chance(60)) continue;
    catalog::Hardware hardware;
    hardware.id = id;
    hardware.rate = random_rate(dice);
    hardware.cap = Yen{dice.from(1, 300'000)};
    frame.estimate.hardware.push_back(std::move(hardware));
  }
}

void add_group(Dice& dice, Frame& frame) {
  catalog::GroupRule rule;
  rule.min_members = dice.small(2, 10);
  rule.joint_cap = dice.yen();
  rule.analysis_rate = random_rate(dice);
  rule.analysis_per_member = Yen{dice.from(0, 1'000'000)};
  rule.admin_rate = random_rate(dice);
  rule.admin_cap = Yen{dice.from(0, 3'000'000)};
  if (dice.chance(50)) rule.admin_share = Ratio{1, dice.from(2, 10)};
  rule.tools_per_member = dice.chance(50);
  frame.estimate.group = rule;
}

std::string said(const std::optional<bool>& answer) { return !answer ? "?" : *answer ? "yes" : "no"; }
template <class T>
std::string said(const std::optional<T>& number) { return number ? std::to_string(*number) : "?"; }
std::string said(const std::optional<Yen>& yen) { return yen ? std::to_string(yen->amount) : "?"; }
std::string said(const std::optional<Date>& date) { return date ? to_string(*date) : "?"; }

}  // namespace

Yen Dice::yen() {
  static constexpr std::int64_t kTops[] = {10, 1'000, 100'000, 1'000'000, 5'000'000, 20'000'000, 2'000'000'000, 1'000'000'000'000};
  const std::int64_t amount = from(0, kTops[from(0, 7)]);
  if (chance(50)) return Yen{amount};
  const std::int64_t round = amount - amount % 25'000;
  return Yen{std::max<std::int64_t>(0, round + from(-1, 1))};
}

Date Dice::date(const Date& first, const Date& last) { return plus_days(first, small(0, days_between(first, last))); }

std::optional<bool> Dice::answer() {
  const std::int64_t face = from(0, 2);
  return face == 0 ? std::nullopt : std::optional(face == 1);
}

Frame random_frame(Dice& dice, Method method) {
  Frame frame;
  frame.id = "random";
  frame.any_size = dice.chance(30);
  frame.estimate.method = method;
  switch (method) {
    case Method::Bands: add_bands(dice, frame); break;
    case Method::Tranches: add_tranches(dice, frame); break;
    case Method::AccountShare:
      frame.estimate.rates = random_rates(dice, /*near=*/false);
      frame.estimate.cap = dice.yen();
      break;
    case Method::Group:
      add_tranches(dice, frame);
      add_group(dice, frame);
      break;
  }
  return frame;
}

EstimateInput random_estimate(Dice& dice) {
  EstimateInput input;
  input.cost = dice.yen();
  input.processes = dice.small(0, 7);
  if (dice.chance(90)) input.functions = dice.small(0, 5);
  const std::int64_t size = dice.from(0, 9);
  input.size = size == 0 ? std::nullopt : std::optional(size == 1 ? Size::Large : size < 5 ? Size::Micro : Size::Sme);
  input.near_minimum_wage = dice.answer();
  if (dice.chance(40)) input.pc = dice.yen();
  if (dice.chance(40)) input.register_ = dice.yen();
  input.total_accounts = dice.small(1, 200);
  input.sme_accounts = dice.small(0, *input.total_accounts);
  input.members = dice.small(0, 50);
  if (dice.chance(40)) input.analysis_cost = dice.yen();
  if (dice.chance(40)) input.admin_cost = dice.yen();
  return input;
}

EligibilityInput random_applicant(Dice& dice, const catalog::Pack& pack) {
  EligibilityInput input;
  input.entity = dice.chance(70) ? catalog::Entity::Corporation : catalog::Entity::Sole;
  if (dice.chance(90)) input.industry = dice.pick(pack.industries).id;
  if (dice.chance(80)) input.main_trade = dice.pick(pack.industries).id;
  input.leisure = dice.answer();
  if (dice.chance(80)) {
    const catalog::Industry& near = dice.pick(pack.industries);
    input.capital = near.capital && dice.chance(60) ? Yen{near.capital->amount + dice.from(-1, 1)} : dice.yen();
  }
  if (dice.chance(80)) {
    const catalog::Industry& near = dice.pick(pack.industries);
    const auto limit = dice.chance(50) ? near.micro : near.employees;
    input.employees = limit ? std::max(0, *limit + dice.small(-1, 1)) : dice.small(0, 2000);
  }
  for (const catalog::Exclusion& rule : pack.exclusions) {
    if (!dice.chance(8)) continue;
    std::optional<ExclusionAnswer> answer;
    if (dice.chance(70)) {
      switch (rule.measure) {
        case catalog::Measure::Flag: answer = dice.chance(40); break;
        case catalog::Measure::Fraction: answer = *Ratio::create(dice.from(0, 12), 12); break;
        case catalog::Measure::Amount: answer = Yen{std::max<std::int64_t>(0, rule.amount.amount + dice.from(-2, 1))}; break;
      }
    }
    input.exclusions[rule.id] = answer;
  }
  if (dice.chance(10)) {
    input.awards = std::nullopt;
  } else if (dice.chance(40)) {
    EarlierAward award;
    award.programme_year = dice.small(2020, pack.year);
    if (dice.chance(70)) award.frame = dice.pick(pack.frames).id;
    if (dice.chance(70)) award.decided = dice.date(make_date(2021, 1, 1), make_date(2026, 12, 31));
    input.awards->push_back(award);
  }
  if (dice.chance(30)) input.applied_this_year = dice.answer();
  input.on = dice.date(make_date(2023, 1, 1), make_date(2027, 1, 31));
  return input;
}

PlanInput random_plan(Dice& dice, const catalog::Pack& pack, const Frame& frame) {
  PlanInput input;
  Date first = pack.applies_from, last = plus_days(pack.applies_from, 360);
  if (!frame.rounds.empty() && dice.chance(80)) {
    const Date deadline = dice.pick(frame.rounds).deadline.date;
    first = plus_days(deadline, -45);
    last = plus_days(deadline, 2);
  }
  input.now = {dice.date(first, last), dice.chance(50) ? 17 * 60 + dice.small(-1, 1) : dice.small(0, 1439)};
  ReadinessInput& ready = input.readiness;
  const std::int64_t account = dice.from(0, 3);
  if (account > 0) ready.gbizid = account == 1 ? Gbizid::Prime : account == 2 ? Gbizid::Entry : Gbizid::None;
  ready.mynumber = dice.answer();
  if (dice.chance(70)) ready.security_action = dice.pick<std::string>({"none", "40000000000", "50000228580", "412345678901", "4", "x"});
  ready.management_check = dice.answer();
  ready.navi = dice.answer();
  ready.growth_matching = dice.answer();
  ready.vendor = dice.answer();
  ready.contracted = dice.answer();
  if (dice.chance(30)) input.prep_days = dice.small(0, 20);
  if (dice.chance(70)) input.entity = dice.chance(50) ? catalog::Entity::Corporation : catalog::Entity::Sole;
  input.near_minimum_wage = dice.chance(20);
  for (const catalog::DocumentKind& kind : pack.documents) {
    if (!dice.chance(15)) continue;
    HeldDocument held;
    held.kind = kind.id;
    if (dice.chance(80)) held.issued = dice.date(plus_days(input.now.date, -130), input.now.date);
    if (dice.chance(50)) held.expires = dice.date(plus_days(input.now.date, -5), plus_days(input.now.date, 60));
    input.documents.push_back(std::move(held));
  }
  return input;
}

std::string described(const Frame& frame) {
  std::ostringstream out;
  const catalog::EstimateRule& rule = frame.estimate;
  out << "frame " << frame.id << (frame.any_size ? " (any size)" : "") << ", method " << static_cast<int>(rule.method);
  const auto rates = [&](const std::vector<Rate>& all) {
    for (const Rate& each : all) {
      out << " " << to_string(each.rate) << (each.size ? " for " + std::string(code_of(*each.size)) : "")
          << (each.near_minimum_wage ? " near " + said(each.near_minimum_wage) : "");
    }
  };
  rates(rule.rates);
  for (const Band& each : rule.bands) {
    out << "; band " << (each.floor.inclusive ? "[" : "(") << each.floor.amount.amount << ", " << each.cap.amount.amount
        << (each.cap.inclusive ? "]" : ")") << " processes " << each.min_processes;
  }
  for (const Tranche& each : rule.tranches) {
    out << "; tranche to " << each.up_to.amount << " functions " << each.min_functions;
    rates(each.rates);
  }
  for (const catalog::Hardware& each : rule.hardware) out << "; " << each.id << " " << to_string(each.rate) << " to " << each.cap.amount;
  if (rule.cap) out << "; cap " << rule.cap->amount;
  if (rule.group) {
    out << "; group of " << rule.group->min_members << ", joint " << rule.group->joint_cap.amount << ", analysis "
        << to_string(rule.group->analysis_rate) << " to " << rule.group->analysis_per_member.amount << " each, admin "
        << to_string(rule.group->admin_rate) << " to " << rule.group->admin_cap.amount
        << (rule.group->admin_share ? " share " + to_string(*rule.group->admin_share) : "") << (rule.group->tools_per_member ? ", per member" : "");
  }
  return out.str();
}

std::string described(const EstimateInput& input) {
  std::ostringstream out;
  out << "\n  cost " << input.cost.amount << ", processes " << input.processes << ", functions " << said(input.functions) << ", size "
      << (input.size ? code_of(*input.size) : "?") << ", near " << said(input.near_minimum_wage) << ", pc " << input.pc.amount << ", register "
      << input.register_.amount << ", accounts " << said(input.sme_accounts) << "/" << said(input.total_accounts) << ", members "
      << said(input.members) << ", base " << said(input.base_subsidy) << ", analysis " << input.analysis_cost.amount << ", admin "
      << input.admin_cost.amount;
  return out.str();
}

std::string described(const EligibilityInput& input) {
  std::ostringstream out;
  out << "\n  " << code_of(input.entity) << ", industry " << input.industry.value_or("?") << ", main trade " << input.main_trade.value_or("?")
      << ", leisure " << said(input.leisure) << ", capital " << said(input.capital) << ", employees " << said(input.employees) << ", on "
      << to_string(input.on) << ", applied " << said(input.applied_this_year);
  for (const auto& [id, answer] : input.exclusions) {
    out << "; " << id << " ";
    if (!answer) {
      out << "?";
    } else if (const bool* flag = std::get_if<bool>(&*answer)) {
      out << (*flag ? "yes" : "no");
    } else if (const Ratio* ratio = std::get_if<Ratio>(&*answer)) {
      out << to_string(*ratio);
    } else {
      out << std::get<Yen>(*answer).amount;
    }
  }
  if (!input.awards) out << "; awards ?";
  for (const EarlierAward& each : input.awards.value_or(std::vector<EarlierAward>{})) {
    out << "; award " << each.programme_year << " " << each.frame << " " << said(each.decided);
  }
  return out.str();
}

std::string described(const PlanInput& input) {
  std::ostringstream out;
  const ReadinessInput& ready = input.readiness;
  out << "\n  now " << to_string(input.now) << ", gbizid " << (ready.gbizid ? code_of(*ready.gbizid) : "?") << ", mynumber "
      << said(ready.mynumber) << ", security_action " << ready.security_action.value_or("?") << ", management_check "
      << said(ready.management_check) << ", vendor " << said(ready.vendor) << ", contracted " << said(ready.contracted) << ", prep_days "
      << said(input.prep_days);
  for (const HeldDocument& each : input.documents) out << "; " << each.kind << " " << said(each.issued) << " to " << said(each.expires);
  return out.str();
}

}  // namespace desk::rules
