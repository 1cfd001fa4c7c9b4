#include "auth/page_core_codes.h"

#include <algorithm>

#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

// Any service sid is ours: core serves one. The word tells core's log who asks.
constexpr std::string_view kService = "/v2/Services/page/";

// Core waits for the gateway at most its own total_seconds (15 by default, data/config); a page that gave up earlier would call a
// message unsent that is on its way.
constexpr std::chrono::seconds kLongestSend{130};

std::string text_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found != nullptr && found->string() != nullptr ? *found->string() : std::string();
}

std::optional<std::int64_t> whole_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  if (found == nullptr || found->integer() == nullptr) return std::nullopt;
  return *found->integer();
}

// "2026-09-17T14:38:20+09:00", as iso_jst writes it.
std::optional<WallTime> instant_of(const Node& node, std::string_view key) {
  const std::string text = text_of(node, key);
  constexpr std::size_t kMinute = 16;
  if (text.size() != 25 || !text.ends_with("+09:00") || text[kMinute] != ':') return std::nullopt;
  const auto minute = parse_civil_minute(std::string_view(text).substr(0, kMinute));
  const char tens = text[kMinute + 1];
  const char ones = text[kMinute + 2];
  if (!minute || tens < '0' || tens > '5' || ones < '0' || ones > '9') return std::nullopt;
  return WallTime{from_jst(*minute).seconds + (tens - '0') * 10 + (ones - '0')};
}

// Sids go into a path: only what core makes.
bool plain_sid(std::string_view sid) {
  return !sid.empty() && sid.size() <= 64 && std::all_of(sid.begin(), sid.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

class CoreCodes final : public PageCodes {
 public:
  CoreCodes(std::string socket, Secret secret, const Clock& clock)
      : socket_(std::move(socket)), secret_(std::move(secret)), clock_(clock) {}

  CodeSent send(const PhoneNumber& phone, text::Language language) override {
    const Secret number = phone.e164();
    HttpCall call = post("Verifications", {{"To", std::string(number.reveal())},
                                           {"Channel", "sms"},
                                           {"Purpose", "page"},
                                           {"Language", std::string(text::code_of(language))}});
    call.total_timeout = kLongestSend;
    const auto [status, node] = asked(call);
    CodeSent sent;
    sent.sid = text_of(node, "sid");
    sent.tag = text_of(node, "tag");
    sent.next_send = instant_of(node, "next_send_at");
    if (!plain_sid(sent.sid)) sent.sid.clear();
    sent.kind = sent_kind(status, node);
    if (sent.sid.empty() && (sent.kind == CodeSent::Kind::Sent || sent.kind == CodeSent::Kind::MaybeSent)) {
      sent.kind = CodeSent::Kind::Unavailable;
    }
    return sent;
  }

  CodeChecked check(const std::string& sid, Secret code) override {
    const auto [status, node] = asked(post("VerificationCheck", {{"VerificationSid", sid}, {"Code", std::string(code.reveal())}}));
    using Kind = CodeChecked::Kind;
    if (status == 200) {
      if (text_of(node, "status") == "approved") return {Kind::Right, {}};
      if (const Node* older = node.find("older_message"); older != nullptr && older->boolean() != nullptr && *older->boolean()) {
        return {Kind::OlderMessage, {}};
      }
      return {whole_of(node, "tries_left").value_or(1) > 0 ? Kind::Wrong : Kind::Expired, {}};
    }
    const std::string reason = text_of(node, "reason");
    if (reason == "wait") return {Kind::Wait, WallTime{clock_.wall().seconds + whole_of(node, "wait_seconds").value_or(0)}};
    if (reason == "not_found" || reason == "expired" || reason == "too_many_tries") return {Kind::Expired, {}};
    if (reason == "locked_for_staff") return {Kind::Staff, {}};
    return {Kind::Unavailable, {}};
  }

  std::optional<CodeStanding> look(const std::string& sid) override {
    if (!plain_sid(sid)) return std::nullopt;
    HttpCall call = call_to("Verifications/" + sid);
    call.total_timeout = std::chrono::seconds{3};  // only to show: the page can do without
    const auto [status, node] = asked(call);
    if (status != 200) return std::nullopt;
    CodeStanding standing;
    const std::string state = text_of(node, "send_state");
    if (state == "unknown") standing.delivery = CodeStanding::Delivery::MaybeSent;
    if (state == "undeliverable") standing.delivery = CodeStanding::Delivery::Undeliverable;
    standing.next_send = instant_of(node, "next_send_at");
    return standing;
  }

 private:
  using Fields = std::vector<std::pair<std::string, std::string>>;

  static CodeSent::Kind sent_kind(int status, const Node& node) {
    using Kind = CodeSent::Kind;
    const std::string state = text_of(node, "send_state");
    if (status == 201) return state == "unknown" ? Kind::MaybeSent : Kind::Sent;
    const std::string reason = text_of(node, "reason");
    if (reason == "too_early") return Kind::TooEarly;
    if (reason == "number_cap" || reason == "site_cap") return Kind::Cap;
    if (reason == "locked_for_staff") return Kind::Staff;
    return Kind::Unavailable;
  }

  HttpCall call_to(const std::string& path) const {
    HttpCall call;
    call.url = "http://desk-auth" + std::string(kService) + path;
    call.unix_socket = socket_;
    call.headers.emplace_back("Authorization", basic_auth(secret_.reveal()));
    return call;
  }

  HttpCall post(const std::string& path, Fields fields) const {
    HttpCall call = call_to(path);
    call.method = "POST";
    call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    call.body = form_body(fields);
    for (auto& [name, value] : fields) wipe(value);
    return call;
  }

  // Status 0 when there was no answer that can be read.
  static std::pair<int, Node> asked(const HttpCall& call) {
    const HttpReply reply = perform(call);
    if (reply.outcome != HttpOutcome::Answered) return {0, Node()};
    auto node = parse_json(reply.body, "core");
    if (!node) return {0, Node()};
    return {reply.status, std::move(*node)};
  }

  std::string socket_;
  Secret secret_;
  const Clock& clock_;
};

}  // namespace

std::unique_ptr<PageCodes> make_core_codes(std::string socket, Secret secret, const Clock& clock) {
  return std::make_unique<CoreCodes>(std::move(socket), std::move(secret), clock);
}

}  // namespace desk::auth
