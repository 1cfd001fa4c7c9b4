#include "data/rules/estimate.h"

#include <algorithm>

#include "data/rules/money.h"

namespace desk::rules {
namespace {

using catalog::Band;
using catalog::EstimateRule;
using catalog::Frame;
using catalog::Method;
using catalog::Size;

constexpr std::int64_t kMostYen = 1'000'000'000'000;
constexpr int kMostCount = 1'000'000;

std::string digits(std::int64_t number) { return std::to_string(number); }
std::string digits(Yen yen) { return std::to_string(yen.amount); }

Failure bad(std::string key, std::string reason) { return {StaffCode::BadInput, std::move(key), std::move(reason)}; }

Done check_input(const Frame& frame, const EstimateInput& input) {
  const std::pair<const char*, Yen> amounts[] = {{"cost", input.cost}, {"pc", input.pc}, {"register", input.register_},
                                                 {"base_subsidy", input.base_subsidy.value_or(Yen{})},
                                                 {"analysis_cost", input.analysis_cost}, {"admin_cost", input.admin_cost}};
  for (const auto& [key, yen] : amounts) {
    if (yen < Yen{0} || yen > Yen{kMostYen}) return fail(bad(key, "must be from 0 to " + digits(kMostYen)));
  }
  const std::pair<const char*, int> counts[] = {{"processes", input.processes}, {"functions", input.functions.value_or(0)},
                                                {"sme_accounts", input.sme_accounts.value_or(0)},
                                                {"total_accounts", input.total_accounts.value_or(0)},
                                                {"members", input.members.value_or(0)}};
  for (const auto& [key, count] : counts) {
    if (count < 0 || count > kMostCount) return fail(bad(key, "must be from 0 to " + digits(kMostCount)));
  }
  if (frame.estimate.method == Method::AccountShare) {
    if (!input.sme_accounts) return fail(bad("sme_accounts", "missing"));
    if (!input.total_accounts) return fail(bad("total_accounts", "missing"));
    if (*input.total_accounts < 1) return fail(bad("total_accounts", "must be at least 1"));
    if (*input.sme_accounts > *input.total_accounts) return fail(bad("sme_accounts", "more than total_accounts"));
  }
  if (frame.estimate.method == Method::Group && !input.members) return fail(bad("members", "missing"));
  return {};
}

// The lines of the tool itself, and what its method has to say.
class Calculation {
 public:
  Calculation(const Frame& frame, const EstimateInput& input)
      : frame_(frame), rule_(frame.estimate), input_(input), size_(input.size.value_or(Size::Sme)),
        near_(input.near_minimum_wage.value_or(false)) {}

  Estimate run() {
    switch (rule_.method) {
      case Method::Bands: bands(); break;
      case Method::Tranches: tranches(); break;
      case Method::AccountShare: account_share(); break;
      case Method::Group: group(); break;
    }
    out_.subsidy = sum_of(out_.lines);
    out_.payable = out_.subsidy > Yen{0};
    if (!out_.payable) out_.lines.clear();
    // A yen or two at a rate below 1 come to nothing: that is said as well (found by tests/rules/properties_estimate_test.cpp).
    if (!out_.payable && out_.reasons.empty()) reason("no_cost");
    const Yen group_costs = rule_.method == Method::Group ? input_.analysis_cost + input_.admin_cost : Yen{};
    out_.own_share = input_.cost + input_.pc + input_.register_ + group_costs - out_.subsidy;
    return std::move(out_);
  }

 private:
  void reason(std::string code, std::vector<std::pair<std::string, std::string>> args = {}) {
    out_.reasons.push_back({std::move(code), std::move(args)});
  }
  void warning(std::string code, std::vector<std::pair<std::string, std::string>> args = {}) {
    out_.warnings.push_back({std::move(code), std::move(args)});
  }

  // The common grounds on which nothing is paid at all.
  bool refused() {
    if (size_ == Size::Large && !frame_.any_size) {
      reason("not_sme");
      return true;
    }
    if (input_.cost.amount == 0) {
      reason(input_.pc + input_.register_ > Yen{0} ? "hardware_alone" : "no_cost");
      return true;
    }
    return false;
  }

