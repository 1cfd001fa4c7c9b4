// Every code that a rule can answer with. A test holds this list and the three text files together, and `desk-ctl rules schema` prints it.
#pragma once

#include <string_view>
#include <vector>

namespace desk::rules {

enum class CodeKind { EstimateReason, EstimateWarning, EstimateNext, EstimateLine, EligibilityReason, EligibilityWarning, Change,
                      CombinationReason, CombinationWarning, StepReason, Advice, Todo, ValidityReason, ValidityWarning, NumberReason,
                      DateReason, FilingAdvice, FileReason, FileWarning };
[[nodiscard]] std::string_view name_of(CodeKind kind);  // "estimate_reason", …

struct Code {
  CodeKind kind;
  std::string_view code;
};
// Where its text stands: "reason.", "todo.", "change." or "line.".
[[nodiscard]] std::string_view section_of(CodeKind kind);
// The codes that the program knows; exclusion and repeat-rule ids of a pack come on top.
[[nodiscard]] const std::vector<Code>& all_codes();

}  // namespace desk::rules
