// Paper needs: which papers this applicant hands in, its own and, where the frame wants them, those of each trading partner (取引先).
//
// A paper is known by its key: the pack's document need ("registry"), for partner N "partner/N/registry". Records and pages carry it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/catalog/pack.h"
#include "kiosk/flow/answers.h"

namespace desk::flow {

struct PaperKey {
  int partner = 0;  // 0: the applicant's own
  std::string need;
};
[[nodiscard]] std::string paper_key(int partner, const std::string& need);
[[nodiscard]] PaperKey parse_paper_key(std::string_view key);

[[nodiscard]] catalog::Entity entity_of(const Answers& answers);
// Whose paper it is; nullopt: a partner of whom it is not known.
[[nodiscard]] std::optional<catalog::Entity> entity_for(const std::string& key, const Answers& answers);

// Keys of the papers that must be scanned, in the portal's order: the applicant's own, then each partner's in number order (factbook 5.4).
// Files to fill in (Excel) are to-dos instead.
[[nodiscard]] std::vector<std::string> required_papers(const Answers& answers, const catalog::Pack& pack);
[[nodiscard]] std::optional<std::string> next_open_paper(const Answers& answers, const catalog::Pack& pack);
// Null when this applicant has no such paper to hand in.
[[nodiscard]] const catalog::DocumentNeed* need_of(const std::string& key, const Answers& answers, const catalog::Pack& pack);
// The kind of paper at hand: the person's choice, else the pack's first.
[[nodiscard]] const catalog::DocumentKind* kind_for(const std::string& key, const Answers& answers, const catalog::Pack& pack);
// Whether its day of issue matters, so that the person is asked to read it from the paper.
[[nodiscard]] bool asks_issue_date(const catalog::DocumentKind& kind);

// ---- trading partners ----

// This frame wants papers of each trading partner.
[[nodiscard]] bool asks_partners(const Answers& answers, const catalog::Pack& pack);
// How many there are, as far as was said; never more than have a place in `answers.partners`.
[[nodiscard]] int partners_of(const Answers& answers);
// The first whose kind was not asked yet; 0: none.
[[nodiscard]] int first_open_partner(const Answers& answers);
// How the portal writes the application number of this frame; null: not known, then no file is named after it.
[[nodiscard]] const catalog::ApplicationNumberForm* number_form(const Answers& answers, const catalog::Pack& pack);
inline constexpr std::string_view kNumberCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";  // digits or latin letters (factbook 5.4)
// "KSS04-1234567"; nullopt while it is not known.
[[nodiscard]] std::optional<std::string> application_number(const Answers& answers, const catalog::Pack& pack);

}  // namespace desk::flow