  void bands() {
    if (refused()) return;
    const Ratio rate = rate_for(rule_.rates, size_, near_);
    const Yen raw = floor_times(input_.cost, rate);
    const Band* highest = nullptr;
    for (const Band& band : rule_.bands) {
      if (band.min_processes <= input_.processes) highest = &band;
    }
    if (highest == nullptr) {
      reason("needs_process", {{"processes", digits(rule_.bands.front().min_processes)}});
      return;
    }
    const Yen subsidy = std::min(raw, most_within(highest->cap));
    const Yen least = least_within(rule_.bands.front().floor);
    if (subsidy < least) {
      reason("below_floor", {{"amount", digits(raw)}, {"floor", digits(least)}});
      return;
    }
    const Band* band = nullptr;  // in which the amount lies; the bands meet without a gap
    for (const Band& each : rule_.bands) {
      if (subsidy >= least_within(each.floor)) band = &each;
    }
    out_.band = band->id;
    out_.lines.push_back({"tool", input_.cost, rate, subsidy, most_within(highest->cap)});
    if (raw > subsidy) {
      if (highest == &rule_.bands.back()) {
        reason("capped", {{"cap", digits(most_within(highest->cap))}});
      } else {
        warning("needs_more_processes", {{"processes", digits(rule_.bands.back().min_processes)},
                                         {"cap", digits(most_within(highest->cap))}});
      }
    }
    if (band->wage_plan) warning("wage_plan_mandatory");
    if (near_ && !frame_.near_minimum_wage.empty()) {
      warning("near_minimum_wage_proof");
      if (band->near_wage_check) warning("near_minimum_wage_check");
    }
  }

  void tranches() {
    if (refused()) return;
    const int functions = input_.functions.value_or(1);
    const Tranched filled = fill_tranches(rule_.tranches, input_.cost, functions, size_);
    if (filled.lines.empty()) {
      reason("needs_function", {{"functions", digits(rule_.tranches.front().min_functions)}});
      return;
    }
    out_.lines = filled.lines;
    if (filled.stopped_by_functions) {
      const catalog::Tranche* next = next_tranche(functions);
      reason("function_cap", {{"cap", digits(sum_of(filled.lines))}, {"functions", digits(next->min_functions)}});
    } else if (filled.capped) {
      reason("capped", {{"cap", digits(rule_.tranches.back().up_to)}});
    }
    hardware(/*times=*/1);
  }

  void account_share() {
    if (refused()) return;
    if (*input_.sme_accounts == 0) {
      reason("no_sme_accounts");
      return;
    }
    // Cut to whole yen at both steps, as the official form shows it (factbook 2.1, RND-2).
    const Ratio share = *Ratio::create(*input_.sme_accounts, *input_.total_accounts);
    const Yen eligible = floor_times(input_.cost, share);
    const Ratio rate = rate_for(rule_.rates, size_, near_);
    const Yen raw = floor_times(eligible, rate);
    const Yen subsidy = std::min(raw, *rule_.cap);
    out_.lines.push_back({"tool", eligible, rate, subsidy, *rule_.cap});
    if (raw > subsidy) reason("capped", {{"cap", digits(*rule_.cap)}});
    if (subsidy == Yen{0}) reason("no_cost");
  }

  void group() {
    const catalog::GroupRule& rule = *rule_.group;
    if (*input_.members < rule.min_members) {
      reason("too_few_members", {{"members", digits(rule.min_members)}});
      return;
    }
    Yen joint = rule.joint_cap;
    if (input_.base_subsidy) {
      const Yen base = std::min(*input_.base_subsidy, joint);
      out_.lines.push_back({"base", input_.cost, Ratio{1, 1}, base, joint});
    } else if (input_.cost > Yen{0}) {
      const std::int64_t times = rule.tools_per_member ? *input_.members : 1;
      out_.lines = fill_tranches(rule_.tranches, input_.cost, input_.functions.value_or(1), size_, times).lines;
      hardware(times);
      clip(out_.lines, joint);
    }
    joint = joint - sum_of(out_.lines);
    const Yen analysis = std::min(floor_times(input_.analysis_cost, rule.analysis_rate),
                                  Yen{rule.analysis_per_member.amount * *input_.members});
    if (analysis > Yen{0}) {
      if (analysis > joint) reason("joint_cap", {{"cap", digits(rule.joint_cap)}});
      out_.lines.push_back({"analysis", input_.analysis_cost, rule.analysis_rate, std::min(analysis, joint),
                            Yen{rule.analysis_per_member.amount * *input_.members}});
    }
    if (input_.admin_cost > Yen{0}) {
      Yen cap = rule.admin_cap;
      if (rule.admin_share) {
        // The text leaves open whether costs or subsidies are meant; the lower reading is shown (factbook 2.2.3, T-09).
        cap = std::min(cap, floor_times(floor_times(sum_of(out_.lines), *rule.admin_share), rule.admin_rate));
        warning("admin_cap_unclear");
      }
      const Yen admin = std::min(floor_times(input_.admin_cost, rule.admin_rate), cap);
      out_.lines.push_back({"admin", input_.admin_cost, rule.admin_rate, admin, cap});
    }
    if (out_.lines.empty()) reason("no_cost");
  }

