// Every step of a visit as a person meets it. What devices, rules and time make of a step is in samples_moments.cpp.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::Action;
using flow::Step;

Sample standing(std::string person, Step step) {
  std::string name(flow::name_of(step));
  return {std::move(name), [person = std::move(person), step](Stage& stage) {
            stage.person(person);
            stage.at(step);
          }};
}

// The ten keys before anything is typed, and a choice before anything is chosen.
Sample empty(std::string person, Step step) {
  return {std::string(flow::name_of(step)) + "-empty", [person = std::move(person), step](Stage& stage) {
            stage.person(person);
            stage.at(step);
            stage.model.entry.clear();
            flow::Answers answers;
            if (step == Step::Entity) stage.model.answers = std::move(answers);
          }};
}

void add_start(std::vector<Sample>& all) {
  all.push_back({"attract", [](Stage& stage) { stage.at(Step::Attract); }});
  all.push_back({"attract-no-round", [](Stage& stage) {
                   stage.person("late");
                   stage.at(Step::Attract);
                 }});
  all.push_back({"attract-long-names", [](Stage& stage) {
                   stage.person("workshop");
                   stage.at(Step::Attract);
                   stage.desk.site_name = stage.world().long_site;
                   stage.desk.corner = stage.world().long_corner;
                 }});
  all.push_back({"consent", [](Stage& stage) { stage.at(Step::Consent); }});
}

void add_questions(std::vector<Sample>& all) {
  all.push_back(empty("shop", Step::Entity));
  for (Step step : {Step::Entity, Step::Industry, Step::Capital, Step::Employees, Step::Purpose, Step::Exclusions, Step::PastAward,
                    Step::SoftwareCost, Step::PcCost, Step::RegisterCost, Step::GbizId, Step::SecurityAction, Step::SecurityActionId,
                    Step::Vendor, Step::Contracted}) {
    all.push_back(standing("shop", step));
  }
  all.push_back(empty("shop", Step::Capital));
  for (Step step : {Step::ProcessKinds, Step::MinimumWage, Step::MyNumber}) all.push_back(standing("workshop", step));
  for (Step step : {Step::MainTrade, Step::Members, Step::AnalysisCost, Step::AdminCost}) all.push_back(standing("group", step));
  for (Step step : {Step::Processes, Step::ManagementCheck}) all.push_back(standing("older", step));
  for (Step step : {Step::TotalAccounts, Step::SmeAccounts, Step::ApplicationNumber, Step::PartnerCount, Step::PartnerKind}) {
    all.push_back(standing("buyer", step));
  }
}

void add_results(std::vector<Sample>& all) {
  for (Step step : {Step::Verdict, Step::Readiness, Step::Plan}) all.push_back(standing("shop", step));
}

void add_phone(std::vector<Sample>& all) {
  all.push_back(standing("shop", Step::Phone));
  all.push_back(empty("shop", Step::Phone));
  all.push_back({"code", [](Stage& stage) {
                   stage.at(Step::Code);
                   stage.model.code = stage.live_code();
                   stage.model.entry = "482";
                 }});
  all.push_back(standing("shop", Step::SameNumber));
}

void add_papers(std::vector<Sample>& all) {
  all.push_back({"papers", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.scan_papers(1);
                 }});
  all.push_back({"coach", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.paper();
                   stage.at(Step::Coach);
                 }});
  all.push_back({"scanning", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.paper();
                   stage.at(Step::Scanning);
                   stage.scanned_pages(1);
                   stage.model.scan.phase = flow::ScanPhase::Feeding;
                   stage.model.scan.page = 2;
                   stage.model.scan.percent = 60;
                 }});
  all.push_back({"scanned", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.paper();
                   stage.at(Step::Scanned);
                   stage.scanned_pages(2);
                 }});
  all.push_back({"masking", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.paper();
                   stage.at(Step::Masking);
                   stage.scanned_pages(1);
                   stage.model.scan.masking = 1;
                   stage.model.scan.boxes = {{150, 220, 650, 270}, {150, 500, 450, 550}};
                 }});
  all.push_back({"issue_date", [](Stage& stage) {
                   stage.at(Step::Papers);
                   stage.paper();
                   stage.at(Step::IssueDate);
                   stage.model.entry = "080802";
                 }});
}

void add_end(std::vector<Sample>& all) {
  all.push_back({"review", [](Stage& stage) {
                   stage.at(Step::Review);
                   stage.scan_papers();
                 }});
  all.push_back({"printing", [](Stage& stage) {
                   stage.at(Step::Review);
                   stage.scan_papers();
                   stage.at(Step::Printing);
                   stage.model.print.phase = flow::PrintPhase::Printing;
                 }});
  all.push_back({"done", [](Stage& stage) {
                   stage.at(Step::Review);
                   stage.scan_papers();
                   stage.at(Step::Done);
                   stage.slip_printed(flow::SlipKind::Receipt);
                 }});
}

void add_resume(std::vector<Sample>& all) {
  const auto back = [](Step step) {
    return Sample{std::string(flow::name_of(step)), [step](Stage& stage) {
                    stage.model.step = stage.ui.step = step;
                    if (step == Step::ResumeNumber) stage.model.entry = "T7K4";
                    if (step == Step::StaffPin) stage.model.entry = "24";
                    if (step == Step::ResumeScan) {
                      stage.model.scan.from_resume = true;
                      stage.model.scan.phase = flow::ScanPhase::Feeding;
                    }
                    if (step == Step::ResumeCode) {
                      stage.model.answers.phone.number = std::move(PhoneNumber::parse(stage.world().phone).number);
                      stage.model.code = stage.live_code();
                      stage.model.entry = "48";
                    }
                  }};
  };
  for (Step step : {Step::Resume, Step::ResumeNumber, Step::ResumeScan, Step::ResumeCode, Step::StaffPin}) all.push_back(back(step));
}

}  // namespace

std::vector<Sample> visit_samples() {
  std::vector<Sample> all;
  add_start(all);
  add_questions(all);
  add_results(all);
  add_phone(all);
  add_papers(all);
  add_end(all);
  add_resume(all);
  return all;
}

const std::vector<Sample>& all_samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> made;
    for (auto part : {visit_samples, moment_samples, overlay_samples, help_samples, staff_samples, speech_samples, entry_samples, machine_samples}) {
      for (Sample& sample : part()) made.push_back(std::move(sample));
    }
    return made;
  }();
  return all;
}

}  // namespace desk::shell::gallery
