#include "kiosk/flow/main_line.h"

#include <algorithm>

#include "kiosk/flow/paper_needs.h"
#include "kiosk/flow/purpose.h"
#include "kiosk/flow/question.h"

namespace desk::flow {
namespace {

bool needs_step(catalog::StepKind kind, const Answers& answers, const catalog::Pack& pack) {
  const catalog::Step* step = pack.step(kind, frame_of(answers, pack));
  return step != nullptr && step->required;
}

bool pays_for(const catalog::Frame& frame, std::string_view hardware) {
  const auto& all = frame.estimate.hardware;
  return std::any_of(all.begin(), all.end(), [&](const catalog::Hardware& each) { return each.id == hardware; });
}

// What the amount depends on: cost, and whatever this frame's way of counting needs besides.
void add_estimate_questions(const catalog::Frame& frame, std::vector<Step>& line) {
  switch (frame.estimate.method) {
    case catalog::Method::Bands: {
      const auto& bands = frame.estimate.bands;
      const bool by_processes = std::any_of(bands.begin(), bands.end(), [](const catalog::Band& band) { return band.min_processes > 1; });
      if (!frame.processes.empty()) line.push_back(Step::ProcessKinds);
      else if (by_processes) line.push_back(Step::Processes);
      line.push_back(Step::SoftwareCost);
      break;
    }
    case catalog::Method::Tranches: line.push_back(Step::SoftwareCost); break;
    case catalog::Method::AccountShare:
      line.insert(line.end(), {Step::SoftwareCost, Step::TotalAccounts, Step::SmeAccounts});
      break;
    case catalog::Method::Group:
      line.insert(line.end(), {Step::Members, Step::SoftwareCost, Step::AnalysisCost, Step::AdminCost});
      break;
  }
  if (pays_for(frame, "pc")) line.push_back(Step::PcCost);
  if (pays_for(frame, "register")) line.push_back(Step::RegisterCost);
  if (!frame.near_minimum_wage.empty()) line.push_back(Step::MinimumWage);
}

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

std::vector<Step> main_line(const Answers& answers, Mode mode, const catalog::Pack& pack) {
  const catalog::Frame* frame = frame_at(answers, pack);
  const catalog::Industry* industry = pack.industry(answers.industry.value_or(""));
  std::vector<Step> line;
  if (mode == Mode::Apply) line.push_back(Step::Consent);
  line.insert(line.end(), {Step::Entity, Step::Industry});
  if (industry != nullptr && industry->by_main_trade) line.push_back(Step::MainTrade);
  // Capital decides only for companies, and only in the rows that have a capital limit (factbook 3.1).
  const bool capital_counts = industry == nullptr || industry->capital.has_value() || industry->by_main_trade;
  if (!answers.entity.is("sole") && capital_counts) line.push_back(Step::Capital);
  line.push_back(Step::Employees);
  // The purpose comes before the exclusions: which of them are asked depends on the frame.
  if (!pack.purposes.empty()) line.push_back(Step::Purpose);
  line.insert(line.end(), {Step::Exclusions, Step::PastAward});
  if (frame != nullptr) add_estimate_questions(*frame, line);
  line.insert(line.end(), {Step::Verdict, Step::GbizId});
  if (!answers.gbizid.is("prime")) line.push_back(Step::MyNumber);
  line.push_back(Step::SecurityAction);
  if (answers.security_action.is("yes")) line.push_back(Step::SecurityActionId);
  if (needs_step(catalog::StepKind::ManagementCheck, answers, pack)) line.push_back(Step::ManagementCheck);
  line.insert(line.end(), {Step::Vendor, Step::Contracted, Step::Readiness, Step::Plan});
  if (mode == Mode::Apply) {
    line.push_back(Step::ContactName);
    if (answers.entity.is("corporation")) line.push_back(Step::CorporateNumber);
    line.push_back(Step::Phone);
    if (asks_partners(answers, pack)) {
      if (number_form(answers, pack) != nullptr) line.push_back(Step::ApplicationNumber);
      line.push_back(Step::PartnerCount);
      if (partners_of(answers) > 0) line.push_back(Step::PartnerKind);
    }
    line.insert(line.end(), {Step::Papers, Step::Review});
  }
  line.insert(line.end(), {Step::Printing, Step::Done});
  return line;
}

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
  // A record that an earlier release took past the phone is not led back for what that release did not ask.
  const bool past_phone = answers.phone.proof != PhoneProof::None;
  for (Step step : main_line(answers, Mode::Apply, pack)) {
    if (step == Step::ContactName) {
      if (!answers.contact.asked && !past_phone) return step;
    } else if (step == Step::CorporateNumber) {
      if (!answered(step, answers) && !past_phone) return step;
    } else if (step == Step::Consent) {
      if (!answers.consented) return step;
    } else if (step == Step::Phone) {
      if (answers.phone.proof == PhoneProof::None) return step;
    } else if (step == Step::PartnerKind) {
      if (first_open_partner(answers) != 0) return step;
    } else if (step == Step::Papers) {
      if (next_open_paper(answers, pack)) return step;
    } else if ((question_of(step, answers, pack) || step == Step::ApplicationNumber) && !answered(step, answers)) {
      return step;
    }
  }
  return Step::Review;
}

}  // namespace desk::flow