  static void clip(std::vector<EstimateLine>& lines, Yen most) {
    for (EstimateLine& line : lines) {
      line.subsidy = std::min(line.subsidy, most);
      most = most - line.subsidy;
    }
  }

  void hardware(std::int64_t times) {
    for (const catalog::Hardware& each : rule_.hardware) {
      const Yen cost = each.id == "pc" ? input_.pc : input_.register_;
      if (cost.amount == 0) continue;
      const Yen cap{each.cap.amount * times};
      out_.lines.push_back({each.id, cost, each.rate, std::min(floor_times(cost, each.rate), cap), cap});
    }
  }

  const catalog::Tranche* next_tranche(int functions) const {
    for (const catalog::Tranche& each : rule_.tranches) {
      if (functions < each.min_functions) return &each;
    }
    return nullptr;
  }

  const Frame& frame_;
  const EstimateRule& rule_;
  const EstimateInput& input_;
  Size size_;
  bool near_;
  Estimate out_;
};

Yen subsidy_of(const Frame& frame, const EstimateInput& input) { return Calculation(frame, input).run().subsidy; }

// What would be gained by one change, each computed by the same rule with that one answer changed.
void add_next(const Frame& frame, const EstimateInput& input, Estimate& out) {
  const EstimateRule& rule = frame.estimate;
  const auto offer = [&](std::string code, const EstimateInput& changed, std::int64_t amount) {
    const Yen gain = subsidy_of(frame, changed) - out.subsidy;
    if (gain > Yen{0}) out.next.push_back({std::move(code), gain, amount});
  };
  const Size size = input.size.value_or(Size::Sme);
  if (rule.method == Method::Bands && input.cost > Yen{0}) {
    const Ratio rate = rate_for(rule.rates, size, input.near_minimum_wage.value_or(false));
    const Yen floor_cost = ceil_divide(least_within(rule.bands.front().floor), rate);
    if (input.cost < floor_cost) {
      EstimateInput changed = input;
      changed.cost = floor_cost;
      offer("next_floor", changed, (floor_cost - input.cost).amount);
    }
    for (const Band& band : rule.bands) {
      if (band.min_processes <= input.processes) continue;
      EstimateInput changed = input;
      changed.processes = band.min_processes;
      offer("next_processes", changed, band.min_processes);
      break;
    }
  }
  if (rule.method == Method::Tranches) {
    for (const catalog::Tranche& tranche : rule.tranches) {
      if (tranche.min_functions <= input.functions.value_or(1)) continue;
      EstimateInput changed = input;
      changed.functions = tranche.min_functions;
      offer("next_functions", changed, tranche.min_functions);
      break;
    }
  }
  if (size == Size::Sme) {
    EstimateInput changed = input;
    changed.size = Size::Micro;
    offer("next_micro", changed, 0);
  }
}

void add_doubts(const Frame& frame, const EstimateInput& input, Estimate& out) {
  const auto differs = [&](const EstimateInput& changed) { return subsidy_of(frame, changed) != out.subsidy; };
  if (!input.size) {
    EstimateInput changed = input;
    changed.size = Size::Micro;
    if (differs(changed)) out.warnings.push_back({"size_unknown", {}});
  }
  if (!input.functions) {
    EstimateInput changed = input;
    changed.functions = 99;
    if (differs(changed)) out.warnings.push_back({"functions_unknown", {}});
  }
  if (!input.near_minimum_wage) {
    EstimateInput changed = input;
    changed.near_minimum_wage = true;
    if (differs(changed)) out.warnings.push_back({"near_minimum_wage_unknown", {}});
  }
  if (frame.estimate.hardware.empty() && input.pc + input.register_ > Yen{0}) {
    out.warnings.push_back({"hardware_not_in_frame", {}});
  }
  if (frame.estimate.source.confidence == catalog::Confidence::Low) out.warnings.push_back({"low_confidence", {}});
}

}  // namespace

Result<Estimate> estimate(const Frame& frame, const EstimateInput& input) {
  if (auto done = check_input(frame, input); !done) return fail(done.error());
  Estimate out = Calculation(frame, input).run();
  add_next(frame, input, out);
  add_doubts(frame, input, out);
  return out;
}

}  // namespace desk::rules
