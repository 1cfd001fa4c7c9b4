// Staff: the way in behind the PIN, the lock, the hand in an applicant's visit, and two who vouch for somebody without a mobile.
#include <gtest/gtest.h>

#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

constexpr const char* kSato = "2468";
constexpr const char* kTanaka = "1357";

KeptApplication a_kept_one(const std::string& hex = "c0ffee", KeptProof proof = KeptProof::None) {
  KeptApplication line;
  line.application = ApplicationId{hex};
  line.reception = ReceptionNumber{"T7K-4M2"};
  line.state = KeptState::Parked;
  line.proof = proof;
  line.pages = 3;
  line.files = 2;
  line.resumable = true;
  return line;
}

void enter_pin(Visit& visit, const char* pin) {
  ASSERT_EQ(visit.step(), Step::StaffPin);
  visit.type(pin);
  visit.press(Action::Next);
}

void open_staff(Visit& visit) {
  visit.press(Action::CallStaff);
  visit.press(Action::OpenStaff);
  enter_pin(visit, kSato);
  ASSERT_EQ(visit.step(), Step::StaffHome);
}

void take_the_hand(Visit& visit) {
  visit.press(Action::CallStaff);
  visit.press(Action::StaffHelps);
  enter_pin(visit, kSato);
}

// A parked application in the list, opened.
void open_application(Visit& visit) {
  visit.start();
  visit.walk_to(Step::Papers);
  visit.forget_person();
  visit.kept = {a_kept_one()};
  open_staff(visit);
  visit.send(StaffAreaChosen{Step::StaffApplications});
  visit.send(ApplicationChosen{"c0ffee"});
  ASSERT_EQ(visit.step(), Step::StaffApplication);
}

TEST(StaffHome, opens_with_a_pin_from_the_help_dialog_and_knows_whose_it_was) {
  Visit visit;
  open_staff(visit);
  EXPECT_EQ(visit.model().staff.name, "sato");
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Attract);
  EXPECT_EQ(visit.count<EndSession>(), 1) << "leaving passes the one door out";
  EXPECT_TRUE(visit.model().staff.name.empty());
  ASSERT_EQ(visit.recorded.size(), 1u);
  EXPECT_EQ(visit.recorded[0].act, StaffAct::Left);
  EXPECT_EQ(visit.recorded[0].name, "sato");
}

TEST(StaffHome, stays_shut_for_a_wrong_pin) {
  Visit visit;
  visit.press(Action::CallStaff);
  visit.press(Action::OpenStaff);
  enter_pin(visit, "9999");
  EXPECT_EQ(visit.step(), Step::StaffPin);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::PinWrong);
  EXPECT_TRUE(visit.model().entry.empty());
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Attract);
}

TEST(StaffHome, tells_until_when_no_pin_is_taken) {
  Visit visit;
  visit.workers.pin = [](Visit& v, const CheckPin& order) { v.send(PinRefused{order.id, true, v.wall_in(std::chrono::seconds(15))}); };
  visit.press(Action::OpenStaff);
  enter_pin(visit, kSato);
  EXPECT_EQ(visit.model().resume.note, ResumeNote::PinLocked);
  ASSERT_TRUE(visit.model().staff.pin_wait);
}

TEST(StaffHome, cannot_be_opened_while_somebody_is_being_served) {
  for (const Step step : {Step::Consent, Step::Capital, Step::Phone, Step::Papers, Step::Review}) {
    Visit visit;
    visit.start();
    if (step == Step::Consent) visit.edit().step = step;
    else visit.walk_to(step);
    EXPECT_FALSE(may_open_staff(visit.model())) << name_of(step);
    visit.press(Action::OpenStaff);
    EXPECT_EQ(visit.step(), step);
  }
}

TEST(StaffHome, asks_for_the_pin_again_after_two_minutes_and_then_goes) {
  Visit visit;
  open_application(visit);
  ASSERT_FALSE(visit.model().answers.phone.number.empty());
  const int ends = visit.count<EndSession>();
  visit.wait(std::chrono::seconds(119));
  EXPECT_EQ(visit.step(), Step::StaffApplication);
  visit.wait(std::chrono::seconds(1));
  EXPECT_EQ(visit.step(), Step::StaffPin);
  EXPECT_TRUE(visit.model().staff.locked);
  EXPECT_TRUE(visit.model().staff.name.empty());
  EXPECT_TRUE(visit.model().answers.phone.number.empty()) << "nothing of the applicant lies under the lock";
  EXPECT_FALSE(visit.model().staff.open);
  visit.wait(std::chrono::seconds(44));
  EXPECT_EQ(visit.step(), Step::StaffPin);
  visit.wait(std::chrono::seconds(1));
  EXPECT_EQ(visit.step(), Step::Attract);
  EXPECT_EQ(visit.count<EndSession>(), ends + 1);
}

