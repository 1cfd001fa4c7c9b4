#include "kiosk/flow/staff.h"

namespace desk::flow {

const std::vector<Step>& staff_areas() {
  static const std::vector<Step> areas{Step::StaffApplications, Step::StaffAttest,   Step::StaffDevices, Step::StaffSelfTest,
                                       Step::StaffTraining,     Step::StaffOutbox,   Step::StaffCalls,   Step::StaffSettings};
  return areas;
}

bool behind_pin(Step step) {
  switch (step) {
    case Step::StaffHome:
    case Step::StaffApplications:
    case Step::StaffApplication:
    case Step::StaffTrail:
    case Step::StaffOutbox:
    case Step::StaffCalls:
    case Step::StaffDevices:
    case Step::StaffSelfTest:
    case Step::StaffTouchTest:
    case Step::StaffTraining:
    case Step::StaffSettings: return true;
    default: return false;  // all that applicants see, and the PIN itself
  }
}

// Consent; what an applicant declares (that nothing excludes them, what they received before, that nothing was signed yet: a wrong word
// there costs the grant, factbook 7.6); the code that proves the mobile is theirs; what happens to their earlier record; the last word.
bool applicants_own(Step step) {
  switch (step) {
    case Step::Consent:
    case Step::Exclusions:
    case Step::PastAward:
    case Step::Contracted:
    case Step::Code:
    case Step::SameNumber:
    case Step::ResumeCode:
    case Step::Review: return true;
    default: return false;  // facts, papers and machines: staff may prepare them
  }
}

}  // namespace desk::flow
