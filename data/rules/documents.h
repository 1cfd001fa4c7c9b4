// Documents: what must be handed in, and until when a paper may be used (factbook 5). Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

// The needs of (pack, frame, entity), in the order in which the portal wants them.
[[nodiscard]] std::vector<const catalog::DocumentNeed*> required_documents(const catalog::Pack& pack, const catalog::Frame& frame,
                                                                           catalog::Entity entity, bool near_minimum_wage = false,
                                                                           bool upper_band = false);

struct ValidityInput {
  std::string kind;                // id of a document kind of the pack
  std::optional<catalog::Entity> entity;
  std::optional<Date> issued, expires;
  std::optional<int> tax_year;     // 2025 = 令和7年分
  std::optional<std::string> item; // tax item id
  std::optional<std::string> evidence;  // of filing a tax return: receipt_stamp, receipt_number, etax_notice, tax_2, none
  Date on = make_date(2026, 1, 1); // the day of submission
  std::optional<Date> deadline;    // must hold on this day too (trap T-17)
};

struct Validity {
  bool ok = false;
  std::optional<Date> last_day;      // the last usable day, where one exists
  std::optional<Date> issue_from;    // the oldest issue date that still works on `deadline`, else on `on`
  std::vector<std::string> reasons;  // codes, text "reason.CODE": why not, or on what condition
  std::vector<std::string> warnings; // e.g. fewer than 7 days left: a send-back restarts the clock
};

// A kind that the pack does not know is not ok with reason "unknown_document".
[[nodiscard]] Validity validity(const catalog::Pack& pack, const ValidityInput& input);

// Last usable day of a paper that may be `months` old: the same day number, or that month's last day (factbook 5.3).
[[nodiscard]] Date last_usable_day(const Date& issued, int months);
// The oldest issue date that still works on `day`.
[[nodiscard]] Date oldest_issue_date(const Date& day, int months);

}  // namespace desk::rules
