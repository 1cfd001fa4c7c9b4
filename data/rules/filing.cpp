#include "data/rules/filing.h"

#include <algorithm>

namespace desk::rules {
namespace {

using catalog::DocumentKind;
using catalog::FilingEvidence;

FilingAdvice advice_of(FilingState state, const FilingEvidence* evidence, FilingAdvice so_far) {
  so_far.state = state;
  so_far.evidence = evidence;
  so_far.code = "filing_" + std::string(code_of(state));
  if (evidence != nullptr && state != FilingState::Ask && !evidence->with.empty()) so_far.with.push_back(evidence->with);
  return so_far;
}

}  // namespace

std::string_view code_of(FilingState state) {
  switch (state) {
    case FilingState::Ask: return "ask";
    case FilingState::Settled: return "settled";
    case FilingState::Obtain: return "obtain";
    case FilingState::Unproved: return "unproved";
  }
  return "";
}

const FilingEvidence* evidence_of(const DocumentKind& kind, std::string_view id) {
  const auto found = std::find_if(kind.evidence.begin(), kind.evidence.end(), [&](const FilingEvidence& each) { return each.id == id; });
  return found == kind.evidence.end() ? nullptr : &*found;
}

bool still_given(const FilingEvidence& evidence, int tax_year) {
  return !evidence.until_tax_year || tax_year <= *evidence.until_tax_year;
}

const DocumentKind* filed_document(const catalog::Pack& pack) {
  const auto found = std::find_if(pack.documents.begin(), pack.documents.end(), [](const DocumentKind& kind) { return !kind.evidence.empty(); });
  return found == pack.documents.end() ? nullptr : &*found;
}

FilingAdvice filing_advice(const catalog::Pack& pack, const DocumentKind& kind, const FilingAnswers& answers) {
  const int year = answers.tax_year.value_or(pack.year + kind.year_offset);
  FilingAdvice advice;
  // What is known to be there settles it, whatever was skipped before it.
  for (const FilingEvidence& way : kind.evidence) {
    if (!still_given(way, year)) {
      advice.gone.push_back(way.id);
      continue;
    }
    const auto answer = answers.there.find(way.id);
    if (answer == answers.there.end()) continue;
    if (answer->second == true) return advice_of(FilingState::Settled, &way, std::move(advice));
    if (!answer->second) advice.unsure.push_back(way.id);
  }
  for (const FilingEvidence& way : kind.evidence) {
    if (still_given(way, year) && !answers.there.contains(way.id)) return advice_of(FilingState::Ask, &way, std::move(advice));
  }
  // The way out is what an office still issues today: 納税証明書 その2 of the same year.
  for (const FilingEvidence& way : kind.evidence) {
    const DocumentKind* beside = way.with.empty() ? nullptr : pack.document(way.with);
    if (still_given(way, year) && beside != nullptr && beside->office) return advice_of(FilingState::Obtain, &way, std::move(advice));
  }
  return advice_of(FilingState::Unproved, nullptr, std::move(advice));
}

}  // namespace desk::rules
