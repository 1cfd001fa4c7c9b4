// What applicants say of themselves, as the calls `eligibility` and `ask` read it; private to this folder.
#pragma once

#include <optional>
#include <vector>

#include "data/rules/eligibility.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

// A list of {year, frame, decided}; a bad item is bad input at `awards`.
[[nodiscard]] Result<std::vector<rules::EarlierAward>> awards_of(const Node& list);

// true, false, null (わからない), or the figure that the exclusion compares.
[[nodiscard]] Result<std::optional<rules::ExclusionAnswer>> exclusion_answer(const catalog::Exclusion& exclusion, const Node& value);

}  // namespace desk::ctl
