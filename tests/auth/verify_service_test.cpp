// The service as other systems of the chamber see it: Twilio Verify v2 over a real Unix socket.
#include <atomic>
#include <thread>

#include "auth/pin_list.h"
#include "tests/auth/harness.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;

constexpr const char* kStart = "/v2/Services/VA1/Verifications";
constexpr const char* kCheck = "/v2/Services/VA1/VerificationCheck";

TEST(VerifyService, StartsAPendingVerificationInTwiliosShape) {
  ServiceUnderTest service;
  const auto started = service.start("+819012345601");
  EXPECT_EQ(started.status, 201);
  EXPECT_EQ(started.text("status"), "pending");
  EXPECT_EQ(started.text("channel"), "sms");
  EXPECT_EQ(started.text("service_sid"), "VA1");
  EXPECT_EQ(started.text("to"), "090-••••-5601");
  EXPECT_EQ(started.text("sid").substr(0, 2), "VE");
  EXPECT_EQ(started.text("sid").size(), 34U);
  EXPECT_EQ(started.text("send_state"), "accepted");
  EXPECT_EQ(started.text("next_send_at"), iso_jst({service.clock.wall().seconds + 1800}));
  EXPECT_EQ(started.text("valid_until"), iso_jst({service.clock.wall().seconds + 1800}));
  EXPECT_EQ(started.whole("tries_left"), 5);
  EXPECT_NE(service.gateway.last().text.find(started.text("tag")), std::string::npos);
  EXPECT_EQ(service.gateway.last().to, "09012345601");

  const auto found = service.ask("GET", std::string(kStart) + "/" + started.text("sid"));
  EXPECT_EQ(found.status, 200);
  EXPECT_EQ(found.text("status"), "pending");
  EXPECT_EQ(service.ask("GET", std::string(kStart) + "/VE0").whole("code"), 20404);
}

TEST(VerifyService, ChecksByVerificationSidOrByTo) {
  for (const bool by_to : {false, true}) {
    ServiceUnderTest service;
    const auto started = service.start("090 1234 5601");
    const std::string code = service.gateway.last().code();
    const std::pair<std::string, std::string> which =
        by_to ? std::pair<std::string, std::string>{"To", "+819012345601"} : std::pair<std::string, std::string>{"VerificationSid", started.text("sid")};
    const auto wrong = service.ask("POST", kCheck, {which, {"Code", another_code(code)}});
    EXPECT_EQ(wrong.status, 200);
    EXPECT_EQ(wrong.text("status"), "pending");
    EXPECT_EQ(wrong.whole("tries_left"), 4);
    const auto right = service.ask("POST", kCheck, {which, {"Code", code}});
    EXPECT_EQ(right.status, 200);
    EXPECT_EQ(right.text("status"), "approved");
    const auto after = service.ask("POST", kCheck, {which, {"Code", code}});
    EXPECT_EQ(after.status, 404);
    EXPECT_EQ(after.whole("code"), 20404);
  }
}

TEST(VerifyService, AcceptsACodeAsPeopleTypeIt) {
  ServiceUnderTest service;
  const auto started = service.start("09012345601");
  const std::string code = service.gateway.last().code();
  std::string typed;
  for (std::size_t i = 0; i < 6; ++i) typed += (i == 3 ? " " : "") + std::string("\xEF\xBC") + static_cast<char>('\x90' + (code[i] - '0'));
  EXPECT_EQ(service.check(started.text("sid"), typed).text("status"), "approved");
}

TEST(VerifyService, RefusesWhatItCannotUse) {
  ServiceUnderTest service;
  struct Row {
    const char* situation;
    std::vector<std::pair<std::string, std::string>> fields;
    int status;
    int code;
    const char* problem;
  };
  const Row rows[] = {
      {"no number", {{"Channel", "sms"}}, 400, 60200, "empty"},
      {"a landline", {{"To", "+81312345678"}, {"Channel", "sms"}}, 400, 60200, "landline"},
      {"an IP phone", {{"To", "05012345678"}, {"Channel", "sms"}}, 400, 60200, "ip_phone"},
      {"a free dial", {{"To", "08001234567"}, {"Channel", "sms"}}, 400, 60200, "free_dial"},
      {"a foreign number", {{"To", "+14155550100"}, {"Channel", "sms"}}, 400, 60200, "foreign"},
      {"a call", {{"To", "09012345601"}, {"Channel", "call"}}, 400, 60200, ""},
      {"no channel", {{"To", "09012345601"}}, 400, 60200, ""},
      {"a code of the caller's own", {{"To", "09012345601"}, {"Channel", "sms"}, {"CustomCode", "123456"}}, 400, 60200, ""},
      {"an unknown purpose", {{"To", "09012345601"}, {"Channel", "sms"}, {"Purpose", "spam"}}, 400, 60200, ""},
      {"an unknown language", {{"To", "09012345601"}, {"Channel", "sms"}, {"Language", "xx"}}, 400, 60200, ""},
  };
  for (const Row& row : rows) {
    const auto answer = service.ask("POST", kStart, row.fields);
    EXPECT_EQ(answer.status, row.status) << row.situation;
    EXPECT_EQ(answer.whole("status"), row.status) << row.situation;
    EXPECT_EQ(answer.whole("code"), row.code) << row.situation;
    EXPECT_EQ(answer.text("problem"), row.problem) << row.situation;
    EXPECT_NE(answer.text("more_info").find(std::to_string(row.code)), std::string::npos) << row.situation;
    EXPECT_NE(answer.text("message"), "") << row.situation;
  }
  for (const char* code : {"", "12345", "1234567", "12a456", "１２３４５"}) {
    EXPECT_EQ(service.check("VE0", code).whole("code"), 60200) << code;
  }
  EXPECT_EQ(service.check("VE0", "123456").whole("code"), 20404);
  EXPECT_EQ(service.gateway.count(), 0U);
}

