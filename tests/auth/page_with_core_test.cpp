// The page and the real core together: the code that core sends opens the PDFs, and core's limits hold on the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <regex>

#include "auth/page_client.h"
#include "auth/page_core_codes.h"
#include "auth/verify_service.h"
#include "tests/auth/page_fixture.h"

namespace desk::auth::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using std::chrono::seconds;

class PageWithCore : public ::testing::Test {
 protected:
  PageWithCore() {
    std::ofstream(directory.path("core.secret")) << "desk:one\npage:two\n";
    chmod(directory.path("core.secret").c_str(), 0640);
    credentials = std::make_unique<Result<Credentials>>(Credentials::load(directory.path("core.secret")));
    auto kept = CodeStore::open(directory.path("auth.db"));
    auto failures = CodeStore::open(directory.path("auth.db"));
    if (!*credentials || !kept || !failures) throw std::runtime_error("core cannot be set up");
    gateway = make_console_gateway(site.clock);
    desk = std::make_unique<VerifyDesk>(std::move(*kept), crypto::Key::random(), *gateway, site.clock, texts(), CodeRules{}, "高崎商工会議所");
    pins = std::make_unique<StaffPins>(std::move(*failures), [] { return Result<std::string>(std::string()); }, site.clock);
    service = std::make_unique<VerifyService>(*desk, *pins, **credentials, nullptr);
    service->add_routes(server);
    if (!server.listen_unix(directory.path("core.sock"), 0600)) throw std::runtime_error("core cannot listen");
    auto secret = read_page_secret(directory.path("core.secret"));
    if (!secret) throw std::runtime_error(secret.error().message());
    EXPECT_EQ(secret->reveal(), "page:two");
    codes = make_core_codes(directory.path("core.sock"), std::move(*secret), site.clock);
    page = std::make_unique<PageSite>(PageSite::Parts{config::HandoffMode::Public, "https://desk.example.jp", "高崎商工会議所", *site.store,
                                                      site.access, *codes, texts(), site.clock});
    home = site.add(crypto::new_link_token());
  }
  ~PageWithCore() override { server.stop(); }

  HttpResponse ask(std::string method, const std::string& path, HttpPairs fields = {}, const std::string& cookie = {}) {
    HttpRequest request;
    request.method = std::move(method);
    request.path = path;
    request.fields = std::move(fields);
    request.peer = "192.0.2.7";
    if (!cookie.empty()) request.headers.emplace_back("Cookie", cookie);
    return page->answer(request);
  }
  // The digits of the newest message, as the applicant would read them.
  std::string code_in_message() {
    const auto messages = gateway->messages();
    std::smatch digits;
    const std::string text = messages.empty() ? "" : messages.back().text;
    return std::regex_search(text, digits, std::regex("(^|[^0-9])([0-9]{6})([^0-9]|$)")) ? digits[2].str() : "";
  }
  static std::string another(const std::string& code) { return (code[0] == '9' ? "1" : "9") + code.substr(1); }

  TempDirectory directory;
  Site site;
  std::unique_ptr<Result<Credentials>> credentials;
  std::unique_ptr<ConsoleGateway> gateway;
  std::unique_ptr<VerifyDesk> desk;
  std::unique_ptr<StaffPins> pins;
  std::unique_ptr<VerifyService> service;
  HttpServer server;
  std::unique_ptr<PageCodes> codes;
  std::unique_ptr<PageSite> page;
  std::string home;
};

TEST_F(PageWithCore, TheCodeInTheMessageOpensThePdfs) {
  EXPECT_EQ(ask("POST", home + "/code").status, 303);
  ASSERT_EQ(gateway->messages().size(), 1u);
  const std::string code = code_in_message();
  ASSERT_EQ(code.size(), 6u);
  const std::string waiting = ask("GET", home + "/files").body;
  EXPECT_THAT(waiting, HasSubstr("14:38"));
  EXPECT_THAT(waiting, HasSubstr("番号札"));
  EXPECT_THAT(waiting, Not(HasSubstr(code)));
  const HttpResponse wrong = ask("POST", home + "/check", {{"code", another(code)}});
  EXPECT_EQ(wrong.status, 422);
  const HttpResponse right = ask("POST", home + "/check", {{"code", code}});
  ASSERT_EQ(right.status, 303);
  EXPECT_EQ(ask("GET", home + "/pdf/1", {}, cookie_of(right)).body, sample_pdfs()[0]);
  EXPECT_EQ(ask("POST", home + "/check", {{"code", code}}).status, 422) << "a code is used once";
}

TEST_F(PageWithCore, ThirtyMinutesHoldOnThePageToo) {
  (void)ask("POST", home + "/code");
  site.clock.advance(seconds{1799});
  const HttpResponse early = ask("POST", home + "/code");
  EXPECT_EQ(early.status, 429);
  EXPECT_EQ(gateway->messages().size(), 1u);
  site.clock.advance(seconds{1});
  EXPECT_EQ(ask("POST", home + "/code").status, 303);
  EXPECT_EQ(gateway->messages().size(), 2u);
}

TEST_F(PageWithCore, ACodeThatTheKioskSentHoldsTheWindowAndSaysWhen) {
  ASSERT_TRUE(desk->start(PhoneNumber::parse("09012345678").number, Purpose::Visit, text::Language::Japanese));
  site.clock.advance(seconds{600});
  const HttpResponse early = ask("POST", home + "/code");
  EXPECT_EQ(early.status, 429);
  EXPECT_THAT(early.body, HasSubstr("次に送れるのは 14:38 です"));
  EXPECT_THAT(early.body, HasSubstr("窓口の終わりの画面"));
  EXPECT_EQ(gateway->messages().size(), 1u);
}

TEST_F(PageWithCore, FiveWrongTriesEndTheCode) {
  (void)ask("POST", home + "/code");
  const std::string code = code_in_message();
  std::vector<int> statuses;
  for (int i = 0; i < 5; ++i) {
    site.clock.advance(seconds{20});
    statuses.push_back(ask("POST", home + "/check", {{"code", another(code)}}).status);
  }
  EXPECT_THAT(statuses, ::testing::Each(422));
  site.clock.advance(seconds{20});
  const HttpResponse late = ask("POST", home + "/check", {{"code", code}});
  EXPECT_EQ(late.status, 422);
  EXPECT_EQ(header_of(late, "Set-Cookie"), "");
}

TEST_F(PageWithCore, AGatewayThatRefusesIsSaidAndOpensNoWindow) {
  gateway->answer_with(SendOutcome::Refused);
  EXPECT_EQ(ask("POST", home + "/code").status, 503);
  gateway->answer_with(SendOutcome::Accepted);
  EXPECT_EQ(ask("POST", home + "/code").status, 303);
}

TEST_F(PageWithCore, AMessageOfUnknownFateStillOpensThePdfs) {
  gateway->answer_with(SendOutcome::Unknown);
  EXPECT_EQ(ask("POST", home + "/code").status, 303);
  EXPECT_THAT(ask("GET", home + "/files").body, HasSubstr("送れたか、まだ分かりません"));
}

TEST_F(PageWithCore, ACoreThatIsGoneIsSaid) {
  server.stop();
  EXPECT_EQ(ask("GET", home).status, 200) << "the checklist needs no core";
  const HttpResponse response = ask("POST", home + "/code");
  EXPECT_EQ(response.status, 503);
  EXPECT_THAT(response.body, HasSubstr("いまは確認できません"));
}

}  // namespace
}  // namespace desk::auth::test
