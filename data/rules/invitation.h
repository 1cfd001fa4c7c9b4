// Invitation: until when the vendor's invitation mail can be used (factbook 7.2), and whether everything is ready (factbook 4.6). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/readiness.h"

namespace desk::rules {

struct Invitation {
  CivilMinute expires;           // the mail must be opened before this minute
  bool cut_by_deadline = false;  // the round closes before the hours are over
  bool expired = false;          // at `now`: the vendor deletes it and invites again
  int hours_left = 0;            // whole hours from `now`; 0 when expired
};

// Cut at the deadline of `round`; without one at the frame's last deadline after the invitation, since until then a later round is left.
[[nodiscard]] Invitation invitation(const catalog::Pack& pack, const catalog::Frame& frame, const CivilMinute& invited, const CivilMinute& now,
                                    const std::optional<std::string>& round = std::nullopt);

// READY of factbook 4.6: every required step, all papers valid, the phone proved. `open` names what is not: step ids, "documents", "phone".
struct Ready {
  bool ready = false;
  std::vector<std::string> open;
};
[[nodiscard]] Ready ready(const std::vector<StepStatus>& steps, bool documents_valid, bool phone_verified);

}  // namespace desk::rules
