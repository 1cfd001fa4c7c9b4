#include "data/rules/readiness.h"

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

}  // namespace
}  // namespace desk::rules
