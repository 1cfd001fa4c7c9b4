// The course of the programme: contract, round, money, report (factbook 7.6-7.8, 8).
#include <algorithm>

#include "data/rules/questions/groups.h"

namespace desk::rules {
namespace {

const catalog::Source kGuide2023{"S1 3-4", catalog::Confidence::High};

catalog::Source contract_source(const Asked& asked) {
  const catalog::Step* step = asked.pack().step(catalog::StepKind::NoContract, asked.frame().id);
  return step != nullptr ? step->source : catalog::Source{"S0 1-6+S1 4", catalog::Confidence::High};
}

void add_planned(const catalog::Round* round, Said& said) {
  if (round != nullptr && round->planned) said.add({"any", "planned", {}, round->source});
}

}  // namespace

Result<Said> may_contract_now(const Asked& asked) {
  const catalog::Source source = contract_source(asked);
  const auto& decided = asked.inputs.decided;
  if (decided && *decided <= asked.today()) {
    Said said{"may_contract_now", "after_decision", {{"day", *decided}}, source, *decided};
    said.add({"may_contract_now", "contract_first", {}, kGuide2023});
    said.add({"may_contract_now", "invoice_first", {}, kGuide2023});
    said.add({"may_contract_now", "pay_how", {}, kGuide2023});
    return said;
  }
  Said said{"may_contract_now", "wait", {}, source};
  const bool of_round = !decided && asked.round != nullptr && asked.round->decision;
  if (const auto day = decided ? decided : of_round ? asked.round->decision : std::nullopt) {
    said.code = "wait_until";
    said.args = {{"day", *day}};
    said.date = day;
  }
  if (of_round) add_planned(asked.round, said);
  // The day is that of the round's results, no promise: only one's own decision opens the way.
  said.add({"may_contract_now", "own_decision", {}, source});
  said.add({"may_contract_now", "what_counts", {}, source});
  said.add({"may_contract_now", "if_done", {}, source});
  return said;
}

Result<Said> round_unknown(const Asked& asked) {
  const catalog::Frame& frame = asked.frame();
  const catalog::Pack& pack = asked.pack();
  const auto next = std::find_if(frame.rounds.begin(), frame.rounds.end(),
                                 [&](const catalog::Round& round) { return round.deadline > asked.setting.now; });
  Said said{"round_unknown", "unknown", {{"frame", frame.name}, {"verified", pack.verified}}, frame.source};
  if (next != frame.rounds.end()) {
    const bool open = next->open <= asked.setting.now;
    said = {"round_unknown", open ? "open" : "opens", {{"frame", frame.name}, {"round", next->id}, {"deadline", next->deadline}}, next->source};
    if (!open) said.args.push_back({"open", next->open});
    said.date = next->deadline.date;
    said.minute = next->deadline;
  } else if (!frame.rounds.empty()) {
    const catalog::Round& last = frame.rounds.back();
    said.add({"round_unknown", "last", {{"round", last.id}, {"deadline", last.deadline}, {"verified", last.verified}}, last.source});
  }
  for (const catalog::UndatedRound& round : frame.undated) {
    if (next == frame.rounds.end()) said.add({"round_unknown", "undated", {{"round", round.id}}, round.source});
  }
  const catalog::Contact* site = pack.contact("schedule", asked.today());
  if (site == nullptr) site = pack.contact("site", asked.today());
  if (site != nullptr) said.add({"round_unknown", "site", {{"site", site->value}}, site->source});
  if (said.code == "unknown") said.add({"round_unknown", "prepare", {}, frame.source});
  return said;
}

Result<Said> when_paid(const Asked& asked) {
  const catalog::PortalTimes& times = asked.pack().portal;
  const auto& own = asked.inputs.decided;
  const auto decision = own ? own : asked.round != nullptr ? asked.round->decision : std::nullopt;
  // Of one's own decision the round is known only when it was named.
  const catalog::Round* round = own && !asked.inputs.round ? nullptr : asked.round;
  Said said{"when_paid", "unknown", {}, times.source};
  if (decision && times.inspection_days && times.payment_days) {
    const int after = *times.inspection_days + *times.payment_days;
    const Date from = plus_days(*decision, after);
    std::optional<Date> report = round != nullptr ? round->report : std::nullopt;
    if (!report && times.project_months) report = plus_months(*decision, *times.project_months);
    said.code = report ? "range" : "from_only";
    said.args = {{"from", from}};
    said.date = from;
    if (report) {
      said.until = plus_days(*report, after);
      said.args.push_back({"to", *said.until});
    }
    said.add({"when_paid", "decide", {{"day", *decision}}, round != nullptr ? round->source : times.source});
    said.add({"when_paid", "project", {}, kGuide2023});
    if (report) said.add({"when_paid", "report", {{"day", *report}}, round != nullptr ? round->source : times.source});
    said.add({"when_paid", "inspect", {{"days", std::int64_t{*times.inspection_days}}}, times.source});
    said.add({"when_paid", "pay", {{"days", std::int64_t{*times.payment_days}}}, times.source});
    if (!own) add_planned(round, said);
  }
  said.add({"when_paid", "advance", {}, {"S0 1-4+S1 2-4", catalog::Confidence::High}});
  return said;
}

Result<Said> effect_report(const Asked& asked) {
  // Never generalised from one frame or year to another (trap T-27).
  const catalog::EffectReport* chosen = nullptr;
  std::vector<const catalog::EffectReport*> here;
  for (const catalog::EffectReport& report : asked.pack().effect_reports) {
    if (std::find(report.frames.begin(), report.frames.end(), asked.frame().id) == report.frames.end()) continue;
    here.push_back(&report);
    const bool over = report.window_to && *report.window_to < asked.today();
    if (chosen == nullptr || (chosen->window_to && *chosen->window_to < asked.today() && !over)) chosen = &report;
  }
  if (chosen == nullptr) return Said{"effect_report", "unknown", {{"frame", asked.frame().name}}, asked.frame().source};
  Said said{"effect_report", "as_told", {{"frame", asked.frame().name}}, chosen->source};
  if (chosen->window_to) {
    const bool over = *chosen->window_to < asked.today();
    const bool ahead = chosen->window_from && asked.today() < *chosen->window_from;
    said.code = over ? "over" : ahead ? "ahead" : "open";
    if (ahead) said.args.push_back({"from", *chosen->window_from});
    said.args.push_back({"to", *chosen->window_to});
    said.date = chosen->window_from ? chosen->window_from : chosen->window_to;
    said.until = chosen->window_to;
  }
  if (chosen->covers_from && chosen->covers_to) {
    said.add({"effect_report", "covers", {{"from", *chosen->covers_from}, {"to", *chosen->covers_to}}, chosen->source});
  }
  for (const catalog::EffectReport* report : here) said.add({"effect_report", "told", {{"text", report->text}}, report->source});
  return said;
}

}  // namespace desk::rules
