// A provider described as a template: what leaves, escaped for its place, and what each kind of reply means.
#include "tests/auth/harness.h"

namespace desk::auth {
namespace {

// A provider that answers as told and keeps what came.
struct Provider {
  explicit Provider(int status = 200, std::string body = "0: Accepted for delivery") {
    server.fallback([this, status, body](const HttpRequest& request) {
      method = request.method;
      path = request.path;
      fields = request.fields;
      text = request.body;
      authorization = std::string(request.header("Authorization").value_or(""));
      return HttpResponse{status, body, "text/plain"};
    });
    const auto bound = server.listen_tcp("127.0.0.1", 0);
    EXPECT_TRUE(bound);
    port = *bound;
  }
  ~Provider() { server.stop(); }
  [[nodiscard]] std::string field(const std::string& name) const {
    for (const auto& [key, value] : fields) {
      if (key == name) return value;
    }
    return "(none)";
  }
  int port = 0;
  std::string method, path, text, authorization;
  HttpPairs fields;
  HttpServer server;
};

config::Gateway template_for(int port) {
  config::Gateway config;
  config.kind = config::GatewayKind::Http;
  config.url = "http://127.0.0.1:" + std::to_string(port) + "/send";
  config.fields = {{"to", "{to}"}, {"national", "{to_national}"}, {"text", "{text}"}, {"dlr-url", "http://desk/dlr?id={id}&type=%d"}};
  config.connect_seconds = 1;
  config.total_seconds = 2;
  return config;
}

const std::string kText = "【窓口】コード 482913 \"&=%+{id}\\\n\t";

SendResult send(const config::Gateway& config) {
  auto gateway = make_http_gateway(config);
  EXPECT_TRUE(gateway) << (gateway ? "" : gateway.error().message());
  return (*gateway)->send(phone("09012345601"), Secret(kText), "secretid");
}

TEST(HttpGateway, FillsAFormAndEscapesEveryValue) {
  for (const char* method : {"POST", "GET"}) {
    Provider provider;
    config::Gateway config = template_for(provider.port);
    config.method = method;
    EXPECT_EQ(send(config).outcome, SendOutcome::Accepted);
    EXPECT_EQ(provider.method, method);
    EXPECT_EQ(provider.field("to"), "+819012345601");
    EXPECT_EQ(provider.field("national"), "09012345601");
    EXPECT_EQ(provider.field("text"), kText) << "and {id} inside a text is text";
    EXPECT_EQ(provider.field("dlr-url"), "http://desk/dlr?id=secretid&type=%d");
  }
}

TEST(HttpGateway, FillsJsonAndHeadersAndTheUrl) {
  const Folder folder;
  std::ofstream(folder.file("secret")) << "top\"secret\n";
  Provider provider;
  config::Gateway config = template_for(provider.port);
  config.url += "/{to}";
  config.form = config::BodyForm::Json;
  config.json = R"({"messages": [{"to": "{to}", "body": "{text}", "ref": "{id}", "key": "{secret}"}]})";
  config.headers = {{"Authorization", "Bearer {secret}"}};
  config.secret_file = folder.file("secret");
  EXPECT_EQ(send(config).outcome, SendOutcome::Accepted);
  EXPECT_EQ(provider.path, "/send/+819012345601");
  EXPECT_EQ(provider.authorization, "Bearer top\"secret");
  const auto json = parse_json(provider.text, "sent");
  ASSERT_TRUE(json) << provider.text;
  const Node& message = json->find("messages")->array()->at(0);
  EXPECT_EQ(*message.find("body")->string(), kText);
  EXPECT_EQ(*message.find("ref")->string(), "secretid");
  EXPECT_EQ(*message.find("key")->string(), "top\"secret");
}

TEST(HttpGateway, ReadsWhatTheReplyMeans) {
  struct Row {
    int status;
    std::string body;
    std::string pattern;
    SendOutcome expected;
    std::string id;
  };
  const Row rows[] = {
      {200, "anything", "", SendOutcome::Accepted, ""},
      {202, "0: Accepted for delivery", "^[03]: ", SendOutcome::Accepted, ""},
      {202, "3: Queued for later delivery", "^[03]: ", SendOutcome::Accepted, ""},
      {200, "{\"id\":\"abc-1\"}", "\"id\":\"([a-z0-9-]+)\"", SendOutcome::Accepted, "abc-1"},
      {200, "\x01\xff garbage \x02", "^0: ", SendOutcome::Unknown, ""},
      {200, std::string(8000, 'x'), ".*accepted.*", SendOutcome::Unknown, ""},
      {200, std::string(9000, 'x'), "x", SendOutcome::Unknown, ""},  // longer than any reply should be
      {200, "", "^0: ", SendOutcome::Unknown, ""},
      {400, "bad number", "", SendOutcome::Refused, ""},
      {403, "Authorization failed", "", SendOutcome::Refused, ""},
      {429, "slow down", "", SendOutcome::Refused, ""},
      {408, "", "", SendOutcome::Unknown, ""},
      {500, "oops", "", SendOutcome::Unknown, ""},
      {503, "", "", SendOutcome::Unknown, ""},
      {302, "", "", SendOutcome::Unknown, ""},
      {204, "", "", SendOutcome::Unknown, ""},
  };
  for (const Row& row : rows) {
    Provider provider(row.status, row.body);
    config::Gateway config = template_for(provider.port);
    config.accepted_body = row.pattern;
    const SendResult result = send(config);
    EXPECT_EQ(result.outcome, row.expected) << row.status << " " << row.body.substr(0, 40);
    EXPECT_EQ(result.gateway_id, row.id);
    EXPECT_EQ(result.reason.find("9012345601"), std::string::npos);
  }
}

TEST(HttpGateway, NobodyListeningIsNotSent) {
  int port = 0;
  { port = Provider().port; }
  EXPECT_EQ(send(template_for(port)).outcome, SendOutcome::NotSent);
}

TEST(HttpGateway, ASecretThatWouldBreakAHeaderIsNotSent) {
  const Folder folder;
  std::ofstream(folder.file("secret")) << "a\r\nX-Evil: 1\n";
  Provider provider;
  config::Gateway config = template_for(provider.port);
  config.headers = {{"Authorization", "Bearer {secret}"}};
  config.secret_file = folder.file("secret");
  EXPECT_EQ(send(config).outcome, SendOutcome::NotSent);
  EXPECT_EQ(provider.method, "");
}

TEST(HttpGateway, ABrokenTemplateIsRefusedAtTheStart) {
  const auto refused = [](auto change) {
    config::Gateway config = template_for(1);
    change(config);
    const auto gateway = make_http_gateway(config);
    return gateway ? std::string("accepted") : gateway.error().where;
  };
  EXPECT_EQ(refused([](config::Gateway& c) { c.url = "ftp://x"; }), "gateway.url");
  EXPECT_EQ(refused([](config::Gateway& c) { c.fields[0].second = "{tel}"; }), "gateway.fields.to");
  EXPECT_EQ(refused([](config::Gateway& c) { c.fields.resize(2); }), "gateway.fields");
  EXPECT_EQ(refused([](config::Gateway& c) { c.accepted_body = "(["; }), "gateway.accepted_body");
  EXPECT_EQ(refused([](config::Gateway& c) { c.form = config::BodyForm::Json; c.json = "{\"t\":\"{text}\""; }).substr(0, 12), "gateway.json");
  EXPECT_NE(refused([](config::Gateway& c) { c.secret_file = "/nonexistent"; }), "accepted");
}

TEST(HttpGateway, TheDoorIsReachedWithoutARequestAndAnAbsentProviderIsSaidToBeAbsent) {
  int port = 0;
  {
    Provider provider;
    port = provider.port;
    config::Gateway config = template_for(port);
    config.url += "?to={to}";
    auto gateway = make_http_gateway(config);
    ASSERT_TRUE(gateway);
    EXPECT_TRUE((*gateway)->reach().reached);
    EXPECT_EQ(provider.method, "") << "a connection, and not a byte more";
  }
  auto gateway = make_http_gateway(template_for(port));
  ASSERT_TRUE(gateway);
  const Reach reach = (*gateway)->reach();
  EXPECT_FALSE(reach.reached);
  EXPECT_NE(reach.problem, "");
}

TEST(ConsoleGateway, ShowsMessagesUntilToldToFail) {
  const FakeClock clock;
  const auto console = make_console_gateway(clock);
  EXPECT_EQ(console->send(phone(), Secret("code 123456"), "abcdef").outcome, SendOutcome::Accepted);
  ASSERT_EQ(console->messages().size(), 1U);
  EXPECT_EQ(console->messages()[0].to, "090-••••-5601");
  console->answer_with(SendOutcome::Unknown);
  EXPECT_EQ(console->send(phone(), Secret("x"), "abcdef").outcome, SendOutcome::Unknown);
  EXPECT_EQ(console->messages().size(), 1U);
}

TEST(DeliveryReports, SpeakKannelsBitsAndProvidersWords) {
  EXPECT_EQ(read_report("1"), Report::Delivered);
  EXPECT_EQ(read_report("2"), Report::Undeliverable);
  EXPECT_EQ(read_report("16"), Report::Undeliverable);
  EXPECT_EQ(read_report("8"), Report::OnItsWay);
  EXPECT_EQ(read_report("delivered"), Report::Delivered);
  EXPECT_EQ(read_report("failed"), Report::Undeliverable);
  EXPECT_EQ(read_report("%d"), std::nullopt);
  EXPECT_EQ(read_report(""), std::nullopt);
}

}  // namespace
}  // namespace desk::auth
