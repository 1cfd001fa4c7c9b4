// A real gateway, Kannel 1.4.5 (bearerbox and smsbox), between us and a scripted carrier that speaks SMPP: the code is read where its
// receiver would read it, delivery reports come back over HTTP, and the gateway is frozen, taken away and given a wrong password.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tests/auth/child.h"
#include "tests/auth/harness.h"
#include "tests/places.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;

int free_port() {
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  EXPECT_EQ(bind(probe, reinterpret_cast<sockaddr*>(&address), size), 0);
  getsockname(probe, reinterpret_cast<sockaddr*>(&address), &size);
  close(probe);
  return ntohs(address.sin_port);
}

// Until somebody listens there; the port of another program's start is an event that only trying tells.
bool listening(int port) {
  for (int tries = 0; tries < 1000; ++tries) {
    const int probe = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool up = connect(probe, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    close(probe);
    if (up) return true;
    poll(nullptr, 0, 20);
  }
  return false;
}

class Kannel {
 public:
  Kannel() : carrier({"python3", source_tree() + "/tests/auth/smpp_carrier.py", folder.file("inbox.jsonl")}) {
    carrier_port_ = carrier.line();
    write_config();
    bearerbox = start("bearerbox");
    EXPECT_TRUE(listening(box_port_));
    smsbox = start("smsbox");
    EXPECT_TRUE(listening(sendsms_port));
  }
  ~Kannel() {
    smsbox.reset();
    bearerbox.reset();
  }

  [[nodiscard]] config::Gateway gateway(int report_port) const {
    config::Gateway config;
    config.kind = config::GatewayKind::Http;
    config.method = "GET";
    config.url = "http://127.0.0.1:" + std::to_string(sendsms_port) + "/cgi-bin/sendsms";
    config.secret_file = folder.file("password");
    config.fields = {{"username", "kiosk"}, {"password", "{secret}"}, {"to", "{to}"}, {"text", "{text}"}, {"coding", "2"}, {"charset", "UTF-8"},
                     {"dlr-mask", "31"}, {"dlr-url", "http://127.0.0.1:" + std::to_string(report_port) + "/dlr?id={id}&type=%d"}};
    config.accepted_status = {202};
    config.accepted_body = "^[03]: ";
    config.connect_seconds = 2;
    config.total_seconds = 5;
    return config;
  }
  void set_password(const std::string& password) const { std::ofstream(folder.file("password")) << password << "\n"; }
  // The carrier's inbox: the last message to a number.
  [[nodiscard]] Node received(const std::string& to) const {
    std::ifstream in(folder.file("inbox.jsonl"));
    Node last;
    for (std::string line; std::getline(in, line);) {
      auto message = parse_json(line, "inbox");
      if (message && *message->find("to")->string() == to) last = std::move(*message);
    }
    return last;
  }

  Folder folder;
  int sendsms_port = free_port();
  Child carrier;
  std::unique_ptr<Child> bearerbox;
  std::unique_ptr<Child> smsbox;

 private:
  std::unique_ptr<Child> start(const std::string& box) const {
    return std::make_unique<Child>(std::vector<std::string>{"sh", "-c", "exec " + box + " -v 4 '" + folder.file("kannel.conf") + "' >/dev/null 2>&1"});
  }
  void write_config() {
    set_password("kioskpw");
    const std::string run = folder.path();
    const auto port = [](int number) { return std::to_string(number); };
    std::ofstream(folder.file("kannel.conf"))
        << "group = core\nadmin-port = " << port(free_port()) << "\nadmin-interface = \"127.0.0.1\"\nadmin-password = a\nstatus-password = s\n"
        << "smsbox-port = " << port(box_port_) << "\nsmsbox-interface = \"127.0.0.1\"\nbox-allow-ip = \"127.0.0.1\"\nlog-file = \"" << run
        << "/bearerbox.log\"\nlog-level = 1\ndlr-storage = internal\nstore-type = file\nstore-location = \"" << run
        << "/store\"\nsms-resend-freq = 5\nsms-resend-retry = 2\n\n"
        << "group = smsc\nsmsc = smpp\nsmsc-id = SIM\nhost = 127.0.0.1\nport = " << carrier_port_
        << "\ntransceiver-mode = true\nsmsc-username = kiosk\nsmsc-password = smpppw\nsystem-type = \"\"\ninterface-version = 34\n"
        << "source-addr-ton = 1\nsource-addr-npi = 1\ndest-addr-ton = 1\ndest-addr-npi = 1\nreconnect-delay = 1\nthroughput = 50\n"
        << "wait-ack = 5\nwait-ack-expire = 1\nmsg-id-type = 0x03\n\n"
        << "group = smsbox\nbearerbox-host = 127.0.0.1\nbearerbox-port = " << port(box_port_) << "\nsendsms-port = " << port(sendsms_port)
        << "\nsendsms-interface = \"127.0.0.1\"\nsendsms-chars = \"0123456789 +-\"\nglobal-sender = 13013\nlog-file = \"" << run
        << "/smsbox.log\"\naccess-log = \"" << run << "/access.log\"\n\n"
        << "group = sendsms-user\nusername = kiosk\npassword = kioskpw\nmax-messages = 3\nconcatenation = true\nuser-allow-ip = \"127.0.0.1\"\n\n"
        << "group = sms-service\nkeyword = default\ncatch-all = true\nmax-messages = 0\ntext = \"\"\n";
  }
  int box_port_ = free_port();
  std::string carrier_port_;
};

class KannelTest : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v bearerbox >/dev/null && command -v smsbox >/dev/null && command -v python3 >/dev/null") != 0) {
      GTEST_SKIP() << "kannel (bearerbox, smsbox) or python3 is not installed";
    }
    kannel = std::make_unique<Kannel>();
  }
  void TearDown() override {
    reports.stop();
    service.reset();
    kannel.reset();
  }
  void begin(int total_seconds = 5) {
    const int port = free_port();
    config::Gateway config = kannel->gateway(port);
    config.total_seconds = total_seconds;
    auto made = make_http_gateway(config);
    ASSERT_TRUE(made);
    gateway = std::move(*made);
    service = std::make_unique<ServiceUnderTest>(CodeRules{}, nullptr, gateway.get());
    service->service->add_report_route(reports);
    reports.on_response([this](const HttpRequest&, HttpResponse&) {
      const std::lock_guard guard(mutex);
      ++report_count;
      arrived.notify_all();
    });
    ASSERT_TRUE(reports.listen_tcp("127.0.0.1", port));
  }
  Result<VerificationView, Refusal> start(const std::string& number) {
    return service->desk->start(phone(number), Purpose::Visit, text::Language::Japanese);
  }
  // Waits, report by report, until the message is in this state.
  bool becomes(const std::string& sid, SendState state) {
    std::unique_lock lock(mutex);
    const auto now_so = [&] {
      const auto view = service->desk->find(sid);
      return view && view->send_state == state;
    };
    return arrived.wait_for(lock, seconds{20}, now_so);
  }

  std::unique_ptr<Kannel> kannel;
  std::unique_ptr<Gateway> gateway;
  std::unique_ptr<ServiceUnderTest> service;
  HttpServer reports;
  std::mutex mutex;
  std::condition_variable arrived;
  int report_count = 0;
};