TEST(StaffHome, opens_again_at_the_lock_with_a_pin) {
  Visit visit;
  open_staff(visit);
  visit.wait(std::chrono::seconds(130));
  enter_pin(visit, kTanaka);
  EXPECT_EQ(visit.step(), Step::StaffHome);
  EXPECT_EQ(visit.model().staff.name, "tanaka");
  EXPECT_FALSE(visit.model().staff.locked);
}

TEST(StaffHome, ends_after_twelve_hours_however_busy_it_was) {
  Visit visit;
  open_staff(visit);
  for (int minute = 0; minute < 12 * 60 - 1; ++minute) {
    visit.clock().advance(std::chrono::minutes(1));
    visit.send(Touched{});
    visit.send(Ticked{});
  }
  EXPECT_EQ(visit.step(), Step::StaffHome);
  visit.clock().advance(std::chrono::minutes(1));
  visit.send(Touched{});
  visit.send(Ticked{});
  EXPECT_EQ(visit.step(), Step::Attract);
}

TEST(StaffList, opens_one_and_reads_its_answers_without_a_record_being_open) {
  Visit visit;
  open_application(visit);
  EXPECT_TRUE(visit.model().staff.listed);
  EXPECT_TRUE(visit.model().answers.capital.asked());
  EXPECT_FALSE(visit.model().record_open);
  const int saves = visit.count<SaveAnswers>();
  visit.press(Action::TakeSlip);
  visit.press(Action::RetryStore);
  EXPECT_EQ(visit.count<SaveAnswers>(), saves) << "looking changes nothing";
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::StaffApplications);
  EXPECT_FALSE(visit.model().answers.capital.asked());
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::StaffHome);
  EXPECT_TRUE(visit.model().staff.applications.empty());
}

TEST(StaffList, resumes_as_a_visit_of_the_applicants) {
  Visit visit;
  open_application(visit);
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Papers);
  EXPECT_TRUE(visit.model().record_open);
  EXPECT_TRUE(visit.model().staff.name.empty()) << "staff mode is over";
  EXPECT_FALSE(visit.model().staff.assisting);
  EXPECT_TRUE(visit.model().staff.applications.empty());
}

TEST(StaffList, says_when_an_application_cannot_be_opened_any_more) {
  Visit visit;
  open_application(visit);
  visit.workers.number = [](Visit& v, const LookUpNumber& order) { v.send(ResumeRefused{order.id, ResumeNote::NotFound, std::nullopt}); };
  visit.press(Action::ResumeThis);
  EXPECT_EQ(visit.step(), Step::StaffApplication);
  EXPECT_EQ(visit.model().staff.news, StaffNews::NotFound);
  EXPECT_FALSE(busy(visit.model()));
}

TEST(StaffList, deletes_only_after_asking_twice) {
  Visit visit;
  open_application(visit);
  visit.press(Action::EraseNow);
  visit.press(Action::EraseSure);
  EXPECT_EQ(visit.count<EraseApplication>(), 0);
  visit.press(Action::EraseThis);
  EXPECT_EQ(visit.model().overlay, Overlay::EraseAsked);
  visit.press(Action::EraseNow);
  EXPECT_EQ(visit.count<EraseApplication>(), 0);
  visit.press(Action::EraseSure);
  EXPECT_EQ(visit.model().overlay, Overlay::EraseSure);
  visit.press(Action::DismissOverlay);
  EXPECT_EQ(visit.count<EraseApplication>(), 0);
  visit.press(Action::EraseThis);
  visit.press(Action::EraseSure);
  visit.press(Action::EraseNow);
  EXPECT_EQ(visit.count<EraseApplication>(), 1);
  visit.press(Action::EraseThis);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::StaffApplication) << "nothing else is taken meanwhile";
  visit.kept.clear();
  visit.send(ApplicationErased{visit.model().awaited});
  EXPECT_EQ(visit.step(), Step::StaffApplications);
  EXPECT_EQ(visit.model().staff.news, StaffNews::Erased);
  EXPECT_EQ(visit.model().staff.told, "T7K-4M2");
  EXPECT_TRUE(visit.model().staff.applications.empty());
}

