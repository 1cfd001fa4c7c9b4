#include "auth/auth_client.h"

#include "auth/desk_account.h"
#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;
using Fields = std::vector<std::pair<std::string, std::string>>;

std::string text_in(const Node& node, std::string_view key) {
  const Node* member = node.find(key);
  const std::string* text = member != nullptr ? member->string() : nullptr;
  return text != nullptr ? *text : std::string();
}

std::int64_t whole_in(const Node& node, std::string_view key) {
  const Node* member = node.find(key);
  const std::int64_t* number = member != nullptr ? member->integer() : nullptr;
  return number != nullptr ? *number : 0;
}

bool flag_in(const Node& node, std::string_view key) {
  const Node* member = node.find(key);
  const bool* flag = member != nullptr ? member->boolean() : nullptr;
  return flag != nullptr && *flag;
}

// The inverse of iso_jst().
WallTime time_in(const Node& node, std::string_view key) {
  const std::string text = text_in(node, key);
  const auto minute = parse_civil_minute(std::string_view(text).substr(0, 16));
  if (!minute || text.size() < 19 || text[17] < '0' || text[17] > '5' || text[18] < '0' || text[18] > '9') return {};
  return {from_jst(*minute).seconds + (text[17] - '0') * 10 + (text[18] - '0')};
}

Refusal unreachable(std::string detail) {
  Refusal refusal;
  refusal.kind = RefusalKind::Unreachable;
  refusal.detail = std::move(detail);
  return refusal;
}

Refusal refusal_of(const Node& node) {
  const auto kind = refusal_from(text_in(node, "reason"));
  if (!kind) return unreachable("an error without a reason we know");
  Refusal refusal;
  refusal.kind = *kind;
  refusal.wait = seconds{whole_in(node, "wait_seconds")};
  refusal.next_send = time_in(node, "next_send_at");
  refusal.sid = text_in(node, "sid");
  refusal.tag = text_in(node, "tag");
  refusal.detail = text_in(node, "message");
  const std::string problem = text_in(node, "problem");
  for (int i = 0; i <= static_cast<int>(PhoneProblem::BadPrefix); ++i) {
    if (!problem.empty() && code_of(static_cast<PhoneProblem>(i)) == problem) refusal.problem = static_cast<PhoneProblem>(i);
  }
  return refusal;
}

SendState send_state_of(std::string_view state) {
  for (const auto& [word, meaning] : {std::pair{"accepted", SendState::Accepted}, std::pair{"delivered", SendState::Delivered},
                                      std::pair{"undeliverable", SendState::Undeliverable}, std::pair{"refused", SendState::Refused},
                                      std::pair{"not_sent", SendState::NotSent}}) {
    if (state == word) return meaning;
  }
  return SendState::Unknown;
}

Challenge challenge_of(const Node& node) {
  return {text_in(node, "sid"), text_in(node, "tag"), text_in(node, "to"), send_state_of(text_in(node, "send_state")),
          time_in(node, "next_send_at"), time_in(node, "valid_until"), static_cast<int>(whole_in(node, "tries_left")),
          text_in(node, "status") == "pending"};
}

// Into a field that is already at its place: a short string passed through an initializer list leaves its characters on the stack, where
// nothing wipes them (a number was found there after a visit's end).
void put_secret(std::string& field, const Secret& secret) {
  field.reserve(32);
  field.assign(secret.reveal());
}

class SocketAuthClient final : public AuthClient {
 public:
  SocketAuthClient(std::string socket, Secret authorization, std::chrono::milliseconds send_timeout)
      : socket_(std::move(socket)), authorization_(std::move(authorization)), send_timeout_(send_timeout) {}

  Result<Challenge, Refusal> start_verification(const PhoneNumber& to, Purpose purpose, text::Language language) override {
    Fields fields{{"To", {}}, {"Channel", "sms"}, {"Purpose", std::string(code_of(purpose))}, {"Language", std::string(text::code_of(language))}};
    put_secret(fields[0].second, to.e164());
    const auto node = ask("POST", "/v2/Services/desk/Verifications", fields, send_timeout_);
    wipe(fields[0].second);
    if (!node) return fail(node.error());
    return challenge_of(*node);
  }

  Result<Challenge, Refusal> look(const std::string& sid) override {
    const auto node = ask("GET", "/v2/Services/desk/Verifications/" + url_escape(sid), {}, kShort);
    if (!node) return fail(node.error());
    return challenge_of(*node);
  }

