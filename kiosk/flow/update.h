// update(): the visit as a pure function. Same model, event and context give the same next model and the same orders; no I/O, no clock.
#pragma once

#include <vector>

#include "data/catalog/pack.h"
#include "kiosk/flow/delays.h"
#include "kiosk/flow/effect.h"
#include "kiosk/flow/event.h"
#include "kiosk/flow/model.h"

namespace desk::flow {

// What the visit needs to know of the world, read anew for each event.
struct Context {
  const catalog::Pack& pack;
  CivilMinute today;                // of the rules (--today moves it)
  SteadyTime now;
  WallTime wall;
  Delays delays;
  bool handoff = true;              // a page on the applicant's phone exists
  bool files_on_phone = true;       // and it may hand out PDFs
};

struct Next {
  Model model;
  std::vector<Effect> effects;
};

[[nodiscard]] Next update(Model model, Event event, const Context& context);

// The model of a desk at which nobody stands. Numbering of commands goes on, so that no late reply fits a new visit.
[[nodiscard]] Model fresh(const Model& before);

// Somebody is being served: answers, a step beyond the start, or words on the screen.
[[nodiscard]] bool visit_under_way(const Model& model);
// A worker is at it; idle time does not run.
[[nodiscard]] bool busy(const Model& model);
// Nobody is being served, so the staff may open their own screens; somebody is, so they may take the hand.
[[nodiscard]] bool may_open_staff(const Model& model);
[[nodiscard]] bool may_assist(const Model& model);

}  // namespace desk::flow
