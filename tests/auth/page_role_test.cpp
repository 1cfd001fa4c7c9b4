// The page role over its real sockets: TCP for phones, a Unix socket for the kiosk, and the client on both the real role and the fake.
#include "auth/page_role.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

#include "auth/http_client.h"
#include "auth/page_client.h"
#include "auth/page_client_fake.h"
#include "auth/page_core_codes.h"
#include "auth/roles.h"
#include "tests/auth/page_fixture.h"
#include "tests/places.h"

namespace desk::auth::test {
namespace {

using config::HandoffMode;
using ::testing::HasSubstr;

constexpr std::string_view kSecret = "AC0:correct horse";

struct RunningRole {
  explicit RunningRole(HandoffMode mode) {
    config::Page page;
    page.mode = mode;
    page.base_url = mode == HandoffMode::Public ? "https://desk.example.jp" : "http://desk.local:8080";
    page.listen_port = 0;
    page.socket = directory.path("page.sock");
    page.directory = directory.path("page");
    auto started = PageRole::start({page, "高崎商工会議所", Secret(kSecret), texts(), clock, codes});
    if (!started) throw std::runtime_error(started.error().message());
    role = std::move(*started);
  }
  [[nodiscard]] HttpReply ask(std::string method, const std::string& path, std::string body = {}) const {
    HttpCall call;
    call.method = std::move(method);
    call.url = "http://127.0.0.1:" + std::to_string(role->port()) + path;
    call.body = std::move(body);
    if (!call.body.empty()) call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    call.max_reply = kMostBundleBytes;
    return perform(call);
  }
  [[nodiscard]] HttpReply ask_desk(std::string method, const std::string& path, std::string_view secret, std::string body = {},
                                   HttpPairs headers = {}) const {
    HttpCall call;
    call.method = std::move(method);
    call.url = "http://desk-page" + path;
    call.unix_socket = directory.path("page.sock");
    call.headers = std::move(headers);
    call.headers.emplace_back("Content-Type", "application/octet-stream");
    if (!secret.empty()) call.headers.emplace_back("Authorization", basic_auth(secret));
    call.body = std::move(body);
    return perform(call);
  }

  TempDirectory directory;
  FakeClock clock{kNow};
  ScriptedCodes codes;
  std::unique_ptr<PageRole> role;
};

// One face for the real client and the fake, with the finger on the phone.
struct Peer {
  virtual ~Peer() = default;
  virtual PageClient& client() = 0;
  virtual void press_erase(const LinkToken& token) = 0;
  virtual bool use_grant(const std::string& path) = 0;
  FakeClock* clock = nullptr;
};

struct RealPeer final : Peer {
  explicit RealPeer(HandoffMode mode) : running(mode), made(make_page_client(running.directory.path("page.sock"), Secret(kSecret))) {
    clock = &running.clock;
  }
  PageClient& client() override { return *made; }
  void press_erase(const LinkToken& token) override {
    EXPECT_EQ(running.ask("POST", "/a/" + token.text + "/erase", "confirm=yes").status, 200);
  }
  bool use_grant(const std::string& path) override { return running.ask("POST", path, "x=").status == 303; }
  RunningRole running;
  std::unique_ptr<PageClient> made;
};

struct FakePeer final : Peer {
  explicit FakePeer(HandoffMode mode) : fake(own_clock, mode) { clock = &own_clock; }
  PageClient& client() override { return fake; }
  void press_erase(const LinkToken& token) override { EXPECT_TRUE(fake.press_erase(crypto::token_hash_hex(token.text))); }
  bool use_grant(const std::string& path) override { return fake.use_grant(path).has_value(); }
  FakeClock own_clock{kNow};
  FakePageClient fake;
};

class PageClientContract : public ::testing::TestWithParam<bool> {
 protected:
  static std::unique_ptr<Peer> peer(HandoffMode mode = HandoffMode::Public) {
    if (GetParam()) return std::make_unique<RealPeer>(mode);
    return std::make_unique<FakePeer>(mode);
  }
};
INSTANTIATE_TEST_SUITE_P(, PageClientContract, ::testing::Bool(), [](const auto& param_info) { return param_info.param ? "Real" : "Fake"; });

TEST_P(PageClientContract, HandsOverReplacesAndRemoves) {
  const auto at = peer();
  const LinkToken token = crypto::new_link_token();
  EXPECT_EQ(*at->client().put_bundle(sample_bundle(token)), BundlePut::Kept);
  EXPECT_EQ(*at->client().put_bundle(sample_bundle(token)), BundlePut::Kept);
  EXPECT_EQ(*at->client().put_bundle(sample_bundle(crypto::new_link_token())), BundlePut::Kept);
  const auto health = at->client().health();
  ASSERT_TRUE(health) << health.error().message();
  EXPECT_EQ(health->bundles, 2);
  EXPECT_EQ(health->mode, HandoffMode::Public);
  EXPECT_GT(health->port, 0);
  EXPECT_TRUE(at->client().remove_bundle(crypto::token_hash_hex(token.text)));
  EXPECT_TRUE(at->client().remove_bundle(crypto::token_hash_hex(token.text)));
  EXPECT_EQ(at->client().health()->bundles, 1);
}

TEST_P(PageClientContract, RefusesJunkAndWhatHasExpired) {
  const auto at = peer();
  Bundle junk = sample_bundle(crypto::new_link_token());
  junk.bytes.resize(50);
  const auto refused = at->client().put_bundle(junk);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StaffCode::BundleRefused);
  const auto late = at->client().put_bundle(sample_bundle(crypto::new_link_token(), kNow));
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().code, StaffCode::BundleRefused);
  EXPECT_EQ(at->client().health()->bundles, 0);
}

