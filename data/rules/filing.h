// Filing: how it is proved that the tax office received a tax return, asked one thing at a time (factbook 5.2, trap T-13). Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

// A stamp that people take for the office's: a tax accountant's alone proves nothing (S0 2-13).
inline constexpr std::string_view kAccountantStamp = "accountant_stamp";

// Null when the kind knows no such way.
[[nodiscard]] const catalog::FilingEvidence* evidence_of(const catalog::DocumentKind& kind, std::string_view id);
// Whether that proof can exist for a return of that year: offices stamp no copies since January 2025.
[[nodiscard]] bool still_given(const catalog::FilingEvidence& evidence, int tax_year);

struct FilingAnswers {
  std::optional<int> tax_year;  // of the return; nullopt: the year that the pack wants
  // By evidence id: there, not there, or (nullopt) わからない. What is not in it was not asked yet.
  std::map<std::string, std::optional<bool>, std::less<>> there;
};

enum class FilingState {
  Ask,      // `evidence` is the next thing to ask about
  Settled,  // `evidence` proves it
  Obtain,   // nothing is there, but what `evidence` needs can be fetched: the way out
  Unproved, // nothing is there, and the pack knows no way out: the secretariat
};
[[nodiscard]] std::string_view code_of(FilingState state);  // "ask", "settled", "obtain", "unproved"

struct FilingAdvice {
  FilingState state = FilingState::Unproved;
  const catalog::FilingEvidence* evidence = nullptr;  // null: Unproved
  std::string code;                  // reason code of the advice: "filing_ask", "filing_settled", "filing_obtain", "filing_unproved"
  std::vector<std::string> with;     // document kinds to hand in beside the return
  std::vector<std::string> gone;     // evidence ids that no return of that year can carry
  std::vector<std::string> unsure;   // evidence ids answered with わからない: look again before fetching anything
};

// `kind`: the tax return of the pack. Ways are asked in the pack's order; one that settles it ends the questions.
[[nodiscard]] FilingAdvice filing_advice(const catalog::Pack& pack, const catalog::DocumentKind& kind, const FilingAnswers& answers);
// The document kind of the pack whose filing must be proved; null when there is none.
[[nodiscard]] const catalog::DocumentKind* filed_document(const catalog::Pack& pack);

}  // namespace desk::rules
