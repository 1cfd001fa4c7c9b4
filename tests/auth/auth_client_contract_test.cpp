// The client's contract, held by the real one over a socket and by the fake that the kiosk's tests use.
#include "auth/fake_auth_client.h"
#include "tests/auth/harness.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;
using Verdict = CodeAnswer::Verdict;

struct World {
  virtual ~World() = default;
  virtual AuthClient& client() = 0;
  virtual FakeClock& clock() = 0;
  virtual void gateway_answers(SendOutcome outcome) = 0;
  virtual std::string last_code() = 0;
  virtual void report_last(Report report) = 0;
  virtual std::string right_pin() = 0;
};

struct RealWorld final : World {
  RealWorld() {
    auto made = make_auth_client(service.socket(), service.secret_file());
    EXPECT_TRUE(made);
    client_ = std::move(*made);
  }
  AuthClient& client() override { return *client_; }
  FakeClock& clock() override { return service.clock; }
  void gateway_answers(SendOutcome outcome) override { service.gateway.answer_with(outcome); }
  std::string last_code() override { return service.gateway.last().code(); }
  void report_last(Report report) override { EXPECT_TRUE(*service.desk->report(service.gateway.last().id, report)); }
  std::string right_pin() override { return "4711"; }
  ServiceUnderTest service;
  std::unique_ptr<AuthClient> client_;
};

struct FakeWorld final : World {
  AuthClient& client() override { return fake; }
  FakeClock& clock() override { return clock_; }
  void gateway_answers(SendOutcome outcome) override { fake.gateway_answers(outcome); }
  std::string last_code() override { return fake.last_code(); }
  void report_last(Report report) override { fake.report_last(report); }
  std::string right_pin() override { return "1111"; }
  FakeClock clock_;
  FakeAuthClient fake{clock_, words()};
};

class AuthClientContract : public testing::TestWithParam<const char*> {
 protected:
  AuthClientContract() {
    if (std::string(GetParam()) == "real") world = std::make_unique<RealWorld>();
    else world = std::make_unique<FakeWorld>();
  }
  Result<Challenge, Refusal> start(Purpose purpose = Purpose::Visit) {
    return world->client().start_verification(phone(), purpose, text::Language::English);
  }
  Verdict check(const std::string& sid, const std::string& code) {
    const auto answer = world->client().check(sid, Secret(code));
    EXPECT_TRUE(answer);
    return answer ? answer->verdict : Verdict::Expired;
  }
  std::unique_ptr<World> world;
};

TEST_P(AuthClientContract, ACodeIsSentWithItsTagTimesAndMaskedNumberAndApprovedOnce) {
  const auto challenge = start();
  ASSERT_TRUE(challenge);
  EXPECT_EQ(challenge->masked, "090-••••-5601");
  EXPECT_EQ(challenge->sent, SendState::Accepted);
  EXPECT_EQ(challenge->next_send.seconds, world->clock().wall().seconds + 1800);
  EXPECT_EQ(challenge->valid_until.seconds, world->clock().wall().seconds + 1800);
  EXPECT_EQ(challenge->tries_left, 5);
  EXPECT_TRUE(challenge->open);
  EXPECT_NE(challenge->tag, "");
  EXPECT_EQ(check(challenge->sid, world->last_code()), Verdict::Approved);
  const auto again = world->client().check(challenge->sid, Secret(world->last_code()));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, RefusalKind::NotFound);
  EXPECT_FALSE(world->client().look(challenge->sid)->open);
}

TEST_P(AuthClientContract, TooEarlyTellsTheTimeAndTheLiveCode) {
  const auto challenge = start();
  world->clock().advance(seconds{1799});
  const auto early = start();
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().kind, RefusalKind::TooEarly);
  EXPECT_EQ(early.error().next_send.seconds, challenge->next_send.seconds);
  EXPECT_EQ(early.error().sid, challenge->sid);
  EXPECT_EQ(early.error().tag, challenge->tag);
  world->clock().advance(seconds{1});
  const auto next = start();
  ASSERT_TRUE(next);
  EXPECT_NE(next->tag, challenge->tag);
}

