// Validity: whether a paper may be used, and until when (factbook 5.2, 5.3). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/catalog/pack.h"

namespace desk::rules {

// Fewer days than this left is a warning: when the secretariat sends the application back, the clock runs on (factbook 5.3).
inline constexpr int kShortDays = 7;

// How a certificate is there: the portal takes the PDF of an electronic certificate, never its XML (factbook 5.2).
enum class Form { Paper, Pdf, Xml };
[[nodiscard]] std::string_view code_of(Form form);  // "paper", "pdf", "xml"
[[nodiscard]] std::optional<Form> form_from(std::string_view code);

struct ValidityInput {
  std::string kind;                // id of a document kind of the pack
  std::optional<catalog::Entity> entity;
  std::optional<Date> issued, expires;
  std::optional<int> tax_year;     // 2025 = 令和7年分
  std::optional<std::string> item; // tax item id
  std::optional<Form> form;
  // That a tax return was filed: id of a FilingEvidence of the kind, "accountant_stamp" (which is none), or "none".
  std::optional<std::string> evidence;
  std::optional<int> tax_2_year;     // evidence with a tax certificate: the year that this one is of
  std::optional<bool> unavoidable;   // there is an unavoidable reason for a return one year older
  bool names_differ = false;         // this paper and another carry different names: 通称名, 旧姓
  Date on = make_date(2026, 1, 1);   // the day of submission
  std::optional<Date> deadline;      // must hold on this day too (trap T-17)
};

struct Validity {
  bool ok = false;
  std::optional<Date> last_day;      // the last usable day, where one exists
  std::optional<Date> issue_from;    // the oldest issue date that still works on `deadline`, else on `on`
  std::vector<std::string> reasons;  // codes, text "reason.CODE": why not, or on what condition
  std::vector<std::string> warnings; // e.g. fewer than 7 days left: a send-back restarts the clock
  std::vector<std::string> with;     // document kinds that must be handed in beside it
  std::string instead;               // the document kind that is meant, for a look-alike
};

// A kind that the pack does not know is not ok with reason "unknown_document".
[[nodiscard]] Validity validity(const catalog::Pack& pack, const ValidityInput& input);

// Last usable day of a paper that may be `months` old: the same day number, or that month's last day (factbook 5.3).
[[nodiscard]] Date last_usable_day(const Date& issued, int months);
// The oldest issue date that still works on `day`.
[[nodiscard]] Date oldest_issue_date(const Date& day, int months);

}  // namespace desk::rules
