// Whole visits with obedient workers: both frames, 調べるだけ, わからない everywhere, and back again.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/flow/assessment.h"
#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

std::vector<Step> without_side_steps(const std::vector<Step>& path) {
  const auto line = [&](Step step) {
    switch (step) {
      case Step::Code: case Step::SameNumber: case Step::Coach: case Step::Scanning: case Step::Scanned: case Step::Masking:
      case Step::IssueDate: return false;
      default: return true;
    }
  };
  std::vector<Step> out;
  for (Step step : path) {
    if (line(step) && (out.empty() || out.back() != step)) out.push_back(step);
  }
  return out;
}

TEST(Visit_, a_shop_walks_the_invoice_frame_to_its_receipt) {
  Visit visit;
  visit.start(shop_script());
  visit.walk_to(Step::Done);
  EXPECT_EQ(frame_of(visit.model().answers, real_pack()), "invoice");
  EXPECT_EQ(without_side_steps(visit.path()), main_line(visit.model().answers, Mode::Apply, real_pack()));
  EXPECT_EQ(visit.model().print.phase, PrintPhase::Printed);
  EXPECT_EQ(visit.model().answers.phone.proof, PhoneProof::Sms);
  EXPECT_EQ(visit.model().link.phase, LinkPhase::Sent);
  EXPECT_FALSE(visit.model().link.grant.empty()) << "files were scanned, so the done screen opens them once";
  for (const std::string& need : required_papers(visit.model().answers, real_pack())) {
    EXPECT_EQ(visit.model().answers.papers.at(need).state, PaperState::Scanned) << need;
  }
  const Assessment assessed = assess(visit.model().answers, real_pack(), real_catalogue().offices(), {make_date(2026, 8, 3), 600});
  ASSERT_TRUE(assessed.estimate);
  EXPECT_EQ(assessed.estimate->subsidy.amount, 987'222) << "factbook 2.6: 722,222 + 75,000 + 190,000";
  visit.press(Action::Next);
  EXPECT_EQ(visit.ended(), Ending::Finished);
}

TEST(Visit_, a_workshop_walks_the_normal_frame_to_its_receipt) {
  Visit visit;
  visit.start(workshop_script());
  visit.walk_to(Step::Done);
  EXPECT_EQ(frame_of(visit.model().answers, real_pack()), "normal");
  EXPECT_EQ(without_side_steps(visit.path()), main_line(visit.model().answers, Mode::Apply, real_pack()));
  const auto& path = visit.path();
  for (Step asked : {Step::ProcessKinds, Step::MinimumWage, Step::MyNumber}) EXPECT_NE(std::count(path.begin(), path.end(), asked), 0);
  for (Step left_out : {Step::Capital, Step::PcCost, Step::RegisterCost, Step::MainTrade, Step::SecurityActionId}) {
    EXPECT_EQ(std::count(path.begin(), path.end(), left_out), 0) << name_of(left_out);
  }
}

TEST(Visit_, just_looking_stores_nothing_and_sends_nothing) {
  Visit visit;
  visit.start_look_up(shop_script());
  visit.walk_to(Step::Done);
  EXPECT_EQ(visit.count<OpenRecord>() + visit.count<SaveAnswers>() + visit.count<SendCode>() + visit.count<StoreBundle>() +
                visit.count<MakeGrant>() + visit.count<StartScan>(), 0);
  EXPECT_EQ(visit.count<PrintSlip>(), 1);
  EXPECT_EQ(visit.model().print.slip, SlipKind::LookUp);
  EXPECT_FALSE(visit.model().application);
  visit.press(Action::PrintAgain);
  EXPECT_EQ(visit.count<PrintSlip>(), 2) << "one more press, one more slip";
  EXPECT_EQ(visit.step(), Step::Done);
  visit.press(Action::Next);
  EXPECT_EQ(visit.ended(), Ending::Finished);
}

TEST(Visit_, every_dont_know_leads_on_and_becomes_a_to_do) {
  Visit visit;
  visit.start({});
  visit.walk_to(Step::Review);
  const Answers& answers = visit.model().answers;
  for (Step step : main_line(answers, Mode::Apply, real_pack())) {
    if (!question_of(step, answers, real_pack())) continue;
    EXPECT_TRUE(answered_unknown(step, answers)) << name_of(step);
  }
  const Assessment assessed = assess(answers, real_pack(), real_catalogue().offices(), {make_date(2026, 9, 1), 600});
  EXPECT_EQ(assessed.eligibility.verdict, rules::Verdict::Check);
  EXPECT_FALSE(assessed.plan.todo.empty());
}

TEST(Visit_, every_question_offers_dont_know_on_its_own) {
  for (Step step : all_steps()) {
    const auto question = question_of(step, Answers{}, real_pack());
    EXPECT_TRUE(!question || question->may_not_know) << name_of(step);
  }
}

class BackFrom : public testing::TestWithParam<bool> {};

TEST_P(BackFrom, the_review_to_the_first_question_and_forward_again_keeps_every_answer) {
  Visit visit;
  visit.start(GetParam() ? shop_script() : workshop_script());
  visit.walk_to(Step::Review);
  const std::string before(to_json(visit.model().answers).reveal());
  for (int presses = 0; presses < 60 && visit.step() != Step::Entity; ++presses) visit.press(Action::Back);
  ASSERT_EQ(visit.step(), Step::Entity);
  for (int presses = 0; presses < 60 && visit.step() != Step::Review; ++presses) visit.press(Action::Next);
  ASSERT_EQ(visit.step(), Step::Review);
  EXPECT_EQ(std::string(to_json(visit.model().answers).reveal()), before);
}
INSTANTIATE_TEST_SUITE_P(BothFrames, BackFrom, testing::Bool());

TEST(Visit_, back_on_the_first_question_asks_before_the_record_is_left) {
  Visit visit;
  visit.start();
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Entity);
  EXPECT_EQ(visit.model().overlay, Overlay::ConfirmEnd);
  visit.press(Action::DismissOverlay);
  EXPECT_EQ(visit.step(), Step::Entity);
  EXPECT_FALSE(visit.ended());
}

