// How the page role understands core, against a scripted core on a Unix socket: its answers are those of auth/verify_service.h.
#include "auth/page_core_codes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "auth/http_client.h"
#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

class CoreCodesTest : public ::testing::Test {
 protected:
  CoreCodesTest() {
    server.fallback([this](const HttpRequest& request) {
      asked = request.method + " " + request.path;
      authorization = std::string(request.header("Authorization").value_or(""));
      fields.clear();
      for (const auto& [name, value] : request.fields) fields += name + "=" + value + "\n";
      return HttpResponse{status, body};
    });
    EXPECT_TRUE(server.listen_unix(directory.path("core.sock"), 0600));
    codes = make_core_codes(directory.path("core.sock"), Secret("page:secret"), clock);
  }
  CodeSent send() { return codes->send(PhoneNumber::parse("09012345678").number, text::Language::EasyJapanese); }

  TempDirectory directory;
  FakeClock clock{kNow};
  int status = 200;
  std::string body;
  std::string asked;
  std::string authorization;
  std::string fields;
  HttpServer server;
  std::unique_ptr<PageCodes> codes;
};

constexpr const char* kPending = R"({"sid":"VE0123abc","status":"pending","tag":"き-7","send_state":"accepted",
  "next_send_at":"2026-09-17T14:38:20+09:00","tries_left":5})";

TEST_F(CoreCodesTest, AskForACodeForThePage) {
  status = 201;
  body = kPending;
  const CodeSent sent = send();
  EXPECT_EQ(asked, "POST /v2/Services/page/Verifications");
  EXPECT_EQ(fields.find("To=+819012345678\n") != std::string::npos, true) << fields;
  EXPECT_THAT(fields, ::testing::HasSubstr("Purpose=page\n"));
  EXPECT_THAT(fields, ::testing::HasSubstr("Language=ja-easy\n"));
  EXPECT_EQ(authorization, basic_auth("page:secret"));
  EXPECT_EQ(sent.kind, CodeSent::Kind::Sent);
  EXPECT_EQ(sent.sid, "VE0123abc");
  EXPECT_EQ(sent.tag, "き-7");
  EXPECT_EQ(sent.next_send, (WallTime{kNow.seconds + 1820}));
}

TEST_F(CoreCodesTest, UnderstandWhyNothingWasSent) {
  struct Row {
    int status;
    const char* body;
    CodeSent::Kind kind;
  };
  const std::vector<Row> rows = {
      {201, R"({"sid":"VE1","send_state":"unknown"})", CodeSent::Kind::MaybeSent},
      {201, R"({"sid":"../../x","send_state":"accepted"})", CodeSent::Kind::Unavailable},
      {201, R"({})", CodeSent::Kind::Unavailable},
      {429, R"({"code":60203,"reason":"too_early","next_send_at":"2026-09-17T14:38:20+09:00","sid":"VE9","tag":"た-2"})", CodeSent::Kind::TooEarly},
      {429, R"({"code":60203,"reason":"number_cap"})", CodeSent::Kind::Cap},
      {429, R"({"code":20429,"reason":"site_cap"})", CodeSent::Kind::Cap},
      {403, R"({"code":60410,"reason":"locked_for_staff"})", CodeSent::Kind::Staff},
      {503, R"({"code":20503,"reason":"gateway_unreachable"})", CodeSent::Kind::Unavailable},
      {400, R"({"code":60200,"reason":"not_mobile"})", CodeSent::Kind::Unavailable},
      {401, R"({"code":20003,"reason":"unauthorized"})", CodeSent::Kind::Unavailable},
      {500, "", CodeSent::Kind::Unavailable},
      {200, "garbage", CodeSent::Kind::Unavailable},
  };
  for (const Row& row : rows) {
    status = row.status;
    body = row.body;
    EXPECT_EQ(send().kind, row.kind) << row.body;
  }
  status = 429;
  body = rows[3].body;
  EXPECT_EQ(send().sid, "VE9");
  EXPECT_EQ(send().next_send, (WallTime{kNow.seconds + 1820}));
}

TEST_F(CoreCodesTest, UnderstandWhatBecameOfATry) {
  struct Row {
    int status;
    const char* body;
    CodeChecked::Kind kind;
  };
  const std::vector<Row> rows = {
      {200, R"({"status":"approved","valid":true})", CodeChecked::Kind::Right},
      {200, R"({"status":"pending","tries_left":4})", CodeChecked::Kind::Wrong},
      {200, R"({"status":"pending","tries_left":4,"older_message":true})", CodeChecked::Kind::OlderMessage},
      {200, R"({"status":"max_attempts_reached","tries_left":0})", CodeChecked::Kind::Expired},
      {404, R"({"code":20404,"reason":"not_found"})", CodeChecked::Kind::Expired},
      {404, R"({"code":20404,"reason":"expired"})", CodeChecked::Kind::Expired},
      {429, R"({"code":60202,"reason":"too_many_tries"})", CodeChecked::Kind::Expired},
      {429, R"({"code":60212,"reason":"wait","wait_seconds":30})", CodeChecked::Kind::Wait},
      {403, R"({"code":60410,"reason":"locked_for_staff"})", CodeChecked::Kind::Staff},
      {500, R"({"reason":"store"})", CodeChecked::Kind::Unavailable},
      {200, "", CodeChecked::Kind::Unavailable},
      {200, "[]", CodeChecked::Kind::Wrong},
  };
  for (const Row& row : rows) {
    status = row.status;
    body = row.body;
    const CodeChecked checked = codes->check("VE1", Secret("482913"));
    EXPECT_EQ(checked.kind, row.kind) << row.body;
    if (row.kind == CodeChecked::Kind::Wait) {
      EXPECT_EQ(checked.again, (WallTime{kNow.seconds + 30}));
    }
  }
  EXPECT_EQ(asked, "POST /v2/Services/page/VerificationCheck");
  EXPECT_EQ(fields, "Code=482913\nVerificationSid=VE1\n");
}

TEST_F(CoreCodesTest, SeeDeliveryReports) {
  body = R"({"sid":"VE1","send_state":"undeliverable"})";
  EXPECT_EQ(codes->look("VE1")->delivery, CodeStanding::Delivery::Undeliverable);
  EXPECT_EQ(asked, "GET /v2/Services/page/Verifications/VE1");
  body = R"({"sid":"VE1","send_state":"unknown","next_send_at":"2026-09-17T14:09:00+09:00"})";
  EXPECT_EQ(codes->look("VE1")->delivery, CodeStanding::Delivery::MaybeSent);
  EXPECT_EQ(codes->look("VE1")->next_send, (WallTime{kNow.seconds + 60}));
  status = 404;
  EXPECT_FALSE(codes->look("VE1"));
  asked.clear();
  EXPECT_FALSE(codes->look("../Services"));
  EXPECT_EQ(asked, "");
}

TEST_F(CoreCodesTest, ACoreThatIsNotThereIsUnavailable) {
  server.stop();
  EXPECT_EQ(send().kind, CodeSent::Kind::Unavailable);
  EXPECT_EQ(codes->check("VE1", Secret("482913")).kind, CodeChecked::Kind::Unavailable);
  EXPECT_FALSE(codes->look("VE1"));
}

}  // namespace
}  // namespace desk::auth::test