TEST(StaffList, claims_no_export_that_failed) {
  Visit visit;
  open_application(visit);
  visit.press(Action::ExportThis);
  EXPECT_TRUE(busy(visit.model()));
  visit.wait(std::chrono::minutes(5));
  EXPECT_EQ(visit.step(), Step::StaffApplication) << "a slow stick is not idling";
  visit.send(StaffWorkFailed{visit.model().awaited, StaffCode::ExportFolderFull});
  EXPECT_EQ(visit.model().staff.news, StaffNews::None);
  EXPECT_EQ(visit.model().staff.fault, StaffCode::ExportFolderFull);
  visit.press(Action::ExportThis);
  EXPECT_FALSE(visit.model().staff.fault);
  visit.send(ApplicationExported{visit.model().awaited, {"T7K-4M2_20261122-1405", 3, 1'000}});
  EXPECT_EQ(visit.model().staff.news, StaffNews::Exported);
  EXPECT_EQ(visit.model().staff.exported.files, 3);
}

TEST(StaffOutbox, tells_what_went_and_what_still_waits) {
  Visit visit;
  open_staff(visit);
  visit.send(StaffAreaChosen{Step::StaffOutbox});
  const Parcel parcel{ParcelKind::HandOff, "T7K-4M2", {}, {}, 4};
  visit.send(OutboxListed{visit.model().awaited, {parcel, parcel}, 0});
  EXPECT_EQ(visit.model().staff.news, StaffNews::None) << "looking is not sending";
  visit.press(Action::Next);
  EXPECT_TRUE(visit.model().staff.working);
  visit.send(OutboxListed{visit.model().awaited, {parcel}, 1});
  EXPECT_EQ(visit.model().staff.news, StaffNews::StillWaiting);
  visit.press(Action::RetryOutbox);
  visit.send(OutboxListed{visit.model().awaited, {}, 1});
  EXPECT_EQ(visit.model().staff.news, StaffNews::Delivered);
}

// ---- the hand ----

TEST(Assist, prepares_facts_but_not_what_the_applicant_declares) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Capital);
  take_the_hand(visit);
  ASSERT_EQ(visit.step(), Step::Capital) << "back where the applicant was";
  EXPECT_TRUE(visit.model().staff.assisting);
  visit.answer_step();
  visit.walk_to(Step::Exclusions);
  EXPECT_EQ(visit.model().overlay, Overlay::ApplicantsTurn) << "said on arrival";
  visit.press(Action::DismissOverlay);
  visit.send(Toggled{"none"});
  visit.press(Action::Next);
  visit.press(Action::DontKnow);
  EXPECT_EQ(visit.step(), Step::Exclusions);
  EXPECT_FALSE(visit.model().answers.exclusions.asked());
  EXPECT_EQ(visit.model().overlay, Overlay::ApplicantsTurn);
  visit.press(Action::HandToApplicant);
  EXPECT_FALSE(visit.model().staff.assisting);
  EXPECT_EQ(visit.model().overlay, Overlay::None);
  visit.answer_step();
  EXPECT_TRUE(visit.model().answers.exclusions.asked());
}

class ApplicantsOwn : public testing::TestWithParam<Step> {};

TEST_P(ApplicantsOwn, takes_no_answer_from_staff) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Review);
  visit.edit().staff.name = "sato";
  visit.edit().staff.assisting = visit.edit().staff.helped = true;
  visit.edit().step = GetParam();
  visit.edit().code = visit.live_code();
  visit.edit().code.phase = CodePhase::Waiting;
  const std::string before(to_json(visit.model().answers).reveal());
  const int prints = visit.count<PrintSlip>();
  for (const Action action : {Action::Next, Action::DontKnow, Action::OpenPrevious, Action::ReplacePrevious}) visit.press(action);
  visit.send(Chosen{"yes"});
  visit.send(Toggled{"none"});
  visit.type("482913");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), GetParam());
  EXPECT_TRUE(visit.model().entry.empty());
  EXPECT_EQ(std::string(to_json(visit.model().answers).reveal()), before);
  EXPECT_EQ(visit.count<CheckCode>() + visit.count<CheckResumeCode>(), 1) << "the visit's own code, before";
  EXPECT_EQ(visit.count<PrintSlip>(), prints);
  EXPECT_EQ(visit.model().overlay, Overlay::ApplicantsTurn);
}
INSTANTIATE_TEST_SUITE_P(All, ApplicantsOwn,
                         testing::Values(Step::Consent, Step::Exclusions, Step::PastAward, Step::Contracted, Step::Code, Step::SameNumber,
                                         Step::ResumeCode, Step::Review),
                         [](const auto& tested) { return std::string(name_of(tested.param)); });