TEST_P(PageClientContract, AGrantOpensOnceAndOnlyForATokenThatIsThere) {
  const auto at = peer();
  const LinkToken token = crypto::new_link_token();
  const auto early = at->client().make_grant(token);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, StaffCode::LinkUnknown);
  ASSERT_TRUE(at->client().put_bundle(sample_bundle(token)));
  const auto grant = at->client().make_grant(token);
  ASSERT_TRUE(grant) << grant.error().message();
  EXPECT_TRUE(grant->path.starts_with("/g/"));
  EXPECT_EQ(grant->life, std::chrono::seconds{600});
  EXPECT_TRUE(at->use_grant(grant->path));
  EXPECT_FALSE(at->use_grant(grant->path));
  const auto second = at->client().make_grant(token);
  at->clock->advance(std::chrono::minutes{10});
  EXPECT_FALSE(at->use_grant(second->path));
}

TEST_P(PageClientContract, TheApplicantsErasureComesBackAndIsAcknowledged) {
  const auto at = peer();
  const LinkToken token = crypto::new_link_token();
  const Bundle bundle = sample_bundle(token);
  ASSERT_TRUE(at->client().put_bundle(bundle));
  EXPECT_TRUE(at->client().erase_requests()->empty());
  at->press_erase(token);
  const auto requests = at->client().erase_requests();
  ASSERT_TRUE(requests);
  ASSERT_EQ(requests->size(), 1u);
  EXPECT_EQ(requests->front().token_hash, bundle.token_hash);
  EXPECT_EQ(requests->front().asked, kNow);
  EXPECT_EQ(*at->client().put_bundle(bundle), BundlePut::Erased);
  EXPECT_TRUE(at->client().acknowledge(requests->front().id));
  EXPECT_TRUE(at->client().acknowledge(requests->front().id));
  EXPECT_TRUE(at->client().erase_requests()->empty());
  EXPECT_EQ(*at->client().put_bundle(bundle), BundlePut::Erased);
}

TEST_P(PageClientContract, OnALanTakesChecklistsButNoPdfsAndGivesNoGrants) {
  const auto at = peer(HandoffMode::Lan);
  const LinkToken token = crypto::new_link_token();
  const auto refused = at->client().put_bundle(sample_bundle(token));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StaffCode::BundleRefused);
  EXPECT_EQ(*at->client().put_bundle(sample_bundle_without_files(token)), BundlePut::Kept);
  const auto grant = at->client().make_grant(token);
  ASSERT_FALSE(grant);
  EXPECT_EQ(grant.error().code, StaffCode::LinkUnknown);
  EXPECT_EQ(at->client().health()->mode, HandoffMode::Lan);
}

