#include "kiosk/flow/assessment.h"

#include <algorithm>
#include <limits>

#include "data/rules/files.h"
#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/purpose.h"

namespace desk::flow {
namespace {

std::optional<bool> flag(const Answer<bool>& answer) { return answer.value(); }

std::optional<int> small(const Answer<std::int64_t>& answer) {
  if (!answer.value()) return std::nullopt;
  return static_cast<int>(std::min<std::int64_t>(*answer.value(), std::numeric_limits<int>::max()));
}

rules::EstimateInput estimate_input(const Answers& answers, const catalog::Pack& pack, const catalog::Frame& frame,
                                    const rules::Eligibility& eligibility) {
  rules::EstimateInput input;
  input.cost = answers.software_cost.value_or({});
  if (const auto processes = processes_in(answers, frame)) {
    input.processes = std::max(processes->all, 1);
    input.generic_processes = processes->generic;
  }
  input.functions = functions_in(answers, pack, frame);
  input.size = eligibility.size_known ? std::optional(eligibility.size) : std::nullopt;
  input.near_minimum_wage = frame.near_minimum_wage.empty() ? std::optional(false) : flag(answers.near_minimum_wage);
  input.pc = answers.pc_cost.value_or({});
  input.register_ = answers.register_cost.value_or({});
  if (frame.estimate.method == catalog::Method::AccountShare) {
    input.sme_accounts = small(answers.sme_accounts);
    input.total_accounts = small(answers.total_accounts);
  }
  if (frame.estimate.method == catalog::Method::Group) {
    input.members = small(answers.members);
    input.analysis_cost = answers.analysis_cost.value_or({});
    input.admin_cost = answers.admin_cost.value_or({});
  }
  return input;
}

std::vector<PaperAssessment> assess_papers(const Answers& answers, const catalog::Pack& pack, const CivilMinute& today,
                                           const rules::PlannedRound* target) {
  std::vector<PaperAssessment> papers;
  for (const std::string& need : required_papers(answers, pack)) {
    PaperAssessment paper;
    paper.need = need;
    paper.partner = parse_paper_key(need).partner;
    paper.kind = kind_for(need, answers, pack);
    if (paper.kind == nullptr) continue;
    rules::ValidityInput input;
    input.kind = paper.kind->id;
    input.entity = entity_for(need, answers);
    input.on = today.date;
    if (target != nullptr) input.deadline = target->deadline.date;
    if (const auto held = answers.papers.find(need); held != answers.papers.end() && held->second.issued.value()) {
      paper.dated = true;
      if (paper.kind->rule == catalog::DocumentRule::NotExpired) input.expires = held->second.issued.value();
      else input.issued = held->second.issued.value();
    }
    paper.validity = rules::validity(pack, input);
    papers.push_back(std::move(paper));
  }
  return papers;
}

// The partners' papers and files are this desk's help, no rule of the programme: their to-dos are added here, not in the plan.
void add_visit_todo(const Answers& answers, const catalog::Pack& pack, const CivilMinute& today, Assessment& result) {
  if (!asks_partners(answers, pack)) return;
  std::optional<Date> by, end;
  if (result.target != nullptr) {
    end = result.target->deadline.date;
    by = std::max(today.date, plus_days(*end, -pack.prep_days));
  }
  const auto add = [&](std::string code, std::string arg, std::string value, const std::optional<Date>& day) {
    result.visit_todo.push_back({std::move(code), {{std::move(arg), std::move(value)}}, day, false});
  };
  if (!answers.partner_count.value()) result.visit_todo.push_back({"partner_list", {}, by, false});
  for (int partner = 1; partner <= partners_of(answers); ++partner) {
    if (answers.partners[static_cast<std::size_t>(partner - 1)].entity.unknown()) add("partner_kind", "number", std::to_string(partner), by);
  }
  int open = 0;
  for (const PaperAssessment& paper : result.papers) {
    const auto held = answers.papers.find(paper.need);
    if (paper.partner > 0 && (held == answers.papers.end() || held->second.state != PaperState::Scanned)) ++open;
  }
  if (open > 0) add("partner_papers", "count", std::to_string(open), by);
  if (!answers.bundles.empty() && !application_number(answers, pack)) {
    const std::string number = rules::placeholder_number(pack, result.frame);
    add("rename_files", "prefix", number.substr(0, number.find('-')), end);
  }
}

}  // namespace

rules::EligibilityInput eligibility_input(const Answers& answers, const catalog::Pack& pack, const Date& on) {
  rules::EligibilityInput input;
  input.entity = entity_of(answers);
  input.industry = answers.industry.value();
  input.main_trade = answers.main_trade.value();
  input.capital = answers.capital.value();
  input.employees = small(answers.employees);
  const auto asked = exclusions_in(pack, frame_of(answers, pack));
  if (answers.exclusions.unknown()) {
    for (const catalog::Exclusion* exclusion : asked) input.exclusions.emplace(exclusion->id, std::nullopt);
  } else {
    // What was answered for another frame and is not asked in this one says nothing here.
    for (const catalog::Exclusion* exclusion : asked) {
      if (answers.exclusions.value_or({}).contains(exclusion->id)) input.exclusions.emplace(exclusion->id, rules::ExclusionAnswer{true});
    }
  }
  if (answers.awarded_before.unknown()) input.awards.reset();
  // Which year and frame is not asked at the kiosk: an award that is not known closer gives 要確認, never a guess.
  if (answers.awarded_before.is(true)) input.awards->push_back({});
  input.on = on;
  return input;
}

rules::ReadinessInput readiness_input(const Answers& answers) {
  rules::ReadinessInput input;
  if (answers.gbizid.value()) input.gbizid = rules::gbizid_from(*answers.gbizid.value());
  input.mynumber = flag(answers.mynumber);
  if (answers.security_action.is("none")) input.security_action = "none";
  if (answers.security_action.is("yes")) input.security_action = answers.security_action_id.value();
  input.management_check = flag(answers.management_check);
  input.vendor = flag(answers.vendor);
  input.contracted = flag(answers.contracted);
  return input;
}

Assessment assess(const Answers& answers, const catalog::Pack& pack, const catalog::OfficeCalendar& offices, const CivilMinute& today) {
  Assessment result;
  result.frame = pack.frame(frame_of(answers, pack));
  if (result.frame == nullptr) return result;
  const catalog::Frame& frame = *result.frame;
  result.eligibility = rules::eligibility(pack, frame, eligibility_input(answers, pack, today.date));
  if (answers.software_cost.value()) {
    auto estimate = rules::estimate(frame, estimate_input(answers, pack, frame, result.eligibility));
    if (estimate) result.estimate = std::move(*estimate);
  }
  const rules::ReadinessInput readiness = readiness_input(answers);
  result.readiness = rules::readiness(pack, frame, readiness);

  rules::PlanInput plan;
  plan.now = today;
  plan.readiness = readiness;
  plan.entity = entity_of(answers);
  plan.near_minimum_wage = !frame.near_minimum_wage.empty() && answers.near_minimum_wage.is(true);
  for (const auto& [need, paper] : answers.papers) {
    const catalog::DocumentKind* kind = kind_for(need, answers, pack);
    // The plan is the applicant's; how long a partner's paper holds is said beside that paper.
    if (paper.state != PaperState::Scanned || kind == nullptr || parse_paper_key(need).partner > 0) continue;
    const bool expiry = kind->rule == catalog::DocumentRule::NotExpired;
    plan.documents.push_back({kind->id, expiry ? std::nullopt : paper.issued.value(), expiry ? paper.issued.value() : std::nullopt});
  }
  result.plan = rules::plan(pack, frame, offices, plan);
  for (const rules::PlannedRound& round : result.plan.rounds) {
    if (result.plan.target == round.round) result.target = &round;
  }
  result.papers = assess_papers(answers, pack, today, result.target);
  add_visit_todo(answers, pack, today, result);
  return result;
}

}  // namespace desk::flow
