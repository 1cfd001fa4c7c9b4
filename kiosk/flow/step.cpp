#include "kiosk/flow/step.h"

namespace desk::flow {

std::optional<Station> station_of(Step step) {
  switch (step) {
    case Step::Entity:
    case Step::Industry:
    case Step::MainTrade:
    case Step::Capital:
    case Step::Employees:
      return Station::Business;
    case Step::Purpose:
    case Step::Exclusions:
    case Step::PastAward:
    case Step::Processes:
    case Step::ProcessKinds:
    case Step::SoftwareCost:
    case Step::TotalAccounts:
    case Step::SmeAccounts:
    case Step::Members:
    case Step::AnalysisCost:
    case Step::AdminCost:
    case Step::PcCost:
    case Step::RegisterCost:
    case Step::MinimumWage:
    case Step::Verdict:
      return Station::Eligibility;
    case Step::GbizId:
    case Step::MyNumber:
    case Step::SecurityAction:
    case Step::SecurityActionId:
    case Step::ManagementCheck:
    case Step::Vendor:
    case Step::Contracted:
    case Step::Readiness:
    case Step::Plan:
      return Station::Preparation;
    case Step::ContactName:
    case Step::CorporateNumber:
    case Step::Phone:
    case Step::Code:
    case Step::SameNumber:
    case Step::StaffAttest:
      return Station::Phone;
    case Step::ApplicationNumber:
    case Step::PartnerCount:
    case Step::PartnerKind:
    case Step::Papers:
    case Step::Coach:
    case Step::Scanning:
    case Step::Scanned:
    case Step::Masking:
    case Step::IssueDate:
      return Station::Papers;
    case Step::Review:
    case Step::Printing:
    case Step::Done:
      return Station::Slip;
    case Step::Attract:
    case Step::Consent:
    case Step::Resume:
    case Step::ResumeNumber:
    case Step::ResumeScan:
    case Step::ResumeCode:
    case Step::StaffPin:
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
    case Step::StaffSettings:
      return std::nullopt;
  }
  return std::nullopt;
}

std::string_view name_of(Step step) {
  switch (step) {
    case Step::Attract: return "attract";
    case Step::Consent: return "consent";
    case Step::Entity: return "entity";
    case Step::Industry: return "industry";
    case Step::MainTrade: return "main_trade";
    case Step::Capital: return "capital";
    case Step::Employees: return "employees";
    case Step::Purpose: return "purpose";
    case Step::Exclusions: return "exclusions";
    case Step::PastAward: return "awarded_before";
    case Step::Processes: return "processes";
    case Step::ProcessKinds: return "process_kinds";
    case Step::SoftwareCost: return "software_cost";
    case Step::TotalAccounts: return "total_accounts";
    case Step::SmeAccounts: return "sme_accounts";
    case Step::Members: return "members";
    case Step::AnalysisCost: return "analysis_cost";
    case Step::AdminCost: return "admin_cost";
    case Step::PcCost: return "pc_cost";
    case Step::RegisterCost: return "register_cost";
    case Step::MinimumWage: return "near_minimum_wage";
    case Step::Verdict: return "verdict";
    case Step::GbizId: return "gbizid";
    case Step::MyNumber: return "mynumber";
    case Step::SecurityAction: return "security_action";
    case Step::SecurityActionId: return "security_action_id";
    case Step::ManagementCheck: return "management_check";
    case Step::Vendor: return "vendor";
    case Step::Contracted: return "contracted";
    case Step::Readiness: return "readiness";
    case Step::Plan: return "plan";
    case Step::Phone: return "phone";
    case Step::Code: return "code";
    case Step::SameNumber: return "same_number";
    case Step::ApplicationNumber: return "application_number";
    case Step::PartnerCount: return "partner_count";
    case Step::PartnerKind: return "partner_kind";
    case Step::Papers: return "papers";
    case Step::Coach: return "coach";
    case Step::Scanning: return "scanning";
    case Step::Scanned: return "scanned";
    case Step::Masking: return "masking";
    case Step::IssueDate: return "issue_date";
    case Step::Review: return "review";
    case Step::Printing: return "printing";
    case Step::Done: return "done";
    case Step::Resume: return "resume";
    case Step::ResumeNumber: return "resume_number";
    case Step::ResumeScan: return "resume_scan";
    case Step::ResumeCode: return "resume_code";
    case Step::StaffPin: return "staff_pin";
    case Step::StaffHome: return "staff_home";
    case Step::StaffApplications: return "staff_applications";
    case Step::StaffApplication: return "staff_application";
    case Step::StaffTrail: return "staff_trail";
    case Step::StaffAttest: return "staff_attest";
    case Step::StaffOutbox: return "staff_outbox";
    case Step::StaffCalls: return "staff_calls";
    case Step::StaffDevices: return "staff_devices";
    case Step::StaffSelfTest: return "staff_self_test";
    case Step::StaffTouchTest: return "staff_touch_test";
    case Step::StaffTraining: return "staff_training";
    case Step::StaffSettings: return "staff_settings";
    case Step::ContactName: return "contact_name";
    case Step::CorporateNumber: return "corporate_number";
  }
  return "";
}

const std::vector<Step>& all_steps() {
  static const std::vector<Step> steps = [] {
    std::vector<Step> all;
    for (int i = 0; i <= static_cast<int>(Step::CorporateNumber); ++i) all.push_back(static_cast<Step>(i));
    return all;
  }();
  return steps;
}

std::optional<Step> step_named(std::string_view name) {
  for (Step step : all_steps()) {
    if (name_of(step) == name) return step;
  }
  return std::nullopt;
}

}  // namespace desk::flow
