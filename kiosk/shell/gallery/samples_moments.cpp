// What machines, rules and time make of the steps: phases, faults, verdicts, long lists, other years.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::CodeNote;
using flow::Step;

Sample of(std::string name, std::string person, Step step, std::function<void(Stage&)> more = {}) {
  return {std::move(name), [person = std::move(person), step, more = std::move(more)](Stage& stage) {
            stage.person(person);
            stage.at(step);
            if (more) more(stage);
          }};
}

void add_answers(std::vector<Sample>& all) {
  all.push_back(of("industry-page-2", "shop", Step::Industry, [](Stage& stage) { stage.pages_turned = 1; }));
  all.push_back(of("exclusions-page-2", "large", Step::Exclusions, [](Stage& stage) { stage.pages_turned = 1; }));
  all.push_back(of("employees-too-many", "large", Step::Employees));
  all.push_back(of("capital-too-much", "large", Step::Capital));
  all.push_back(of("software_cost-longest", "large", Step::SoftwareCost));
  all.push_back(of("sme_accounts-too-many", "buyer", Step::SmeAccounts, [](Stage& stage) { stage.model.entry = "31"; }));
  all.push_back(of("members-too-few", "group", Step::Members, [](Stage& stage) { stage.model.entry = "9"; }));
  all.push_back(of("security_action_id-older", "late", Step::SecurityActionId));
  all.push_back(of("entity-nothing-chosen", "shop", Step::Entity, [](Stage& stage) {
    stage.model.answers.entity = {};
    stage.model.problem = "problem.choose";
  }));
  all.push_back(of("process_kinds-only-generic", "workshop", Step::ProcessKinds, [](Stage& stage) {
    stage.model.answers.process_kinds = flow::Codes{};
    stage.tell(flow::Toggled{"generic"});
  }));
  all.push_back(of("contracted-already", "late", Step::Contracted));
  all.push_back(of("consent-opening", "shop", Step::Consent, [](Stage& stage) { stage.model.awaited = 1; }));
  all.push_back(of("consent-store-fault", "shop", Step::Consent, [](Stage& stage) { stage.model.store_fault = StaffCode::StoreUnavailable; }));
  all.push_back(of("entity-training", "older", Step::Entity, [](Stage& stage) { stage.desk.training = true; }));
}

void add_verdicts(std::vector<Sample>& all) {
  all.push_back(of("verdict-not-eligible", "large", Step::Verdict));
  all.push_back(of("verdict-check", "unsure", Step::Verdict));
  all.push_back(of("verdict-normal-frame", "workshop", Step::Verdict));
  all.push_back(of("verdict-warnings", "late", Step::Verdict));
  all.push_back(of("verdict-accounts", "buyer", Step::Verdict));
  all.push_back(of("verdict-group", "group", Step::Verdict));
  all.push_back(of("readiness-nothing-yet", "workshop", Step::Readiness));
  all.push_back(of("readiness-redo", "late", Step::Readiness));
  all.push_back(of("readiness-unknown", "unsure", Step::Readiness));
  all.push_back(of("readiness-2023", "buyer", Step::Readiness));
  all.push_back(of("plan-care", "workshop", Step::Plan));
  all.push_back(of("plan-missed", "hurried", Step::Plan));
  all.push_back(of("plan-no-round", "late", Step::Plan));
  all.push_back(of("plan-unknown", "unsure", Step::Plan));
  all.push_back(of("plan-2023", "buyer", Step::Plan));
}

void add_codes(std::vector<Sample>& all) {
  all.push_back(of("phone-landline", "shop", Step::Phone, [](Stage& stage) { stage.model.entry = "0273223456"; }));
  all.push_back(of("phone-too-many-numbers", "shop", Step::Phone, [](Stage& stage) { stage.model.problem = "phone.too_many_numbers"; }));
  const auto code = [&](std::string name, std::function<void(Stage&)> more) {
    all.push_back(of("code-" + std::move(name), "shop", Step::Code, [more = std::move(more)](Stage& stage) {
      stage.model.code = stage.live_code();
      more(stage);
    }));
  };
  code("sending", [](Stage& stage) { stage.model.code.phase = flow::CodePhase::Sending; });
  code("checking", [](Stage& stage) { stage.model.code.phase = flow::CodePhase::Checking; });
  code("sent-unknown", [](Stage& stage) { stage.model.code.sent = flow::SendState::Unknown; });
  code("older-message", [](Stage& stage) { stage.model.code.note = CodeNote::OlderMessage; });
  code("wrong", [](Stage& stage) {
    stage.model.code.note = CodeNote::Wrong;
    stage.model.code.tries_left = 3;
  });
  code("wrong-wait", [](Stage& stage) {
    stage.model.code.note = CodeNote::Wrong;
    stage.model.code.wait_until = stage.wall_in(std::chrono::minutes{2});
  });
  code("too-early", [](Stage& stage) { stage.model.code.note = CodeNote::TooEarly; });
  code("locked", [](Stage& stage) { stage.model.code.note = CodeNote::LockedForStaff; });
  code("expired", [](Stage& stage) {
    stage.model.code.note = CodeNote::Expired;
    stage.model.code.next_send = stage.wall;
  });
  code("too-many-tries", [](Stage& stage) { stage.model.code.note = CodeNote::TooManyTries; });
  code("number-cap", [](Stage& stage) { stage.model.code.note = CodeNote::NumberCap; });
  code("site-cap", [](Stage& stage) { stage.model.code.note = CodeNote::SiteCap; });
  code("refused", [](Stage& stage) { stage.model.code.note = CodeNote::Refused; });
  code("unreachable", [](Stage& stage) { stage.model.code.note = CodeNote::Unreachable; });
  code("undeliverable", [](Stage& stage) {
    stage.model.code.note = CodeNote::Undeliverable;
    stage.model.code.next_send = stage.wall;
  });
}

