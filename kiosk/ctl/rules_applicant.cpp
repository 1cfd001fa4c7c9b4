#include "kiosk/ctl/rules_applicant.h"

#include <string>

#include "data/base/fields.h"

namespace desk::ctl {

Result<std::vector<rules::EarlierAward>> awards_of(const Node& list) {
  std::vector<rules::EarlierAward> awards;
  int index = 0;
  for (const Node& item : *list.array()) {
    Fields fields(item, "awards", StaffCode::BadInput, "[" + std::to_string(++index) + "]");
    rules::EarlierAward award;
    award.programme_year = static_cast<int>(fields.whole("year", 2017, 2100, /*fallback=*/0));
    award.frame = fields.text("frame", "");
    award.decided = fields.optional_date("decided");
    if (auto done = fields.finish(); !done) return fail(bad_input("awards", done.error().reason));
    awards.push_back(std::move(award));
  }
  return awards;
}

Result<std::optional<rules::ExclusionAnswer>> exclusion_answer(const catalog::Exclusion& exclusion, const Node& value) {
  using Answered = std::optional<rules::ExclusionAnswer>;
  if (value.is_null()) return Answered{};
  if (const bool* flag = value.boolean()) return Answered{*flag};
  switch (exclusion.measure) {
    case catalog::Measure::Flag: break;
    case catalog::Measure::Fraction: {
      const std::string* text = value.string();
      const auto ratio = text != nullptr              ? Ratio::parse(*text)
                         : value.integer() != nullptr ? Ratio::create(*value.integer(), 1)
                                                      : std::nullopt;
      if (!ratio || less(Ratio{1, 1}, *ratio)) return fail(bad_input(exclusion.id, "a fraction from 0 to 1 was expected, e.g. \"1/2\""));
      return Answered{*ratio};
    }
    case catalog::Measure::Amount:
      if (value.integer() == nullptr || *value.integer() < 0) return fail(bad_input(exclusion.id, "a whole number of yen was expected"));
      return Answered{Yen{*value.integer()}};
  }
  return fail(bad_input(exclusion.id, "true or false was expected"));
}

}  // namespace desk::ctl