TEST_P(AuthClientContract, WrongWaitOlderTooManyExpired) {
  const auto first = start();
  const std::string older = world->last_code();
  world->clock().advance(seconds{1800});
  EXPECT_EQ(check(first->sid, older), Verdict::Expired);
  const auto second = start();
  const std::string right = world->last_code();
  ASSERT_NE(older, right) << "one in a million";
  EXPECT_EQ(check(second->sid, older), Verdict::OlderMessage);
  const std::string wrong = right == "123123" || older == "123123" ? "321321" : "123123";
  for (int left = 4; left >= 0; --left) {
    const auto answer = world->client().check(second->sid, Secret(wrong));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->verdict, Verdict::Wrong);
    EXPECT_EQ(answer->tries_left, left);
    EXPECT_EQ(answer->wait.count(), left == 0 ? 15 : 0);
  }
  EXPECT_EQ(check(second->sid, right), Verdict::TooManyTries);
  world->clock().advance(seconds{1800});
  const auto third = start();
  ASSERT_TRUE(third);
  EXPECT_EQ(check(third->sid, another_code(world->last_code())), Verdict::Wrong);
  EXPECT_EQ(check(third->sid, world->last_code()), Verdict::Wait);
  world->clock().advance(seconds{30});
  EXPECT_EQ(check(third->sid, world->last_code()), Verdict::Approved);
}

TEST_P(AuthClientContract, GatewayFaultsAreToldApart) {
  world->gateway_answers(SendOutcome::Refused);
  EXPECT_EQ(start().error().kind, RefusalKind::GatewayRefused);
  world->gateway_answers(SendOutcome::NotSent);
  const auto unreachable = start();
  EXPECT_EQ(unreachable.error().kind, RefusalKind::GatewayUnreachable);
  EXPECT_EQ(unreachable.error().staff_code(), StaffCode::GatewayUnreachable);
  world->gateway_answers(SendOutcome::Unknown);
  const auto unknown = start();
  ASSERT_TRUE(unknown);
  EXPECT_EQ(unknown->sent, SendState::Unknown);
  EXPECT_EQ(unknown->next_send.seconds, world->clock().wall().seconds + 60);
  world->report_last(Report::Undeliverable);
  EXPECT_EQ(world->client().look(unknown->sid)->sent, SendState::Undeliverable);
}

TEST_P(AuthClientContract, TheFifthMessageOfADayIsTheLast) {
  for (int i = 0; i < 5; ++i) {
    ASSERT_TRUE(start()) << i;
    world->report_last(Report::Undeliverable);
  }
  const auto capped = start();
  ASSERT_FALSE(capped);
  EXPECT_EQ(capped.error().kind, RefusalKind::NumberCap);
  EXPECT_EQ(capped.error().next_send.seconds, world->clock().wall().seconds + 86400);
}

TEST_P(AuthClientContract, BadDigitsAndBadNumbersAreRefused) {
  const auto challenge = start();
  const auto bad = world->client().check(challenge->sid, Secret("12345"));
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().kind, RefusalKind::BadParameter);
  EXPECT_EQ(world->client().check("VEnone", Secret("123456")).error().kind, RefusalKind::NotFound);
  EXPECT_EQ(world->client().look("VEnone").error().kind, RefusalKind::NotFound);
}

TEST_P(AuthClientContract, StaffPinsRightWrongWait) {
  const auto right = world->client().check_staff_pin(Secret(world->right_pin()));
  ASSERT_TRUE(right);
  EXPECT_EQ(right->kind, PinVerdict::Kind::Right);
  EXPECT_NE(right->name, "");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(world->client().check_staff_pin(Secret("0"))->kind, PinVerdict::Kind::Wrong);
  const auto wait = world->client().check_staff_pin(Secret(world->right_pin()));
  EXPECT_EQ(wait->kind, PinVerdict::Kind::Wait);
  EXPECT_EQ(wait->wait.count(), 15);
}