TEST(Assist, puts_on_record_who_touched_which_step_and_nothing_of_what_was_said) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Employees);
  take_the_hand(visit);
  visit.answer_step();
  visit.press(Action::HandToApplicant);
  const Step next = visit.step();
  visit.answer_step();
  ASSERT_EQ(visit.recorded.size(), 4u);
  EXPECT_EQ(visit.recorded[0].act, StaffAct::AssistBegun);
  EXPECT_EQ(visit.recorded[0].at, Step::Employees);
  EXPECT_EQ(visit.recorded[1].act, StaffAct::TouchedByStaff);
  EXPECT_EQ(visit.recorded[1].at, Step::Employees);
  EXPECT_EQ(visit.recorded[1].name, "sato");
  EXPECT_EQ(visit.recorded[2].act, StaffAct::AssistEnded);
  EXPECT_EQ(visit.recorded[3].act, StaffAct::TouchedByApplicant);
  EXPECT_EQ(visit.recorded[3].at, next);
}

TEST(Assist, needs_the_pin_to_take_the_hand_again) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Employees);
  take_the_hand(visit);
  visit.press(Action::HandToApplicant);
  visit.press(Action::StaffHelps);
  EXPECT_EQ(visit.step(), Step::StaffPin);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Employees);
  EXPECT_FALSE(visit.model().staff.assisting);
}

TEST(Assist, ends_with_the_visit_and_is_recorded_as_ended) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Employees);
  take_the_hand(visit);
  visit.press(Action::EndVisit);
  visit.press(Action::ConfirmEnd);
  EXPECT_EQ(visit.step(), Step::Attract);
  EXPECT_FALSE(visit.model().staff.assisting);
  EXPECT_EQ(visit.recorded.back().act, StaffAct::AssistEnded);
}

TEST(Assist, is_not_offered_while_a_machine_works_or_nobody_is_there) {
  Visit nobody;
  EXPECT_FALSE(may_assist(nobody.model()));
  Visit scanning;
  scanning.workers.scan = [](Visit&, const StartScan&) {};
  scanning.start();
  scanning.walk_to(Step::Scanning);
  EXPECT_FALSE(may_assist(scanning.model()));
  Visit done;
  done.start();
  done.walk_to(Step::Done);
  EXPECT_FALSE(may_assist(done.model()));
}

// ---- without a mobile ----

void ask_for_attestation(Visit& visit) {
  visit.start();
  visit.walk_to(Step::Phone);
  visit.press(Action::NoMobile);
  ASSERT_EQ(visit.step(), Step::StaffAttest);
  visit.press(Action::Next);
}

TEST(Attestation, takes_two_different_pins) {
  Visit visit;
  ask_for_attestation(visit);
  enter_pin(visit, kSato);
  EXPECT_EQ(visit.step(), Step::StaffPin);
  EXPECT_EQ(visit.model().staff.asks, PinPurpose::AttestSecond);
  enter_pin(visit, kSato);
  EXPECT_EQ(visit.step(), Step::StaffPin);
  EXPECT_TRUE(visit.model().staff.same_person);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::None);
  enter_pin(visit, kTanaka);
  EXPECT_EQ(visit.step(), Step::Papers);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Staff);
  EXPECT_EQ(visit.model().answers.phone.proved_at, visit.clock().wall());
  ASSERT_EQ(visit.recorded.size(), 1u);
  EXPECT_EQ(visit.recorded[0].act, StaffAct::Attested);
  EXPECT_EQ(visit.recorded[0].name, "sato");
  EXPECT_EQ(visit.recorded[0].other, "tanaka");
  EXPECT_FALSE(visit.model().staff.assisting) << "a PIN that vouches gives nobody the hand";
  EXPECT_EQ(visit.count<SendCode>(), 0);
}

TEST(Attestation, can_be_left_after_the_first_pin_and_nothing_counts) {
  Visit visit;
  ask_for_attestation(visit);
  enter_pin(visit, kSato);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::StaffAttest);
  visit.press(Action::Next);
  enter_pin(visit, kTanaka);
  EXPECT_EQ(visit.step(), Step::StaffPin) << "the first again";
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::None);
  visit.press(Action::Back);
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Phone);
}

TEST(Attestation, is_kept_when_the_visit_is_resumed) {
  Visit visit;
  ask_for_attestation(visit);
  enter_pin(visit, kSato);
  enter_pin(visit, kTanaka);
  visit.forget_person();
  visit.send(ReaderRead{"https://desk.example/a/" + slip_token().text});
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Staff);
  EXPECT_EQ(visit.step(), Step::Papers);
}

}  // namespace
}  // namespace desk::flow
