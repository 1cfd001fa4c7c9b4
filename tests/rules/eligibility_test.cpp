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

// ---- exact operators (factbook 3.3, T-28): five sides of every threshold ----

struct Threshold {
  const char* exclusion;
  ExclusionAnswer answer;
  bool excluded;
};

TEST(DeemedLarge, EveryOperatorIsExact) {
  const Threshold rows[] = {
      {"single_large_owner", Ratio{1, 2}, true},       {"single_large_owner", Ratio{4999, 10000}, false},
      {"single_large_owner", Ratio{5001, 10000}, true}, {"large_owners_total", Ratio{2, 3}, true},
      {"large_owners_total", Ratio{666'666, 1'000'000}, false}, {"large_owners_total", Ratio{666'667, 1'000'000}, true},
      {"large_officers", Ratio{1, 2}, true},           {"large_officers", Ratio{3, 7}, false},
      {"deemed_owner", Ratio{1, 1}, true},             {"deemed_owner", Ratio{99, 100}, false},
      {"deemed_officers", Ratio{1, 1}, true},          {"deemed_officers", Ratio{9, 10}, false},
      {"high_income", Yen{1'500'000'000}, false},      {"high_income", Yen{1'500'000'001}, true},
  };
  for (const Threshold& row : rows) {
    EligibilityInput input = shop(3);
    input.exclusions[row.exclusion] = row.answer;
    EXPECT_EQ(judge(input).verdict, row.excluded ? Verdict::NotEligible : Verdict::Eligible) << row.exclusion;
  }
  EligibilityInput input = shop(3);
  input.exclusions["high_income"] = ExclusionAnswer{Ratio{1, 2}};  // a figure of the wrong kind proves nothing
  EXPECT_EQ(judge(input).verdict, Verdict::Check);
}

