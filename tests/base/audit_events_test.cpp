#include "data/base/audit_events.h"

#include <gtest/gtest.h>

#include <set>

namespace desk {
namespace {

TEST(AuditEvents, NumbersAndWordsAreEachGivenOnce) {
  std::set<int> numbers;
  std::set<std::string_view> words;
  for (AuditEvent event : all_audit_events()) {
    EXPECT_TRUE(numbers.insert(static_cast<int>(event)).second) << word_of(event);
    EXPECT_TRUE(words.insert(word_of(event)).second) << word_of(event);
    EXPECT_EQ(audit_event_from(static_cast<int>(event)), event);
  }
  EXPECT_FALSE(audit_event_from(0));
}

TEST(AuditEvents, EveryStartedActionHasItsCompletion) {
  for (AuditEvent event : all_audit_events()) {
    const std::string_view word = word_of(event);
    const bool standing = event == AuditEvent::VisitStarted || event == AuditEvent::KioskStarted;  // ended in several ways
    if (standing) continue;
    const bool starts = word.ends_with("_started") || word == "code_requested" || word == "code_tried";
    EXPECT_EQ(completion_of(event).has_value(), starts) << word;
  }
  EXPECT_EQ(completion_of(AuditEvent::ReceiptPrintStarted), AuditEvent::ReceiptPrintCompleted);
  EXPECT_EQ(completion_of(AuditEvent::CodeRequested), AuditEvent::CodeRequestAnswered);
  EXPECT_FALSE(completion_of(AuditEvent::ReceiptPrintCompleted));
}

TEST(AuditDetails, HideWhatCouldBeANumberOrACode) {
  const struct {
    std::string_view said, kept;
  } table[] = {
      {"sent to 09012345678", "sent to •••"},
      {"sent to 090-1234-5678.", "sent to •••."},
      {"+81 90 1234 5678", "+•••"},
      {"０９０１２３４５６７８", "•••"},
      {"code 482913", "code •••"},
      {"code ４８２９１３!", "code •••!"},
      {"027-361-5171", "•••"},
      {"round 5 of 2026", "round 5 of 2026"},
      {"until 2026-09-29", "until 2026-09-29"},
      {"paper\njam\x7f", "paper jam "},
      {"", ""},
  };
  for (const auto& row : table) EXPECT_EQ(AuditDetail("x", row.said).value(), row.kept) << row.said;
}

TEST(AuditDetails, KeepCountsAndMaskNumbers) {
  const auto phone = PhoneNumber::parse("09012345678");
  const std::vector<AuditDetail> details{{"bytes", 1234567}, {"to", phone.number}, {"outcome", "sent"}};
  EXPECT_EQ(to_string(details), "bytes=1234567 to=" + phone.number.masked() + " outcome=sent");
}

TEST(AuditDetails, AreShortAndNeverCutInsideACharacter) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "髙";
  const std::string value = AuditDetail("x", text).value();
  EXPECT_LE(value.size(), 300u);
  EXPECT_EQ(value.size() % 3, 0u);
}

}  // namespace
}  // namespace desk