  Result<CodeAnswer, Refusal> check(const std::string& sid, const Secret& code) override {
    Fields fields{{"Code", {}}, {"VerificationSid", sid}};
    put_secret(fields[0].second, code);
    const auto node = ask("POST", "/v2/Services/desk/VerificationCheck", fields, kShort);
    wipe(fields[0].second);
    CodeAnswer answer;
    if (!node) {
      answer.wait = node.error().wait;
      answer.next_send = node.error().next_send;
      switch (node.error().kind) {
        case RefusalKind::Wait: answer.verdict = CodeAnswer::Verdict::Wait; return answer;
        case RefusalKind::Expired: answer.verdict = CodeAnswer::Verdict::Expired; return answer;
        case RefusalKind::TooManyTries: answer.verdict = CodeAnswer::Verdict::TooManyTries; return answer;
        case RefusalKind::Locked: answer.verdict = CodeAnswer::Verdict::Locked; return answer;
        case RefusalKind::TooEarly:
        case RefusalKind::NumberCap:
        case RefusalKind::SiteCap:
        case RefusalKind::NotMobile:
        case RefusalKind::GatewayRefused:
        case RefusalKind::GatewayUnreachable:
        case RefusalKind::NotFound:
        case RefusalKind::BadParameter:
        case RefusalKind::Unauthorized:
        case RefusalKind::StoreBroken:
        case RefusalKind::Unreachable: return fail(node.error());
      }
    }
    answer.verdict = flag_in(*node, "valid")           ? CodeAnswer::Verdict::Approved
                     : flag_in(*node, "older_message") ? CodeAnswer::Verdict::OlderMessage
                                                       : CodeAnswer::Verdict::Wrong;
    answer.tries_left = static_cast<int>(whole_in(*node, "tries_left"));
    answer.wait = seconds{whole_in(*node, "wait_seconds")};
    answer.next_send = time_in(*node, "next_send_at");
    return answer;
  }

  Result<PinVerdict, Refusal> check_staff_pin(const Secret& pin) override {
    Fields fields{{"Pin", {}}};
    put_secret(fields[0].second, pin);
    const auto node = ask("POST", "/v1/StaffPins/check", fields, kShort);
    wipe(fields[0].second);
    PinVerdict verdict;
    if (!node) {
      if (node.error().kind != RefusalKind::Wait && node.error().kind != RefusalKind::Locked) return fail(node.error());
      verdict.kind = node.error().kind == RefusalKind::Wait ? PinVerdict::Kind::Wait : PinVerdict::Kind::Locked;
      verdict.wait = node.error().wait;
      return verdict;
    }
    verdict.kind = flag_in(*node, "valid") ? PinVerdict::Kind::Right : PinVerdict::Kind::Wrong;
    verdict.name = text_in(*node, "name");
    verdict.tries_left = static_cast<int>(whole_in(*node, "tries_left"));
    verdict.wait = seconds{whole_in(*node, "wait_seconds")};
    return verdict;
  }

  Result<AuthHealth, Refusal> health() override {
    const auto node = ask("GET", "/v1/health", {}, kShort);
    if (!node) return fail(node.error());
    AuthHealth health{text_in(*node, "gateway"), flag_in(*node, "demonstration"), static_cast<int>(whole_in(*node, "site_messages")),
                      static_cast<int>(whole_in(*node, "site_cap")), flag_in(*node, "alarm"), flag_in(*node, "strict"), {}, {}};
    if (node->find("last_send_at") != nullptr) {
      health.last_send = send_state_of(text_in(*node, "last_send_state"));
      health.last_send_at = time_in(*node, "last_send_at");
    }
    return health;
  }

  Result<Reach, Refusal> reach_gateway() override {
    // desk-auth's own patience for the provider is part of the time-out of a send.
    const auto node = ask("GET", "/v1/gateway", {}, send_timeout_);
    if (!node) return fail(node.error());
    return Reach{flag_in(*node, "reached"), text_in(*node, "problem")};
  }

  Result<std::vector<ShownMessage>, Refusal> demo_messages() override {
    const auto node = ask("GET", "/demo/messages", {}, kShort);
    if (!node) return fail(node.error());
    std::vector<ShownMessage> messages;
    const Node* list = node->find("messages");
    if (list != nullptr && list->array() != nullptr) {
      for (const Node& message : *list->array()) messages.push_back({text_in(message, "to"), text_in(message, "text"), time_in(message, "at")});
    }
    return messages;
  }

 private:
  static constexpr std::chrono::milliseconds kShort{5000};

  Result<Node, Refusal> ask(const std::string& method, const std::string& path, const Fields& fields, std::chrono::milliseconds timeout) const {
    HttpCall call;
    call.method = method;
    call.url = "http://desk-auth" + path;
    call.unix_socket = socket_;
    call.total_timeout = timeout;
    call.headers.emplace_back("Authorization", std::string(authorization_.reveal()));
    if (method == "POST") {
      call.body = form_body(fields);
      call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    }
    HttpReply reply = perform(call);
    if (reply.outcome != HttpOutcome::Answered) return fail(unreachable(reply.problem));
    auto node = parse_json(reply.body, "desk-auth");
    wipe(reply.body);
    if (!node) return fail(unreachable("a reply that is no JSON, HTTP " + std::to_string(reply.status)));
    if (reply.status >= 300) return fail(refusal_of(*node));
    return std::move(*node);
  }

  std::string socket_;
  Secret authorization_;
  std::chrono::milliseconds send_timeout_;
};

}  // namespace

Result<std::unique_ptr<AuthClient>> make_auth_client(const std::string& socket, const std::string& secret_file,
                                                     std::chrono::milliseconds send_timeout) {
  auto authorization = desk_authorization(secret_file);
  if (!authorization) return fail(authorization.error());
  return std::unique_ptr<AuthClient>(std::make_unique<SocketAuthClient>(socket, std::move(*authorization), send_timeout));
}

}  // namespace desk::auth
