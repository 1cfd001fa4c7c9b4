// Plan: which deadline can still be made, counted backwards exactly as factbook 12.1 (calendar days), with the dated list of what to do
// and the bars of the drawn calendar. Weekends and holidays move only visits to an office and add advice; they never change slack.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/readiness.h"
#include "data/rules/reason.h"

namespace desk::rules {

struct HeldDocument {
  std::string kind;            // document kind id
  std::optional<Date> issued;  // nullopt: not read
  std::optional<Date> expires; // licence
};

struct PlanInput {
  CivilMinute now;             // of the rules' date; a deadline whose minute has come is missed
  ReadinessInput readiness;
  std::optional<int> prep_days;              // nullopt: the pack's
  std::optional<catalog::Entity> entity;     // nullopt: the papers to fetch are not listed
  std::vector<HeldDocument> documents;
  bool near_minimum_wage = false;            // adds its evidence to the papers
  bool upper_band = false;                   // adds what only the upper band asks for
  // When all papers are there, when the vendor is; nullopt: they do not hold anything up (factbook 12.1: docs_ready, vendor_ready).
  std::optional<Date> documents_ready, vendor_ready;
};

enum class SlackClass { Easy, Care, Tight, Missed };  // >= 7, 3-6, 0-2, < 0 days
[[nodiscard]] std::string_view code_of(SlackClass slack);  // "easy", "care", "tight", "missed"

struct PlannedRound {
  std::string round;
  CivilMinute open, deadline;
  int slack_days = 0;
  SlackClass slack_class = SlackClass::Missed;
  bool feasible = false;                      // in time, and every dated paper that is held is still valid on the deadline
  std::vector<std::string> expired_documents; // kinds of held papers too old for this deadline
  std::optional<Date> decision, report;
  Date verified;
  catalog::Confidence confidence = catalog::Confidence::Low;
};

// One thing to do, text "todo.CODE" with args as in reason.h. `by`: the day by which it should be done so that the target round keeps a
// week of slack, or all the slack there is; `last` the very last day on which the target round can still be made. Both are moved to an
// open day for an office visit.
struct Todo {
  std::string code;
  std::vector<std::pair<std::string, std::string>> args;
  std::optional<Date> by;  // nullopt: no target round
  bool office = false;     // a visit to an office that closes on weekends and holidays
  std::optional<Date> last = {};
};

// One bar of the drawn calendar, both ends included; text "todo.CODE": gbizid and security_action (waiting for them), get_document,
// renew_document, prepare, slack.
struct Bar {
  std::string code;
  std::vector<std::pair<std::string, std::string>> args;
  Date from, to;
};

struct Plan {
  Date gbizid_ready, security_action_ready;
  Date ids_ready;                     // when both are there
  std::optional<Date> management_check_ready;  // みらデジ, where the frame asks for it and it is open: the day of the IDs
  Date earliest_submit;               // the latest of IDs, みらデジ, papers and vendor, + preparation
  std::vector<PlannedRound> rounds;   // whose deadline has not passed, by deadline
  std::optional<std::string> target;  // the round to aim at: the first with 3 days of slack, else the first that is possible at all
  std::vector<Reason> advice;         // texts "reason.CODE"
  std::vector<Todo> todo;             // in the order of doing
  std::vector<Bar> bars;
  std::vector<Date> closed_days;      // office closing days from today to the target's deadline
  Date verified;                      // of the round data
};

[[nodiscard]] Plan plan(const catalog::Pack& pack, const catalog::Frame& frame, const catalog::OfficeCalendar& offices,
                        const PlanInput& input);

}  // namespace desk::rules
