#include "data/rules/readiness.h"

#include <algorithm>

#include "data/rules/invitation.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

StepStatus status_of(const ReadinessInput& input, std::string_view step) {
  for (StepStatus& each : readiness(pack_2026(), frame_2026("normal"), input)) {
    if (each.step == step) return std::move(each);
  }
  ADD_FAILURE() << step;
  return {};
}

TEST(Readiness, OfTheGbizid) {
  ReadinessInput input;
  EXPECT_EQ(status_of(input, "gbizid").state, StepState::Unknown);
  input.gbizid = Gbizid::Prime;
  EXPECT_EQ(status_of(input, "gbizid").state, StepState::Ready);
  input.gbizid = Gbizid::Entry;
  EXPECT_EQ(status_of(input, "gbizid").state, StepState::Redo);
  EXPECT_EQ(status_of(input, "gbizid").reason, "needs_prime");
  input.gbizid = Gbizid::None;
  EXPECT_EQ(status_of(input, "gbizid").action, "gbizid_post");
  input.mynumber = true;
  EXPECT_EQ(status_of(input, "gbizid").action, "gbizid_online");
}

TEST(Readiness, OfTheSecurityActionNumber) {
  struct Row {
    const char* typed;
    StepState state;
    const char* reason;
  };
  const Row rows[] = {
      {"50000228580", StepState::Ready, ""},
      {"５００００２２８５８０", StepState::Ready, ""},
      {"5000-0228-580", StepState::Ready, ""},
      {"40000228580", StepState::Redo, "security_action_old_id"},
      {"5000022858", StepState::Redo, "security_action_format"},
      {"60000228580", StepState::Redo, "security_action_format"},
      {"5000022858a", StepState::Redo, "security_action_format"},
      {"none", StepState::Missing, ""},
  };
  for (const Row& row : rows) {
    ReadinessInput input;
    input.security_action = row.typed;
    const StepStatus status = status_of(input, "security_action");
    EXPECT_EQ(status.state, row.state) << row.typed;
    EXPECT_EQ(status.reason, row.reason) << row.typed;
  }
}

TEST(Readiness, ABonusNeverBlocksAndAContractIsSaidAloud) {
  ReadinessInput input;
  EXPECT_EQ(status_of(input, "navi").state, StepState::Optional);
  input.navi = false;
  EXPECT_EQ(status_of(input, "navi").state, StepState::Optional);
  input.navi = true;
  EXPECT_EQ(status_of(input, "navi").state, StepState::Ready);
  input.contracted = true;
  EXPECT_EQ(status_of(input, "no_contract").reason, "already_contracted");
  input.contracted = false;
  EXPECT_EQ(status_of(input, "no_contract").state, StepState::Ready);
  EXPECT_EQ(status_of(input, "no_contract").action, "no_contract");  // it stays on the list to the end
}

TEST(Readiness, AnAccountThatLetsNobodyInIsNotReady) {  // gBizID logs in by app or e-mail code only
  ReadinessInput input;
  input.gbizid = Gbizid::Prime;
  input.gbizid_login = false;
  EXPECT_EQ(status_of(input, "gbizid").state, StepState::Redo);
  EXPECT_EQ(status_of(input, "gbizid").reason, "gbizid_login_check");
  input.gbizid_login = std::nullopt;
  EXPECT_EQ(status_of(input, "gbizid").state, StepState::Unknown);
  EXPECT_EQ(status_of(input, "gbizid").action, "gbizid_login");
}

catalog::Step miradigi(const char* frame, bool required) {
  catalog::Step step;
  step.id = "miradigi";
  step.kind = catalog::StepKind::ManagementCheck;
  step.frames = {frame};
  step.required = required;
  return step;
}

// 2024: みらデジ is asked for in 通常枠 and earns points elsewhere (factbook 4.1, T-10); both boxes must be ticked (Q4).
TEST(Readiness, TheManagementCheckIsRequiredInOneFrameAndABonusInTheOther) {
  catalog::Pack pack = pack_2026();
  pack.steps.push_back(miradigi("normal", true));
  pack.steps.push_back(miradigi("invoice", false));
  const auto state = [&](const char* frame, const ReadinessInput& input) {
    const auto steps = readiness(pack, *pack.frame(frame), input);
    EXPECT_EQ(std::count_if(steps.begin(), steps.end(), [](const StepStatus& each) { return each.step == "miradigi"; }), 1);
    return steps.back();
  };
  ReadinessInput input;
  EXPECT_EQ(state("normal", input).state, StepState::Unknown);
  input.management_check = false;
  EXPECT_EQ(state("normal", input).state, StepState::Missing);
  EXPECT_EQ(state("invoice", input).state, StepState::Optional);
  input.management_check = true;
  EXPECT_EQ(state("normal", input).state, StepState::Ready);
  input.management_linked = false;
  EXPECT_EQ(state("normal", input).state, StepState::Redo);
  EXPECT_EQ(state("normal", input).reason, "management_check_unlinked");
  input.management_linked = std::nullopt;
  EXPECT_EQ(state("normal", input).state, StepState::Unknown);
}

