// The desk's own life: codes kept, sent, compared across restarts, power cuts, gateways that fail and disks that fill.
#include <algorithm>
#include <set>
#include <thread>

#include "data/base/sqlite_database.h"
#include "tests/auth/harness.h"

namespace desk::auth {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

TEST(Window, HoldsAcrossAServiceRestartToTheSecond) {
  DeskUnderTest desk;
  ASSERT_TRUE(desk.start());
  desk.clock.advance(seconds{1799});
  desk.restart();
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  desk.clock.advance(seconds{1});
  EXPECT_EQ(desk.refusal_of_start(), std::nullopt);
}

TEST(Window, HoldsAcrossAPowerCutWithAnUntrustedClock) {
  DeskUnderTest desk;
  desk.clock.trust_wall(false);
  ASSERT_TRUE(desk.start());
  desk.clock.advance(seconds{1700});
  desk.clock.reboot("boot-2", hours{10});
  desk.restart();
  desk.clock.advance(seconds{1799});
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  desk.clock.advance(seconds{1});
  EXPECT_EQ(desk.refusal_of_start(), std::nullopt);
}

TEST(Window, CountsTheTimeWithoutPowerWhenTheClockIsTrusted) {
  DeskUnderTest desk;
  ASSERT_TRUE(desk.start());
  desk.clock.reboot("boot-2", seconds{1799});
  desk.restart();
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  desk.clock.advance(seconds{1});
  EXPECT_EQ(desk.refusal_of_start(), std::nullopt);
}

// What a neighbouring release may do to the tables: more columns, another table, a higher number.
void let_a_newer_release_add(const std::string& file) {
  auto database = SqliteDatabase::open(file);
  ASSERT_TRUE(database);
  for (const char* table : {"verifications", "messages", "failures"}) {
    ASSERT_TRUE(database->run(std::string("ALTER TABLE ") + table + " ADD COLUMN of_a_newer_release TEXT NOT NULL DEFAULT 'x'"));
  }
  ASSERT_TRUE(database->run("CREATE TABLE of_a_newer_release (id INTEGER PRIMARY KEY); PRAGMA user_version=3"));
}

TEST(Window, HoldsWhenTheMachineFallsBackToTheOlderSlot) {
  DeskUnderTest desk;
  ASSERT_TRUE(desk.start());
  let_a_newer_release_add(desk.file());
  desk.restart();
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  desk.clock.advance(seconds{1800});
  EXPECT_TRUE(desk.start());
  EXPECT_EQ(*SqliteDatabase::open(desk.file())->schema_version(), 3);
}

TEST(Window, IsHeldByAMessageWhoseStateOnlyANewerReleaseKnows) {
  DeskUnderTest desk;
  ASSERT_TRUE(desk.start());
  ASSERT_TRUE(SqliteDatabase::open(desk.file())->run("UPDATE messages SET state=99"));
  desk.restart();
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
}

TEST(Window, IsTheNumbersForEveryPurposeAndNamesTheLiveCodeOnlyToItsOwn) {
  DeskUnderTest desk;
  const auto first = desk.start();
  ASSERT_TRUE(first);
  const auto same = desk.start("+81 90 1234 5601");
  ASSERT_FALSE(same);
  EXPECT_EQ(same.error().kind, RefusalKind::TooEarly);
  EXPECT_EQ(same.error().sid, first->sid);
  EXPECT_EQ(same.error().tag, first->tag);
  EXPECT_EQ(same.error().next_send.seconds, desk.clock.wall().seconds + 1800);
  const auto page = desk.start("09012345601", Purpose::Page);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, RefusalKind::TooEarly);
  EXPECT_EQ(page.error().sid, "");
}

TEST(Window, AnotherNumberStartsAfresh) {
  DeskUnderTest desk;
  ASSERT_TRUE(desk.start("09012345601"));
  ASSERT_TRUE(desk.start("09012345602"));
  EXPECT_EQ(desk.refusal_of_start("09012345601"), RefusalKind::TooEarly);
}

