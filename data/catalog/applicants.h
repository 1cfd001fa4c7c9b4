// Applicants: who may apply, how often, and what is asked of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/yen.h"
#include "data/catalog/names.h"

namespace desk::catalog {

struct Industry {
  std::string id;
  Names name;
  std::optional<Yen> capital;        // inclusive; nullopt: capital does not decide
  std::optional<int> employees;      // inclusive; nullopt: the limit of the main trade decides
  std::optional<int> micro;          // employees up to this are 小規模; nullopt: never automatically
  std::optional<int> micro_leisure;  // the same for lodging and amusement inside this industry
  bool by_main_trade = false;
  bool trade = false;                // may itself be a main trade (①-⑧)
  Source source;
};

enum class Measure { Flag, Fraction, Amount };
enum class Operator { AtLeast, MoreThan, Is };

// One ground that keeps an applicant out. Flag: the answer itself; Fraction and Amount: answer OPERATOR threshold.
struct Exclusion {
  std::string id;      // also its reason code
  std::string clause;  // "2-2-2(1)①"
  Names question;
  Measure measure = Measure::Flag;
  Operator op = Operator::Is;
  Ratio fraction;      // threshold of Fraction
  Yen amount;          // threshold of Amount
  std::vector<std::string> frames;  // empty: all
  Source source;
};

enum class RepeatKind { MonthsBlock, OncePerYear, Duties };
struct RepeatRule {
  std::string id;  // also its reason code
  RepeatKind kind = RepeatKind::Duties;
  std::string clause;
  std::vector<std::string> frames;      // of this year, to which it applies
  std::vector<std::string> same_as;     // frame ids of an earlier award that count as the same frame
  int months = 0;                       // MonthsBlock
  int first_year = 0, last_year = 0;    // Duties: programme years of earlier awards
  std::vector<std::string> micro_exempt;  // frames in which 小規模 are exempt
  Source source;
};

// What may be applied for beside each other (factbook 3.5).
enum class CombinationKind {
  OnePerFamily,  // one application for each 枠
  OneInAll,      // one application a year
};
struct CombinationRule {
  CombinationKind kind = CombinationKind::OnePerFamily;
  std::string clause;
  // Two frames into which the same vendor may not put the same tool.
  std::vector<std::pair<std::string, std::string>> not_same_tool;
  Source source;
};

enum class RequirementKind { Ask, Consent, Oath, Verify, Compute };  // how it is met: asked, consented, sworn, proved here, counted here

// A requirement of the 公募要領 in words, e.g. (カ) one mobile number of one's own (factbook 3.4). Exclusions and steps hold what decides;
// this is what the applicant is told.
struct Requirement {
  std::string id;
  std::string clause;  // "2-2-1(2)カ"
  Names text;
  RequirementKind kind = RequirementKind::Ask;
  std::vector<std::string> frames;  // empty: all
  Source source;
};

// 加点: never blocks, never promised.
struct Bonus {
  std::string id;
  Names name;
  std::vector<std::string> frames;        // empty: all
  std::optional<Date> from;               // added during the year
  Source source;
};

}  // namespace desk::catalog
