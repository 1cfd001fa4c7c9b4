// What one applicant may hold beside each other (factbook 3.5). The pack is filled in code with the families of 2023.
#include "data/rules/combination.h"

#include "data/rules/eligibility.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

using catalog::CombinationKind;

catalog::Pack families_of_2023() {
  catalog::Pack pack = pack_2026();
  pack.year = 2023;
  pack.repeats.clear();
  const catalog::Frame model = frame_2026("normal");
  pack.frames.clear();
  const std::pair<const char*, const char*> frames[] = {{"normal", "normal"}, {"digital-base", "digital"}, {"supply-chain", "digital"},
                                                        {"group", "digital"}, {"security", "security"}};
  for (const auto& [id, family] : frames) {
    catalog::Frame frame = model;
    frame.id = id;
    frame.family = family;
    pack.frames.push_back(frame);
  }
  pack.combination.kind = CombinationKind::OnePerFamily;
  pack.combination.clause = "2-3";
  pack.combination.not_same_tool = {{"normal", "digital-base"}};
  return pack;
}

struct FramesTogether {
  std::vector<std::string> frames;
  bool ok;
  std::vector<std::string> reasons;
};

TEST(Combination, Of2023) {
  const FramesTogether rows[] = {
      {{"normal", "normal"}, false, {"combination_twice"}},  // 通常A and 通常B
      {{"normal", "digital-base", "security"}, true, {}},
      {{"normal", "supply-chain"}, true, {}},  // 通常B and 商流一括
      {{"digital-base", "supply-chain"}, false, {"combination_family"}},
      {{"security", "security"}, false, {"combination_twice"}},
      {{"supply-chain", "security"}, true, {}},
      {{"group", "digital-base"}, false, {"combination_family"}},  // T-25: at most one of a 枠
      {{"normal"}, true, {}},
      {{}, true, {}},
      {{"normal", "security", "normal", "security"}, false, {"combination_twice", "combination_twice"}},
  };
  const catalog::Pack pack = families_of_2023();
  for (const FramesTogether& row : rows) {
    const Combination judged = combination(pack, row.frames);
    const std::string name = row.frames.empty() ? "" : row.frames.front() + "+" + row.frames.back();
    EXPECT_EQ(judged.ok, row.ok) << name;
    ASSERT_EQ(judged.reasons.size(), row.reasons.size()) << name;
    for (std::size_t i = 0; i < row.reasons.size(); ++i) EXPECT_EQ(judged.reasons[i].code, row.reasons[i]) << name;
    EXPECT_EQ(judged.clause, "2-3");
  }
}

TEST(Combination, TheSameVendorsToolMayNotBeInBoth) {
  EXPECT_TRUE(has_code(combination(families_of_2023(), {"digital-base", "normal"}).warnings, "same_tool_twice"));
  EXPECT_TRUE(combination(families_of_2023(), {"security", "normal"}).warnings.empty());
}

TEST(Combination, OneInAllLeavesRoomForOne) {  // 2026: G-03
  catalog::Pack pack = families_of_2023();
  pack.combination.kind = CombinationKind::OneInAll;
  EXPECT_TRUE(combination(pack, {"security"}).ok);
  EXPECT_TRUE(has_code(combination(pack, {"security", "normal"}).reasons, "combination_one_in_all"));
}

TEST(Combination, AFrameWithoutAFamilyIsItsOwn) {
  catalog::Pack pack = families_of_2023();
  for (catalog::Frame& frame : pack.frames) frame.family.clear();
  EXPECT_TRUE(combination(pack, {"digital-base", "supply-chain"}).ok);
  EXPECT_TRUE(combination(pack, {"somewhere", "elsewhere"}).ok);
  EXPECT_FALSE(combination(pack, {"somewhere", "somewhere"}).ok);
}

TEST(Combination, KeepsAnApplicantOutAndSaysWhatToDrop) {
  const catalog::Pack pack = families_of_2023();
  EligibilityInput input;
  input.industry = "retail";
  input.employees = 3;
  input.other_frames = {"security", "digital-base"};
  const Eligibility out = eligibility(pack, *pack.frame("supply-chain"), input);
  EXPECT_EQ(out.verdict, Verdict::NotEligible);
  EXPECT_EQ(out.reasons.front().code, "combination_family");
  EXPECT_EQ(out.reasons.front().clause, "2-3");
  EXPECT_EQ(out.reasons.front().change.code, "drop_other_frame");
  EXPECT_EQ(out.reasons.front().change.args.front().second, "digital-base");
  EXPECT_EQ(eligibility(pack, *pack.frame("normal"), input).verdict, Verdict::Eligible);
  EXPECT_EQ(eligibility(pack, *pack.frame("normal"), input).warnings.front().code, "same_tool_twice");
  input.other_frames = std::nullopt;
  EXPECT_EQ(eligibility(pack, *pack.frame("normal"), input).verdict, Verdict::Check);
  EXPECT_EQ(eligibility(pack, *pack.frame("normal"), input).reasons.front().code, "other_frames_unknown");
}

}  // namespace
}  // namespace desk::rules