TEST_F(KannelTest, TheCodeReachesTheCarrierAsOneMessageAndIsReportedDelivered) {
  begin();
  const auto started = start("09012345601");
  ASSERT_TRUE(started) << started.error().detail;
  EXPECT_EQ(started->send_state, SendState::Accepted);
  ASSERT_TRUE(becomes(started->sid, SendState::Delivered));
  const Node message = kannel->received("819012345601");
  ASSERT_FALSE(message.is_null());
  const std::string text = *message.find("text")->string();
  EXPECT_NE(text.find("高崎商工会議所"), std::string::npos) << text;
  EXPECT_NE(text.find(started->tag), std::string::npos) << text;
  EXPECT_FALSE(*message.find("multipart")->boolean());
  EXPECT_LE(*message.find("units")->integer(), 70);
  const auto checked = service->desk->check(started->sid, Secret(digits_in(text)));
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->verdict, CheckAnswer::Verdict::Approved);
}

TEST_F(KannelTest, WhatTheCarrierCannotDeliverEndsTheWindow) {
  begin();
  for (const char* number : {"09012345666", "09012345655", "09012345611"}) {  // undeliverable, expired, refused by the carrier
    const auto started = start(number);
    ASSERT_TRUE(started) << number;
    EXPECT_TRUE(becomes(started->sid, SendState::Undeliverable)) << number;
    EXPECT_TRUE(start(number)) << number;
  }
}

