// A call for staff, told to their own system: what leaves, what counts as taken, and what the kiosk is told at the end of the way.
#include <atomic>

#include "auth/help_client.h"
#include "auth/help_webhook.h"
#include "tests/auth/harness.h"

namespace desk::auth {
namespace {

// The staff's system: answers with one status after another, the last one from then on.
struct Staff {
  explicit Staff(std::vector<int> statuses) : answers(std::move(statuses)) {
    server.fallback([this](const HttpRequest& request) {
      const int at = calls++;
      method = request.method;
      path = request.path;
      body = request.body;
      authorization = std::string(request.header("Authorization").value_or(""));
      return HttpResponse{answers[std::min<std::size_t>(static_cast<std::size_t>(at), answers.size() - 1)], "{}"};
    });
    const auto bound = server.listen_tcp("127.0.0.1", 0);
    EXPECT_TRUE(bound);
    port = *bound;
  }
  ~Staff() { server.stop(); }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port) + "/hooks/help"; }

  std::vector<int> answers;
  std::atomic<int> calls{0};
  int port = 0;
  std::string method, path, body, authorization;
  HttpServer server;
};

struct HelpCase {
  config::Help help;
  config::Site site;
  FakeClock clock{from_jst({Date{std::chrono::year{2026}, std::chrono::month{9}, std::chrono::day{17}}, 10 * 60 + 12})};
  HelpCase() {
    site.name = "高崎商工会議所";
    site.corner = "補助金 準備コーナー";
  }
  [[nodiscard]] HelpOutcome call(const std::string& kiosk = "") const {
    const auto webhook = HelpWebhook::make(help, site, clock);
    EXPECT_TRUE(webhook);
    return (*webhook)->call("coach", kiosk);
  }
};

TEST(HelpWebhook, SaysWhereAndWhenAndNothingOfThePerson) {
  const Folder folder;
  std::ofstream(folder.file("secret")) << "staff-room\n";
  Staff staff({204});
  HelpCase desk;
  desk.help.webhook_url = staff.url();
  desk.help.secret_file = folder.file("secret");
  EXPECT_EQ(desk.call("2番"), HelpOutcome::Sent);
  EXPECT_EQ(staff.calls, 1);
  EXPECT_EQ(staff.method, "POST");
  EXPECT_EQ(staff.path, "/hooks/help");
  EXPECT_EQ(staff.authorization, "Bearer staff-room");
  EXPECT_EQ(staff.body, R"({"event":"help","site":"高崎商工会議所","kiosk":"2番","screen":"coach","at":"2026-09-17T10:12:00+09:00"})");
  EXPECT_EQ(desk.call(), HelpOutcome::Sent);
  EXPECT_NE(staff.body.find(R"("kiosk":"補助金 準備コーナー")"), std::string::npos) << "a kiosk without a name is its corner";
}

TEST(HelpWebhook, TriesOnceMoreAndThenTellsTheTruth) {
  struct Row {
    std::vector<int> answers;
    HelpOutcome expected;
    int calls;
  };
  const Row rows[] = {{{200}, HelpOutcome::Sent, 1},       {{503, 200}, HelpOutcome::Sent, 2},    {{500, 500, 200}, HelpOutcome::NotSent, 2},
                      {{302, 302}, HelpOutcome::NotSent, 2}, {{401, 202}, HelpOutcome::Sent, 2}};
  for (const Row& row : rows) {
    Staff staff(row.answers);
    HelpCase desk;
    desk.help.webhook_url = staff.url();
    EXPECT_EQ(desk.call(), row.expected) << row.answers.front();
    EXPECT_EQ(staff.calls, row.calls);
  }
}

TEST(HelpWebhook, NobodyListeningIsNotSentAndNoAddressIsOff) {
  HelpCase desk;
  EXPECT_EQ(desk.call(), HelpOutcome::Off);
  { desk.help.webhook_url = Staff({200}).url(); }
  EXPECT_EQ(desk.call(), HelpOutcome::NotSent);
}

TEST(HelpWebhook, ASecretThatIsMissingOrWouldBreakTheHeaderIsRefusedAtOnce) {
  const Folder folder;
  HelpCase desk;
  desk.help.webhook_url = "http://127.0.0.1:9/";
  desk.help.secret_file = folder.file("none");
  EXPECT_FALSE(HelpWebhook::make(desk.help, desk.site, desk.clock));
  std::ofstream(folder.file("secret")) << "a\r\nX-Evil: 1\n";
  desk.help.secret_file = folder.file("secret");
  EXPECT_FALSE(HelpWebhook::make(desk.help, desk.site, desk.clock));
}

// The whole way: the kiosk's client, the socket, the route, the staff's system.
TEST(HelpRoute, TellsTheKioskWhetherItWasSentAndAsksWhoItIs) {
  const Folder folder;
  std::ofstream(folder.file("accounts")) << "desk:token\npage:token2\n";
  std::filesystem::permissions(folder.file("accounts"), std::filesystem::perms(0600));
  std::ofstream(folder.file("page")) << "page:token2\n";
  std::ofstream(folder.file("stranger")) << "desk:wrong\n";
  const auto credentials = Credentials::load(folder.file("accounts"));
  ASSERT_TRUE(credentials);
  Staff staff({200, 500});
  HelpCase desk;
  desk.help.webhook_url = staff.url();
  const auto webhook = HelpWebhook::make(desk.help, desk.site, desk.clock);
  ASSERT_TRUE(webhook);
  HttpServer server;
  HelpWebhook::add_route(server, **webhook, *credentials);
  ASSERT_TRUE(server.listen_unix(folder.file("core.sock"), 0660));
  const auto told = [&](const std::string& account, const std::string& screen) {
    const auto client = make_help_client(folder.file("core.sock"), folder.file(account));
    EXPECT_TRUE(client);
    return (*client)->call(screen, "");
  };
  EXPECT_TRUE(told("accounts", "coach"));
  EXPECT_EQ(staff.calls, 1);
  EXPECT_FALSE(told("accounts", "coach")) << "the staff's system broke down: nobody may be told that it was sent";
  const int before = staff.calls;
  EXPECT_FALSE(told("page", "coach")) << "the page process faces the network";
  EXPECT_FALSE(told("stranger", "coach"));
  EXPECT_FALSE(told("accounts", ""));
  EXPECT_FALSE(told("accounts", std::string(200, 'x')));
  EXPECT_FALSE(told("accounts", "two\nlines"));
  EXPECT_EQ(staff.calls, before) << "none of these reached the staff";
  server.stop();
  EXPECT_FALSE(told("accounts", "coach")) << "desk-auth is not there";
}

}  // namespace
}  // namespace desk::auth