TEST(GatewayOutcome, RefusedOrNeverSentOpensNoWindowAndCancels) {
  for (const auto& [outcome, kind] : {std::pair{SendOutcome::Refused, RefusalKind::GatewayRefused},
                                      std::pair{SendOutcome::NotSent, RefusalKind::GatewayUnreachable}}) {
    DeskUnderTest desk;
    desk.gateway.answer_with(outcome);
    for (int i = 0; i < 7; ++i) EXPECT_EQ(desk.refusal_of_start(), kind);  // costs nothing of the daily cap
    EXPECT_EQ(desk->pending_sid(phone()).ok(), false);
    desk.gateway.answer_with(SendOutcome::Accepted);
    EXPECT_TRUE(desk.start());
  }
}

TEST(GatewayOutcome, UnknownKeepsTheSameCodeAndRepeatsItOnceAfterAMinute) {
  DeskUnderTest desk;
  desk.gateway.answer_with(SendOutcome::Unknown);
  const auto first = desk.start();
  ASSERT_TRUE(first);
  EXPECT_EQ(first->send_state, SendState::Unknown);
  EXPECT_EQ(first->next_send.seconds, desk.clock.wall().seconds + 60);
  const auto sent = desk.gateway.last();
  desk.clock.advance(seconds{59});
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  desk.clock.advance(seconds{1});
  desk.gateway.answer_with(SendOutcome::Accepted);
  const auto again = desk.start();
  ASSERT_TRUE(again);
  EXPECT_EQ(again->sid, first->sid);
  EXPECT_EQ(again->tag, first->tag);
  EXPECT_EQ(desk.gateway.last().text, sent.text);
  EXPECT_NE(desk.gateway.last().id, sent.id) << "each message has its own report";
  EXPECT_EQ(again->send_state, SendState::Accepted);
  desk.clock.advance(seconds{1799});
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  EXPECT_TRUE(desk->check(first->sid, Secret(sent.code())));
}

TEST(GatewayOutcome, ALateAcceptanceDatesTheWindowFromTheFirstAttempt) {
  DeskUnderTest desk;
  desk.gateway.answer_with(SendOutcome::Unknown);
  const auto first = desk.start();
  ASSERT_TRUE(first);
  desk.clock.advance(seconds{300});
  const auto known = desk->report(desk.gateway.last().id, Report::OnItsWay);
  ASSERT_TRUE(known && *known);
  EXPECT_EQ(desk->find(first->sid)->send_state, SendState::Accepted);
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly) << "accepted now: no repetition any more";
  desk.clock.advance(seconds{1500});
  EXPECT_EQ(desk.refusal_of_start(), std::nullopt);
  EXPECT_NE(desk.gateway.last().code(), "");
}

TEST(GatewayOutcome, AfterARestartAnUnknownMessageHoldsTheWindowAndItsCodeStillCounts) {
  DeskUnderTest desk;
  desk.gateway.answer_with(SendOutcome::Unknown);
  const auto first = desk.start();
  ASSERT_TRUE(first);
  desk.restart();
  desk.clock.advance(seconds{100});
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
  const auto checked = desk->check(first->sid, Secret(desk.gateway.last().code()));
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->verdict, CheckAnswer::Verdict::Approved);
}

TEST(GatewayOutcome, APowerCutWhileSendingLeavesAMessageOfUnknownOutcome) {
  DeskUnderTest desk;
  desk.gateway.hold(true);
  std::thread sender([&] { (void)desk.start().ok(); });
  desk.gateway.wait_for(1);
  {
    // What the next start of the service would find on the disk at this moment.
    auto store = CodeStore::open(desk.file());
    ASSERT_TRUE(store);
    EXPECT_EQ(*store->site_messages(desk.clock.stamp(), hours{24}), 1);
  }
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly) << "and a second finger on the button sends nothing";
  desk.gateway.hold(false);
  sender.join();
  EXPECT_EQ(desk.gateway.count(), 1U);
}

TEST(DeliveryReport, UndeliverableEndsTheWindowAndCountsToTheDailyCap) {
  DeskUnderTest desk;
  for (int i = 0; i < 5; ++i) {
    const auto started = desk.start();
    ASSERT_TRUE(started) << i;
    ASSERT_TRUE(*desk->report(desk.gateway.last().id, Report::Undeliverable));
    EXPECT_EQ(desk->find(started->sid)->send_state, SendState::Undeliverable);
  }
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::NumberCap);
  desk.clock.advance(hours{24});
  EXPECT_EQ(desk.refusal_of_start(), std::nullopt);
}

