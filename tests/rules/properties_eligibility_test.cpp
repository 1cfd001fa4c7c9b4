// What holds of every verdict: growing never makes small, and an answer that is missing is never held for or against anybody.
#include <algorithm>
#include <functional>

#include "data/rules/eligibility.h"
#include "tests/rules/packs_for_test.h"
#include "tests/rules/random_cases.h"

namespace desk::rules {
namespace {

constexpr int kApplicantsOfFrame = 200;

template <class Check>
void with_every_applicant(std::uint64_t seed, Check&& check) {
  Dice dice(seed);
  for (const catalog::Pack& pack : packs().packs()) {
    for (const catalog::Frame& frame : pack.frames) {
      for (int i = 0; i < kApplicantsOfFrame && !::testing::Test::HasFatalFailure(); ++i) check(pack, frame, random_applicant(dice, pack), dice);
    }
  }
}

std::string told(const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& input) {
  return std::to_string(pack.year) + " " + frame.id + described(input);
}

TEST(EligibilityProperty, MoreEmployeesNeverTurnNoIntoYes) {
  with_every_applicant(31, [](const catalog::Pack& pack, const catalog::Frame& frame, EligibilityInput input, Dice& dice) {
    input.employees = input.employees.value_or(dice.small(0, 400));
    EligibilityInput grown = input;
    grown.employees = *input.employees + dice.small(1, 300);
    const Verdict before = eligibility(pack, frame, input).verdict, after = eligibility(pack, frame, grown).verdict;
    ASSERT_FALSE(before == Verdict::NotEligible && after == Verdict::Eligible) << told(pack, frame, input) << "\n  grown to " << *grown.employees;
  });
}

TEST(EligibilityProperty, AMoreDefiniteVerdictAlwaysHasAReason) {
  with_every_applicant(32, [](const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& input, Dice&) {
    const Eligibility out = eligibility(pack, frame, input);
    if (out.verdict != Verdict::Eligible) {
      ASSERT_FALSE(out.reasons.empty()) << told(pack, frame, input);
    }
    for (const EligibilityReason& reason : out.reasons) ASSERT_FALSE(reason.code.empty()) << told(pack, frame, input);
    if (out.size == catalog::Size::Micro) {
      ASSERT_TRUE(out.size_known) << told(pack, frame, input);
    }
  });
}

// Every way in which an answer that was not given could have been given.
using Completions = std::vector<EligibilityInput>;

Completions with_employees(const EligibilityInput& input, const catalog::Pack& pack) {
  std::vector<int> figures = {0, 1, 5, 6, 20, 21, 100'000};
  for (const catalog::Industry& each : pack.industries) {
    if (each.employees) figures.insert(figures.end(), {*each.employees, *each.employees + 1});
  }
  Completions out;
  for (const int figure : figures) {
    out.push_back(input);
    out.back().employees = figure;
  }
  return out;
}

Completions with_capital(const EligibilityInput& input, const catalog::Pack& pack) {
  std::vector<Yen> figures = {Yen{0}, Yen{1'000'000'000'000}};
  for (const catalog::Industry& each : pack.industries) {
    if (each.capital) figures.insert(figures.end(), {*each.capital, *each.capital + Yen{1}});
  }
  Completions out;
  for (const Yen figure : figures) {
    out.push_back(input);
    out.back().capital = figure;
  }
  return out;
}

Completions with_industry(const EligibilityInput& input, const catalog::Pack& pack, std::optional<std::string> EligibilityInput::*which) {
  Completions out;
  for (const catalog::Industry& each : pack.industries) {
    out.push_back(input);
    out.back().*which = each.id;
  }
  return out;
}

Completions with_flag(const EligibilityInput& input, std::optional<bool> EligibilityInput::*which) {
  Completions out{input, input};
  out[0].*which = true;
  out[1].*which = false;
  return out;
}

TEST(EligibilityProperty, AMissingAnswerNeverContradictsWhatEveryAnswerWouldGive) {
  with_every_applicant(33, [](const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& given, Dice& dice) {
    EligibilityInput input = given;
    Completions completions;
    std::string missing;
    const auto without = [&](std::string name, Completions all) {
      missing = std::move(name);
      completions = std::move(all);
    };
    switch (dice.from(0, 6)) {
      case 0: input.employees.reset(); without("employees", with_employees(input, pack)); break;
      case 1: input.capital.reset(); without("capital", with_capital(input, pack)); break;
      case 2: input.industry.reset(); without("industry", with_industry(input, pack, &EligibilityInput::industry)); break;
      case 3: input.main_trade.reset(); without("main_trade", with_industry(input, pack, &EligibilityInput::main_trade)); break;
      case 4: input.leisure.reset(); without("leisure", with_flag(input, &EligibilityInput::leisure)); break;
      case 5: input.applied_this_year.reset(); without("applied_this_year", with_flag(input, &EligibilityInput::applied_this_year)); break;
      default: {
        const std::string& id = dice.pick(pack.exclusions).id;
        input.exclusions[id] = std::nullopt;
        without(id, {input, input});
        completions[0].exclusions[id] = ExclusionAnswer{true};
        completions[1].exclusions[id] = ExclusionAnswer{false};
      }
    }
    const Verdict verdict = eligibility(pack, frame, input).verdict;
    if (verdict == Verdict::Check) return;
    for (const EligibilityInput& each : completions) {
      const Verdict other = eligibility(pack, frame, each).verdict;
      ASSERT_TRUE(other == verdict || other == Verdict::Check)
          << "without " << missing << " it is " << code_of(verdict) << ", but " << code_of(other) << " for " << told(pack, frame, each);
    }
  });
}

}  // namespace
}  // namespace desk::rules
