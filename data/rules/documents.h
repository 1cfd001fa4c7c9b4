// Documents: what must be handed in (factbook 5.1); with validity.h, until when each of it may be used. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "data/catalog/pack.h"
#include "data/rules/validity.h"

namespace desk::rules {

// The needs of (pack, frame, entity, party), in the order in which the portal wants them. `near_minimum_wage` and `upper_band` bring the
// evidence that only such an applicant hands in.
[[nodiscard]] std::vector<const catalog::DocumentNeed*> required_documents(const catalog::Pack& pack, const catalog::Frame& frame,
                                                                           catalog::Entity entity, bool near_minimum_wage = false,
                                                                           bool upper_band = false,
                                                                           catalog::Party party = catalog::Party::Applicant);
// What each 取引先 that gets an account hands in; empty where the frame asks for none, or where the year's list was not found.
[[nodiscard]] std::vector<const catalog::DocumentNeed*> partner_documents(const catalog::Pack& pack, const catalog::Frame& frame,
                                                                          catalog::Entity entity);

// The place of a document kind in that order; nullopt when none of the needs takes it. What proves the filing of a tax return (受信通知)
// has the place of the return.
[[nodiscard]] std::optional<std::size_t> place_in(const catalog::Pack& pack, const std::vector<const catalog::DocumentNeed*>& needs,
                                                  std::string_view kind);

}  // namespace desk::rules