TEST(FakePage, BreaksWhenTold) {
  FakeClock clock{kNow};
  FakePageClient fake(clock);
  const LinkToken token = crypto::new_link_token();
  fake.set_refusing(StaffCode::StoreFull);
  EXPECT_EQ(fake.put_bundle(sample_bundle(token)).error().code, StaffCode::StoreFull);
  fake.set_refusing(std::nullopt);
  ASSERT_TRUE(fake.put_bundle(sample_bundle(token)));
  EXPECT_EQ(fake.read_back(token)->reception_number, "T7K-4M2");
  fake.set_unreachable(true);
  EXPECT_EQ(fake.put_bundle(sample_bundle(token)).error().code, StaffCode::PageUnreachable);
  EXPECT_EQ(fake.make_grant(token).error().code, StaffCode::PageUnreachable);
  EXPECT_EQ(fake.erase_requests().error().code, StaffCode::PageUnreachable);
  EXPECT_EQ(fake.health().error().code, StaffCode::PageUnreachable);
}

TEST(DeskDoor, AsksForTheSecretEveryTime) {
  const RunningRole running(HandoffMode::Public);
  const std::string hash(64, 'a');
  for (const std::string_view secret : {std::string_view(), std::string_view("AC0:wrong"), std::string_view("AC0:correct horse ")}) {
    for (const auto& [method, path] : {std::pair{"PUT", "/bundles/" + hash}, std::pair{"DELETE", "/bundles/" + hash}, std::pair{"GET", std::string("/health")},
                                       std::pair{"GET", std::string("/erase-requests")}, std::pair{"POST", std::string("/grants")}}) {
      EXPECT_EQ(running.ask_desk(method, path, secret, "x").status, 401) << method << path;
    }
  }
  EXPECT_EQ(running.ask_desk("GET", "/health", kSecret).status, 200);
}