TEST(DeliveryReport, OfAnOlderMessageDoesNotEndTheNewerWindow) {
  DeskUnderTest desk;
  ASSERT_TRUE(desk.start());
  const std::string older = desk.gateway.last().id;
  desk.clock.advance(seconds{1800});
  ASSERT_TRUE(desk.start());
  ASSERT_TRUE(*desk->report(older, Report::Undeliverable));
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
}

TEST(DeliveryReport, DeliveredStaysDeliveredAndAnUnknownIdIsNobodys) {
  DeskUnderTest desk;
  const auto started = desk.start();
  ASSERT_TRUE(*desk->report(desk.gateway.last().id, Report::Delivered));
  ASSERT_TRUE(*desk->report(desk.gateway.last().id, Report::Undeliverable));
  EXPECT_EQ(desk->find(started->sid)->send_state, SendState::Delivered);
  EXPECT_FALSE(*desk->report("guessed", Report::Undeliverable));
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
}

TEST(Tries, FiveHundredWrongCodesInARowGetFiveTries) {
  DeskUnderTest desk;
  const auto started = desk.start();
  const std::string right = desk.gateway.last().code();
  int compared = 0;
  int ended = 0;
  for (int i = 0; i < 500; ++i) {
    const auto answer = desk->check(started->sid, Secret(another_code(right)));
    if (answer) ++compared;
    else if (answer.error().kind == RefusalKind::TooManyTries) ++ended;
  }
  EXPECT_EQ(compared, 5);
  EXPECT_EQ(ended, 495);
  const auto late = desk->check(started->sid, Secret(right));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, RefusalKind::TooManyTries) << "the right code no longer helps";
}

TEST(Tries, FiveHundredAtOnceFromManyThreadsGetFiveTriesToo) {
  DeskUnderTest desk;
  const auto started = desk.start();
  const std::string wrong = another_code(desk.gateway.last().code());
  std::atomic<int> compared{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 10; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 50; ++i) compared += desk->check(started->sid, Secret(wrong)).ok() ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(compared, 5);
}

TEST(Tries, TheFailureCountOutlivesCodesWaitsDoublingAndTheFifteenthGoesToStaff) {
  DeskUnderTest desk;
  std::vector<std::int64_t> waits;
  int failures = 0;
  std::optional<RefusalKind> last;
  while (!last && failures < 20) {
    const auto started = desk.start();
    if (!started) {
      ASSERT_EQ(started.error().kind, RefusalKind::TooEarly);
      desk.clock.advance(started.error().wait);
      continue;
    }
    const std::string wrong = another_code(desk.gateway.last().code());
    for (bool code_lives = true; code_lives && !last;) {
      const auto answer = desk->check(started->sid, Secret(wrong));
      if (answer) {
        ++failures;
        waits.push_back(answer->view.wait.count());
        continue;
      }
      switch (answer.error().kind) {
        case RefusalKind::Wait: desk.clock.advance(answer.error().wait); break;
        case RefusalKind::TooManyTries:
        case RefusalKind::Expired: code_lives = false; break;
        default: last = answer.error().kind; ++failures; break;
      }
    }
  }
  EXPECT_EQ(last, RefusalKind::Locked);
  EXPECT_EQ(failures, 15);
  EXPECT_EQ(waits, (std::vector<std::int64_t>{0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900}));
  desk.restart();
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::Locked);
  EXPECT_EQ(desk.refusal_of_start("09012345602"), std::nullopt) << "nobody else's";
}

TEST(Check, ApprovesOnceAndIsUnknownAfterwards) {
  DeskUnderTest desk;
  const auto started = desk.start();
  const std::string code = desk.gateway.last().code();
  ASSERT_EQ(code.size(), 6U);
  const auto approved = desk->check(started->sid, Secret(code));
  ASSERT_TRUE(approved);
  EXPECT_EQ(approved->verdict, CheckAnswer::Verdict::Approved);
  const auto again = desk->check(started->sid, Secret(code));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, RefusalKind::NotFound);
}

TEST(Check, TheOlderMessageIsNamedAndCostsNothing) {
  DeskUnderTest desk;
  const auto first = desk.start();
  const std::string older = desk.gateway.last().code();
  desk.clock.advance(seconds{1800});
  const auto second = desk.start();
  ASSERT_TRUE(second);
  EXPECT_NE(second->tag, first->tag);
  const std::string newer = desk.gateway.last().code();
  if (older == newer) GTEST_SKIP() << "one in a million: both codes are the same";
  const auto answer = desk->check(second->sid, Secret(older));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->verdict, CheckAnswer::Verdict::OlderMessage);
  EXPECT_EQ(answer->view.tries_left, 5);
  const auto replaced = desk->check(first->sid, Secret(older));
  ASSERT_FALSE(replaced);
  EXPECT_EQ(replaced.error().kind, RefusalKind::Expired);
}

