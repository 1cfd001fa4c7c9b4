// What would have to be otherwise for another verdict, text "change.CODE"; private to this folder.
#pragma once

#include <optional>

#include "data/catalog/applicants.h"
#include "data/rules/reason.h"

namespace desk::rules {

// The limits of one applicant's row: a corporation may stand by either, everybody else by the employees alone.
struct SizeLimits {
  int employees = 0;
  std::optional<Yen> capital;
};

// "fit_size" {employees, capital} or "fit_employees" {employees}: all limits are inclusive.
[[nodiscard]] Reason change_of(const SizeLimits& limits);
// A figure on the right side of the rule's threshold ("share_below", "share_at_most", "amount_below", "amount_at_most"), or "answer_no".
[[nodiscard]] Reason change_of(const catalog::Exclusion& exclusion);

}  // namespace desk::rules
