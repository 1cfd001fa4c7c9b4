// The HTTP door: routing, limits, and the three outcomes that the price of a message hangs on.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <netinet/in.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

#include "auth/http_client.h"
#include "auth/http_server.h"

namespace desk::auth {
namespace {

class Folder {
 public:
  Folder() {
    char name[] = "/tmp/desk-http-XXXXXX";
    path_ = mkdtemp(name);
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  [[nodiscard]] std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// A TCP listener that does what a broken gateway does.
class BrokenPeer {
 public:
  enum class Manner { NeverAnswers, ClosesAtOnce, TalksNonsense };
  explicit BrokenPeer(Manner manner) : listener_(socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(listen(listener_, 4), 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this, manner] {
      for (;;) {
        const int peer = accept(listener_, nullptr, nullptr);
        if (peer < 0) return;
        char buffer[1024];
        if (manner != Manner::ClosesAtOnce) (void)!read(peer, buffer, sizeof buffer);
        if (manner == Manner::TalksNonsense) (void)!write(peer, "\x01\x02nonsense\r\n\r\n", 14);
        if (manner == Manner::NeverAnswers) {
          while (read(peer, buffer, sizeof buffer) > 0) {
          }
        }
        close(peer);
      }
    });
  }
  ~BrokenPeer() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    close(listener_);
  }
  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
  [[nodiscard]] int port() const { return port_; }

