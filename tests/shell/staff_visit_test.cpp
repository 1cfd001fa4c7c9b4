// Staff at a desk on real rooms: in with a PIN, an application resumed, exported and deleted, the hand in a visit, two who vouch.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/shell/desk_visit.h"

namespace desk::shell::test {
namespace {

namespace fs = std::filesystem;
using flow::Action;
using flow::Overlay;
using flow::StaffNews;
using flow::Step;

class StaffVisit : public testing::Test {
 protected:
  void SetUp() override { ASSERT_TRUE(visit_.open()) << visit_.trouble(); }

  void enter_pin(const char* pin) {
    ASSERT_EQ(visit_.model().step, Step::StaffPin);
    visit_.type(pin);
    visit_.press(Action::Next);
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  }
  void open_staff() {
    visit_.press(Action::CallStaff);
    visit_.press(Action::OpenStaff);
    enter_pin("1111");
    ASSERT_EQ(visit_.model().step, Step::StaffHome);
  }
  void open_area(Step area) {
    visit_.send(flow::StaffAreaChosen{area});
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  }
  // A parked application with one paper, and nobody at the desk.
  void park_one() {
    ASSERT_TRUE(visit_.start()) << visit_.trouble();
    ASSERT_TRUE(visit_.walk_to(Step::Review)) << visit_.trouble();
    reception_ = visit_.model().reception.text;
    application_ = *visit_.model().application;
    visit_.press(Action::TakeSlip);
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
    visit_.press(Action::Next);
    visit_.flush();
    ASSERT_EQ(visit_.model().step, Step::Attract);
  }
  void open_application() {
    open_staff();
    open_area(Step::StaffApplications);
    ASSERT_EQ(visit_.model().staff.applications.size(), 1U);
    visit_.send(flow::ApplicationChosen{application_.hex});
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
    ASSERT_EQ(visit_.model().step, Step::StaffApplication);
    ASSERT_TRUE(visit_.model().staff.listed);
  }
  void order(Action action) {
    visit_.press(action);
    ASSERT_TRUE(visit_.settle()) << visit_.trouble();
  }
  // Rows of an event, newest last: their details.
  std::vector<std::string> rows_of(AuditEvent event) {
    const auto rows = visit_.store().audit_rows(0, 100'000);
    std::vector<std::string> found;
    if (!rows) return found;
    for (const store::AuditRow& row : *rows) {
      if (row.event == event) found.push_back(row.details);
    }
    return found;
  }
  std::string export_folder() { return visit_.desk().config().export_to.directory; }
  std::vector<std::string> exported() {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(export_folder())) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }

