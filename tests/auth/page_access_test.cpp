#include "auth/page_access.h"

#include <gtest/gtest.h>

#include "auth/page_throttle.h"
#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

TEST(Grant, IsUsedUpByItsFirstUse) {
  FakeClock clock;
  PageAccess access(clock);
  const LinkToken token = crypto::new_link_token();
  const LinkToken grant = crypto::new_link_token();
  const std::string grant_hash = crypto::token_hash_hex(grant.text);
  ASSERT_TRUE(access.add_grant(grant_hash, "t", wrap_token(token, grant)));
  EXPECT_TRUE(access.grant_exists(grant_hash));
  EXPECT_FALSE(access.take_grant(crypto::new_link_token()));
  EXPECT_EQ(access.take_grant(grant)->text, token.text);
  EXPECT_FALSE(access.grant_exists(grant_hash));
  EXPECT_FALSE(access.take_grant(grant));
}

TEST(Grant, LivesTenMinutesWhateverTheWallClockDoes) {
  for (const int jump_hours : {-5, 0, 5}) {
    FakeClock clock;
    PageAccess access(clock);
    const LinkToken token = crypto::new_link_token();
    for (const auto& [age, alive] : {std::pair{seconds{599}, true}, std::pair{seconds{600}, false}}) {
      const LinkToken grant = crypto::new_link_token();
      ASSERT_TRUE(access.add_grant(crypto::token_hash_hex(grant.text), "t", wrap_token(token, grant)));
      clock.jump_wall(std::chrono::hours{jump_hours});
      clock.advance(age);
      EXPECT_EQ(access.take_grant(grant).has_value(), alive) << age.count();
    }
  }
}

TEST(Unlock, OpensOneApplicationForTenMinutes) {
  FakeClock clock;
  PageAccess access(clock);
  const auto unlock = access.unlock("first");
  ASSERT_TRUE(unlock);
  EXPECT_EQ(access.unlocked_for(unlock->cookie, "first"), seconds{600});
  EXPECT_FALSE(access.unlocked_for(unlock->cookie, "second"));
  EXPECT_FALSE(access.unlocked_for("", "first"));
  clock.advance(seconds{599});
  EXPECT_EQ(access.unlocked_for(unlock->cookie, "first"), seconds{1});
  clock.advance(seconds{1});
  EXPECT_FALSE(access.unlocked_for(unlock->cookie, "first"));
}

TEST(Access, EndsWithTheBundle) {
  FakeClock clock;
  PageAccess access(clock);
  const LinkToken grant = crypto::new_link_token();
  ASSERT_TRUE(access.add_grant(crypto::token_hash_hex(grant.text), "first", wrap_token(grant, grant)));
  const auto first = access.unlock("first");
  const auto second = access.unlock("second");
  access.forget("first");
  EXPECT_FALSE(access.take_grant(grant));
  EXPECT_FALSE(access.unlocked_for(first->cookie, "first"));
  EXPECT_TRUE(access.unlocked_for(second->cookie, "second"));
}

TEST(Access, IsBounded) {
  FakeClock clock;
  PageAccess access(clock);
  for (std::size_t i = 0; i < PageAccess::kMostEntries; ++i) {
    ASSERT_TRUE(access.add_grant(std::to_string(i), "t", {}));
    ASSERT_TRUE(access.unlock("t"));
  }
  EXPECT_FALSE(access.add_grant("one more", "t", {}));
  EXPECT_FALSE(access.unlock("t"));
  clock.advance(minutes{10});
  EXPECT_TRUE(access.add_grant("one more", "t", {}));
  EXPECT_TRUE(access.unlock("t"));
}

TEST(Throttle, WaitsFromTheThirtiethMissUntilTheWindowEnds) {
  FakeClock clock;
  PageThrottle throttle(clock);
  for (int i = 0; i < PageThrottle::kMostMisses; ++i) {
    EXPECT_FALSE(throttle.must_wait("a"));
    throttle.missed("a");
  }
  EXPECT_EQ(throttle.must_wait("a"), seconds{600});
  EXPECT_FALSE(throttle.must_wait("b"));
  clock.advance(seconds{599});
  EXPECT_EQ(throttle.must_wait("a"), seconds{1});
  clock.advance(seconds{1});
  EXPECT_FALSE(throttle.must_wait("a"));
}

TEST(Throttle, OldMissesDoNotAddUp) {
  FakeClock clock;
  PageThrottle throttle(clock);
  for (int i = 0; i < 100; ++i) {
    throttle.missed("a");
    clock.advance(minutes{1});
    EXPECT_FALSE(throttle.must_wait("a")) << i;
  }
}

TEST(PeerKey, BelievesTheProxyOnLoopbackOnly) {
  struct Row {
    const char* connection;
    std::optional<std::string_view> forwarded;
    bool behind_proxy;
    const char* same_as;  // the plain connection it must count as
  };
  const std::vector<Row> rows = {
      {"198.51.100.1", std::nullopt, true, "198.51.100.1"},
      {"198.51.100.1", "203.0.113.9", true, "198.51.100.1"},               // a client that writes the header itself
      {"127.0.0.1", "203.0.113.9", true, "203.0.113.9"},
      {"127.0.0.1", "203.0.113.9", false, "127.0.0.1"},                    // lan: there is no proxy
      {"127.0.0.1", "198.51.100.77, 203.0.113.9", true, "203.0.113.9"},    // only our proxy's entry, the last
      {"::1", "203.0.113.9", true, "203.0.113.9"},
      {"::ffff:127.0.0.1", "203.0.113.9", true, "203.0.113.9"},
      {"127.0.0.1", "rubbish", true, "127.0.0.1"},
      {"::ffff:198.51.100.1", std::nullopt, true, "198.51.100.1"},
      {"127.0.0.1", "2001:db8:1:2:3::4", true, "2001:db8:1:2:ffff::1"},    // one customer's /64
  };
  for (const Row& row : rows) {
    EXPECT_EQ(peer_key(row.connection, row.forwarded, row.behind_proxy), peer_key(row.same_as, std::nullopt, false))
        << row.connection << " " << row.forwarded.value_or("-");
  }
  EXPECT_NE(peer_key("2001:db8:1:2::1", {}, false), peer_key("2001:db8:1:3::1", {}, false));
  EXPECT_NE(peer_key("198.51.100.1", {}, false), peer_key("198.51.100.2", {}, false));
}

}  // namespace
}  // namespace desk::auth::test
