#include "data/base/ids.h"

#include <gtest/gtest.h>

#include "data/base/crypto.h"

namespace desk {
namespace {

TEST(ReceptionNumber, IsReadHoweverItIsTyped) {
  for (const char* input : {"T7K-4M2", "t7k4m2", "Ｔ７Ｋ－４Ｍ２", "ｔ７ｋ４ｍ２", " T7K 4M2 ", "T7K‐4M2"}) {
    const auto number = ReceptionNumber::parse(input);
    ASSERT_TRUE(number) << input;
    EXPECT_EQ(number->text, "T7K-4M2");
  }
  for (const char* bad : {"", "T7K-4M", "T7K-4M22", "T7K-4MO", "T7K_4M2", "O7K-4M2", "電話"}) EXPECT_FALSE(ReceptionNumber::parse(bad)) << bad;
}

TEST(LinkToken, Holds128BitsIn26Characters) {
  const LinkToken token = crypto::new_link_token();
  EXPECT_EQ(token.text.size(), 26u);
  EXPECT_TRUE(LinkToken::parse(token.text));
  EXPECT_FALSE(LinkToken::parse(token.text.substr(1)));
  EXPECT_FALSE(LinkToken::parse("A" + token.text.substr(1)));
}

TEST(LinkToken, IsFoundInTheAddressThatTheSlipHolds) {
  const LinkToken token = crypto::new_link_token();
  EXPECT_EQ(token_in_address(link_address("https://desk.example.jp", token))->text, token.text);
  EXPECT_FALSE(token_in_address("https://desk.example.jp/b/" + token.text));
  EXPECT_FALSE(token_in_address("WIFI:S:shop;;"));
}

}  // namespace
}  // namespace desk