// ---- the vendor's invitation (factbook 7.2) ----

catalog::Frame rounds_of(std::vector<std::pair<const char*, const char*>> rounds) {
  catalog::Frame frame;
  frame.id = "normal";
  for (const auto& [id, deadline] : rounds) {
    catalog::Round round;
    round.id = id;
    round.deadline = *parse_civil_minute(deadline);
    frame.rounds.push_back(round);
  }
  return frame;
}

TEST(Invitation, LivesSeventyTwoHoursOrUntilTheRoundCloses) {
  const catalog::Frame frame = rounds_of({{"1", "2023-07-10T17:00"}, {"2", "2023-07-31T17:00"}});
  struct Row {
    const char* invited;
    const char* expires;
    bool cut;
  };
  const Row rows[] = {
      {"2023-07-25T10:00", "2023-07-28T10:00", false},
      {"2023-07-28T18:00", "2023-07-31T17:00", true},
      {"2023-07-28T17:00", "2023-07-31T17:00", false},  // both end at the same minute
      {"2023-07-09T10:00", "2023-07-12T10:00", false},  // the first round closes, the second is still open
      {"2023-08-01T10:00", "2023-08-04T10:00", false},  // no deadline is known any more
  };
  for (const Row& row : rows) {
    const CivilMinute invited = *parse_civil_minute(row.invited);
    const Invitation mail = invitation(pack_2026(), frame, invited, invited);
    EXPECT_EQ(to_string(mail.expires), row.expires) << row.invited;
    EXPECT_EQ(mail.cut_by_deadline, row.cut) << row.invited;
    EXPECT_FALSE(mail.expired);
  }
  const CivilMinute early = *parse_civil_minute("2023-07-09T10:00");
  EXPECT_EQ(to_string(invitation(pack_2026(), frame, early, early, "1").expires), "2023-07-10T17:00");  // who aims at the first round
}

TEST(Invitation, EndsAtItsMinute) {
  const catalog::Frame frame = rounds_of({{"2", "2023-07-31T17:00"}});
  const CivilMinute invited = *parse_civil_minute("2023-07-25T10:00");
  const Invitation last = invitation(pack_2026(), frame, invited, *parse_civil_minute("2023-07-28T09:59"));
  EXPECT_FALSE(last.expired);
  EXPECT_EQ(last.hours_left, 0);
  EXPECT_EQ(invitation(pack_2026(), frame, invited, *parse_civil_minute("2023-07-27T09:30")).hours_left, 24);
  EXPECT_TRUE(invitation(pack_2026(), frame, invited, *parse_civil_minute("2023-07-28T10:00")).expired);
}

TEST(Invitation, AnExpiredMailIsAskedForAgain) {
  ReadinessInput input;
  input.vendor = true;
  EXPECT_EQ(status_of(input, "vendor").action, "");
  input.invited_at = parse_civil_minute("2026-09-14T10:00");
  input.now = parse_civil_minute("2026-09-17T09:59");
  EXPECT_EQ(status_of(input, "vendor").state, StepState::Ready);
  EXPECT_EQ(status_of(input, "vendor").action, "open_invitation");
  input.now = parse_civil_minute("2026-09-17T10:00");
  EXPECT_EQ(status_of(input, "vendor").state, StepState::Redo);
  EXPECT_EQ(status_of(input, "vendor").action, "ask_invitation_again");
  EXPECT_EQ(status_of(input, "vendor").reason, "invitation_expired");
}

// ---- READY of factbook 4.6 ----

TEST(Ready, NeedsEveryStepThePapersAndThePhone) {
  ReadinessInput input;
  input.gbizid = Gbizid::Prime;
  input.security_action = "50000228580";
  input.vendor = true;
  input.contracted = false;
  const auto judge = [&](bool papers, bool phone) { return ready(readiness(pack_2026(), frame_2026("normal"), input), papers, phone); };
  EXPECT_TRUE(judge(true, true).ready);  // bonuses were not asked and do not block
  EXPECT_EQ(judge(false, true).open, std::vector<std::string>{"documents"});
  EXPECT_EQ(judge(true, false).open, std::vector<std::string>{"phone"});
  input.contracted = true;  // a hard stop for that tool
  EXPECT_EQ(judge(true, true).open, std::vector<std::string>{"no_contract"});
  input.contracted = false;
  input.gbizid = Gbizid::Entry;
  EXPECT_FALSE(judge(true, true).ready);
}

}  // namespace
}  // namespace desk::rules