  Folder folder_;
  DeskVisit visit_{folder_.path()};
  std::string reception_;
  ApplicationId application_;
};

TEST_F(StaffVisit, TheListNamesNobodyAndOneIsResumedAsTheApplicantsVisit) {
  park_one();
  open_application();
  const flow::KeptApplication& line = *visit_.model().staff.open;
  EXPECT_EQ(line.reception.text, reception_);
  EXPECT_EQ(line.state, flow::KeptState::Parked);
  EXPECT_EQ(line.proof, flow::KeptProof::Sms);
  EXPECT_GT(line.pages, 0);
  EXPECT_TRUE(visit_.model().answers.capital.asked()) << "what is done and missing is worked out from the answers";
  order(Action::ShowTrail);
  ASSERT_EQ(visit_.model().step, Step::StaffTrail);
  ASSERT_FALSE(visit_.model().staff.trail.empty());
  EXPECT_EQ(visit_.model().staff.trail.front().event, "record_viewed") << "newest first";
  EXPECT_EQ(visit_.model().staff.trail.back().event, "visit_started");
  visit_.press(Action::Back);
  order(Action::Next);
  EXPECT_EQ(visit_.model().application, application_);
  EXPECT_TRUE(visit_.model().record_open);
  EXPECT_TRUE(visit_.model().staff.name.empty());
  EXPECT_EQ(rows_of(AuditEvent::ResumedByStaff), std::vector<std::string>{"by=staff-1"});
  EXPECT_EQ(visit_.store().application(application_)->state, store::VisitState::InProgress);
}

TEST_F(StaffVisit, AnExportIsWrittenWholeAndToldAsItIs) {
  park_one();
  open_application();
  order(Action::ExportThis);
  ASSERT_EQ(visit_.model().staff.news, StaffNews::Exported);
  const auto files = visit_.store().files(application_);
  ASSERT_TRUE(files);
  ASSERT_FALSE(files->empty());
  const fs::path folder = fs::path(export_folder()) / visit_.model().staff.exported.folder;
  EXPECT_EQ(visit_.model().staff.exported.files, static_cast<int>(files->size()) + 1);
  for (const store::File& file : *files) EXPECT_EQ(static_cast<std::int64_t>(fs::file_size(folder / file.name)), file.bytes) << file.name;
  std::ostringstream text;
  text << std::ifstream(folder / "チェックリスト.txt").rdbuf();
  EXPECT_NE(text.str().find(reception_), std::string::npos);
  EXPECT_NE(text.str().find(files->front().name), std::string::npos);
  EXPECT_NE(text.str().find("見本"), std::string::npos) << "a demonstration's papers say so";
  EXPECT_EQ(text.str().find('|'), std::string::npos) << "readings do not belong in a plain file";
  EXPECT_EQ(text.str().find('{'), std::string::npos);
  ASSERT_EQ(rows_of(AuditEvent::ExportCompleted).size(), 1U);
  EXPECT_EQ(rows_of(AuditEvent::ExportStarted), std::vector<std::string>{"by=staff-1"});
}

TEST_F(StaffVisit, AStickThatIsNotThereIsSaidAndNothingIsClaimed) {
  park_one();
  open_application();
  fs::remove_all(export_folder());
  order(Action::ExportThis);
  EXPECT_EQ(visit_.model().staff.fault, StaffCode::ExportFolderMissing);
  EXPECT_EQ(visit_.model().staff.news, StaffNews::None);
  ASSERT_EQ(rows_of(AuditEvent::ExportCompleted), std::vector<std::string>{"outcome=SC-521"});
  // The stick was put in meanwhile.
  fs::create_directories(export_folder());
  order(Action::ExportThis);
  EXPECT_FALSE(visit_.model().staff.fault);
  EXPECT_EQ(visit_.model().staff.news, StaffNews::Exported);
}

TEST_F(StaffVisit, ADeletedApplicationIsGoneEverywhere) {
  park_one();
  open_application();
  visit_.press(Action::EraseThis);
  visit_.press(Action::EraseSure);
  EXPECT_TRUE(visit_.store().application(application_)) << "asked twice, not yet answered";
  order(Action::EraseNow);
  EXPECT_EQ(visit_.model().step, Step::StaffApplications);
  EXPECT_EQ(visit_.model().staff.news, StaffNews::Erased);
  EXPECT_EQ(visit_.model().staff.told, reception_);
  EXPECT_TRUE(visit_.model().staff.applications.empty());
  EXPECT_FALSE(visit_.store().application(application_));
  EXPECT_EQ(rows_of(AuditEvent::DeletionOrdered), std::vector<std::string>{"by=staff-1"});
}

TEST_F(StaffVisit, WithTheHandStaffPrepareButTheApplicantConsentsAndDeclares) {
  ASSERT_TRUE(visit_.start()) << visit_.trouble();
  ASSERT_TRUE(visit_.walk_to(Step::Employees)) << visit_.trouble();
  visit_.press(Action::CallStaff);
  visit_.press(Action::StaffHelps);
  enter_pin("2222");
  ASSERT_EQ(visit_.model().step, Step::Employees);
  EXPECT_EQ(visit_.model().staff.name, "staff-2");
  ASSERT_TRUE(visit_.walk_to(Step::Exclusions)) << visit_.trouble();
  visit_.press(Action::DismissOverlay);
  visit_.send(flow::Toggled{"none"});
  visit_.press(Action::Next);
  EXPECT_EQ(visit_.model().step, Step::Exclusions);
  EXPECT_EQ(visit_.model().overlay, Overlay::ApplicantsTurn);
  visit_.press(Action::HandToApplicant);
  ASSERT_TRUE(visit_.walk_to(Step::Verdict)) << visit_.trouble();
  ASSERT_TRUE(visit_.end_visit()) << visit_.trouble();
  EXPECT_EQ(rows_of(AuditEvent::AssistStarted), std::vector<std::string>{"by=staff-2 at=employees"});
  EXPECT_EQ(rows_of(AuditEvent::AssistEnded), std::vector<std::string>{"by=staff-2 at=exclusions"});
  const auto touched = rows_of(AuditEvent::ScreenTouched);
  const auto has = [&](const char* row) { return std::find(touched.begin(), touched.end(), row) != touched.end(); };
  EXPECT_TRUE(has("at=employees by=staff-2"));
  EXPECT_TRUE(has("at=exclusions by=applicant"));
  EXPECT_FALSE(has("at=exclusions by=staff-2"));
}

TEST_F(StaffVisit, TwoOfTheStaffVouchForSomebodyWithoutAMobile) {
  ASSERT_TRUE(visit_.start()) << visit_.trouble();
  ASSERT_TRUE(visit_.walk_to(Step::Phone)) << visit_.trouble();
  const ApplicationId application = *visit_.model().application;
  visit_.press(Action::NoMobile);
  visit_.press(Action::Next);
  enter_pin("1111");
  enter_pin("1111");
  EXPECT_TRUE(visit_.model().staff.same_person);
  EXPECT_EQ(visit_.store().application(application)->phone_proof, store::PhoneProof::None);
  enter_pin("2222");
  EXPECT_EQ(visit_.model().step, Step::Papers);
  const auto record = visit_.store().application(application);
  ASSERT_TRUE(record);
  EXPECT_EQ(record->phone_proof, store::PhoneProof::Staff) << "never as SMS-verified";
  EXPECT_FALSE(record->has_phone);
  EXPECT_EQ(rows_of(AuditEvent::PhoneAttestedByStaff), std::vector<std::string>{"by=staff-1 and=staff-2"});
  EXPECT_TRUE(visit_.code_from_phone().empty()) << "no message went";
}

TEST_F(StaffVisit, HelpCallsAreCountedByScreenButNotTheBellThatStaffRangThemselves) {
  ASSERT_TRUE(visit_.start()) << visit_.trouble();
  ASSERT_TRUE(visit_.walk_to(Step::Capital)) << visit_.trouble();
  visit_.press(Action::CallStaff);
  visit_.press(Action::DismissOverlay);
  visit_.press(Action::CallStaff);
  visit_.press(Action::DismissOverlay);
  ASSERT_TRUE(visit_.end_visit()) << visit_.trouble();
  visit_.press(Action::CallStaff);  // somebody at the start screen
  visit_.press(Action::DismissOverlay);
  open_staff();
  open_area(Step::StaffCalls);
  const auto& calls = visit_.model().staff.calls;
  ASSERT_EQ(calls.size(), 2U);
  EXPECT_EQ(calls[0].at, Step::Capital);
  EXPECT_EQ(calls[0].today, 2);
  EXPECT_EQ(calls[1].at, Step::Attract);
  EXPECT_EQ(calls[1].week, 1);
}

TEST_F(StaffVisit, WhatCouldNotBeHandedOverIsListedAndSentWhenAsked) {
  park_one();
  // As if the page role had been away when the slip was printed, and would be tried again only in half an hour.
  ASSERT_TRUE(visit_.store().erase(application_, store::EraseReason::Staff));
  const auto waiting = visit_.store().waiting();
  ASSERT_TRUE(waiting);
  ASSERT_EQ(waiting->size(), 1U);
  ASSERT_TRUE(visit_.store().postpone(waiting->front().id, {visit_.clock.wall().seconds + 1800}));
  open_staff();
  open_area(Step::StaffOutbox);
  ASSERT_EQ(visit_.model().staff.parcels.size(), 1U);
  EXPECT_EQ(visit_.model().staff.parcels.front().kind, flow::ParcelKind::Withdraw);
  EXPECT_EQ(visit_.model().staff.parcels.front().attempts, 1);
  order(Action::Next);
  EXPECT_TRUE(visit_.model().staff.parcels.empty());
  EXPECT_EQ(visit_.model().staff.news, StaffNews::Delivered);
  EXPECT_EQ(visit_.model().staff.delivered, 1);
  EXPECT_TRUE(visit_.store().waiting()->empty());
}

}  // namespace
}  // namespace desk::shell::test
