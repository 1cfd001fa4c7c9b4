// The functions behind the questions, by subject; private to this folder. What `Question::needs` names is there when they are called.
#pragma once

#include "data/rules/questions/questions.h"

namespace desk::rules {

// What every function gets: the setting, the answers, and the round that is aimed at (null: none is known).
struct Asked {
  const Setting& setting;
  const Inputs& inputs;
  const catalog::Round* round;

  [[nodiscard]] const catalog::Pack& pack() const { return setting.pack; }
  [[nodiscard]] const catalog::Frame& frame() const { return setting.frame; }
  [[nodiscard]] Date today() const { return setting.now.date; }
  [[nodiscard]] int prep_days() const { return inputs.prep_days.value_or(setting.pack.prep_days); }
};

// Tax papers name their year by era: 2019 is Reiwa 1, and no programme asks for an older one.
inline constexpr int kBeforeReiwa = 2018;

[[nodiscard]] Failure missing(std::string input);
// A sentence of the rules, its arguments typed again.
[[nodiscard]] Said reason_line(const catalog::Pack& pack, const Reason& reason);

// money_questions.cpp
Result<Said> how_much(const Asked& asked);
Result<Said> second_function(const Asked& asked);
Result<Said> micro_difference(const Asked& asked);
Result<Said> normal_or_invoice(const Asked& asked);
// applicant_questions.cpp
Result<Said> am_i_micro(const Asked& asked);
Result<Said> deemed_large(const Asked& asked);
Result<Said> awarded_last_year(const Asked& asked);
// paper_questions.cpp
Result<Said> registry_until(const Asked& asked);
Result<Said> office_day(const Asked& asked);
// file_questions.cpp
Result<Said> file_too_big(const Asked& asked);
Result<Said> many_partners(const Asked& asked);
// tax_questions.cpp
Result<Said> no_receipt_stamp(const Asked& asked);
Result<Said> zero_tax_certificate(const Asked& asked);
Result<Said> which_tax_certificate(const Asked& asked);
// course_questions.cpp
Result<Said> may_contract_now(const Asked& asked);
Result<Said> round_unknown(const Asked& asked);
Result<Said> when_paid(const Asked& asked);
Result<Said> effect_report(const Asked& asked);
// portal_questions.cpp
Result<Said> code_not_coming(const Asked& asked);
Result<Said> invitation_expired(const Asked& asked);
Result<Said> gbizid_by_post(const Asked& asked);
Result<Said> ip_phone(const Asked& asked);

}  // namespace desk::rules
