#include "kiosk/flow/question.h"

#include <algorithm>
#include <charconv>

#include "kiosk/flow/purpose.h"

namespace desk::flow {
namespace {

constexpr int kMostYenDigits = 12;
constexpr int kMostPeopleDigits = 6;
constexpr int kMostPartnerDigits = 3;
constexpr int kCorporateDigits = 13;
constexpr int kMostIdDigits = 11;  // where a pack names no form

Codes yes_no(const Answer<bool>& answer) {
  if (!answer.value()) return {};
  return {*answer.value() ? "yes" : "no"};
}

Codes one(const Answer<std::string>& answer) { return answer.value() ? Codes{*answer.value()} : Codes{}; }

Codes several(const Answer<Codes>& answer) {
  if (!answer.value()) return {};
  return answer.value()->empty() ? Codes{"none"} : *answer.value();
}

std::vector<std::string> industries(const catalog::Pack& pack, bool trades_only) {
  std::vector<std::string> ids;
  for (const catalog::Industry& industry : pack.industries) {
    if (!trades_only || industry.trade) ids.push_back(industry.id);
  }
  return ids;
}

// The longest form that the pack knows of the SECURITY ACTION number.
int id_digits(const Answers& answers, const catalog::Pack& pack) {
  int most = 0;
  if (const catalog::Step* step = pack.step(catalog::StepKind::SecurityAction, frame_of(answers, pack))) {
    for (const catalog::IdFormat& format : step->ids) most = std::max(most, format.digits);
  }
  return most > 0 ? most : kMostIdDigits;
}

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& all) {
  std::vector<std::string> ids;
  for (const T& each : all) ids.push_back(each.id);
  return ids;
}

}  // namespace

std::optional<Question> question_of(Step step, const Answers& answers, const catalog::Pack& pack) {
  const std::vector<std::string> yes_or_no{"yes", "no"};
  switch (step) {
    case Step::Entity: return Question{QuestionKind::Choice, {"corporation", "sole"}, 0, true};
    case Step::Industry: return Question{QuestionKind::Choice, industries(pack, /*trades_only=*/answers.entity.is("sole")), 0, true};
    case Step::MainTrade: return Question{QuestionKind::Choice, industries(pack, /*trades_only=*/true), 0, true};
    case Step::Capital: return Question{QuestionKind::Number, {}, kMostYenDigits, true};
    case Step::Employees: return Question{QuestionKind::Number, {}, kMostPeopleDigits, true};
    case Step::Exclusions: {
      // What most people answer comes first; nobody has to turn pages to say that nothing applies.
      Question question{QuestionKind::Several, {"none"}, 0, true};
      for (const catalog::Exclusion* exclusion : exclusions_in(pack, frame_of(answers, pack))) question.choices.push_back(exclusion->id);
      return question;
    }
    case Step::PastAward: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::Purpose: return Question{QuestionKind::Several, ids_of(pack.purposes), 0, true};
    case Step::Processes: return Question{QuestionKind::Choice, {"1", "2", "3", "4"}, 0, true};
    case Step::ProcessKinds: {
      const catalog::Frame* frame = frame_at(answers, pack);
      return Question{QuestionKind::Several, frame != nullptr ? ids_of(frame->processes) : std::vector<std::string>(), 0, true};
    }
    case Step::TotalAccounts:
    case Step::SmeAccounts:
    case Step::Members: return Question{QuestionKind::Number, {}, kMostPeopleDigits, true};
    case Step::PartnerCount: return Question{QuestionKind::Number, {}, kMostPartnerDigits, true};
    case Step::SoftwareCost:
    case Step::AnalysisCost:
    case Step::AdminCost:
    case Step::PcCost:
    case Step::RegisterCost: return Question{QuestionKind::Number, {}, kMostYenDigits, true};
    case Step::MinimumWage: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::GbizId: return Question{QuestionKind::Choice, {"prime", "entry", "none"}, 0, true};
    case Step::MyNumber: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::SecurityAction: return Question{QuestionKind::Choice, {"yes", "none"}, 0, true};
    case Step::SecurityActionId: return Question{QuestionKind::Digits, {}, id_digits(answers, pack), true};
    case Step::CorporateNumber: return Question{QuestionKind::Digits, {}, kCorporateDigits, true};
    case Step::ManagementCheck:
    case Step::Vendor:
    case Step::Contracted: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::Attract:
    case Step::Consent:
    case Step::Verdict:
    case Step::Readiness:
    case Step::Plan:
    case Step::Phone:
    case Step::Code:
    case Step::SameNumber:
    case Step::ApplicationNumber:
    case Step::PartnerKind:
    case Step::Papers:
    case Step::Coach:
    case Step::Scanning:
    case Step::Scanned:
    case Step::Masking:
    case Step::IssueDate:
    case Step::Review:
    case Step::Printing:
    case Step::Done:
    case Step::Resume:
    case Step::ResumeNumber:
    case Step::ResumeScan:
    case Step::ResumeCode:
    case Step::StaffPin:
    case Step::StaffHome:
    case Step::StaffApplications:
    case Step::StaffApplication:
    case Step::StaffTrail:
    case Step::StaffAttest:
    case Step::StaffOutbox:
    case Step::StaffCalls:
    case Step::StaffDevices:
    case Step::StaffSelfTest:
    case Step::StaffTouchTest:
    case Step::StaffTraining:
    case Step::StaffSettings:
    case Step::ContactName:
      return std::nullopt;
  }
  return std::nullopt;
}

