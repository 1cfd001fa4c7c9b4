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

TEST(PlainDigits, NothingElseMayBeInIt) {
  EXPECT_EQ(plain_digits("５\u30FC1 2\u22123"), "5123");
  EXPECT_EQ(plain_digits("51a"), std::nullopt);
  EXPECT_EQ(plain_digits(" - "), std::nullopt);
  EXPECT_EQ(plain_digits("\xEF\xBC"), std::nullopt);  // a letter cut off in the middle
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

}  // namespace
}  // namespace desk::rules
