#include "data/rules/identity.h"

#include <gtest/gtest.h>

namespace desk::rules {
namespace {

TEST(CorporateNumber, ChecksAndDerives) {
  for (const char* valid : {"7123456789012", "4011001098993", "7010705000725", "2120901007402"}) {
    EXPECT_TRUE(corporate_number(valid).ok) << valid;
    const CorporateNumber derived = corporate_number(std::string_view(valid).substr(1));
    EXPECT_TRUE(derived.derived);
    EXPECT_EQ(derived.number, valid);
  }
  EXPECT_EQ(corporate_number("1123456789012").reason, "check_digit");
  EXPECT_EQ(corporate_number("0123456789012").reason, "leading_zero");
  EXPECT_EQ(corporate_number("T7123456789012").reason, "invoice_number");
  EXPECT_EQ(corporate_number("Ｔ7123456789012").reason, "invoice_number");
  EXPECT_EQ(corporate_number("712345678901").number.substr(1), "712345678901");
  EXPECT_EQ(corporate_number("71234567890").reason, "wrong_length");
  EXPECT_EQ(corporate_number("7123-45678901x").reason, "not_digits");
  EXPECT_EQ(corporate_number("").reason, "empty");
}

TEST(CorporateNumber, IsReadAsPeopleWriteIt) {
  EXPECT_EQ(corporate_number("７１２３４５６７８９０１２").number, "7123456789012");
  EXPECT_EQ(corporate_number("7 1234-5678 9012").number, "7123456789012");
  EXPECT_EQ(grouped_corporate_number("7123456789012"), "7 1234 5678 9012");
}

TEST(CorporateNumber, EveryOtherCheckDigitIsWrong) {
  for (char first = '1'; first <= '9'; ++first) {
    EXPECT_EQ(corporate_number(first + std::string("123456789012")).ok, first == '7') << first;
  }
}

TEST(CorporateNumber, OneWrongDigitIsSeenUnlessItIsNineForZero) {
  const std::string right = "7123456789012";
  for (std::size_t at = 1; at < right.size(); ++at) {
    for (char digit = '0'; digit <= '9'; ++digit) {
      std::string typed = right;
      typed[at] = digit;
      const bool same = digit == right[at] || (digit == '9' && right[at] == '0') || (digit == '0' && right[at] == '9');
      EXPECT_EQ(corporate_number(typed).ok, same) << typed;
    }
  }
}

TEST(JapaneseDate, AsPapersWriteIt) {
  const std::pair<const char*, const char*> cases[] = {
      {"令和5年3月10日", "2023-03-10"}, {"令和元年5月1日", "2019-05-01"},   {"令和1年5月1日", "2019-05-01"},
      {"平成31年4月30日", "2019-04-30"}, {"昭和64年1月7日", "1989-01-07"},  {"R5.3.10", "2023-03-10"},
      {"令和５年３月１０日", "2023-03-10"}, {"Ｒ５．３．１０", "2023-03-10"}, {"r5/3/10", "2023-03-10"},
      {"令和 8 年 9 月 14 日", "2026-09-14"}, {"大正15年12月24日", "1926-12-24"}, {"明治6年1月1日", "1873-01-01"},
  };
  for (const auto& [text, iso] : cases) {
    const auto date = parse_japanese_date(text);
    ASSERT_TRUE(date.has_value()) << text;
    EXPECT_EQ(to_string(*date), iso) << text;
  }
}

TEST(JapaneseDate, ADayOutsideItsEraIsNone) {
  for (const char* text : {"平成31年5月1日", "昭和64年1月8日", "令和元年4月30日", "令和5年2月29日", "令和0年1月1日", "令和5年13月1日", "5年3月10日",
                           "令和5年3月10", "令和5年3月10日付", "R5.3/10", "明治5年12月2日", ""}) {
    EXPECT_FALSE(parse_japanese_date(text).has_value()) << text;
  }
}

TEST(JapaneseDate, EveryDayGoesThereAndBack) {
  for (Date day = make_date(1912, 7, 28); day < make_date(2030, 1, 1); day = plus_days(day, 1)) {
    ASSERT_EQ(parse_japanese_date(japanese_date(day)), day) << to_string(day);
  }
  EXPECT_EQ(japanese_date(make_date(2019, 5, 1)), "令和元年5月1日");
  EXPECT_EQ(japanese_date(make_date(1872, 1, 1)), "");
}

TEST(JapaneseYear, OfTaxPapers) {
  EXPECT_EQ(parse_japanese_year("令和7年分"), 2025);
  EXPECT_EQ(parse_japanese_year("令和4年"), 2022);
  EXPECT_EQ(parse_japanese_year("平成31年分"), 2019);
  EXPECT_EQ(parse_japanese_year("令和元年分"), 2019);
  EXPECT_FALSE(parse_japanese_year("平成32年分").has_value());
  EXPECT_FALSE(parse_japanese_year("7年分").has_value());
  EXPECT_EQ(japanese_year(2025), "令和7年");
  EXPECT_EQ(japanese_year(2019), "令和元年");
}

}  // namespace
}  // namespace desk::rules