namespace {

// Calls `visit` with the answer that a step asks for. One table serves asking, choosing and clearing.
template <class A, class Visit>
void with_answer(Step step, A& answers, Visit visit) {
  switch (step) {
    case Step::Entity: visit(answers.entity); break;
    case Step::Industry: visit(answers.industry); break;
    case Step::MainTrade: visit(answers.main_trade); break;
    case Step::Capital: visit(answers.capital); break;
    case Step::Employees: visit(answers.employees); break;
    case Step::Exclusions: visit(answers.exclusions); break;
    case Step::PastAward: visit(answers.awarded_before); break;
    case Step::Purpose: visit(answers.purposes); break;
    case Step::Processes: visit(answers.processes); break;
    case Step::ProcessKinds: visit(answers.process_kinds); break;
    case Step::SoftwareCost: visit(answers.software_cost); break;
    case Step::TotalAccounts: visit(answers.total_accounts); break;
    case Step::SmeAccounts: visit(answers.sme_accounts); break;
    case Step::Members: visit(answers.members); break;
    case Step::AnalysisCost: visit(answers.analysis_cost); break;
    case Step::AdminCost: visit(answers.admin_cost); break;
    case Step::PcCost: visit(answers.pc_cost); break;
    case Step::RegisterCost: visit(answers.register_cost); break;
    case Step::MinimumWage: visit(answers.near_minimum_wage); break;
    case Step::GbizId: visit(answers.gbizid); break;
    case Step::MyNumber: visit(answers.mynumber); break;
    case Step::SecurityAction: visit(answers.security_action); break;
    case Step::SecurityActionId: visit(answers.security_action_id); break;
    case Step::ManagementCheck: visit(answers.management_check); break;
    case Step::Vendor: visit(answers.vendor); break;
    case Step::Contracted: visit(answers.contracted); break;
    case Step::ApplicationNumber: visit(answers.application_number); break;
    case Step::PartnerCount: visit(answers.partner_count); break;
    case Step::CorporateNumber: visit(answers.corporate_number); break;
    default: break;  // the other steps ask nothing; question_of() above is the exhaustive list
  }
}

struct ReadCodes {
  Codes codes;
  void operator()(const Answer<std::string>& answer) { codes = one(answer); }
  void operator()(const Answer<bool>& answer) { codes = yes_no(answer); }
  void operator()(const Answer<Codes>& answer) { codes = several(answer); }
  void operator()(const Answer<std::int64_t>& answer) {
    if (answer.value()) codes = {std::to_string(*answer.value())};
  }
  void operator()(const Answer<Yen>&) {}
};

struct ReadDigits {
  std::string digits;
  void operator()(const Answer<std::int64_t>& answer) {
    if (answer.value()) digits = std::to_string(*answer.value());
  }
  void operator()(const Answer<Yen>& answer) {
    if (answer.value()) digits = std::to_string(answer.value()->amount);
  }
  void operator()(const Answer<std::string>& answer) { digits = answer.value_or(""); }
  void operator()(const Answer<bool>&) {}
  void operator()(const Answer<Codes>&) {}
};

std::int64_t whole(const std::string& digits) {
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

struct Write {
  const std::string& text;
  void operator()(Answer<std::string>& answer) { answer = text; }
  void operator()(Answer<bool>& answer) { answer = text == "yes"; }
  void operator()(Answer<std::int64_t>& answer) { answer = whole(text); }
  void operator()(Answer<Yen>& answer) { answer = Yen{whole(text)}; }
  void operator()(Answer<Codes>& answer) {
    Codes codes = answer.value_or({});
    if (text == "none") {
      answer = Codes{};
      return;
    }
    if (!codes.erase(text)) codes.insert(text);
    // Taking the last card back is not saying "none of these": that is a declaration, and only the person makes it.
    answer = codes.empty() ? Answer<Codes>() : Answer<Codes>(codes);
  }
};

}  // namespace

bool answered(Step step, const Answers& answers) {
  bool asked = false;
  with_answer(step, answers, [&](const auto& answer) { asked = answer.asked(); });
  return asked;
}

bool answered_unknown(Step step, const Answers& answers) {
  bool unknown = false;
  with_answer(step, answers, [&](const auto& answer) { unknown = answer.unknown(); });
  return unknown;
}

Codes chosen(Step step, const Answers& answers) {
  ReadCodes read;
  with_answer(step, answers, [&](const auto& answer) { read(answer); });
  return read.codes;
}

std::string digits_of(Step step, const Answers& answers) {
  ReadDigits read;
  with_answer(step, answers, [&](const auto& answer) { read(answer); });
  return read.digits;
}

void choose(Step step, const std::string& code, Answers& answers) {
  with_answer(step, answers, Write{code});
}

void toggle(Step step, const std::string& code, Answers& answers) { with_answer(step, answers, Write{code}); }

void give_digits(Step step, const std::string& digits, Answers& answers) { with_answer(step, answers, Write{digits}); }

void give_unknown(Step step, Answers& answers) {
  with_answer(step, answers, [](auto& answer) { answer = std::decay_t<decltype(answer)>::dont_know(); });
}

}  // namespace desk::flow