 private:
  int listener_;
  int port_ = 0;
  std::thread thread_;
};

HttpReply ask(const std::string& method, const std::string& url, const std::string& body = {}, const std::string& unix_socket = {},
              std::vector<std::pair<std::string, std::string>> headers = {}) {
  HttpCall call;
  call.method = method;
  call.url = url;
  call.body = body;
  call.unix_socket = unix_socket;
  call.headers = std::move(headers);
  return perform(call);
}

TEST(HttpServer, RoutesByMethodAndPatternOverAUnixSocketOfTheGivenMode) {
  const Folder folder;
  HttpServer server;
  server.route("GET", "/v2/Services/{sid}/Verifications/{id}",
               [](const HttpRequest& r) { return HttpResponse{200, r.param("sid") + "+" + r.param("id") + "+" + r.peer}; });
  server.route("POST", "/v2/Services/{sid}/Verifications",
               [](const HttpRequest& r) { return HttpResponse{201, std::string(r.field("To").value_or("none"))}; });
  server.route("GET", "/files/{rest...}", [](const HttpRequest& r) { return HttpResponse{200, r.param("rest")}; });
  const std::string socket = folder.file("s");
  ASSERT_TRUE(server.listen_unix(socket, 0660));
  struct stat about {};
  ASSERT_EQ(stat(socket.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777, 0660U);

  EXPECT_EQ(ask("GET", "http://desk/v2/Services/VA1/Verifications/VE%201", {}, socket).body, "VA1+VE 1+unix");
  const auto posted = ask("POST", "http://desk/v2/Services/VA1/Verifications", form_body({{"To", "+81 90&=%"}}), socket,
                          {{"Content-Type", "application/x-www-form-urlencoded"}});
  EXPECT_EQ(posted.status, 201);
  EXPECT_EQ(posted.body, "+81 90&=%");
  EXPECT_EQ(ask("GET", "http://desk/files/a/b", {}, socket).body, "a/b");
  EXPECT_EQ(ask("PUT", "http://desk/v2/Services/VA1/Verifications", "x", socket).status, 405);
  EXPECT_EQ(ask("GET", "http://desk/elsewhere", {}, socket).status, 404);
  EXPECT_EQ(ask("GET", "http://desk/" + std::string(7000, 'a'), {}, socket).status, 404);
  server.stop();
  EXPECT_FALSE(std::filesystem::exists(socket));
}

TEST(HttpServer, ReplacesAStaleSocketButNotALivingOne) {
  const Folder folder;
  const std::string path = folder.file("s");
  const int stale = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(bind(stale, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  close(stale);
  HttpServer first;
  ASSERT_TRUE(first.listen_unix(path, 0600));
  HttpServer second;
  const auto refused = second.listen_unix(path, 0600);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, StaffCode::AuthUnreachable);
  EXPECT_EQ(ask("GET", "http://desk/", {}, path).status, 404);
}

TEST(HttpServer, TellsTheFreePortAndRefusesATakenOne) {
  HttpServer first;
  const auto port = first.listen_tcp("127.0.0.1", 0);
  ASSERT_TRUE(port);
  HttpServer second;
  EXPECT_FALSE(second.listen_tcp("127.0.0.1", *port));
  EXPECT_EQ(ask("GET", "http://127.0.0.1:" + std::to_string(*port) + "/x").status, 404);
}

TEST(HttpServer, RefusesBodiesItCannotBound) {
  HttpServer::Limits limits;
  limits.max_body = 1000;
  HttpServer server(limits);
  server.route("PUT", "/b", [](const HttpRequest& r) { return HttpResponse{200, std::to_string(r.body.size())}; });
  const auto port = server.listen_tcp("127.0.0.1", 0);
  ASSERT_TRUE(port);
  const std::string url = "http://127.0.0.1:" + std::to_string(*port) + "/b";
  EXPECT_EQ(ask("PUT", url, std::string(1000, 'x')).body, "1000");
  EXPECT_EQ(ask("PUT", url, std::string(1001, 'x')).status, 413);
  EXPECT_EQ(ask("PUT", url, "x", {}, {{"Content-Encoding", "gzip"}}).status, 415);
  EXPECT_EQ(ask("PUT", url, "x", {}, {{"Transfer-Encoding", "chunked"}}).status, 415);
}

TEST(HttpServer, AHandlerThatThrowsAnswers500) {
  HttpServer server;
  server.route("GET", "/t", [](const HttpRequest&) -> HttpResponse { throw std::runtime_error("broken"); });
  const auto port = server.listen_tcp("127.0.0.1", 0);
  ASSERT_TRUE(port);
  EXPECT_EQ(ask("GET", "http://127.0.0.1:" + std::to_string(*port) + "/t").status, 500);
}

TEST(HttpServer, AHookSeesEveryResponse) {
  HttpServer server;
  server.on_response([](const HttpRequest&, HttpResponse& r) { r.status = r.status == 404 ? 410 : r.status; });
  const auto port = server.listen_tcp("127.0.0.1", 0);
  ASSERT_TRUE(port);
  EXPECT_EQ(ask("GET", "http://127.0.0.1:" + std::to_string(*port) + "/gone").status, 410);
}

TEST(HttpClient, NobodyListeningIsNotSent) {
  int port = 0;
  { port = BrokenPeer(BrokenPeer::Manner::ClosesAtOnce).port(); }
  EXPECT_EQ(ask("POST", "http://127.0.0.1:" + std::to_string(port) + "/", "x").outcome, HttpOutcome::NotSent);
  EXPECT_EQ(ask("GET", "http://desk/", {}, "/nonexistent/socket").outcome, HttpOutcome::NotSent);
  EXPECT_EQ(ask("GET", "http://no-such-host.invalid/").outcome, HttpOutcome::NotSent);
  EXPECT_EQ(ask("GET", "ftp://127.0.0.1/").outcome, HttpOutcome::NotSent);
}

TEST(HttpClient, SilenceAfterSendingIsUnknown) {
  const BrokenPeer peer(BrokenPeer::Manner::NeverAnswers);
  HttpCall call;
  call.method = "POST";
  call.url = peer.url();
  call.body = "x";
  call.total_timeout = std::chrono::milliseconds{200};
  EXPECT_EQ(perform(call).outcome, HttpOutcome::Unknown);
}

TEST(HttpClient, AConnectionThatBreaksOrTalksNonsenseIsUnknown) {
  const BrokenPeer closing(BrokenPeer::Manner::ClosesAtOnce);
  EXPECT_EQ(ask("POST", closing.url(), "x").outcome, HttpOutcome::Unknown);
  const BrokenPeer nonsense(BrokenPeer::Manner::TalksNonsense);
  EXPECT_EQ(ask("POST", nonsense.url(), "x").outcome, HttpOutcome::Unknown);
}

TEST(HttpClient, AnEndlessReplyIsCutAndUnknown) {
  HttpServer server;
  server.route("GET", "/", [](const HttpRequest&) { return HttpResponse{200, std::string(5000, 'x')}; });
  const auto port = server.listen_tcp("127.0.0.1", 0);
  ASSERT_TRUE(port);
  HttpCall call;
  call.url = "http://127.0.0.1:" + std::to_string(*port) + "/";
  call.max_reply = 4999;
  EXPECT_EQ(perform(call).outcome, HttpOutcome::Unknown);
  call.max_reply = 5000;
  EXPECT_EQ(perform(call).outcome, HttpOutcome::Answered);
}

TEST(HttpClient, WritesBasicAuthAsRfc7617) {
  EXPECT_EQ(basic_auth("Aladdin:open sesame"), "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
  EXPECT_EQ(basic_auth("a:b"), "Basic YTpi");
  EXPECT_EQ(basic_auth("a:bc"), "Basic YTpiYw==");
}

}  // namespace
}  // namespace desk::auth
