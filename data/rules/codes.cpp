#include "data/rules/codes.h"

namespace desk::rules {

std::string_view name_of(CodeKind kind) {
  switch (kind) {
    case CodeKind::EstimateReason: return "estimate_reason";
    case CodeKind::EstimateWarning: return "estimate_warning";
    case CodeKind::EstimateNext: return "estimate_next";
    case CodeKind::EstimateLine: return "estimate_line";
    case CodeKind::EligibilityReason: return "eligibility_reason";
    case CodeKind::EligibilityWarning: return "eligibility_warning";
    case CodeKind::Change: return "change";
    case CodeKind::CombinationReason: return "combination_reason";
    case CodeKind::CombinationWarning: return "combination_warning";
    case CodeKind::StepReason: return "step_reason";
    case CodeKind::Advice: return "advice";
    case CodeKind::Todo: return "todo";
    case CodeKind::ValidityReason: return "validity_reason";
    case CodeKind::ValidityWarning: return "validity_warning";
    case CodeKind::NumberReason: return "number_reason";
    case CodeKind::DateReason: return "date_reason";
    case CodeKind::FilingAdvice: return "filing_advice";
    case CodeKind::FileReason: return "file_reason";
    case CodeKind::FileWarning: return "file_warning";
  }
  return "";
}

std::string_view section_of(CodeKind kind) {
  switch (kind) {
    case CodeKind::Todo: return "todo.";
    case CodeKind::Change: return "change.";
    case CodeKind::EstimateLine: return "line.";
    case CodeKind::EstimateReason:
    case CodeKind::EstimateWarning:
    case CodeKind::EstimateNext:
    case CodeKind::EligibilityReason:
    case CodeKind::EligibilityWarning:
    case CodeKind::CombinationReason:
    case CodeKind::CombinationWarning:
    case CodeKind::StepReason:
    case CodeKind::Advice:
    case CodeKind::ValidityReason:
    case CodeKind::ValidityWarning:
    case CodeKind::NumberReason:
    case CodeKind::DateReason:
    case CodeKind::FilingAdvice:
    case CodeKind::FileReason:
    case CodeKind::FileWarning: return "reason.";
  }
  return "";
}

const std::vector<Code>& all_codes() {
  using K = CodeKind;
  static const std::vector<Code> codes = {
      {K::EstimateReason, "not_sme"},
      {K::EstimateReason, "hardware_alone"},
      {K::EstimateReason, "no_cost"},
      {K::EstimateReason, "below_floor"},
      {K::EstimateReason, "needs_process"},
      {K::EstimateReason, "generic_alone"},
      {K::EstimateReason, "needs_function"},
      {K::EstimateReason, "function_cap"},
      {K::EstimateReason, "capped"},
      {K::EstimateReason, "no_sme_accounts"},
      {K::EstimateReason, "too_few_members"},
      {K::EstimateReason, "joint_cap"},
      {K::EstimateWarning, "needs_more_processes"},
      {K::EstimateWarning, "wage_plan_mandatory"},
      {K::EstimateWarning, "near_minimum_wage_proof"},
      {K::EstimateWarning, "near_minimum_wage_check"},
      {K::EstimateWarning, "near_minimum_wage_unknown"},
      {K::EstimateWarning, "size_unknown"},
      {K::EstimateWarning, "functions_unknown"},
      {K::EstimateWarning, "hardware_not_in_frame"},
      {K::EstimateWarning, "admin_cap_unclear"},
      {K::EstimateWarning, "low_confidence"},
      {K::EstimateNext, "next_floor"},
      {K::EstimateNext, "next_processes"},
      {K::EstimateNext, "next_functions"},
      {K::EstimateNext, "next_micro"},
      {K::EstimateLine, "plain"},
      {K::EstimateLine, "cut"},
      {K::EstimateLine, "capped"},
      {K::EstimateLine, "first"},
      {K::EstimateLine, "stopped"},
      {K::EstimateLine, "rest"},
      {K::EstimateLine, "rest_cut"},
      {K::EstimateLine, "rest_filled"},
      {K::EstimateLine, "rest_capped"},
      {K::EstimateLine, "share"},
      {K::EstimateLine, "share_capped"},
      {K::EstimateLine, "given"},
      {K::EstimateLine, "per_member"},
      {K::EstimateLine, "joint"},
      {K::EligibilityReason, "sme_by_employees"},
      {K::EligibilityReason, "sme_by_capital"},
      {K::EligibilityReason, "micro_by_employees"},
      {K::EligibilityReason, "large_may_apply"},
      {K::EligibilityReason, "not_sme"},
      {K::EligibilityReason, "industry_unknown"},
      {K::EligibilityReason, "main_trade_unknown"},
      {K::EligibilityReason, "employees_unknown"},
      {K::EligibilityReason, "capital_unknown"},
      {K::EligibilityReason, "answer_unknown"},
      {K::EligibilityReason, "awards_unknown"},
      {K::EligibilityReason, "award_date_check"},
      {K::EligibilityReason, "applied_unknown"},
      {K::EligibilityReason, "other_frames_unknown"},
      {K::EligibilityReason, "combination_twice"},
      {K::EligibilityReason, "combination_family"},
      {K::EligibilityReason, "combination_one_in_all"},
      {K::EligibilityWarning, "employees_unknown"},
      {K::EligibilityWarning, "capital_unknown"},
      {K::EligibilityWarning, "industry_unknown"},
      {K::EligibilityWarning, "main_trade_unknown"},
      {K::EligibilityWarning, "answer_unknown"},
      {K::EligibilityWarning, "leisure_unknown"},
      {K::EligibilityWarning, "micro_not_automatic"},
      {K::EligibilityWarning, "repeat_micro_exempt"},
      {K::EligibilityWarning, "same_tool_twice"},
      {K::Change, "fit_size"},
      {K::Change, "fit_employees"},
      {K::Change, "share_below"},
      {K::Change, "share_at_most"},
      {K::Change, "amount_below"},
      {K::Change, "amount_at_most"},
      {K::Change, "answer_no"},
      {K::Change, "answer_question"},
      {K::Change, "name_industry"},
      {K::Change, "name_main_trade"},
      {K::Change, "name_awards"},
      {K::Change, "name_other_frames"},
      {K::Change, "ask_secretariat"},
      {K::Change, "wait_until"},
      {K::Change, "next_year"},
      {K::Change, "drop_other_frame"},
      {K::Change, "other_vendor_or_tool"},
      {K::CombinationReason, "combination_twice"},
      {K::CombinationReason, "combination_family"},
      {K::CombinationReason, "combination_one_in_all"},
      {K::CombinationWarning, "same_tool_twice"},
      {K::StepReason, "gbizid_unknown"},
      {K::StepReason, "needs_prime"},
      {K::StepReason, "security_action_unknown"},
      {K::StepReason, "security_action_old_id"},
      {K::StepReason, "security_action_format"},
      {K::StepReason, "already_contracted"},
      {K::StepReason, "gbizid_login_check"},
      {K::StepReason, "management_check_unlinked"},
      {K::StepReason, "invitation_expired"},
      {K::Advice, "gbizid_unknown"},
      {K::Advice, "needs_prime"},
      {K::Advice, "security_action_unknown"},
      {K::Advice, "security_action_old_id"},
      {K::Advice, "security_action_format"},
      {K::Advice, "already_contracted"},
      {K::Advice, "gbizid_login_check"},
      {K::Advice, "management_check_unlinked"},
      {K::Advice, "invitation_expired"},
      {K::Advice, "vendor_first"},
      {K::Advice, "mynumber_faster"},
      {K::Advice, "no_open_round"},
      {K::Advice, "no_round_in_time"},
      {K::Advice, "next_round_unknown"},
      {K::Advice, "not_open_yet"},
      {K::Advice, "aim_for_later"},
      {K::Advice, "little_slack"},
      {K::Advice, "start_today"},
      {K::Advice, "last_known_round"},
      {K::Advice, "document_too_old"},
      {K::Advice, "deadline_check"},
      {K::Advice, "offices_closed"},
      {K::Advice, "round_undated"},
      {K::Todo, "gbizid_online"},
      {K::Todo, "gbizid_post"},
      {K::Todo, "gbizid_look"},
      {K::Todo, "gbizid_login"},
      {K::Todo, "gbizid"},
      {K::Todo, "security_action_declare"},
      {K::Todo, "security_action_redo"},
      {K::Todo, "security_action_look"},
      {K::Todo, "security_action"},
      {K::Todo, "management_check"},
      {K::Todo, "navi"},
      {K::Todo, "growth_matching"},
      {K::Todo, "choose_vendor"},
      {K::Todo, "ask_invitation"},
      {K::Todo, "ask_invitation_again"},
      {K::Todo, "open_invitation"},
      {K::Todo, "no_contract"},
      {K::Todo, "other_tool"},
      {K::Todo, "get_document"},
      {K::Todo, "get_document_from"},
      {K::Todo, "renew_document"},
      {K::Todo, "renew_document_from"},
      {K::Todo, "bring_document"},
      {K::Todo, "fill_document"},
      {K::Todo, "check_document_date"},
      {K::Todo, "enter_with_vendor"},
      {K::Todo, "submit"},
      {K::Todo, "prepare"},
      {K::Todo, "slack"},
      {K::ValidityReason, "unknown_document"},
      {K::ValidityReason, "issued_unknown"},
      {K::ValidityReason, "issued_in_future"},
      {K::ValidityReason, "too_old"},
      {K::ValidityReason, "too_old_on_deadline"},
      {K::ValidityReason, "expires_unknown"},
      {K::ValidityReason, "expired"},
      {K::ValidityReason, "expired_on_deadline"},
      {K::ValidityReason, "tax_year_unknown"},
      {K::ValidityReason, "tax_year_too_new"},
      {K::ValidityReason, "tax_year_too_old"},
      {K::ValidityReason, "tax_year_needs_reason"},
      {K::ValidityReason, "evidence_missing"},
      {K::ValidityReason, "wrong_tax_item"},
      {K::ValidityReason, "wrong_entity"},
      {K::ValidityReason, "refused_lookalike"},
      {K::ValidityReason, "ask_secretariat"},
      {K::ValidityWarning, "few_days_left"},
      {K::ValidityWarning, "stamp_abolished"},
      {K::NumberReason, "empty"},
      {K::NumberReason, "not_digits"},
      {K::NumberReason, "wrong_length"},
      {K::NumberReason, "invoice_number"},
      {K::NumberReason, "leading_zero"},
      {K::NumberReason, "check_digit"},
      {K::ValidityReason, "xml_refused"},
      {K::ValidityReason, "names_differ"},
      {K::ValidityReason, "accountant_stamp"},
      {K::ValidityReason, "tax_2_same_year"},
      {K::ValidityReason, "tax_2_other_year"},
      {K::ValidityWarning, "few_days_left_on_deadline"},
      {K::ValidityWarning, "latest_check"},
      {K::ValidityWarning, "tax_item_unknown"},
      {K::DateReason, "date_unreadable"},
      {K::DateReason, "date_no_such_day"},
      {K::DateReason, "date_outside_era"},
      {K::DateReason, "date_lunar"},
      {K::DateReason, "date_years_differ"},
      {K::FilingAdvice, "filing_ask"},
      {K::FilingAdvice, "filing_settled"},
      {K::FilingAdvice, "filing_obtain"},
      {K::FilingAdvice, "filing_unproved"},
      {K::FileReason, "empty"},
      {K::FileReason, "application_number_form"},
      {K::FileReason, "file_name_form"},
      {K::FileReason, "file_name_number"},
      {K::FileReason, "file_name_width"},
      {K::FileReason, "file_name_extension"},
      {K::FileReason, "recompress"},
      {K::FileReason, "call_secretariat"},
      {K::FileReason, "split_pages"},
      {K::FileReason, "no_partners"},
      {K::FileReason, "partner_number_twice"},
      {K::FileReason, "paper_missing"},
      {K::FileReason, "paper_not_accepted"},
      {K::FileReason, "document_too_large"},
      {K::FileWarning, "prefix_unconfirmed"},
      {K::FileWarning, "number_placeholder"},
      {K::FileWarning, "recompress"},
      {K::FileWarning, "document_near_limit"},
      {K::FileWarning, "document_parted"},
      {K::FileWarning, "paper_not_asked_for"},
  };
  return codes;
}

}  // namespace desk::rules