TEST_F(KannelTest, WithoutAReceiptTheWindowHolds) {
  begin();
  const auto started = start("09012345677");
  ASSERT_TRUE(started);
  {
    std::unique_lock lock(mutex);
    ASSERT_TRUE(arrived.wait_for(lock, seconds{20}, [&] { return report_count >= 1; }));  // "8": taken by the carrier
  }
  EXPECT_EQ(service->desk->find(started->sid)->send_state, SendState::Accepted);
  const auto early = start("09012345677");
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().kind, RefusalKind::TooEarly);
}

TEST_F(KannelTest, AWrongPasswordIsARefusalWithoutAWindow) {
  kannel->set_password("wrong");
  begin();
  const auto refused = start("09012345601");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, RefusalKind::GatewayRefused);
  EXPECT_EQ(refused.error().detail, "HTTP 403");
  EXPECT_EQ(start("09012345601").error().kind, RefusalKind::GatewayRefused) << "and not too early";
}

TEST_F(KannelTest, AGatewayFrozenBehindItsDoorIsUnknownAndItsLateAcceptanceDatesFromTheFirstAttempt) {
  begin(/*total_seconds=*/1);
  kannel->bearerbox->signal(SIGSTOP);  // smsbox takes the request and waits for bearerbox
  const auto started = start("09012345601");
  ASSERT_TRUE(started);
  EXPECT_EQ(started->send_state, SendState::Unknown);
  EXPECT_EQ(started->next_send.seconds, service->clock.wall().seconds + 60);
  service->clock.advance(seconds{30});
  kannel->bearerbox->signal(SIGCONT);  // it wakes and carries out what was asked
  ASSERT_TRUE(becomes(started->sid, SendState::Delivered));
  const auto early = start("09012345601");
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().wait.count(), 1770);
}

TEST_F(KannelTest, AGatewayFrozenAtItsDoorIsUnknownAndTheSameCodeGoesOutAMinuteLater) {
  begin(/*total_seconds=*/1);
  kannel->smsbox->signal(SIGSTOP);  // seen with 1.4.5: on waking it drops a request whose client has gone
  const auto started = start("09012345601");
  ASSERT_TRUE(started);
  EXPECT_EQ(started->send_state, SendState::Unknown);
  kannel->smsbox->signal(SIGCONT);
  service->clock.advance(seconds{60});
  const auto again = start("09012345601");
  ASSERT_TRUE(again);
  EXPECT_EQ(again->sid, started->sid);
  ASSERT_TRUE(becomes(started->sid, SendState::Delivered));
  const Node message = kannel->received("819012345601");
  ASSERT_FALSE(message.is_null());
  const std::string text = *message.find("text")->string();
  const auto checked = service->desk->check(started->sid, Secret(digits_in(text)));
  ASSERT_TRUE(checked);
  EXPECT_EQ(checked->verdict, CheckAnswer::Verdict::Approved);
}

TEST_F(KannelTest, AGatewayThatIsAwayIsNotSentAndMayBeAskedAgainWhenItIsBack) {
  begin();
  kannel->smsbox.reset();
  const auto away = start("09012345601");
  ASSERT_FALSE(away);
  EXPECT_EQ(away.error().kind, RefusalKind::GatewayUnreachable);
}

}  // namespace
}  // namespace desk::auth
