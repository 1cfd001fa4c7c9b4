#include "data/rules/documents.h"

#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

// factbook 5.3's own table is in the golden cases; here the arithmetic over every day.
TEST(ThreeMonths, TheOldestIssueDateIsTheFirstThatStillHolds) {
  for (Date day = make_date(2023, 1, 1); day < make_date(2028, 3, 2); day = plus_days(day, 1)) {
    const Date oldest = oldest_issue_date(day, 3);
    ASSERT_GE(last_usable_day(oldest, 3), day) << to_string(day);
    ASSERT_LT(last_usable_day(plus_days(oldest, -1), 3), day) << to_string(day);
  }
}

TEST(ThreeMonths, AYoungerPaperIsNeverUsableForLess) {
  for (Date day = make_date(2023, 1, 1); day < make_date(2028, 3, 2); day = plus_days(day, 1)) {
    ASSERT_LE(last_usable_day(day, 3), last_usable_day(plus_days(day, 1), 3)) << to_string(day);
  }
}

TEST(Validity, APaperMustHoldOnTheDayOfSubmissionAndOnTheDeadline) {
  ValidityInput input;
  input.kind = "registry_full";
  input.issued = make_date(2026, 6, 28);
  input.on = make_date(2026, 9, 17);
  EXPECT_TRUE(validity(pack_2026(), input).ok);
  input.deadline = make_date(2026, 9, 29);
  const Validity judged = validity(pack_2026(), input);
  EXPECT_FALSE(judged.ok);
  EXPECT_EQ(judged.reasons, std::vector<std::string>{"too_old_on_deadline"});
  EXPECT_EQ(judged.issue_from, make_date(2026, 6, 29));
}

TEST(Validity, AnUnreadDateIsNotOk) {
  ValidityInput input;
  input.kind = "resident_record";
  EXPECT_EQ(validity(pack_2026(), input).reasons, std::vector<std::string>{"issued_unknown"});
  input.kind = "licence";
  EXPECT_EQ(validity(pack_2026(), input).reasons, std::vector<std::string>{"expires_unknown"});
  input.kind = "tax_return";
  EXPECT_EQ(validity(pack_2026(), input).reasons, std::vector<std::string>{"tax_year_unknown"});
}

TEST(Validity, APaperOfTheOtherEntityOrOfTomorrowIsNotOk) {
  ValidityInput input;
  input.kind = "registry_full";
  input.entity = catalog::Entity::Sole;
  input.on = make_date(2026, 9, 1);
  input.issued = make_date(2026, 9, 2);
  const Validity judged = validity(pack_2026(), input);
  EXPECT_FALSE(judged.ok);
  EXPECT_EQ(judged.reasons, (std::vector<std::string>{"issued_in_future", "wrong_entity"}));
}

std::vector<std::string> needed(catalog::Entity entity, bool near_minimum_wage) {
  std::vector<std::string> ids;
  for (const auto* need : required_documents(pack_2026(), frame_2026("normal"), entity, near_minimum_wage)) ids.push_back(need->id);
  return ids;
}

TEST(RequiredDocuments, InTheOrderOfThePortal) {
  using catalog::Entity;
  EXPECT_EQ(needed(Entity::Corporation, false), (std::vector<std::string>{"registry", "tax_certificate", "financial_statements"}));
  EXPECT_EQ(needed(Entity::Sole, false), (std::vector<std::string>{"identity", "tax_certificate", "tax_return"}));
  EXPECT_EQ(needed(Entity::Sole, true), (std::vector<std::string>{"identity", "tax_certificate", "tax_return", "wage_report"}));
}

}  // namespace
}  // namespace desk::rules
