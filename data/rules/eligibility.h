// Eligibility: 対象 / 対象外 / 要確認, each with its reasons and the clause they stand on. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/reason.h"

namespace desk::rules {

enum class Verdict { Eligible, NotEligible, Check };
[[nodiscard]] std::string_view code_of(Verdict verdict);  // "eligible", "not_eligible", "check"

// What was answered to an exclusion question: yes or no, or the figure that the rule compares.
using ExclusionAnswer = std::variant<bool, Ratio, Yen>;

struct EarlierAward {
  int programme_year = 0;        // 0: not known
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
  // Frames applied for or held this year, beside the one asked about; one that was rejected counts no more. nullopt: わからない.
  std::optional<std::vector<std::string>> other_frames = std::vector<std::string>{};
  Date on = make_date(2026, 1, 1);        // the day on which the answer is to hold
};

struct EligibilityReason {
  std::string code;    // text: "reason.CODE"
  std::string clause;  // "2-2-2(1)①"; may be empty
  catalog::Confidence confidence = catalog::Confidence::Medium;
  // What would have to be otherwise, text "change.CODE" with args as in reason.h. Empty code: nothing needs to change.
  Reason change = {};
};

struct Eligibility {
  Verdict verdict = Verdict::Check;
  catalog::Size size = catalog::Size::Sme;
  bool size_known = false;                  // false: `size` is the cautious guess
  std::vector<EligibilityReason> reasons;   // what decided first, then what else holds
  std::vector<EligibilityReason> warnings;  // duties and doubts that do not change the verdict
};

// A missing answer that could decide gives Check, never a guess. Where a large firm may apply too, its size decides the rate alone.
[[nodiscard]] Eligibility eligibility(const catalog::Pack& pack, const catalog::Frame& frame, const EligibilityInput& input);

// What the 公募要領 asks of an applicant in that frame, in its order: what is asked, consented to, sworn and proved (factbook 3.4).
[[nodiscard]] std::vector<const catalog::Requirement*> requirements_of(const catalog::Pack& pack, const catalog::Frame& frame);

}  // namespace desk::rules