TEST(Visit_, back_while_just_looking_goes_home) {
  Visit visit;
  visit.start_look_up({});
  visit.press(Action::Back);
  EXPECT_EQ(visit.step(), Step::Attract);
}

TEST(Visit_, nothing_is_recorded_before_consent) {
  Visit visit;
  visit.press(Action::Begin);
  EXPECT_EQ(visit.step(), Step::Consent);
  EXPECT_EQ(visit.count<OpenRecord>(), 0);
  visit.press(Action::Next);
  EXPECT_EQ(visit.count<OpenRecord>(), 1);
  EXPECT_EQ(visit.model().reception.text, "T7K-4M2");
  EXPECT_TRUE(visit.model().answers.token);
}

TEST(Visit_, a_ready_visit_parks_with_a_slip_from_readiness) {
  Visit visit;
  visit.start(workshop_script());
  visit.walk_to(Step::Readiness);
  visit.press(Action::TakeSlip);
  EXPECT_EQ(visit.step(), Step::Done);
  EXPECT_EQ(visit.model().print.slip, SlipKind::Park);
  EXPECT_EQ(visit.count<MakeGrant>(), 0);
  visit.press(Action::Next);
  EXPECT_EQ(visit.ended(), Ending::Parked);
}

TEST(Visit_, a_slip_taken_in_the_middle_of_a_scan_stops_the_scanner_first) {
  Visit visit;
  visit.workers.scan = [](Visit& v, const StartScan& order) { v.send(PageScanned{order.id, good_page(1)}); };
  visit.start();
  visit.walk_to(Step::Scanning);
  visit.press(Action::TakeSlip);
  EXPECT_EQ(visit.count<StopScan>(), 1);
  EXPECT_EQ(visit.step(), Step::Done);
  EXPECT_FALSE(busy(visit.model()));
}

TEST(Visit_, without_a_page_on_the_phone_no_bundle_is_made) {
  Visit visit;
  visit.handoff = false;
  visit.start();
  visit.walk_to(Step::Done);
  EXPECT_EQ(visit.count<StoreBundle>(), 0);
  EXPECT_EQ(visit.model().link.phase, LinkPhase::None);
}

TEST(Visit_, an_unsent_bundle_does_not_hold_the_slip_back) {
  Visit visit;
  visit.workers.bundle = [](Visit& v, const StoreBundle& order) { v.send(BundleNotStored{order.id, StaffCode::PageUnreachable}); };
  visit.start();
  visit.walk_to(Step::Done);
  EXPECT_EQ(visit.model().link.phase, LinkPhase::Failed);
  EXPECT_EQ(visit.count<MakeGrant>(), 0);
}

TEST(Visit_, the_computer_given_before_the_tool_changed_is_not_counted_in_the_other_frame) {
  Visit visit;
  visit.start();
  visit.walk_to(Step::Verdict);
  Answers answers = visit.model().answers.clone();
  answers.purposes = Codes{"other"};
  const Assessment assessed = assess(answers, real_pack(), real_catalogue().offices(), {make_date(2026, 8, 3), 600});
  EXPECT_EQ(assessed.frame->id, "normal");
  ASSERT_TRUE(assessed.estimate);
  EXPECT_EQ(assessed.estimate->subsidy.amount, 500'000) << "half of the software alone";
}

}  // namespace
}  // namespace desk::flow
