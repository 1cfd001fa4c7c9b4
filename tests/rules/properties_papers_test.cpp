// Validity of papers against a calendar written out by hand: every issue date of eleven years, every age that a pack could ask for.
#include <vector>

#include "data/rules/documents.h"
#include "tests/rules/packs_for_test.h"

namespace desk::rules {
namespace {

constexpr int kMostMonths = 6;
const Date kFirst = make_date(2020, 1, 1);
const Date kLast = make_date(2030, 12, 31);

unsigned days_of_month(int year, int month) {
  constexpr unsigned kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return kDays[month - 1] + (month == 2 && leap ? 1U : 0U);
}

// Factbook 5.3, counted on fingers: the month that many further on, the same day number or that month's last.
Date last_day_by_hand(const Date& issued, int months) {
  int year = static_cast<int>(issued.year());
  int month = static_cast<int>(static_cast<unsigned>(issued.month())) + months;
  while (month > 12) {
    month -= 12;
    ++year;
  }
  return make_date(year, static_cast<unsigned>(month), std::min(static_cast<unsigned>(issued.day()), days_of_month(year, month)));
}

catalog::Pack pack_with(catalog::DocumentRule rule, int months) {
  catalog::Pack pack;
  pack.year = 2026;
  catalog::DocumentKind kind;
  kind.id = "paper";
  kind.rule = rule;
  kind.months = months;
  pack.documents.push_back(std::move(kind));
  return pack;
}

ValidityInput paper_on(const Date& on) {
  ValidityInput input;
  input.kind = "paper";
  input.on = on;
  return input;
}

TEST(ValidityProperty, AgreesWithTheCalendarForEveryIssueDate) {
  for (int months = 1; months <= kMostMonths; ++months) {
    const catalog::Pack pack = pack_with(catalog::DocumentRule::MonthsFromIssue, months);
    for (Date issued = kFirst; issued <= kLast; issued = plus_days(issued, 1)) {
      const Date last = last_day_by_hand(issued, months);
      ASSERT_EQ(last_usable_day(issued, months), last) << to_string(issued) << " + " << months;
      const auto good = [&](const Date& on) {
        ValidityInput input = paper_on(on);
        input.issued = issued;
        return validity(pack, input).ok;
      };
      ASSERT_TRUE(good(issued)) << to_string(issued) << " + " << months;
      ASSERT_TRUE(good(last)) << to_string(issued) << " + " << months;
      ASSERT_FALSE(good(plus_days(last, 1))) << to_string(issued) << " + " << months;
      ASSERT_FALSE(good(plus_days(issued, -1))) << to_string(issued) << " + " << months;
    }
  }
}

TEST(ValidityProperty, ADeadlineIsHeldToTheSameCalendar) {
  const catalog::Pack pack = pack_with(catalog::DocumentRule::MonthsFromIssue, 3);
  for (Date issued = kFirst; issued <= kLast; issued = plus_days(issued, 1)) {
    const Date last = last_day_by_hand(issued, 3);
    ValidityInput input = paper_on(plus_days(issued, 2));
    input.issued = issued;
    input.deadline = last;
    ASSERT_TRUE(validity(pack, input).ok) << to_string(issued);
    input.deadline = plus_days(last, 1);
    ASSERT_FALSE(validity(pack, input).ok) << to_string(issued);
  }
}

TEST(ValidityProperty, APaperWithAnExpiryIsGoodOnItAndNotAfter) {
  const catalog::Pack pack = pack_with(catalog::DocumentRule::NotExpired, 0);
  for (Date expires = kFirst; expires <= kLast; expires = plus_days(expires, 1)) {
    ValidityInput input = paper_on(expires);
    input.expires = expires;
    ASSERT_TRUE(validity(pack, input).ok) << to_string(expires);
    ASSERT_EQ(validity(pack, input).last_day, expires);
    input.on = plus_days(expires, 1);
    ASSERT_FALSE(validity(pack, input).ok) << to_string(expires);
    input.on = plus_days(expires, -1);
    input.deadline = plus_days(expires, 1);
    ASSERT_FALSE(validity(pack, input).ok) << to_string(expires);
  }
}

TEST(ValidityProperty, TheOldestIssueDateIsTheInverseOfTheLastUsableDay) {
  for (int months = 1; months <= kMostMonths; ++months) {
    Date oldest = kFirst;  // walks along behind `day`: no search, no formula
    for (Date day = make_date(2020, 12, 31); day <= kLast; day = plus_days(day, 1)) {
      while (last_day_by_hand(oldest, months) < day) oldest = plus_days(oldest, 1);
      ASSERT_EQ(oldest_issue_date(day, months), oldest) << to_string(day) << " - " << months;
    }
  }
}

}  // namespace
}  // namespace desk::rules