TEST(DeemedLarge, BothOperatorsOnBothKindsOfFigure) {
  catalog::Pack pack = pack_2026();
  for (catalog::Exclusion& each : pack.exclusions) {
    if (each.id == "single_large_owner") each.op = catalog::Operator::MoreThan;
    if (each.id == "high_income") each.op = catalog::Operator::AtLeast;
  }
  EligibilityInput input = shop(3);
  input.exclusions["single_large_owner"] = ExclusionAnswer{Ratio{1, 2}};
  EXPECT_EQ(eligibility(pack, frame_2026("normal"), input).verdict, Verdict::Eligible);
  input.exclusions["single_large_owner"] = ExclusionAnswer{Ratio{51, 100}};
  EXPECT_EQ(eligibility(pack, frame_2026("normal"), input).reasons.front().change.code, "share_at_most");
  input.exclusions.clear();
  input.exclusions["high_income"] = ExclusionAnswer{Yen{1'500'000'000}};
  EXPECT_EQ(eligibility(pack, frame_2026("normal"), input).reasons.front().change.code, "amount_below");
}

// ---- what would change it ----

std::string change_of_first(const EligibilityInput& input) { return judge(input).reasons.front().change.code; }

TEST(Change, IsSaidForEveryNoAndEveryDoubt) {
  EligibilityInput input = shop(51);
  input.capital = Yen{50'000'001};
  const Reason size = judge(input).reasons.front().change;
  EXPECT_EQ(size.code, "fit_size");
  const std::vector<std::pair<std::string, std::string>> limits = {{"employees", "50"}, {"capital", "50000000"}};
  EXPECT_EQ(size.args, limits);
  input.entity = catalog::Entity::Sole;
  EXPECT_EQ(change_of_first(input), "fit_employees");
  input = shop(3);
  input.exclusions["single_large_owner"] = ExclusionAnswer{Ratio{1, 2}};
  EXPECT_EQ(change_of_first(input), "share_below");
  input.exclusions = {{"high_income", ExclusionAnswer{Yen{2'000'000'000}}}};
  EXPECT_EQ(change_of_first(input), "amount_at_most");
  input.exclusions = {{"religious", ExclusionAnswer{true}}};
  EXPECT_EQ(change_of_first(input), "answer_no");
  input.exclusions = {{"religious", std::nullopt}};
  EXPECT_EQ(change_of_first(input), "answer_question");
  input = shop(3);
  input.applied_this_year = true;
  EXPECT_EQ(change_of_first(input), "next_year");
  input.applied_this_year = std::nullopt;
  EXPECT_EQ(change_of_first(input), "answer_question");
  input = shop(3);
  input.awards = {{2025, "normal", make_date(2026, 3, 1)}};
  EXPECT_EQ(judge(input).reasons.front().change.code, "wait_until");
  EXPECT_EQ(judge(input).reasons.front().change.args.front().second, "2027-03-02");
  EXPECT_EQ(judge(shop(3)).reasons.front().change.code, "");  // nothing needs to change
}

// ---- what is not known ----

TEST(Unknown, GivesCheckWhereItCouldDecide) {
  struct Row {
    std::optional<std::int64_t> capital;
    std::optional<int> employees;
    catalog::Entity entity;
    Verdict verdict;
    const char* reason;
  };
  const auto corporation = catalog::Entity::Corporation;
  const auto sole = catalog::Entity::Sole;
  const Row rows[] = {
      {std::nullopt, std::nullopt, corporation, Verdict::Check, "employees_unknown"},
      {60'000'000, std::nullopt, corporation, Verdict::Check, "employees_unknown"},
      {50'000'000, std::nullopt, corporation, Verdict::Eligible, "sme_by_capital"},
      {std::nullopt, 51, corporation, Verdict::Check, "capital_unknown"},
      {std::nullopt, 50, corporation, Verdict::Eligible, "sme_by_employees"},
      {std::nullopt, 51, sole, Verdict::NotEligible, "not_sme"},
      {1, 51, sole, Verdict::NotEligible, "not_sme"},  // a sole owner's money in the business is no capital
      {std::nullopt, std::nullopt, sole, Verdict::Check, "employees_unknown"},
  };
  for (const Row& row : rows) {
    EligibilityInput input = shop(0);
    input.capital = row.capital ? std::optional(Yen{*row.capital}) : std::nullopt;
    input.employees = row.employees;
    input.entity = row.entity;
    const Eligibility out = judge(input);
    EXPECT_EQ(out.verdict, row.verdict) << row.reason;
    EXPECT_EQ(out.reasons.front().code, row.reason);
  }
  EligibilityInput input = shop(3);
  input.industry = std::nullopt;
  EXPECT_EQ(judge(input).reasons.front().code, "industry_unknown");
  input.industry = "npo";
  EXPECT_EQ(judge(input).reasons.front().code, "main_trade_unknown");
  input.main_trade = "medical";  // no trade of ①-⑧
  EXPECT_EQ(judge(input).reasons.front().code, "main_trade_unknown");
}

TEST(Unknown, LeavesAFrameForEverySizeOpenAndOnlyTheRateUnclear) {
  catalog::Frame frame = frame_2026("normal");
  frame.any_size = true;
  EligibilityInput input = shop(0);
  input.employees.reset();
  input.capital.reset();
  const Eligibility out = eligibility(pack_2026(), frame, input);
  EXPECT_EQ(out.verdict, Verdict::Eligible);
  EXPECT_FALSE(out.size_known);
  EXPECT_EQ(out.warnings.front().code, "employees_unknown");
}

TEST(DeemedLarge, CostsTheBetterRateWhereLargeFirmsMayApply) {  // E-08
  catalog::Pack pack = pack_2026();
  for (catalog::Exclusion& each : pack.exclusions) {
    if (each.measure != catalog::Measure::Flag) each.frames = {"normal", "invoice"};
  }
  catalog::Frame frame = frame_2026("normal");
  frame.id = "e-transaction";
  frame.any_size = true;
  EligibilityInput input = shop(3);
  input.exclusions["single_large_owner"] = ExclusionAnswer{Ratio{1, 1}};
  const Eligibility out = eligibility(pack, frame, input);
  EXPECT_EQ(out.verdict, Verdict::Eligible);
  EXPECT_EQ(out.size, Size::Large);
  EXPECT_TRUE(out.size_known);
  input.exclusions["single_large_owner"] = std::nullopt;
  EXPECT_EQ(eligibility(pack, frame, input).warnings.front().code, "answer_unknown");
  EXPECT_EQ(eligibility(pack, frame_2026("normal"), input).verdict, Verdict::Check);
  for (catalog::Exclusion& each : pack.exclusions) {
    if (each.id == "religious") each.frames = {"normal"};
  }
  input.exclusions = {{"religious", ExclusionAnswer{true}}};  // a ground of another frame is none here
  EXPECT_EQ(eligibility(pack, frame, input).verdict, Verdict::Eligible);
}

// ---- micro (factbook 3.2) ----

TEST(Micro, ByTradeAndNeverByItselfForOtherBodies) {
  struct Row {
    const char* industry;
    const char* main_trade;
    std::optional<bool> leisure;
    int employees;
    Size size;
    const char* warning;
  };
  const Row rows[] = {
      {"service", "", false, 5, Size::Micro, ""},       {"service", "", false, 6, Size::Sme, ""},
      {"service", "", true, 20, Size::Micro, ""},       {"service", "", true, 21, Size::Sme, ""},
      {"service", "", std::nullopt, 20, Size::Sme, "leisure_unknown"}, {"service", "", std::nullopt, 21, Size::Sme, ""},
      {"hotel", "", false, 20, Size::Micro, ""},        {"hotel", "", false, 21, Size::Sme, ""},
      {"manufacturing", "", false, 20, Size::Micro, ""}, {"manufacturing", "", false, 21, Size::Sme, ""},
      {"retail", "", false, 0, Size::Micro, ""},        {"wholesale", "", false, 6, Size::Sme, ""},
      {"npo", "retail", false, 5, Size::Sme, "micro_not_automatic"}, {"npo", "retail", false, 6, Size::Sme, ""},
      {"medical", "", false, 20, Size::Sme, "micro_not_automatic"}, {"medical", "", false, 21, Size::Sme, ""},
  };
  for (const Row& row : rows) {
    EligibilityInput input = shop(row.employees);
    input.industry = row.industry;
    if (*row.main_trade != '\0') input.main_trade = row.main_trade;
    input.leisure = row.leisure;
    const Eligibility out = judge(input);
    EXPECT_EQ(out.verdict, Verdict::Eligible) << row.industry;
    EXPECT_EQ(out.size, row.size) << row.industry << row.employees;
    EXPECT_EQ(out.warnings.empty() ? "" : out.warnings.front().code, row.warning) << row.industry << row.employees;
  }
}

// ---- earlier awards ----

TEST(EarlierAwards, AreHeldAgainstTheFramesAndYearsThatTheRuleNames) {  // 2023 商流一括: factbook 3.5
  catalog::Pack pack = pack_2026();
  pack.year = 2023;
  catalog::RepeatRule rule;
  rule.id = "digital_2022_12_months";
  rule.kind = catalog::RepeatKind::MonthsBlock;
  rule.frames = {"normal"};
  rule.same_as = {"digital-base", "group"};
  rule.months = 12;
  rule.first_year = rule.last_year = 2022;
  pack.repeats = {rule};
  const auto verdict = [&](EarlierAward award, const char* on = "2023-07-10") {
    EligibilityInput input = shop(3);
    input.awards = {std::move(award)};
    input.on = *parse_date(on);
    return eligibility(pack, frame_2026("normal"), input).verdict;
  };
  const auto july = make_date(2022, 7, 20);
  EXPECT_EQ(verdict({2022, "digital-base", july}), Verdict::NotEligible);
  EXPECT_EQ(verdict({2022, "group", july}), Verdict::NotEligible);
  EXPECT_EQ(verdict({2022, "normal", july}), Verdict::Eligible);
  EXPECT_EQ(verdict({2021, "digital-base", july}), Verdict::Eligible);
  EXPECT_EQ(verdict({2023, "digital-base", july}), Verdict::Eligible);
  EXPECT_EQ(verdict({2022, "digital-base", july}, "2023-07-20"), Verdict::Check);
  EXPECT_EQ(verdict({2022, "digital-base", july}, "2023-07-21"), Verdict::Eligible);
  EXPECT_EQ(verdict({2022, "", july}), Verdict::Check);
  EXPECT_EQ(verdict({0, "digital-base", july}), Verdict::Check);
  EXPECT_EQ(verdict({2022, "digital-base", std::nullopt}), Verdict::Check);
  EXPECT_EQ(verdict({}), Verdict::Check);  // awarded before, nothing else known
  pack.repeats.front().same_as.clear();  // the same frame alone
  pack.repeats.front().first_year = 0;
  EXPECT_EQ(verdict({2022, "normal", july}), Verdict::NotEligible);
  EXPECT_EQ(verdict({2020, "normal", std::nullopt}), Verdict::Eligible);  // long over, whatever the day was
}

TEST(EarlierAwards, DutiesGoByTheProgrammeYear) {
  EligibilityInput input = shop(6);
  const auto warned = [&](int year) {
    input.awards = {{year, "security", std::nullopt}};
    return !judge(input).warnings.empty();
  };
  EXPECT_FALSE(warned(2021));
  EXPECT_TRUE(warned(2022));
  EXPECT_TRUE(warned(2025));
  EXPECT_TRUE(warned(0));  // of which year is not known
  input.awards = std::nullopt;
  EXPECT_EQ(judge(input).verdict, Verdict::Check);
}

TEST(Requirements, AreThoseOfTheFrame) {
  catalog::Pack pack = pack_2026();
  catalog::Requirement everywhere, elsewhere;
  everywhere.id = "phone";
  elsewhere.id = "miradigi";
  elsewhere.frames = {"security"};
  pack.requirements = {everywhere, elsewhere};
  ASSERT_EQ(requirements_of(pack, frame_2026("normal")).size(), 1U);
  EXPECT_EQ(requirements_of(pack, frame_2026("normal")).front()->id, "phone");
}

}  // namespace
}  // namespace desk::rules
