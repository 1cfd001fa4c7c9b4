// Eligibility: 対象 / 対象外 / 要確認, each with its reasons and the clause they stand on. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

enum class Verdict { Eligible, NotEligible, Check };
[[nodiscard]] std::string_view code_of(Verdict verdict);  // "eligible", "not_eligible", "check"

// What was answered to an exclusion question: yes or no, or the figure that the rule compares.
using ExclusionAnswer = std::variant<bool, Ratio, Yen>;

struct EarlierAward {
  int programme_year = 0;
  std::string frame;             // frame id of that year; empty: not known
  std::optional<Date> decided;   // 交付決定日; nullopt: not known
};

// nullopt: not asked, or わからない.
struct EligibilityInput {
  catalog::Entity entity = catalog::Entity::Corporation;
  std::optional<std::string> industry;    // id of the pack's size table
  std::optional<std::string> main_trade;  // ⑫-⑮: the industry whose limit counts
  std::optional<bool> leisure = false;    // lodging or amusement inside a service industry
  std::optional<Yen> capital;
  std::optional<int> employees;           // regularly employed; officers and the owner are not counted
  // By exclusion id. Absent: not excluded. Present without a value: わからない.
  std::map<std::string, std::optional<ExclusionAnswer>, std::less<>> exclusions;
  // Awards of earlier years; nullopt: わからない.
  std::optional<std::vector<EarlierAward>> awards = std::vector<EarlierAward>{};
  std::optional<bool> applied_this_year = false;
  Date on = make_date(2026, 1, 1);        // the day on which the answer is to hold
};

struct EligibilityReason {
  std::string code;    // text: "reason.CODE"
  std::string clause;  // "2-2-2(1)①"; may be empty
  catalog::Confidence confidence = catalog::Confidence::Medium;
};

struct Eligibility {
  Verdict verdict = Verdict::Check;
  catalog::Size size = catalog::Size::Sme;
  bool size_known = false;                  // false: `size` is the cautious guess
  std::vector<EligibilityReason> reasons;   // what decided first, then what else holds
  std::vector<EligibilityReason> warnings;  // duties and doubts that do not change the verdict
};

[[nodiscard]] Eligibility eligibility(const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& input);

}  // namespace desk::rules
