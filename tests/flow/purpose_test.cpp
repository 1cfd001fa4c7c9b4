// What the tool is for decides everything after it: the frame, what is asked, what is excluded, how the amount is counted. All of it from
// the packs of the repository, of each year that has what is tested.
#include <gtest/gtest.h>

#include <algorithm>

#include "kiosk/flow/assessment.h"
#include "tests/flow/visit.h"

namespace desk::flow {
namespace {

bool asked(const Answers& answers, const catalog::Pack& pack, Step step) {
  const auto line = main_line(answers, Mode::Apply, pack);
  return std::find(line.begin(), line.end(), step) != line.end();
}

bool lists(const Question& question, std::string_view code) {
  return std::find(question.choices.begin(), question.choices.end(), code) != question.choices.end();
}

Assessment assessed(const Answers& answers, const catalog::Pack& pack, const Date& on) {
  return assess(answers, pack, real_catalogue().offices(), {on, 600});
}

// A wholesaler of 2023 whose suppliers get accounts.
Answers buyer(std::int64_t cost, std::int64_t small, std::int64_t total) {
  Answers answers;
  answers.entity = std::string("corporation");
  answers.industry = std::string("wholesale");
  answers.capital = Yen{20'000'000};
  answers.employees = 25;
  answers.exclusions = Codes{};
  answers.awarded_before = false;
  answers.purposes = Codes{"supplier_orders"};
  answers.software_cost = Yen{cost};
  answers.total_accounts = total;
  answers.sme_accounts = small;
  return answers;
}

// Stands at a question with everything before it answered by the buyer.
void buyer_at(Visit& visit, Step step) {
  visit.pack = &pack_of_2023();
  visit.start(buyer_script());
  visit.walk_to(step);
}

TEST(Purpose_, the_first_chosen_in_the_packs_order_decides_the_frame) {
  const struct { int year; Codes chosen; const char* frame; } table[] = {
      {2026, {"accounting"}, "invoice"},           {2026, {"other"}, "normal"},
      {2026, {"other", "payment"}, "invoice"},     {2026, {"security"}, "security"},
      {2026, {"security", "ordering"}, "invoice"}, {2026, {"supplier_orders", "accounting"}, "e-transaction"},
      {2026, {"joint", "accounting"}, "group"},    {2023, {"ec"}, "digital-base"},
      {2023, {"supplier_orders"}, "supply-chain"}, {2023, {"other"}, "normal"}};
  for (const auto& row : table) {
    Answers answers;
    answers.purposes = row.chosen;
    const catalog::Pack& pack = *real_catalogue().pack(row.year);
    EXPECT_EQ(frame_of(answers, pack), row.frame) << row.year << " " << *row.chosen.begin();
    EXPECT_NE(frame_at(answers, pack), nullptr);
  }
}

TEST(Purpose_, who_does_not_know_is_led_by_what_everything_else_falls_under) {
  for (const catalog::Pack& pack : real_catalogue().packs()) {
    if (pack.purposes.empty()) continue;
    EXPECT_EQ(frame_of(Answers{}, pack), pack.purposes.back().frame);
    Answers answers;
    answers.purposes = Answer<Codes>::dont_know();
    EXPECT_EQ(frame_of(answers, pack), pack.purposes.back().frame);
    answers.purposes = Codes{"a word of another year"};
    EXPECT_EQ(frame_of(answers, pack), pack.purposes.back().frame);
  }
}

TEST(Purpose_, functions_are_counted_once_and_only_where_the_frame_counts_them) {
  const catalog::Pack& pack = real_pack();
  Answers answers;
  EXPECT_FALSE(functions_in(answers, pack, *pack.frame("invoice")));
  answers.purposes = Codes{"accounting", "payment", "other"};
  EXPECT_EQ(functions_in(answers, pack, *pack.frame("invoice")), 2);
  EXPECT_EQ(functions_in(answers, pack, *pack.frame("normal")), static_cast<int>(pack.frame("normal")->functions.empty() ? 0 : 2));
  // EC counts in 2023 and in no later year (factbook trap T-04).
  answers.purposes = Codes{"ec", "payment"};
  EXPECT_EQ(functions_in(answers, pack_of_2023(), *pack_of_2023().frame("digital-base")), 2);
  EXPECT_EQ(functions_in(answers, pack, *pack.frame("invoice")), 1);
}

TEST(Purpose_, cards_are_the_packs_own_in_its_order) {
  for (const catalog::Pack& pack : real_catalogue().packs()) {
    const auto question = question_of(Step::Purpose, Answers{}, pack);
    ASSERT_TRUE(question);
    ASSERT_EQ(question->choices.size(), pack.purposes.size()) << pack.year;
    for (std::size_t i = 0; i < pack.purposes.size(); ++i) EXPECT_EQ(question->choices[i], pack.purposes[i].id);
  }
}

TEST(Exclusions_, are_those_of_the_frame_alone) {
  const catalog::Pack& pack = pack_of_2023();
  Answers answers;
  answers.purposes = Codes{"supplier_orders"};
  EXPECT_FALSE(lists(*question_of(Step::Exclusions, answers, pack), "large_owners_total")) << "a large firm may apply there";
  answers.purposes = Codes{"accounting"};
  EXPECT_TRUE(lists(*question_of(Step::Exclusions, answers, pack), "large_owners_total"));
  // An answer for another frame is kept, and does not count here.
  answers.exclusions = Codes{"large_owners_total"};
  EXPECT_TRUE(eligibility_input(answers, pack, make_date(2023, 6, 21)).exclusions.contains("large_owners_total"));
  answers.purposes = Codes{"supplier_orders"};
  EXPECT_FALSE(eligibility_input(answers, pack, make_date(2023, 6, 21)).exclusions.contains("large_owners_total"));
}

TEST(Exclusions_, none_of_a_shorter_list_is_asked_again_when_the_frame_asks_for_more) {
  Visit visit;
  buyer_at(visit, Step::PastAward);
  ASSERT_TRUE(answered(Step::Exclusions, visit.model().answers));
  while (visit.step() != Step::Purpose) visit.press(Action::Back);
  visit.send(Toggled{"accounting"});
  EXPECT_TRUE(answered(Step::Exclusions, visit.model().answers)) << "the frame is still the same";
  visit.send(Toggled{"supplier_orders"});
  EXPECT_FALSE(answered(Step::Exclusions, visit.model().answers));
  EXPECT_EQ(first_open(visit.model().answers, pack_of_2023()), Step::Exclusions);
}

TEST(Processes_, are_the_packs_own_and_a_generic_one_cannot_stand_alone) {
  const catalog::Pack& pack = real_pack();
  const catalog::Frame& normal = *pack.frame("normal");
  Answers answers;
  answers.purposes = Codes{"other"};
  EXPECT_TRUE(asked(answers, pack, Step::ProcessKinds));
  EXPECT_FALSE(asked(answers, pack, Step::Processes));
  EXPECT_EQ(question_of(Step::ProcessKinds, answers, pack)->choices.size(), normal.processes.size());
  EXPECT_FALSE(processes_in(answers, normal));
  answers.process_kinds = Codes{"generic"};
  EXPECT_TRUE(processes_in(answers, normal)->only_generic());
  answers.process_kinds = Codes{"generic", "finance", "supply"};
  EXPECT_EQ(processes_in(answers, normal)->all, 3);
  EXPECT_FALSE(processes_in(answers, normal)->only_generic());
}

TEST(Processes_, are_a_number_where_the_pack_lists_none) {
  const catalog::Pack& pack = pack_of_2023();
  Answers answers;
  answers.purposes = Codes{"other"};
  ASSERT_TRUE(pack.frame("normal")->processes.empty());
  EXPECT_TRUE(asked(answers, pack, Step::Processes));
  EXPECT_FALSE(asked(answers, pack, Step::ProcessKinds));
  answers.processes = 4;
  EXPECT_EQ(processes_in(answers, *pack.frame("normal"))->all, 4);
}

TEST(MainLine_, asks_what_the_frames_amount_depends_on) {
  const struct { int year; const char* purpose; Step step; bool asked; } table[] = {
      {2026, "payment", Step::PcCost, true},       {2026, "other", Step::PcCost, false},
      {2026, "security", Step::PcCost, false},     {2026, "security", Step::ProcessKinds, false},
      {2026, "security", Step::Processes, false},  {2026, "supplier_orders", Step::TotalAccounts, true},
      {2026, "supplier_orders", Step::SmeAccounts, true}, {2026, "payment", Step::TotalAccounts, false},
      {2026, "joint", Step::Members, true},        {2026, "joint", Step::AnalysisCost, true},
      {2026, "joint", Step::AdminCost, true},      {2026, "other", Step::Members, false},
      {2026, "other", Step::MinimumWage, true},    {2023, "other", Step::MinimumWage, false},
      {2023, "supplier_orders", Step::PcCost, false}, {2023, "supplier_orders", Step::ManagementCheck, true},
      {2023, "security", Step::ManagementCheck, true}, {2023, "accounting", Step::ManagementCheck, false},
      {2026, "supplier_orders", Step::ManagementCheck, false}};
  for (const auto& row : table) {
    Answers answers;
    answers.purposes = Codes{row.purpose};
    EXPECT_EQ(asked(answers, *real_catalogue().pack(row.year), row.step), row.asked) << row.year << " " << row.purpose << " " << name_of(row.step);
  }
}

// The worked examples of the account share as the visit gives them (factbook 2.6, B-01 … B-09).
TEST(AccountShare, estimates_are_those_of_the_guide) {
  const struct { std::int64_t cost, small, total, subsidy; bool large; } table[] = {
      {1'000'000, 10, 30, 222'222, false}, {1'000'000, 10, 30, 166'666, true},  {1'000'000, 2, 50, 26'666, false},
      {1'000'000, 2, 50, 20'000, true},    {480'000, 12, 20, 192'000, false},   {480'000, 12, 20, 144'000, true},
      {12'000'000, 60, 100, 3'500'000, false}, {600'000, 30, 30, 400'000, false}, {100'000, 0, 10, 0, false}};
  for (const auto& row : table) {
    Answers answers = buyer(row.cost, row.small, row.total);
    if (row.large) {
      answers.capital = Yen{900'000'000};
      answers.employees = 5000;
    }
    const Assessment found = assessed(answers, pack_of_2023(), make_date(2023, 6, 21));
    ASSERT_TRUE(found.estimate) << row.cost;
    EXPECT_EQ(found.estimate->subsidy.amount, row.subsidy) << row.cost << " " << row.small << "/" << row.total;
    EXPECT_EQ(found.eligibility.verdict, rules::Verdict::Eligible) << "also a large firm (E-08)";
  }
}

TEST(AccountShare, without_the_accounts_there_is_no_estimate_and_no_guess) {
  Answers answers = buyer(1'000'000, 10, 30);
  answers.sme_accounts = Answer<std::int64_t>::dont_know();
  EXPECT_FALSE(assessed(answers, pack_of_2023(), make_date(2023, 6, 21)).estimate);
}

TEST(AccountShare, more_accounts_than_there_are_is_refused_with_words) {
  Visit visit;
  buyer_at(visit, Step::SmeAccounts);
  visit.type("31");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::SmeAccounts);
  EXPECT_EQ(visit.model().problem, "problem.accounts_above_total");
  EXPECT_FALSE(answered(Step::SmeAccounts, visit.model().answers));
  visit.send(Typed{'\f'});
  EXPECT_TRUE(visit.model().problem.empty());
  visit.type("30");
  visit.press(Action::Next);
  EXPECT_EQ(visit.step(), Step::Verdict);
}

TEST(AccountShare, a_total_of_nothing_is_refused_and_a_smaller_total_asks_for_the_share_again) {
  Visit visit;
  buyer_at(visit, Step::TotalAccounts);
  visit.type("0");
  visit.press(Action::Next);
  EXPECT_EQ(visit.model().problem, "problem.accounts_none");
  visit.send(Typed{'\f'});
  visit.walk_to(Step::Verdict);
  while (visit.step() != Step::TotalAccounts) visit.press(Action::Back);
  visit.send(Typed{'\f'});
  visit.type("9");
  visit.press(Action::Next);
  EXPECT_TRUE(visit.model().answers.total_accounts.is(9));
  EXPECT_FALSE(visit.model().answers.sme_accounts.asked());
}

TEST(Group, is_estimated_from_its_members_and_all_three_costs) {
  Answers answers = buyer(12'000'000, 0, 0);
  answers.purposes = Codes{"joint", "accounting", "payment"};
  answers.members = 12;
  answers.analysis_cost = Yen{10'500'000};
  answers.admin_cost = Yen{2'400'000};
  const Assessment found = assessed(answers, pack_of_2023(), make_date(2023, 5, 1));
  ASSERT_TRUE(found.estimate);
  const auto line = [&](std::string_view what) {
    for (const rules::EstimateLine& each : found.estimate->lines) {
      if (each.what == what) return each.subsidy.amount;
    }
    return std::int64_t{-1};
  };
  EXPECT_EQ(line("analysis"), 6'000'000) << "factbook 2.6 M-01: 12 times 500,000";
  answers.members = 9;
  const Assessment few = assessed(answers, pack_of_2023(), make_date(2023, 5, 1));
  EXPECT_TRUE(!few.estimate || !few.estimate->payable) << "M-02: no group";
}

}  // namespace
}  // namespace desk::flow