TEST(DeskDoor, JunkIsAnsweredAndHarmless) {
  const RunningRole running(HandoffMode::Public);
  const std::string hash(64, 'a');
  const HttpPairs expires = {{"Desk-Expires", std::to_string(kNow.seconds + 100)}};
  EXPECT_EQ(running.ask_desk("PUT", "/bundles/" + hash, kSecret, "junk", expires).status, 422);
  EXPECT_EQ(running.ask_desk("PUT", "/bundles/" + hash, kSecret, "junk").status, 422);
  EXPECT_EQ(running.ask_desk("PUT", "/bundles/" + hash, kSecret, std::string(100'000, '\0'), expires).status, 422);
  EXPECT_EQ(running.ask_desk("PUT", "/bundles/" + std::string(64, 'z'), kSecret, "junk", expires).status, 422);
  EXPECT_EQ(running.ask_desk("PUT", "/bundles/" + hash, kSecret, "junk", {{"Desk-Expires", "soon"}}).status, 422);
  EXPECT_EQ(running.ask_desk("POST", "/grants", kSecret, "grant_hash=zz").status, 422);
  EXPECT_EQ(running.ask_desk("DELETE", "/erase-requests/x", kSecret).status, 422);
  EXPECT_EQ(running.ask_desk("GET", "/nothing", kSecret).status, 404);
  EXPECT_EQ(running.ask_desk("GET", "/health", kSecret).status, 200);
}

TEST(DeskDoor, IsForItsGroupOnly) {
  const RunningRole running(HandoffMode::Public);
  struct stat about {};
  ASSERT_EQ(stat(running.directory.path("page.sock").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777u, 0660u);
}

TEST(PageClientAlone, TellsThatThePageRoleIsNotThere) {
  const TempDirectory directory;
  const auto client = make_page_client(directory.path("nobody.sock"), Secret("a:b"));
  EXPECT_EQ(client->health().error().code, StaffCode::PageUnreachable);
  EXPECT_EQ(client->put_bundle(sample_bundle(crypto::new_link_token())).error().code, StaffCode::PageUnreachable);
}

TEST(PageClientAlone, NonsenseIsUnreachableAndNoCrash) {
  const TempDirectory directory;
  for (const char* body : {"", "not json", "{}", "[1]", "{\"mode\":\"off\",\"port\":1,\"bundles\":0}", "{\"requests\":[{\"id\":\"x\"}]}"}) {
    HttpServer server;
    server.fallback([&](const HttpRequest&) { return HttpResponse{200, body}; });
    ASSERT_TRUE(server.listen_unix(directory.path("s"), 0600));
    const auto client = make_page_client(directory.path("s"), Secret("a:b"));
    EXPECT_EQ(client->health().error().code, StaffCode::PageUnreachable) << body;
    const auto requests = client->erase_requests();
    ASSERT_FALSE(requests) << body;
    EXPECT_EQ(requests.error().code, StaffCode::PageUnreachable) << body;
    EXPECT_EQ(client->put_bundle(sample_bundle(crypto::new_link_token())).error().code, StaffCode::PageUnreachable) << body;
  }
}

TEST(PhoneDoor, ServesAWholeVisitOverTcp) {
  const RunningRole running(HandoffMode::Public);
  const auto client = make_page_client(running.directory.path("page.sock"), Secret(kSecret));
  const LinkToken token = crypto::new_link_token();
  ASSERT_TRUE(client->put_bundle(sample_bundle(token)));
  const HttpReply checklist = running.ask("GET", "/a/" + token.text);
  EXPECT_EQ(checklist.status, 200);
  EXPECT_THAT(checklist.content_type, HasSubstr("text/html"));
  EXPECT_THAT(checklist.body, HasSubstr("T7K-4M2"));
  EXPECT_EQ(running.ask("GET", "/a/" + token.text + "/pdf/1").status, 303);
  EXPECT_EQ(running.ask("GET", "/page.css").status, 200);
  EXPECT_EQ(running.ask("GET", "/bundles/x").status, 404) << "the kiosk's routes are not on this side";
}

TEST(PhoneDoor, TheLargestBundleArrivesWhole) {
  const RunningRole running(HandoffMode::Public);
  const auto client = make_page_client(running.directory.path("page.sock"), Secret(kSecret));
  const LinkToken token = crypto::new_link_token();
  std::vector<std::string> pdfs(6, std::string(9'500'000, 'p'));
  std::vector<PageFile> files;
  for (const std::string& pdf : pdfs) files.push_back({"a.pdf", 1, pdf});
  const auto bundle = make_bundle(sample_model(), files, token, {kNow.seconds + 100}, number_key());
  ASSERT_TRUE(bundle) << bundle.error().message();
  const auto put = client->put_bundle(*bundle);
  ASSERT_TRUE(put) << put.error().message();
  EXPECT_EQ(running.ask("GET", "/a/" + token.text).status, 200);
}

TEST(Start, RefusesWhatCannotBeServedSafely) {
  config::Page good;
  good.mode = HandoffMode::Public;
  good.base_url = "https://desk.example.jp";
  good.socket = "s";
  good.directory = "d";
  EXPECT_EQ(problem_of(good), "");
  const auto with = [&](auto change) {
    config::Page page = good;
    change(page);
    return problem_of(page);
  };
  EXPECT_THAT(with([](config::Page& page) { page.mode = HandoffMode::Off; }), HasSubstr("off"));
  EXPECT_THAT(with([](config::Page& page) { page.listen_address = "0.0.0.0"; }), HasSubstr("loopback"));
  EXPECT_THAT(with([](config::Page& page) { page.socket = ""; }), HasSubstr("socket"));
  EXPECT_THAT(with([](config::Page& page) { page.directory = ""; }), HasSubstr("directory"));
  EXPECT_THAT(with([](config::Page& page) { page.base_url = "https://desk.example.jp/kiosk"; }), HasSubstr("path"));
  EXPECT_EQ(with([](config::Page& page) {
              page.mode = HandoffMode::Lan;
              page.base_url = "http://192.0.2.1:8080";
              page.listen_address = "0.0.0.0";
            }),
            "");
}

TEST(Start, RunPageTellsItsPortAndEndsWhenAsked) {
  const TempDirectory directory;
  std::ofstream(directory.path("secret")) << "# kiosk and others\nkiosk:one\npage:two\n";
  RoleOptions options;
  options.config = config::demonstration(directory.path());
  options.config.page.core_secret_file = directory.path("secret");
  options.text_directory = source_tree() + "/data/text";
  Result<PageHealth> health = fail(Failure{});
  options.wait_for_end = [&] {
    const auto client = make_page_client(options.config.page.socket, Secret("page:two"));
    health = client->health();
  };
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(run_page(options), 0);
  const std::string line = ::testing::internal::GetCapturedStdout();
  ASSERT_TRUE(health) << health.error().message();
  EXPECT_EQ(line, "{\"ready\":true,\"role\":\"page\",\"port\":" + std::to_string(health->port) + "}\n");

  const auto on = options.config.page.mode;
  options.config.page.mode = HandoffMode::Off;
  EXPECT_EQ(run_page(options), 0) << "the unit is enabled on every desk; a desk without a page has not failed";
  options.config.page.mode = on;
  options.config.page.core_secret_file = directory.path("missing");
  EXPECT_EQ(run_page(options), 1);
}

}  // namespace
}  // namespace desk::auth::test
