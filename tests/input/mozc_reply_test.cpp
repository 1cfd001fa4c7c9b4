#include "kiosk/input/mozc_reply.h"

#include <gtest/gtest.h>

#include <string>

namespace desk::input {
namespace {

using Views = std::vector<std::string_view>;

// As Mozc 2.28.4715 of Debian 12 wrote it.
constexpr std::string_view kConverted =
    R"(((emacs-event-id . 9)(emacs-session-id . 1)(output . ((id . "9200788829199243144")(mode . hiragana)(consumed . t)(preedit . ((cursor . 2)(segment ((annotation . highlight)(value . "高崎")(value-length . 2)(key . "たかさき")))(highlighted-position . 0)))(status . ((activated . t)(mode . hiragana)(comeback-mode . hiragana)))(all-candidate-words . ((focused-index . 0)(candidates ((id . 0)(index . 0)(value . "高崎")(num-segments-in-candidate . 1))((id . 1)(index . 1)(value . "たかさき")(annotation . ((description . "ひらがな")))(num-segments-in-candidate . 1)))(category . conversion)))(removed-candidate-words-for-debug . ())))))";

TEST(MozcReply, AConversionHoldsItsPartsAndItsWords) {
  const auto reply = read_mozc_reply(kConverted);
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->event, 9);
  EXPECT_EQ(reply->session, 1);
  EXPECT_FALSE(reply->error);
  EXPECT_EQ(reply->segments, (Views{"たかさき"}));
  EXPECT_EQ(reply->words, (Views{"高崎", "たかさき"}));
}

TEST(MozcReply, APreeditOfSeveralParts) {
  const auto reply = read_mozc_reply(
      R"(((emacs-event-id . 3)(emacs-session-id . 2)(output . ((preedit . ((cursor . 0)(segment ((value . "長曽")(key . "ちょうそ"))((value . "壁")(key . "かべ")))))))))");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->segments, (Views{"ちょうそ", "かべ"}));
  EXPECT_TRUE(reply->words.empty());
}

TEST(MozcReply, AnErrorIsSaid) {
  const auto reply = read_mozc_reply(R"(((emacs-event-id . 4)(error . session-error)(message . "no \"such\" session")))");
  ASSERT_TRUE(reply);
  EXPECT_TRUE(reply->error);
}

TEST(MozcReply, AnOpenedSessionSaysItsNumber) {
  const auto reply = read_mozc_reply("((emacs-event-id . 0)(emacs-session-id . 7)(output . ()))\n");
  ASSERT_TRUE(reply);
  EXPECT_EQ(reply->session, 7);
}

TEST(MozcReply, AnythingElseIsNoReply) {
  for (std::string_view line : {"", "hello", "(", ")", "((a . \"b)", "(a))", "\"\\"}) {
    const auto reply = read_mozc_reply(line);
    EXPECT_TRUE(!reply || reply->event == -1) << line;
  }
  EXPECT_FALSE(read_mozc_reply(std::string(5000, '(')));
  // Cut anywhere, it is a reply without what was cut off, or none; never a crash.
  for (std::size_t size = 0; size < kConverted.size(); ++size) EXPECT_FALSE(read_mozc_reply(kConverted.substr(0, size)));
}

}  // namespace
}  // namespace desk::input
