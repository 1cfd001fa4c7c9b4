// What kiosk and helper say to each other.
#include "kiosk/shell/speech/speech_orders.h"

#include <gtest/gtest.h>

namespace desk::shell {
namespace {

TEST(SpeechOrders, ArriveWholeHoweverTheyWereCut) {
  const SpeechOrder said{SpeechOrder::Kind::Say, 7, Language::EasyJapanese, 3, 5, {"[今日|きょう]", "**SAY 1 ja 1 1 3**"}};
  const std::string bytes = to_bytes(said) + to_bytes({});
  SpeechOrderReader reader;
  std::vector<SpeechOrder> heard;
  for (const char byte : bytes) {
    reader.feed({&byte, 1});
    while (auto order = reader.next()) heard.push_back(*order);
  }
  ASSERT_EQ(heard.size(), 2U);
  EXPECT_EQ(heard[0].id, 7);
  EXPECT_EQ(heard[0].language, Language::EasyJapanese);
  EXPECT_EQ(heard[0].speed, 3);
  EXPECT_EQ(heard[0].volume, 5);
  EXPECT_EQ(heard[0].sentences, said.sentences);
  EXPECT_EQ(heard[1].kind, SpeechOrder::Kind::Stop);
  EXPECT_FALSE(reader.broken());
}

TEST(SpeechOrders, ALineBreakInsideASentenceDoesNotBecomeTwo) {
  SpeechOrderReader reader;
  reader.feed(to_bytes({SpeechOrder::Kind::Say, 1, Language::Japanese, 2, 3, {"一行目\n二行目"}}));
  EXPECT_EQ(reader.next()->sentences, std::vector<std::string>{"一行目 二行目"});
}

TEST(SpeechOrders, WhatIsNoOrderIsRefused) {
  for (const char* bytes : {"SHOUT\n", "SAY x ja 1 1 1\n", "SAY 1 F! 1 1 1\nx", "SAY 1 ja 1 1 99999999\n", "SAY 1 ja 1 1 -5\n"}) {
    SpeechOrderReader reader;
    reader.feed(bytes);
    EXPECT_EQ(reader.next(), std::nullopt) << bytes;
    EXPECT_TRUE(reader.broken()) << bytes;
  }
}

TEST(SpeechOrders, AScreenLongerThanAnybodyListensIsCutAtASentence) {
  SpeechOrder order{SpeechOrder::Kind::Say, 1, Language::English, 2, 3, std::vector<std::string>(100, std::string(1000, 'a'))};
  SpeechOrderReader reader;
  reader.feed(to_bytes(order));
  const auto heard = reader.next();
  ASSERT_TRUE(heard.has_value());
  EXPECT_EQ(heard->sentences.size(), 65U);
  EXPECT_EQ(heard->sentences.back().size(), 1000U);
}

}  // namespace
}  // namespace desk::shell