TEST(Check, StrictCodesEndAfterTenMinutesAndTheWindowStaysThirty) {
  CodeRules strict;
  strict.strict = true;
  DeskUnderTest desk(strict);
  const auto started = desk.start();
  EXPECT_EQ(started->valid_until.seconds, desk.clock.wall().seconds + 600);
  EXPECT_NE(desk.gateway.last().text.find("10分"), std::string::npos);
  desk.clock.advance(seconds{600});
  const auto late = desk->check(started->sid, Secret(desk.gateway.last().code()));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().kind, RefusalKind::Expired);
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
}

TEST(Caps, TheSiteCapCountsEveryNumberAndWarnsBefore) {
  CodeRules rules;
  rules.site_cap = 10;
  DeskUnderTest desk(rules);
  for (int i = 0; i < 10; ++i) {
    EXPECT_EQ(desk->health()->alarm, i >= 7) << i;
    ASSERT_TRUE(desk.start("0901234560" + std::to_string(i)));
  }
  EXPECT_EQ(desk.refusal_of_start("09012345699"), RefusalKind::SiteCap);
  desk.clock.advance(hours{24});
  EXPECT_EQ(desk.refusal_of_start("09012345699"), std::nullopt);
}

TEST(FullDisk, NothingIsSentThatCannotBeWrittenDown) {
  DeskUnderTest desk;
  desk->fail_writes_from(1);
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::StoreBroken);
  EXPECT_EQ(desk.gateway.count(), 0U);
}

TEST(FullDisk, ATryThatCannotBeCountedIsNotAnswered) {
  DeskUnderTest desk;
  const auto started = desk.start();
  const std::string code = desk.gateway.last().code();
  desk->fail_writes_from(1);
  const auto answer = desk->check(started->sid, Secret(code));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::StoreBroken);
  desk->fail_writes_from(0);
  EXPECT_TRUE(desk->check(started->sid, Secret(code)));
}

TEST(FullDisk, AnAnswerThatCannotBeWrittenKeepsTheWindow) {
  DeskUnderTest desk;
  desk->fail_writes_from(2);  // the issue is written, its outcome is not
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::StoreBroken);
  EXPECT_EQ(desk.gateway.count(), 1U);
  desk->fail_writes_from(0);
  EXPECT_EQ(desk.refusal_of_start(), RefusalKind::TooEarly);
}

TEST(Files, HoldNeitherNumberNorCodeNorReportId) {
  DeskUnderTest desk;
  const auto started = desk.start();
  const auto sent = desk.gateway.last();
  (void)desk->check(started->sid, Secret(another_code(sent.code()))).ok();
  for (const auto& entry : std::filesystem::directory_iterator(desk.folder.path())) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    for (const std::string& secret : {sent.to, sent.to.substr(1), sent.id, sent.code()}) {
      EXPECT_EQ(bytes.find(secret), std::string::npos) << entry.path() << " holds " << secret;
    }
  }
}

TEST(Files, ForgetAfterTwoDays) {
  DeskUnderTest desk;
  const auto started = desk.start();
  desk.clock.advance(hours{47});
  ASSERT_TRUE(desk->purge());
  EXPECT_TRUE(desk->find(started->sid));
  desk.clock.advance(hours{2});
  ASSERT_TRUE(desk->purge());
  EXPECT_FALSE(desk->find(started->sid));
}

TEST(Codes, AreSixDigitsSpreadOverTheWholeRange) {
  CodeRules rules;
  rules.site_cap = 100000;
  DeskUnderTest desk(rules);
  std::set<char> first_digits;
  for (int i = 0; i < 300; ++i) {
    std::string number = "0901000" + std::to_string(1000 + i);
    ASSERT_TRUE(desk.start(number));
    const std::string code = desk.gateway.last().code();
    ASSERT_EQ(code.size(), 6U);
    first_digits.insert(code[0]);
  }
  EXPECT_EQ(first_digits.size(), 10U);  // missing one of ten in 300 draws: 2e-13
}

}  // namespace
}  // namespace desk::auth
