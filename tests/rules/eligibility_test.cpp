// Tables of the fact book (3.1-3.5) are golden cases; here what cannot be said in one line of data.
#include "data/rules/eligibility.h"

#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

using catalog::Size;

EligibilityInput shop(int employees) {
  EligibilityInput input;
  input.industry = "retail";
  input.capital = Yen{3'000'000};
  input.employees = employees;
  input.on = make_date(2026, 9, 1);
  return input;
}

Eligibility judge(const EligibilityInput& input, const char* frame = "normal") {
  return eligibility(pack_2026(), frame_2026(frame), input);
}

TEST(Eligibility, EveryRowsLimitIsInclusive) {
  for (const catalog::Industry& row : pack_2026().industries) {
    if (!row.employees) continue;
    EligibilityInput input;
    input.industry = row.id;
    input.employees = *row.employees;
    if (row.capital) input.capital = *row.capital + Yen{1};
    EXPECT_EQ(judge(input).verdict, Verdict::Eligible) << row.id;
    input.employees = *row.employees + 1;
    EXPECT_EQ(judge(input).verdict, Verdict::NotEligible) << row.id;
    if (!row.capital) continue;
    input.capital = *row.capital;
    EXPECT_EQ(judge(input).verdict, Verdict::Eligible) << row.id;
    input.entity = catalog::Entity::Sole;  // a sole owner has no capital to go by
    EXPECT_EQ(judge(input).verdict, Verdict::NotEligible) << row.id;
  }
}

TEST(Eligibility, AYesToAnyExclusionIsEnoughAndDontKnowIsCheck) {
  for (const catalog::Exclusion& exclusion : pack_2026().exclusions) {
    EligibilityInput input = shop(3);
    input.exclusions[exclusion.id] = ExclusionAnswer{true};
    const Eligibility yes = judge(input);
    EXPECT_EQ(yes.verdict, Verdict::NotEligible) << exclusion.id;
    EXPECT_EQ(yes.reasons.front().code, exclusion.id);
    EXPECT_EQ(yes.reasons.front().clause, exclusion.clause);
    input.exclusions[exclusion.id] = ExclusionAnswer{false};
    EXPECT_EQ(judge(input).verdict, Verdict::Eligible) << exclusion.id;
    input.exclusions[exclusion.id] = std::nullopt;
    EXPECT_EQ(judge(input).verdict, Verdict::Check) << exclusion.id;
    EXPECT_EQ(judge(input).reasons.front().code, "answer_unknown");
  }
}

TEST(Eligibility, AnExclusionOutweighsWhatIsNotKnown) {
  EligibilityInput input;
  input.exclusions["religious"] = ExclusionAnswer{true};
  EXPECT_EQ(judge(input).verdict, Verdict::NotEligible);
}

TEST(Eligibility, CapitalAloneProvesSmallBusinessButNotMicro) {
  EligibilityInput input = shop(0);
  input.employees.reset();
  const Eligibility answer = judge(input);
  EXPECT_EQ(answer.verdict, Verdict::Eligible);
  EXPECT_EQ(answer.size, Size::Sme);
  EXPECT_FALSE(answer.size_known);
}

TEST(Eligibility, AFrameForEverySizeTakesLargeFirms) {  // E-08
  catalog::Frame frame = frame_2026("normal");
  frame.any_size = true;
  EligibilityInput input = shop(51);
  input.capital = Yen{60'000'000};
  const Eligibility answer = eligibility(pack_2026(), frame, input);
  EXPECT_EQ(answer.verdict, Verdict::Eligible);
  EXPECT_EQ(answer.size, Size::Large);
}

TEST(Eligibility, MicroBusinessesAreSaidToBeExemptFromRepeatDutiesInTheInvoiceFrame) {
  EligibilityInput input = shop(3);
  input.awards = {{2022, "normal", make_date(2022, 9, 1)}};
  EXPECT_EQ(judge(input, "invoice").warnings.front().code, "repeat_micro_exempt");
  EXPECT_EQ(judge(input, "normal").warnings.front().code, "repeat_duties");
  input.employees = 6;
  EXPECT_EQ(judge(input, "invoice").warnings.front().code, "repeat_duties");
}

TEST(Eligibility, TheTwelveMonthsOfTheFactBook) {  // 2022-07-20: blocked through 2023-07-20, the day itself to be checked
  EligibilityInput input = shop(3);
  input.awards = {{2022, "normal", make_date(2022, 7, 20)}};
  input.on = make_date(2023, 7, 19);
  EXPECT_EQ(judge(input).verdict, Verdict::NotEligible);
  input.on = make_date(2023, 7, 20);
  EXPECT_EQ(judge(input).verdict, Verdict::Check);
  input.on = make_date(2023, 7, 21);
  EXPECT_EQ(judge(input).verdict, Verdict::Eligible);
  input.awards.reset();
  EXPECT_EQ(judge(input).verdict, Verdict::Check);
}

}  // namespace
}  // namespace desk::rules