TEST_P(AuthClientContract, HealthCountsTheDaysMessages) {
  ASSERT_TRUE(start());
  const auto health = world->client().health();
  ASSERT_TRUE(health);
  EXPECT_EQ(health->site_messages, 1);
  EXPECT_EQ(health->site_cap, 200);
  EXPECT_FALSE(health->alarm);
}

TEST_P(AuthClientContract, HealthTellsWhatBecameOfTheNewestMessage) {
  const auto before = world->client().health();
  ASSERT_TRUE(before);
  EXPECT_FALSE(before->last_send) << "nothing was sent yet, and nothing is claimed";
  ASSERT_TRUE(start());
  const auto after = world->client().health();
  ASSERT_TRUE(after);
  EXPECT_EQ(after->last_send, SendState::Accepted);
  EXPECT_EQ(after->last_send_at, world->clock().wall());
  world->report_last(Report::Undeliverable);
  EXPECT_EQ(world->client().health()->last_send, SendState::Undeliverable);
}

TEST_P(AuthClientContract, TheProvidersDoorIsAskedWithoutSendingAnything) {
  const auto open = world->client().reach_gateway();
  ASSERT_TRUE(open);
  EXPECT_TRUE(open->reached);
  world->gateway_answers(SendOutcome::NotSent);
  const auto shut = world->client().reach_gateway();
  ASSERT_TRUE(shut);
  EXPECT_FALSE(shut->reached);
  EXPECT_NE(shut->problem, "");
  EXPECT_EQ(world->client().health()->site_messages, 0);
}

INSTANTIATE_TEST_SUITE_P(, AuthClientContract, testing::Values("real", "fake"), [](const auto& about) { return std::string(about.param); });

TEST(AuthClient, NobodyAtTheSocketIsUnreachable) {
  const Folder folder;
  std::ofstream(folder.file("secret")) << "desk:x\n";
  auto client = make_auth_client(folder.file("none.sock"), folder.file("secret"));
  ASSERT_TRUE(client);
  const auto started = (*client)->start_verification(phone(), Purpose::Visit, text::Language::Japanese);
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().kind, RefusalKind::Unreachable);
  EXPECT_EQ(started.error().staff_code(), StaffCode::AuthUnreachable);
  EXPECT_FALSE(make_auth_client(folder.file("none.sock"), folder.file("no-secret")));
}

TEST(AuthClient, SomethingElseAtTheSocketIsUnreachableAndNoCrash) {
  const Folder folder;
  std::ofstream(folder.file("secret")) << "desk:x\n";
  for (const char* body : {"", "<html>", "[1,2]", "{\"status\":5}", "{\"reason\":\"what\"}"}) {
    HttpServer other;
    other.fallback([body](const HttpRequest&) { return HttpResponse{500, body}; });
    ASSERT_TRUE(other.listen_unix(folder.file("s"), 0600));
    auto client = make_auth_client(folder.file("s"), folder.file("secret"));
    EXPECT_EQ((*client)->look("VE1").error().kind, RefusalKind::Unreachable) << body;
  }
}

TEST(FakeAuthClient, FailsAsToldUntilTakenBack) {
  const FakeClock clock;
  FakeAuthClient fake(clock, words());
  fake.refuse_with(RefusalKind::Unreachable);
  EXPECT_EQ(fake.start_verification(phone(), Purpose::Visit, text::Language::Japanese).error().kind, RefusalKind::Unreachable);
  fake.refuse_with(std::nullopt);
  EXPECT_TRUE(fake.start_verification(phone(), Purpose::Visit, text::Language::Japanese));
  EXPECT_NE((*fake.demo_messages())[0].text.find(fake.last_code()), std::string::npos);
}

}  // namespace
}  // namespace desk::auth