TEST(VerifyService, TooEarlyTellsWhen) {
  ServiceUnderTest service;
  const auto started = service.start("09012345601");
  service.clock.advance(seconds{100});
  const auto early = service.start("09012345601");
  EXPECT_EQ(early.status, 429);
  EXPECT_EQ(early.whole("code"), 60203);
  EXPECT_EQ(early.text("reason"), "too_early");
  EXPECT_EQ(early.text("staff_code"), "SC-405");
  EXPECT_EQ(early.whole("wait_seconds"), 1700);
  EXPECT_EQ(early.text("next_send_at"), started.text("next_send_at"));
  EXPECT_EQ(early.text("sid"), started.text("sid"));
}

TEST(VerifyService, EveryEndOfACodeHasItsOwnError) {
  ServiceUnderTest service;
  const auto started = service.start("09012345601");
  const std::string wrong = another_code(service.gateway.last().code());
  for (int left = 4; left >= 1; --left) EXPECT_EQ(service.check(started.text("sid"), wrong).whole("tries_left"), left);
  const auto fifth = service.check(started.text("sid"), wrong);
  EXPECT_EQ(fifth.status, 200);
  EXPECT_EQ(fifth.text("status"), "max_attempts_reached");
  const auto sixth = service.check(started.text("sid"), wrong);
  EXPECT_EQ(sixth.status, 429);
  EXPECT_EQ(sixth.whole("code"), 60202);

  const auto second = service.start("09012345602");
  service.clock.advance(seconds{1800});
  EXPECT_EQ(service.ask("GET", std::string(kStart) + "/" + second.text("sid")).text("status"), "expired");
  const auto expired = service.check(second.text("sid"), wrong);
  EXPECT_EQ(expired.status, 404);
  EXPECT_EQ(expired.text("reason"), "expired");

  const auto third = service.start("09012345601");  // five failures so far: a wait of 15 s since the last, long over
  EXPECT_EQ(third.status, 201);
  const std::string bad = another_code(service.gateway.last().code());
  EXPECT_EQ(service.check(third.text("sid"), bad).whole("wait_seconds"), 30);
  const auto wait = service.check(third.text("sid"), bad);
  EXPECT_EQ(wait.status, 429);
  EXPECT_EQ(wait.whole("code"), 60212);
  EXPECT_EQ(wait.whole("wait_seconds"), 30);
}

TEST(VerifyService, GatewayFailuresAreToldApart) {
  ServiceUnderTest service;
  service.gateway.answer_with(SendOutcome::Refused);
  EXPECT_EQ(service.start("09012345601").text("reason"), "gateway_refused");
  service.gateway.answer_with(SendOutcome::NotSent);
  EXPECT_EQ(service.start("09012345601").text("reason"), "gateway_unreachable");
  service.gateway.answer_with(SendOutcome::Unknown);
  const auto unknown = service.start("09012345601");
  EXPECT_EQ(unknown.status, 201);
  EXPECT_EQ(unknown.text("send_state"), "unknown");
}

TEST(VerifyService, NobodyWithoutTheSecretAndThePageOnlyItsPart) {
  ServiceUnderTest service;
  for (const char* account : {"", "desk:wrong", "desk:", "nobody:token-one", "desk:token-one "}) {
    const auto answer = service.ask("POST", kStart, {{"To", "09012345601"}, {"Channel", "sms"}}, account);
    EXPECT_EQ(answer.status, 401) << account;
    EXPECT_EQ(answer.whole("code"), 20003) << account;
  }
  EXPECT_EQ(service.ask("POST", "/v1/StaffPins/check", {{"Pin", "4711"}}, "page:token-two").status, 401);
  EXPECT_EQ(service.ask("POST", kStart, {{"To", "09012345601"}, {"Channel", "sms"}}, "page:token-two").status, 400);
  EXPECT_EQ(service.ask("POST", kStart, {{"To", "09012345601"}, {"Channel", "sms"}, {"Purpose", "page"}}, "page:token-two").status, 201);
}

