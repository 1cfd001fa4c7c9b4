#include "data/rules/documents.h"

#include <algorithm>

namespace desk::rules {
namespace {

using catalog::DocumentNeed;

bool contains(const std::vector<std::string>& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

bool wanted(const DocumentNeed& need, bool near_minimum_wage, bool upper_band) {
  switch (need.when) {
    case catalog::When::Always: return true;
    case catalog::When::NearMinimumWage: return near_minimum_wage;
    case catalog::When::UpperBand: return upper_band;
  }
  return false;
}

bool proves_filing_of(const catalog::Pack& pack, const DocumentNeed& need, std::string_view kind) {
  return std::any_of(need.any_of.begin(), need.any_of.end(), [&](const std::string& id) {
    const catalog::DocumentKind* wanted = pack.document(id);
    return wanted != nullptr && std::any_of(wanted->evidence.begin(), wanted->evidence.end(),
                                            [&](const catalog::FilingEvidence& each) { return each.with == kind; });
  });
}

}  // namespace

std::vector<const DocumentNeed*> required_documents(const catalog::Pack& pack, const catalog::Frame& frame, catalog::Entity entity,
                                                    bool near_minimum_wage, bool upper_band, catalog::Party party) {
  std::vector<const DocumentNeed*> out;
  for (const DocumentNeed& need : pack.needs) {
    if (need.entity != entity || need.party != party) continue;
    if (!need.frames.empty() && !contains(need.frames, frame.id)) continue;
    if (wanted(need, near_minimum_wage, upper_band)) out.push_back(&need);
  }
  return out;
}

std::vector<const DocumentNeed*> partner_documents(const catalog::Pack& pack, const catalog::Frame& frame, catalog::Entity entity) {
  return required_documents(pack, frame, entity, /*near_minimum_wage=*/false, /*upper_band=*/false, catalog::Party::Partner);
}

std::optional<std::size_t> place_in(const catalog::Pack& pack, const std::vector<const DocumentNeed*>& needs, std::string_view kind) {
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (contains(needs[i]->any_of, kind)) return i;
  }
  for (std::size_t i = 0; i < needs.size(); ++i) {
    if (proves_filing_of(pack, *needs[i], kind)) return i;
  }
  return std::nullopt;
}

}  // namespace desk::rules
