#include "data/rules/plan.h"

#include <algorithm>

#include "data/rules/documents.h"
#include "data/rules/todo_list.h"

namespace desk::rules {
namespace {

using catalog::Frame;
using catalog::Pack;
using catalog::Step;
using catalog::StepKind;

// Slack in days from which a round counts as comfortable, as needing care (factbook 12.1).
constexpr int kEasyDays = 7;
constexpr int kCareDays = 3;

SlackClass class_of(int slack_days) {
  if (slack_days >= kEasyDays) return SlackClass::Easy;
  if (slack_days >= kCareDays) return SlackClass::Care;
  return slack_days >= 0 ? SlackClass::Tight : SlackClass::Missed;
}

const catalog::Lead* lead_of(const Step& step, const Date& on) {
  if (const catalog::Lead* lead = catalog::lead_on(step, on)) return lead;
  return step.leads.empty() ? nullptr : &step.leads.front();
}

Leads count_leads(const Pack& pack, const Frame& frame, const Date& today, const ReadinessInput& input) {
  Leads leads;
  if (const Step* step = pack.step(StepKind::Gbizid, frame.id); step != nullptr && input.gbizid != Gbizid::Prime) {
    if (const catalog::Lead* lead = lead_of(*step, today)) {
      leads.online = input.mynumber.value_or(false) && lead->online_days.has_value();
      leads.gbizid = leads.online ? *lead->online_days : lead->days;
      leads.faster_online = !leads.online && lead->online_days && *lead->online_days < lead->days;
    }
  }
  if (const Step* step = pack.step(StepKind::SecurityAction, frame.id)) {
    const bool has = input.security_action && *input.security_action != "none" &&
                     judge_id(*step, *input.security_action) == catalog::IdVerdict::Ready;
    if (const catalog::Lead* lead = lead_of(*step, today); lead != nullptr && !has) {
      leads.security_action = lead->days;
      leads.serial = lead->after_gbizid;
    }
  }
  return leads;
}

bool too_old_for(const Pack& pack, const HeldDocument& held, const Date& deadline) {
  ValidityInput input;
  input.kind = held.kind;
  input.issued = held.issued;
  input.expires = held.expires;
  input.on = deadline;
  const Validity judged = validity(pack, input);
  return judged.last_day && *judged.last_day < deadline;
}

void add_rounds(const Pack& pack, const Frame& frame, const PlanInput& input, Plan& plan) {
  for (const catalog::Round& round : frame.rounds) {
    if (round.deadline <= input.now) continue;
    PlannedRound planned;
    planned.round = round.id;
    planned.open = round.open;
    planned.deadline = round.deadline;
    planned.slack_days = days_between(plan.earliest_submit, round.deadline.date);
    planned.slack_class = class_of(planned.slack_days);
    for (const HeldDocument& held : input.documents) {
      if (too_old_for(pack, held, round.deadline.date)) planned.expired_documents.push_back(held.kind);
    }
    planned.feasible = planned.slack_class != SlackClass::Missed && planned.expired_documents.empty();
    planned.decision = round.decision;
    planned.report = round.report;
    planned.verified = round.verified;
    planned.confidence = round.source.confidence;
    plan.rounds.push_back(std::move(planned));
  }
}

// The first round with some days to spare; else the first that is possible at all (factbook BK-6: slack 0 → the next is recommended).
const PlannedRound* choose_target(const Plan& plan) {
  const auto first = [&](int slack) -> const PlannedRound* {
    for (const PlannedRound& each : plan.rounds) {
      if (each.slack_days >= slack) return &each;
    }
    return nullptr;
  };
  const PlannedRound* comfortable = first(kCareDays);
  return comfortable != nullptr ? comfortable : first(0);
}

// A round that is known to exist without a known deadline is named, never planned for; one that was decided before today is over.
void add_undated_advice(const Frame& frame, const Date& today, Plan& plan) {
  for (const catalog::UndatedRound& round : frame.undated) {
    if (!round.decision || *round.decision > today) plan.advice.push_back({"round_undated", {{"round", round.id}}});
  }
}

void add_readiness_advice(const Pack& pack, const Frame& frame, const PlanInput& input, const Leads& leads, Plan& plan) {
  for (const StepStatus& status : readiness(pack, frame, input.readiness)) {
    // A gBizID that is not プライム counts as none, an ID of the old system is to be taken again: both are said aloud.
    if (!status.reason.empty()) plan.advice.push_back({status.reason, {{"step", status.step}}});
    if (status.kind == StepKind::Vendor && status.state == StepState::Missing) plan.advice.push_back({"vendor_first", {}});
  }
  if (leads.faster_online) plan.advice.push_back({"mynumber_faster", {}});
}

void add_round_advice(const PlanInput& input, const PlannedRound* target, Plan& plan) {
  if (plan.rounds.empty()) {
    plan.advice.push_back({"no_open_round", {{"verified", to_string(plan.verified)}}});
    return;
  }
  if (target == nullptr) {
    plan.advice.push_back({"no_round_in_time", {}});
    plan.advice.push_back({"next_round_unknown", {{"verified", to_string(plan.verified)}}});
    return;
  }
  if (input.now < target->open) plan.advice.push_back({"not_open_yet", {{"open", to_string(target->open)}}});
  const PlannedRound& first = plan.rounds.front();
  if (first.round != target->round && first.slack_class == SlackClass::Tight) {
    plan.advice.push_back({"aim_for_later", {{"round", target->round}, {"deadline", to_string(target->deadline)}}});
  }
  switch (target->slack_class) {
    case SlackClass::Easy: break;
    case SlackClass::Care: plan.advice.push_back({"little_slack", {{"days", std::to_string(target->slack_days)}}}); break;
    case SlackClass::Tight: plan.advice.push_back({"start_today", {{"days", std::to_string(target->slack_days)}}}); break;
    case SlackClass::Missed: break;
  }
  if (target->round == plan.rounds.back().round) {
    plan.advice.push_back({"last_known_round", {{"verified", to_string(plan.verified)}}});
  }
  for (const std::string& kind : target->expired_documents) plan.advice.push_back({"document_too_old", {{"document", kind}}});
  if (target->confidence == catalog::Confidence::Low) plan.advice.push_back({"deadline_check", {}});
}

}  // namespace

std::string_view code_of(SlackClass slack) {
  switch (slack) {
    case SlackClass::Easy: return "easy";
    case SlackClass::Care: return "care";
    case SlackClass::Tight: return "tight";
    case SlackClass::Missed: return "missed";
  }
  return "missed";
}

Plan plan(const Pack& pack, const Frame& frame, const catalog::OfficeCalendar& offices, const PlanInput& asked) {
  PlanInput input = asked;
  input.readiness.now = input.now;
  const Date today = input.now.date;
  const Leads leads = count_leads(pack, frame, today, input.readiness);
  const int prep = input.prep_days.value_or(pack.prep_days);

  Plan out;
  out.gbizid_ready = plus_days(today, leads.gbizid);
  out.security_action_ready = plus_days(leads.serial ? out.gbizid_ready : today, leads.security_action);
  out.ids_ready = std::max(out.gbizid_ready, out.security_action_ready);
  const Step* check = pack.step(StepKind::ManagementCheck, frame.id);
  if (check != nullptr && check->required && !input.readiness.management_check.value_or(false)) {
    out.management_check_ready = out.ids_ready;  // it needs the gBizID and takes an afternoon (factbook 4.4, 12.1)
  }
  const Date all_ready = std::max({out.ids_ready, input.documents_ready.value_or(today), input.vendor_ready.value_or(today)});
  out.earliest_submit = plus_days(all_ready, prep);
  out.verified = pack.verified;
  add_rounds(pack, frame, input, out);

  const PlannedRound* target = choose_target(out);
  if (target != nullptr) out.target = target->round;
  add_readiness_advice(pack, frame, input, leads, out);
  add_round_advice(input, target, out);
  add_undated_advice(frame, today, out);
  write_todo_list({pack, frame, offices, input, leads, prep, target}, out);
  return out;
}

}  // namespace desk::rules