TEST(VerifyService, TakesKannelsAndWordyDeliveryReportsByTheirSecretId) {
  ServiceUnderTest service;
  const auto started = service.start("09012345601");
  const std::string path = std::string(kStart) + "/" + started.text("sid");
  const std::string id = service.gateway.last().id;
  EXPECT_EQ(service.ask("GET", "/dlr?id=" + id + "&type=8", {}, "").status, 204);
  EXPECT_EQ(service.ask("GET", path).text("send_state"), "accepted");
  EXPECT_EQ(service.ask("POST", "/dlr", {{"id", id}, {"status", "undelivered"}}, "").status, 204);
  EXPECT_EQ(service.ask("GET", path).text("send_state"), "undeliverable");
  EXPECT_EQ(service.ask("GET", "/dlr?id=guess&type=2", {}, "").status, 404);
  EXPECT_EQ(service.ask("GET", "/dlr?id=" + id + "&type=99", {}, "").status, 400);
}

TEST(VerifyService, ShownMessagesExistOnlyInADemonstration) {
  ServiceUnderTest real;
  EXPECT_EQ(real.ask("GET", "/demo/messages").status, 404);
  const FakeClock clock;
  const auto console = make_console_gateway(clock);
  ServiceUnderTest demonstration({}, console.get(), console.get());
  EXPECT_EQ(demonstration.start("09012345601").status, 201);
  const auto shown = demonstration.ask("GET", "/demo/messages");
  ASSERT_EQ(shown.json.find("messages")->array()->size(), 1U);
  EXPECT_EQ(demonstration.ask("GET", "/demo/messages", {}, "").status, 401);
}

TEST(VerifyService, ManyAtOnceEachGetTheirOwnCodeAndOneNumberGetsOne) {
  ServiceUnderTest service;
  std::atomic<int> created{0};
  std::atomic<int> early{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 8; ++t) {
    threads.emplace_back([&, t] {
      created += service.start("0901234570" + std::to_string(t)).status == 201 ? 1 : 0;
      const int status = service.start("09099999999").status;
      created += status == 201 ? 1 : 0;
      early += status == 429 ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(created, 9);
  EXPECT_EQ(early, 7);
  EXPECT_EQ(service.gateway.count(), 9U);
}

TEST(StaffPins, NameTheirOwnerAndLockAfterFifteen) {
  ServiceUnderTest service;
  const auto pin = [&](const std::string& digits) { return service.ask("POST", "/v1/StaffPins/check", {{"Pin", digits}}); };
  EXPECT_EQ(pin("0815").text("name"), "sato");
  const std::int64_t waits[] = {0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900, 900};
  for (int i = 0; i < 14; ++i) {
    const auto wrong = pin("9999");
    ASSERT_EQ(wrong.status, 200) << i;
    EXPECT_EQ(wrong.whole("tries_left"), 14 - i);
    EXPECT_EQ(wrong.whole("wait_seconds"), waits[i]) << i;
    if (waits[i] > 0) {
      EXPECT_EQ(pin("4711").whole("code"), 60212) << "the right one waits too";
    }
    service.clock.advance(seconds{waits[i]});
  }
  EXPECT_EQ(pin("9999").text("reason"), "locked_for_staff");
  service.clock.advance(seconds{1000});
  EXPECT_EQ(pin("4711").text("reason"), "locked_for_staff");
}

// The lock is not the night's work of a patient thief: it lasts until the operator has been told.
TEST(StaffPins, StayLockedForDaysUntilTheOperatorUnlocksThem) {
  ServiceUnderTest service;
  const auto pin = [&](const std::string& digits) { return service.ask("POST", "/v1/StaffPins/check", {{"Pin", digits}}); };
  for (int i = 0; i < 15; ++i) {
    (void)pin("9999");
    service.clock.advance(seconds{900});
  }
  EXPECT_EQ(pin("4711").text("reason"), "locked_for_staff");
  service.clock.advance(std::chrono::hours{72});
  ASSERT_TRUE(service.desk->purge());
  EXPECT_EQ(pin("4711").text("reason"), "locked_for_staff");
  service.pins = with_unlock(service.pins, service.clock.wall());
  EXPECT_EQ(pin("9999").whole("tries_left"), 14) << "forgiven, and counted anew";
  EXPECT_EQ(pin("4711").text("name"), "tanaka");
}

TEST(StaffPins, ARightPinClearsTheCount) {
  ServiceUnderTest service;
  const auto pin = [&](const std::string& digits) { return service.ask("POST", "/v1/StaffPins/check", {{"Pin", digits}}); };
  for (int i = 0; i < 4; ++i) EXPECT_EQ(pin("1").status, 200);
  EXPECT_EQ(pin("4711").text("name"), "tanaka");
  EXPECT_EQ(pin("1").whole("wait_seconds"), 0);
}

TEST(Credentials, AreRefusedWhenEmptyOrReadableByOthers) {
  const Folder folder;
  std::ofstream(folder.file("empty")) << "# nothing\n:\nx:\n";
  chmod(folder.file("empty").c_str(), 0600);
  EXPECT_FALSE(Credentials::load(folder.file("empty")));
  std::ofstream(folder.file("open")) << "a:b\n";
  chmod(folder.file("open").c_str(), 0644);
  EXPECT_FALSE(Credentials::load(folder.file("open")));
  chmod(folder.file("open").c_str(), 0640);
  EXPECT_TRUE(Credentials::load(folder.file("open")));
}

}  // namespace
}  // namespace desk::auth
