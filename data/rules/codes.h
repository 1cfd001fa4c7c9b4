// Every code that a rule can answer with. A test holds this list and the three text files together, and `desk-ctl rules schema` prints it.
#pragma once

#include <string_view>
#include <vector>

namespace desk::rules {

enum class CodeKind { EstimateReason, EstimateWarning, EstimateNext, EligibilityReason, EligibilityWarning, StepReason, Advice, Todo,
                      ValidityReason, ValidityWarning, NumberReason, DateReason, FilingAdvice, FileReason, FileWarning };
[[nodiscard]] std::string_view name_of(CodeKind kind);  // "estimate_reason", …

struct Code {
  CodeKind kind;
  std::string_view code;
};
// The codes that the program knows; exclusion and repeat-rule ids of a pack come on top.
[[nodiscard]] const std::vector<Code>& all_codes();

}  // namespace desk::rules
