// How much, and what one change would bring: the figures of factbook 12.2.
#include "tests/rules/questions_for_test.h"

namespace desk::rules {
namespace {

constexpr const char* kDay = "2026-09-01";

TEST(SecondFunction, OfAMillionYenBrings222222More) {
  const Said said = answer_2026("second_function", "invoice", kDay, buying(1'000'000));
  EXPECT_EQ(said.code, "gain");
  EXPECT_EQ(yen(said, "before"), 500'000);
  EXPECT_EQ(yen(said, "after"), 722'222);
  EXPECT_EQ(said.amount, Yen{222'222});
  EXPECT_NE(line_of(said, "if_needed"), nullptr);
}

TEST(SecondFunction, BringsNothingUntilTheFirstTrancheIsFull) {
  const Said said = answer_2026("second_function", "invoice", kDay, buying(600'000));
  EXPECT_EQ(said.code, "same");
  EXPECT_EQ(yen(said, "before"), 450'000);
  EXPECT_EQ(yen(*line_of(said, "from_cost"), "cost"), 666'667);  // factbook 2.2.1
  const Said micro = answer_2026("second_function", "invoice", kDay, buying(600'000, 1, catalog::Size::Micro));
  EXPECT_EQ(yen(*line_of(micro, "from_cost"), "cost"), 625'000);
}

TEST(SecondFunction, IsAskedOfTheFrameWhereFunctionsCountWhicheverWasChosen) {
  EXPECT_EQ(answer_2026("second_function", "normal", kDay, buying(1'000'000)).amount, Yen{222'222});
  catalog::Pack pack = pack_2026();
  std::erase_if(pack.frames, [](const catalog::Frame& frame) { return frame.estimate.method == catalog::Method::Tranches; });
  EXPECT_EQ(answer("second_function", setting_of(pack, pack.frames.front(), kDay), buying(1'000'000)).code, "not_here");
}

TEST(MicroDifference, OfAMillionYenWithTwoFunctionsIs750000Against722222) {
  const Said said = answer_2026("micro_difference", "invoice", kDay, buying(1'000'000, 2));
  EXPECT_EQ(said.code, "gain");
  EXPECT_EQ(yen(said, "micro"), 750'000);
  EXPECT_EQ(yen(said, "other"), 722'222);
  EXPECT_EQ(said.amount, Yen{27'778});
}

TEST(MicroDifference, IsNoneAtTheCapAndWhereNoSuchRateExists) {
  EXPECT_EQ(answer_2026("micro_difference", "invoice", kDay, buying(1'000'000, 1)).code, "same");
  EXPECT_EQ(answer_2026("micro_difference", "normal", kDay, buying(1'000'000)).code, "no_micro_rate");
}

TEST(NormalOrInvoice, OfAMillionYenIs500000AgainstUpTo750000) {
  const Said two = answer_2026("normal_or_invoice", "normal", kDay, buying(1'000'000, 2));
  EXPECT_EQ(two.code, "invoice_more");
  EXPECT_EQ(yen(two, "normal"), 500'000);
  EXPECT_EQ(yen(two, "invoice"), 722'222);
  EXPECT_EQ(yen(answer_2026("normal_or_invoice", "normal", kDay, buying(1'000'000, 2, catalog::Size::Micro)), "invoice"), 750'000);
  EXPECT_EQ(answer_2026("normal_or_invoice", "normal", kDay, buying(1'000'000, 1)).code, "same");
}

TEST(NormalOrInvoice, AToolWithoutACountingFunctionBelongsToTheNormalFrame) {
  const Said said = answer_2026("normal_or_invoice", "invoice", kDay, buying(1'000'000, 0));
  EXPECT_EQ(said.code, "only_normal");
  EXPECT_EQ(said.amount, Yen{500'000});
  EXPECT_EQ(answer_2026("normal_or_invoice", "invoice", kDay, buying(10'000, 0)).code, "neither");
}

TEST(NormalOrInvoice, ManyProcessesCanMakeTheNormalFrameTheBetterOne) {
  Inputs inputs = buying(9'000'000, 1);
  inputs.buy->processes = 4;
  const Said said = answer_2026("normal_or_invoice", "normal", kDay, inputs);
  EXPECT_EQ(said.code, "normal_more");
  EXPECT_EQ(yen(said, "gain"), 4'500'000 - 500'000);
}

TEST(NormalOrInvoice, SaysWhatTheCombinationRuleAndTheHardwareMean) {
  Inputs inputs = buying(1'000'000, 2);
  inputs.buy->pc = Yen{100'000};
  catalog::Pack pack = pack_2026();
  pack.combination.kind = catalog::CombinationKind::OneInAll;
  const Said one = answer("normal_or_invoice", setting_of(pack, pack.frames.front(), kDay), inputs);
  EXPECT_NE(line_of(one, "hardware"), nullptr);
  EXPECT_NE(line_of(one, "one_only"), nullptr);
  EXPECT_EQ(yen(one, "invoice"), 772'222);
  pack.combination = {catalog::CombinationKind::OnePerFamily, "2-3", {{"invoice", "normal"}}, {"S0 2-3", catalog::Confidence::High}};
  const Said pair = answer("normal_or_invoice", setting_of(pack, pack.frames.front(), kDay), inputs);
  EXPECT_EQ(line_of(pair, "one_only"), nullptr);
  EXPECT_NE(line_of(pair, "not_same_tool"), nullptr);
  std::erase_if(pack.frames, [](const catalog::Frame& frame) { return frame.id == "normal"; });
  EXPECT_EQ(answer("normal_or_invoice", setting_of(pack, pack.frames.front(), kDay), inputs).code, "not_here");
}

TEST(HowMuch, BelowTheFloorSaysHowFarItIs) {
  const Said said = answer_2026("how_much", "normal", kDay, buying(80'000));
  EXPECT_EQ(said.code, "nothing");
  EXPECT_EQ(said.amount, Yen{0});
  EXPECT_EQ(yen(*line_of(said, "to_floor"), "more"), 20'000);
  EXPECT_EQ(yen(*line_of(said, "to_floor"), "floor"), 50'000);
  EXPECT_EQ(yen(*line_of(said, "to_band"), "more"), 3'000'000 - 80'000);
  EXPECT_EQ(line_of(said, "advance"), nullptr);
  EXPECT_NE(line_of(said, "below_floor"), nullptr);  // a sentence of the estimate itself
}

TEST(HowMuch, SaysTheDistanceToTheUpperBandAndToItsProcesses) {
  const Said near = answer_2026("how_much", "normal", kDay, buying(2'000'000));
  EXPECT_EQ(near.amount, Yen{1'000'000});
  EXPECT_EQ(yen(*line_of(near, "to_band"), "more"), 1'000'000);
  EXPECT_EQ(arg<std::int64_t>(*line_of(near, "to_band"), "processes"), 4);
  EXPECT_EQ(yen(*line_of(near, "advance"), "own"), 1'000'000);
  const Said few = answer_2026("how_much", "normal", kDay, buying(4'000'000));
  EXPECT_EQ(few.amount, Yen{1'499'999});
  EXPECT_EQ(yen(*line_of(few, "to_processes"), "gain"), 500'001);
}

TEST(HowMuch, FollowsTheEstimateLineByLine) {
  Inputs inputs = buying(1'000'000, 1);
  inputs.buy->pc = Yen{150'000};
  inputs.buy->register_ = Yen{100'000};
  const Said said = answer_2026("how_much", "invoice", kDay, inputs);
  EXPECT_EQ(said.code, "max");
  EXPECT_EQ(said.amount, Yen{625'000});
  EXPECT_EQ(yen(*line_of(said, "line_tool"), "subsidy"), 500'000);
  EXPECT_EQ(yen(*line_of(said, "line_pc"), "subsidy"), 75'000);
  EXPECT_EQ(yen(*line_of(said, "line_register"), "subsidy"), 50'000);
  EXPECT_EQ(yen(*line_of(said, "to_functions"), "gain"), 222'222);
  EXPECT_EQ(line_of(said, "to_micro"), nullptr);  // the cap of one function is reached by both
  EXPECT_NE(line_of(answer_2026("how_much", "invoice", kDay, buying(1'000'000, 2)), "to_micro"), nullptr);
}

TEST(HowMuch, ALargeFirmIsToldNothingThatItCouldGain) {
  const Said said = answer_2026("how_much", "invoice", kDay, buying(1'000'000, 1, catalog::Size::Large));
  EXPECT_EQ(said.code, "nothing");
  EXPECT_EQ(line_of(said, "to_functions"), nullptr);
  EXPECT_NE(line_of(said, "not_sme"), nullptr);
}

TEST(HowMuch, WhatCannotBeIsBadInputAndWhatIsMissingIsNamed) {
  const Setting setting = setting_of(pack_2026(), frame_2026("normal"), kDay);
  EXPECT_EQ(wanted("how_much", setting), "cost");
  EXPECT_EQ(wanted("second_function", setting), "cost");
  EXPECT_EQ(wanted("micro_difference", setting), "cost");
  EXPECT_EQ(wanted("normal_or_invoice", setting), "cost");
  for (const char* key : {"how_much", "second_function", "micro_difference", "normal_or_invoice"}) {
    EXPECT_EQ(wanted(key, setting, buying(-1)), "cost") << key;
  }
}

}  // namespace
}  // namespace desk::rules
