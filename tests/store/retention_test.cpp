#include "data/store/retention.h"

#include <gtest/gtest.h>

namespace desk::store {
namespace {

Date day(std::string_view text) { return *parse_date(text); }

TEST(Retention, AnswersLastUntilTheDeadlineAndAWeekButNeverOverNinetyDays) {
  const struct {
    std::string_view created, today, deadline, until;
  } table[] = {
      {"2026-09-17", "2026-09-17", "2026-09-29", "2026-10-06"},
      {"2026-09-17", "2026-09-17", "", "2026-12-16"},
      {"2026-09-17", "2026-09-17", "2026-12-09", "2026-12-16"},  // 83 + 7 = exactly 90
      {"2026-09-17", "2026-09-17", "2026-12-10", "2026-12-16"},
      {"2026-09-17", "2026-11-01", "2027-02-01", "2026-12-16"},  // counted from the day of creation
      {"2026-09-17", "2026-10-20", "2026-09-29", "2026-10-20"},  // passed long ago: not taken away under the applicant's hands
      {"2027-12-30", "2027-12-30", "2028-02-25", "2028-03-03"},  // a leap year
  };
  for (const auto& row : table) {
    const auto deadline = row.deadline.empty() ? std::nullopt : std::optional<Date>(day(row.deadline));
    EXPECT_EQ(to_string(answers_until({}, day(row.created), day(row.today), deadline)), row.until) << row.created << row.deadline;
  }
}

TEST(Retention, ScansLastAWeekAndNeverLongerThanTheirAnswers) {
  EXPECT_EQ(to_string(scans_until({}, day("2026-09-17"), day("2026-12-16"))), "2026-09-24");
  EXPECT_EQ(to_string(scans_until({}, day("2026-09-17"), day("2026-09-19"))), "2026-09-19");
  EXPECT_EQ(to_string(scans_until({3, 7, 90}, day("2026-12-30"), day("2027-02-01"))), "2027-01-02");
}

TEST(ElapsedSeconds, FollowTheBootClockAndTrustTheWallOnlyWhenBothStampsDid) {
  const TimeStamp then{"a", 1000, {5000}, true};
  EXPECT_EQ(seconds_between(then, {"a", 1100, {999999}, true}), 100) << "the wall jumped";
  EXPECT_EQ(seconds_between(then, {"b", 40, {6000}, true}), 1000);
  EXPECT_EQ(seconds_between(then, {"b", 40, {6000}, false}), 40) << "never too much";
  EXPECT_EQ(seconds_between({"a", 1000, {5000}, false}, {"b", 40, {6000}, true}), 40);
}

}  // namespace
}  // namespace desk::store
