// Assessment: what the rules make of the answers given so far. Derived anew whenever it is shown, never stored.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/documents.h"
#include "data/rules/eligibility.h"
#include "data/rules/estimate.h"
#include "data/rules/plan.h"
#include "data/rules/readiness.h"
#include "kiosk/flow/answers.h"

namespace desk::flow {

// The last day on which a scanned paper may be used, and whether it holds until the target deadline.
struct PaperAssessment {
  std::string need;                  // its key (paper_needs.h)
  int partner = 0;                   // whose; 0: the applicant's own
  const catalog::DocumentKind* kind = nullptr;
  rules::Validity validity;          // of the issue date that was read; empty reasons when none was
  bool dated = false;                // an issue date was given
};

struct Assessment {
  const catalog::Frame* frame = nullptr;
  rules::Eligibility eligibility;
  std::optional<rules::Estimate> estimate;   // once a cost was given
  std::vector<rules::StepStatus> readiness;
  rules::Plan plan;
  const rules::PlannedRound* target = nullptr;  // into plan.rounds
  std::vector<PaperAssessment> papers;       // in the order of required_papers()
  // What this desk adds to the plan's list: what the partners still owe, files to rename. Texts "visit_todo.CODE".
  std::vector<rules::Todo> visit_todo;

  Assessment() = default;
  Assessment(Assessment&&) noexcept = default;             // vectors keep their elements' addresses when moved
  Assessment& operator=(Assessment&&) noexcept = default;
  Assessment(const Assessment&) = delete;
  Assessment& operator=(const Assessment&) = delete;
};

[[nodiscard]] Assessment assess(const Answers& answers, const catalog::Pack& pack, const catalog::OfficeCalendar& offices,
                                const CivilMinute& today);

// The inputs as the rules take them; also what the answers' JSON of a tour shows.
[[nodiscard]] rules::EligibilityInput eligibility_input(const Answers& answers, const catalog::Pack& pack, const Date& on);
[[nodiscard]] rules::ReadinessInput readiness_input(const Answers& answers);

}  // namespace desk::flow