void add_scans(std::vector<Sample>& all) {
  const auto scan = [&](std::string name, std::string person, std::string need, Step step, std::function<void(Stage&)> more) {
    all.push_back({std::move(name), [person = std::move(person), need = std::move(need), step, more = std::move(more)](Stage& stage) {
                     stage.person(person);
                     stage.at(Step::Papers);
                     stage.paper(need);
                     stage.at(step);
                     if (more) more(stage);
                   }});
  };
  all.push_back(of("papers-none-yet", "workshop", Step::Papers));
  all.push_back(of("papers-all-done", "shop", Step::Papers, [](Stage& stage) { stage.scan_papers(); }));
  all.push_back(of("papers-partners-page-2", "buyer", Step::Papers, [](Stage& stage) {
    stage.scan_papers(40);
    stage.pages_turned = 1;
  }));
  // Each paper has a coach of its own length.
  for (const char* need : {"tax_certificate", "identity", "tax_return"}) scan("coach-" + std::string(need), "workshop", need, Step::Coach, {});
  scan("coach-partner", "buyer", "partner/17/partner_registry", Step::Coach, {});
  for (StaffCode fault : {StaffCode::ScannerNotFound, StaffCode::ScannerJammed, StaffCode::ScannerCoverOpen, StaffCode::ScannerEmpty,
                          StaffCode::ScannerHelperDied, StaffCode::PageUnusable}) {
    scan("scanning-" + to_string(fault), "shop", "", Step::Scanning, [fault](Stage& stage) {
      stage.scanned_pages(1);
      stage.model.scan.fault = fault;
    });
  }
  scan("scanning-first-page", "shop", "", Step::Scanning, [](Stage& stage) { stage.model.scan.phase = flow::ScanPhase::Feeding; });
  scan("scanning-again", "shop", "", Step::Scanning, [](Stage& stage) {
    stage.scanned_pages(2);
    stage.model.scan.phase = flow::ScanPhase::Feeding;
    stage.model.scan.replacing = 2;
  });
  scan("scanned-care", "shop", "", Step::Scanned, [](Stage& stage) { stage.scanned_pages(2, {{"blurred", true}, {"crooked", true}, {"size_unusual", false}}); });
  scan("scanned-many", "shop", "", Step::Scanned, [](Stage& stage) {
    stage.scanned_pages(5);
    stage.pages_turned = 1;
  });
  scan("scanned-saving", "shop", "", Step::Scanned, [](Stage& stage) {
    stage.scanned_pages(2);
    stage.model.scan.phase = flow::ScanPhase::Saving;
  });
  scan("scanned-not-saved", "shop", "", Step::Scanned, [](Stage& stage) {
    stage.scanned_pages(2);
    stage.model.scan.fault = StaffCode::PdfTooLarge;
  });
  scan("masking-working", "shop", "", Step::Masking, [](Stage& stage) {
    stage.scanned_pages(1);
    stage.model.scan.phase = flow::ScanPhase::Working;
  });
  scan("issue_date-empty", "shop", "", Step::IssueDate, {});
  scan("issue_date-unreal", "shop", "", Step::IssueDate, [](Stage& stage) {
    stage.model.entry = "081345";
    stage.model.problem = "problem.date_unreal";
  });
  scan("issue_date-expiry", "workshop", "identity", Step::IssueDate, [](Stage& stage) { stage.model.entry = "110101"; });
}

