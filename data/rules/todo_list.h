// The dated to-do list and the bars of the drawn calendar; private to this folder, called by plan().
#pragma once

#include <algorithm>

#include "data/rules/plan.h"

namespace desk::rules {

// Days that the two IDs still take (factbook 12.1: L_gbiz, L_sa).
struct Leads {
  int gbizid = 0;
  int security_action = 0;
  bool serial = false;         // SECURITY ACTION begins only with the gBizID (from April 2026)
  bool online = false;         // the gBizID by My Number card
  bool faster_online = false;  // by post now, and a My Number card would be quicker
  [[nodiscard]] int total() const { return serial ? gbizid + security_action : std::max(gbizid, security_action); }
};

struct TodoContext {
  const catalog::Pack& pack;
  const catalog::Frame& frame;
  const catalog::OfficeCalendar& offices;
  const PlanInput& input;
  const Leads& leads;
  int prep_days;
  const PlannedRound* target;  // null: nothing is dated
};

// Fills todo, bars, closed_days, and the advice about office hours.
void write_todo_list(const TodoContext& context, Plan& plan);

}  // namespace desk::rules
