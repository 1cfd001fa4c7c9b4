#include "kiosk/flow/question.h"

#include <algorithm>
#include <charconv>

namespace desk::flow {
namespace {

constexpr int kMostYenDigits = 12;
constexpr int kMostPeopleDigits = 6;
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

const catalog::StepKind kManagementCheck = catalog::StepKind::ManagementCheck;

bool needs_step(catalog::StepKind kind, const Answers& answers, const catalog::Pack& pack) {
  const catalog::Step* step = pack.step(kind, frame_of(answers, pack));
  return step != nullptr && step->required;
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
      for (const catalog::Exclusion& exclusion : pack.exclusions) question.choices.push_back(exclusion.id);
      return question;
    }
    case Step::PastAward: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::Functions: return Question{QuestionKind::Several, {"accounting", "ordering", "payment", "other"}, 0, true};
    case Step::Processes: return Question{QuestionKind::Choice, {"1", "2", "3", "4"}, 0, true};
    case Step::SoftwareCost:
    case Step::PcCost:
    case Step::RegisterCost: return Question{QuestionKind::Number, {}, kMostYenDigits, true};
    case Step::MinimumWage: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::GbizId: return Question{QuestionKind::Choice, {"prime", "entry", "none"}, 0, true};
    case Step::MyNumber: return Question{QuestionKind::Choice, yes_or_no, 0, true};
    case Step::SecurityAction: return Question{QuestionKind::Choice, {"yes", "none"}, 0, true};
    case Step::SecurityActionId: return Question{QuestionKind::Digits, {}, id_digits(answers, pack), true};
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
    case Step::Functions: visit(answers.functions); break;
    case Step::Processes: visit(answers.processes); break;
    case Step::SoftwareCost: visit(answers.software_cost); break;
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

std::string frame_of(const Answers& answers, const catalog::Pack& pack) {
  const Codes functions = answers.functions.value_or({});
  for (const catalog::Frame& frame : pack.frames) {
    if (frame.estimate.method != catalog::Method::Tranches) continue;
    const bool serves = std::any_of(frame.functions.begin(), frame.functions.end(),
                                    [&](const std::string& function) { return functions.contains(function); });
    if (serves) return frame.id;
  }
  for (const catalog::Frame& frame : pack.frames) {
    if (frame.id == "normal") return frame.id;
  }
  return pack.frames.empty() ? "" : pack.frames.front().id;
}

std::vector<Step> main_line(const Answers& answers, Mode mode, const catalog::Pack& pack) {
  const catalog::Frame* frame = pack.frame(frame_of(answers, pack));
  const bool tranches = frame != nullptr && frame->estimate.method == catalog::Method::Tranches;
  const auto has_hardware = [&](std::string_view id) {
    return frame != nullptr && std::any_of(frame->estimate.hardware.begin(), frame->estimate.hardware.end(),
                                           [&](const catalog::Hardware& hardware) { return hardware.id == id; });
  };
  const catalog::Industry* industry = pack.industry(answers.industry.value_or(""));
  std::vector<Step> line;
  if (mode == Mode::Apply) line.push_back(Step::Consent);
  line.insert(line.end(), {Step::Entity, Step::Industry});
  if (industry != nullptr && industry->by_main_trade) line.push_back(Step::MainTrade);
  // Capital decides only for companies, and only in the rows that have a capital limit (factbook 3.1).
  const bool capital_counts = industry == nullptr || industry->capital.has_value() || industry->by_main_trade;
  if (!answers.entity.is("sole") && capital_counts) line.push_back(Step::Capital);
  line.insert(line.end(), {Step::Employees, Step::Exclusions, Step::PastAward, Step::Functions});
  if (!tranches) line.push_back(Step::Processes);
  line.push_back(Step::SoftwareCost);
  if (has_hardware("pc")) line.push_back(Step::PcCost);
  if (has_hardware("register")) line.push_back(Step::RegisterCost);
  if (frame != nullptr && !frame->near_minimum_wage.empty()) line.push_back(Step::MinimumWage);
  line.insert(line.end(), {Step::Verdict, Step::GbizId});
  if (!answers.gbizid.is("prime")) line.push_back(Step::MyNumber);
  line.push_back(Step::SecurityAction);
  if (answers.security_action.is("yes")) line.push_back(Step::SecurityActionId);
  if (needs_step(kManagementCheck, answers, pack)) line.push_back(Step::ManagementCheck);
  line.insert(line.end(), {Step::Vendor, Step::Contracted, Step::Readiness, Step::Plan});
  if (mode == Mode::Apply) line.insert(line.end(), {Step::Phone, Step::Papers, Step::Review});
  line.insert(line.end(), {Step::Printing, Step::Done});
  return line;
}

namespace {

// Side steps stand beside the step of the main line that they belong to.
Step home_of(Step step) {
  switch (step) {
    case Step::Code:
    case Step::SameNumber: return Step::Phone;
    case Step::Coach:
    case Step::Scanning:
    case Step::Scanned:
    case Step::Masking:
    case Step::IssueDate: return Step::Papers;
    default: return step;  // every other step is its own home
  }
}

}  // namespace

Step step_after(Step step, const Answers& answers, Mode mode, const catalog::Pack& pack) {
  const auto line = main_line(answers, mode, pack);
  const auto found = std::find(line.begin(), line.end(), home_of(step));
  return found == line.end() || found + 1 == line.end() ? Step::Attract : *(found + 1);
}

Step step_before(Step step, const Answers& answers, Mode mode, const catalog::Pack& pack) {
  const auto line = main_line(answers, mode, pack);
  const auto found = std::find(line.begin(), line.end(), home_of(step));
  return found == line.end() || found == line.begin() ? Step::Attract : *(found - 1);
}

Step first_open(const Answers& answers, const catalog::Pack& pack) {
  for (Step step : main_line(answers, Mode::Apply, pack)) {
    if (step == Step::Consent) {
      if (!answers.consented) return step;
    } else if (step == Step::Phone) {
      if (answers.phone.proof == PhoneProof::None) return step;
    } else if (step == Step::Papers) {
      if (next_open_paper(answers, pack)) return step;
    } else if (question_of(step, answers, pack) && !answered(step, answers)) {
      return step;
    }
  }
  return Step::Review;
}

catalog::Entity entity_of(const Answers& answers) {
  return answers.entity.is("sole") ? catalog::Entity::Sole : catalog::Entity::Corporation;
}

// Companies and sole traders share the ids of their needs (both bring a tax certificate), not the papers.
const catalog::DocumentNeed* need_of(const std::string& need, const Answers& answers, const catalog::Pack& pack) {
  const catalog::Entity entity = entity_of(answers);
  for (const catalog::DocumentNeed& candidate : pack.needs) {
    if (candidate.id == need && candidate.entity == entity) return &candidate;
  }
  return nullptr;
}

const catalog::DocumentKind* kind_for(const std::string& need, const Answers& answers, const catalog::Pack& pack) {
  const catalog::DocumentNeed* wanted = need_of(need, answers, pack);
  if (wanted == nullptr || wanted->any_of.empty()) return nullptr;
  const auto paper = answers.papers.find(need);
  const std::string& choice = paper != answers.papers.end() ? paper->second.kind : std::string();
  const bool fits = std::find(wanted->any_of.begin(), wanted->any_of.end(), choice) != wanted->any_of.end();
  return pack.document(fits ? choice : wanted->any_of.front());
}

bool asks_issue_date(const catalog::DocumentKind& kind) {
  switch (kind.rule) {
    case catalog::DocumentRule::MonthsFromIssue:
    case catalog::DocumentRule::NotExpired:
      return true;
    case catalog::DocumentRule::Latest:
    case catalog::DocumentRule::TaxYear:
    case catalog::DocumentRule::Undated:
    case catalog::DocumentRule::Refused:
    case catalog::DocumentRule::Ask:
      return false;
  }
  return false;
}

std::vector<std::string> required_papers(const Answers& answers, const catalog::Pack& pack) {
  const catalog::Entity entity = entity_of(answers);
  const std::string frame = frame_of(answers, pack);
  std::vector<std::string> ids;
  for (const catalog::DocumentNeed& need : pack.needs) {
    const bool in_frame = need.frames.empty() || std::find(need.frames.begin(), need.frames.end(), frame) != need.frames.end();
    const catalog::DocumentKind* kind = need.any_of.empty() ? nullptr : pack.document(need.any_of.front());
    const bool wage_paper = need.when == catalog::When::NearMinimumWage && !answers.near_minimum_wage.is(true);
    if (need.entity == entity && in_frame && kind != nullptr && kind->scan && !wage_paper && need.when != catalog::When::UpperBand) {
      ids.push_back(need.id);
    }
  }
  return ids;
}

std::optional<std::string> next_open_paper(const Answers& answers, const catalog::Pack& pack) {
  for (const std::string& need : required_papers(answers, pack)) {
    const auto paper = answers.papers.find(need);
    if (paper == answers.papers.end() || paper->second.state == PaperState::Open) return need;
  }
  return std::nullopt;
}

}  // namespace desk::flow
