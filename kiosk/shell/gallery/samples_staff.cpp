// The screens of the staff, and what an applicant sees of them: who has the hand, what only the applicant may touch, two who vouch.
#include "kiosk/shell/gallery/samples.h"

namespace desk::shell::gallery {
namespace {

using flow::Action;
using flow::KeptProof;
using flow::KeptState;
using flow::Overlay;
using flow::PinPurpose;
using flow::Step;

constexpr const char* kWho = "佐藤";

void staff_at(Stage& stage, Step step) {
  stage.model.staff.name = kWho;
  stage.model.staff.listed = true;
  stage.model.step = stage.ui.step = step;
}

flow::KeptApplication kept_one(const Stage& stage, int number, KeptState state, KeptProof proof, int minutes_ago) {
  static constexpr const char* kNumbers[] = {"T7K-4M2", "A3C-9WX", "HH4-7QP", "RM2-3ED", "WK9-P4T", "XX7-2AC", "D4E-6FG", "K2M-3NP"};
  flow::KeptApplication line;
  line.reception = ReceptionNumber{kNumbers[number % 8]};
  line.application = ApplicationId{"000000000000000000000000000000" + std::to_string(10 + number % 90)};
  line.updated = line.created = WallTime{stage.wall.seconds - minutes_ago * 60};
  line.state = state;
  line.proof = proof;
  if (number % 3 != 2) line.deadline = plus_days(stage.today.date, 30);
  line.answers_until = plus_days(stage.today.date, 40);
  line.pages = 3 * number;
  line.files = number;
  line.resumable = true;
  return line;
}

void list_of(Stage& stage, int count) {
  for (int i = 0; i < count; ++i) {
    stage.model.staff.applications.push_back(
        kept_one(stage, i, static_cast<KeptState>(i % 4), static_cast<KeptProof>(i % 3), i < 3 ? 15 + i * 47 : 1500 * i));
  }
}

void open_one(Stage& stage) {
  stage.at(Step::Papers);
  stage.scan_papers(1);
  stage.model.record_open = false;
  stage.model.application.reset();
  stage.model.reception = ReceptionNumber{};
  staff_at(stage, Step::StaffApplication);
  stage.model.staff.open = kept_one(stage, 2, KeptState::Parked, KeptProof::Staff, 20);
}

Sample pin_for(const char* name, PinPurpose purpose) {
  return {std::string("staff-pin-") + name, [purpose](Stage& stage) {
            stage.model.step = stage.ui.step = Step::StaffPin;
            stage.model.staff.asks = purpose;
            stage.model.staff.first = kWho;
            stage.model.entry = "4827";
          }};
}

void take_hand(Stage& stage) {
  stage.model.staff.name = kWho;
  stage.model.staff.assisting = stage.model.staff.helped = true;
}

Sample with_hand(const char* name, Step step) {
  return {std::string("assist-") + name, [step](Stage& stage) {
            stage.at(step);
            if (step == Step::Code) stage.model.code = stage.live_code();
            take_hand(stage);
          }};
}

void add_lists(std::vector<Sample>& all) {
  all.push_back({"staff-outbox", [](Stage& stage) {
                   staff_at(stage, Step::StaffOutbox);
                   for (int i = 0; i < 4; ++i) {
                     stage.model.staff.parcels.push_back({static_cast<flow::ParcelKind>(i % 3), i == 3 ? "" : "T7K-4M2",
                                                          WallTime{stage.wall.seconds - 4000 * i * i}, stage.wall_in(std::chrono::minutes{12}), 2 * i});
                   }
                   stage.model.staff.news = flow::StaffNews::StillWaiting;
                   stage.model.staff.delivered = 2;
                 }});
  all.push_back({"staff-outbox-sending", [](Stage& stage) {
                   staff_at(stage, Step::StaffOutbox);
                   stage.model.staff.working = true;
                 }});
  all.push_back({"staff-outbox-empty", [](Stage& stage) { staff_at(stage, Step::StaffOutbox); }});
  all.push_back({"staff-outbox-fault", [](Stage& stage) {
                   staff_at(stage, Step::StaffOutbox);
                   stage.model.staff.fault = StaffCode::StoreUnavailable;
                 }});
  all.push_back({"staff-calls", [](Stage& stage) {
                   staff_at(stage, Step::StaffCalls);
                   stage.model.staff.calls = {{Step::SecurityActionId, 4, 17}, {Step::Phone, 1, 9}, {Step::Attract, 0, 6}, {Step::Scanning, 2, 4},
                                              {Step::GbizId, 0, 3}, {Step::Verdict, 0, 1}};
                 }});
  all.push_back({"staff-calls-none", [](Stage& stage) { staff_at(stage, Step::StaffCalls); }});
}

void add_application(std::vector<Sample>& all) {
  all.push_back({"staff-application", open_one});
  all.push_back({"staff-application-exported", [](Stage& stage) {
                   open_one(stage);
                   stage.model.staff.news = flow::StaffNews::Exported;
                   stage.model.staff.exported = {"T7K-4M2_20261122-1405", 4, 7'654'321};
                 }});
  all.push_back({"staff-application-fault", [](Stage& stage) {
                   open_one(stage);
                   stage.model.staff.fault = StaffCode::ExportFolderMissing;
                 }});
  all.push_back({"staff-application-working", [](Stage& stage) {
                   open_one(stage);
                   stage.model.staff.working = true;
                 }});
  all.push_back({"staff-trail", [](Stage& stage) {
                   open_one(stage);
                   stage.model.step = stage.ui.step = Step::StaffTrail;
                   int minutes = 0;
                   for (const char* event : {"record_viewed", "visit_parked", "receipt_print_completed", "phone_attested_by_staff", "screen_touched",
                                             "assist_ended", "assist_started", "consent_given", "visit_started"}) {
                     stage.model.staff.trail.push_back({WallTime{stage.wall.seconds - 300 * ++minutes}, event, "by=staff-1 at=employees"});
                   }
                 }});
  for (const Overlay overlay : {Overlay::EraseAsked, Overlay::EraseSure}) {
    all.push_back({"overlay-" + std::string(name_of(overlay)), [overlay](Stage& stage) {
                     open_one(stage);
                     stage.model.overlay = overlay;
                   }});
  }
}

}  // namespace

std::vector<Sample> staff_samples() {
  std::vector<Sample> all;
  all.push_back({"overlay-help-at-start", [](Stage& stage) {
                   stage.model.overlay = Overlay::Help;
                   stage.model.help_called = true;
                 }});
  all.push_back(pin_for("home", PinPurpose::Home));
  all.push_back(pin_for("assist", PinPurpose::Assist));
  all.push_back(pin_for("second", PinPurpose::AttestSecond));
  all.push_back({"staff-pin-wait", [](Stage& stage) {
                   stage.model.step = stage.ui.step = Step::StaffPin;
                   stage.model.staff.asks = PinPurpose::Home;
                   stage.model.staff.locked = true;
                   stage.model.resume.note = flow::ResumeNote::PinLocked;
                   stage.model.staff.pin_wait = WallTime{stage.wall.seconds + 480};
                 }});
  all.push_back({"staff-home", [](Stage& stage) { staff_at(stage, Step::StaffHome); }});
  all.push_back({"staff-applications", [](Stage& stage) {
                   staff_at(stage, Step::StaffApplications);
                   list_of(stage, 17);
                 }});
  all.push_back({"staff-applications-more", [](Stage& stage) {
                   staff_at(stage, Step::StaffApplications);
                   list_of(stage, 17);
                   stage.pages_turned = 1;
                   stage.model.staff.news = flow::StaffNews::Erased;
                   stage.model.staff.told = "T7K-4M2";
                 }});
  all.push_back({"staff-applications-unproved", [](Stage& stage) {
                   staff_at(stage, Step::StaffApplications);
                   stage.model.staff.unproved_only = true;
                   list_of(stage, 4);
                 }});
  all.push_back({"staff-applications-none", [](Stage& stage) { staff_at(stage, Step::StaffApplications); }});
  all.push_back({"staff-applications-reading", [](Stage& stage) {
                   staff_at(stage, Step::StaffApplications);
                   stage.model.staff.listed = false;
                 }});
  add_application(all);
  add_lists(all);
  all.push_back({"staff-attest", [](Stage& stage) {
                   stage.at(Step::Phone);
                   stage.tell(flow::Pressed{Action::NoMobile});
                 }});
  all.push_back(with_hand("question", Step::Employees));
  all.push_back(with_hand("declaration", Step::Exclusions));
  all.push_back(with_hand("code", Step::Code));
  all.push_back(with_hand("papers", Step::Papers));
  all.push_back({"assist-pointing", [](Stage& stage) {
                   stage.at(Step::Entity);
                   take_hand(stage);
                   stage.ui.pointed = "choice.corporation";
                 }});
  all.push_back({"overlay-" + std::string(name_of(Overlay::ApplicantsTurn)), [](Stage& stage) {
                   stage.at(Step::Contracted);
                   take_hand(stage);
                   stage.model.overlay = Overlay::ApplicantsTurn;
                 }});
  // The areas of the machine as they open, before anything is known; what becomes of them is in their own samples.
  for (const Step area : {Step::StaffDevices, Step::StaffSelfTest, Step::StaffTouchTest, Step::StaffTraining, Step::StaffSettings}) {
    all.push_back({std::string(flow::name_of(area)), [area](Stage& stage) { staff_at(stage, area); }});
  }
  return all;
}

}  // namespace desk::shell::gallery
