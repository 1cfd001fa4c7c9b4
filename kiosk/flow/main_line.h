// Main line: the steps of this visit in order. Derived from answers and pack each time, never stored (design 4.13).
#pragma once

#include <vector>

#include "data/catalog/pack.h"
#include "kiosk/flow/answers.h"
#include "kiosk/flow/model.h"
#include "kiosk/flow/step.h"

namespace desk::flow {

// Without the side steps; what does not apply to this person is left out.
[[nodiscard]] std::vector<Step> main_line(const Answers& answers, Mode mode, const catalog::Pack& pack);
[[nodiscard]] Step step_after(Step step, const Answers& answers, Mode mode, const catalog::Pack& pack);
[[nodiscard]] Step step_before(Step step, const Answers& answers, Mode mode, const catalog::Pack& pack);
// Where a resumed visit joins: the first step of the main line that is still open.
[[nodiscard]] Step first_open(const Answers& answers, const catalog::Pack& pack);

}  // namespace desk::flow