void add_ends(std::vector<Sample>& all) {
  const auto with_papers = [&](std::string name, std::string person, Step step, std::function<void(Stage&)> more) {
    all.push_back({std::move(name), [person = std::move(person), step, more = std::move(more)](Stage& stage) {
                     stage.person(person);
                     stage.at(Step::Review);
                     stage.scan_papers(person == "shop" ? 0 : 1);
                     stage.at(step);
                     if (more) more(stage);
                   }});
  };
  with_papers("review-partners", "buyer", Step::Review, [](Stage& stage) {
    stage.model.bundles.phase = flow::BundlePhase::Made;
    stage.model.answers.bundles = {{"KSS04-12AB34C_1.pdf", 9'300'000, 40, 1, 14}, {"KSS04-12AB34C_2.pdf", 8'100'000, 35, 14, 30}};
  });
  with_papers("review-page-2", "workshop", Step::Review, [](Stage& stage) { stage.pages_turned = 1; });
  with_papers("review-making-files", "buyer", Step::Review, [](Stage& stage) { stage.model.bundles.phase = flow::BundlePhase::Making; });
  with_papers("review-files-failed", "buyer", Step::Review, [](Stage& stage) {
    stage.model.bundles = {flow::BundlePhase::Failed, StaffCode::PdfTooLarge};
  });
  const auto printing = [&](std::string name, flow::PrintPhase phase, std::optional<StaffCode> fault = {}) {
    with_papers("printing-" + std::move(name), "shop", Step::Printing, [phase, fault](Stage& stage) {
      stage.model.print.phase = phase;
      stage.model.print.fault = fault;
    });
  };
  printing("preparing", flow::PrintPhase::Preparing);
  printing("queued", flow::PrintPhase::Queued);
  printing("unknown", flow::PrintPhase::Unknown);
  for (StaffCode fault : {StaffCode::PrinterGone, StaffCode::PrinterPaperOut, StaffCode::PrinterCoverOpen, StaffCode::PrinterSilent}) {
    printing(to_string(fault), flow::PrintPhase::Failed, fault);
  }
  with_papers("printing-link", "shop", Step::Printing, [](Stage& stage) { stage.model.link.phase = flow::LinkPhase::Sending; });
  with_papers("done-phone-later", "workshop", Step::Done, [](Stage& stage) {
    stage.model.answers.phone.proof = flow::PhoneProof::Later;
    stage.slip_printed(flow::SlipKind::Receipt);
    stage.model.link.phase = flow::LinkPhase::Failed;
    stage.model.link.grant.clear();
  });
  with_papers("done-park", "workshop", Step::Done, [](Stage& stage) { stage.slip_printed(flow::SlipKind::Park); });
  with_papers("done-without-paper", "shop", Step::Done, [](Stage& stage) {
    stage.slip_printed(flow::SlipKind::Receipt);
    stage.model.print.without_paper = true;
  });
  all.push_back({"done-lookup", [](Stage& stage) {
                   stage.person("late");
                   stage.model.mode = flow::Mode::LookUp;
                   stage.at(Step::Done);
                   stage.slip_printed(flow::SlipKind::LookUp);
                 }});
  const auto back = [&](std::string name, Step step, flow::ResumeNote note, std::function<void(Stage&)> more = {}) {
    all.push_back({std::move(name), [step, note, more = std::move(more)](Stage& stage) {
                     stage.model.step = stage.ui.step = step;
                     stage.model.resume.note = note;
                     if (more) more(stage);
                   }});
  };
  back("resume-not-found", Step::Resume, flow::ResumeNote::NotFound);
  back("resume-looking", Step::Resume, flow::ResumeNote::None, [](Stage& stage) { stage.model.resume.looking = true; });
  back("resume_number-too-early", Step::ResumeNumber, flow::ResumeNote::TooEarly, [](Stage& stage) {
    stage.model.code.next_send = stage.wall_in(std::chrono::minutes{12});
    stage.model.entry = "T7K4M2";
  });
  back("resume_number-staff", Step::ResumeNumber, flow::ResumeNote::None, [](Stage& stage) { stage.model.resume.by_staff = true; });
  back("resume_scan-not-read", Step::ResumeScan, flow::ResumeNote::None, [](Stage& stage) {
    stage.model.scan.from_resume = true;
    stage.model.scan.fault = StaffCode::QrUnreadable;
  });
  back("staff_pin-wrong", Step::StaffPin, flow::ResumeNote::PinWrong);
  back("staff_pin-locked", Step::StaffPin, flow::ResumeNote::PinLocked);
}

}  // namespace

std::vector<Sample> moment_samples() {
  std::vector<Sample> all;
  add_answers(all);
  add_verdicts(all);
  add_codes(all);
  add_scans(all);
  add_ends(all);
  return all;
}

}  // namespace desk::shell::gallery
