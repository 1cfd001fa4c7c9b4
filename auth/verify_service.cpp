#include "auth/verify_service.h"

#include <sys/stat.h>

#include <algorithm>

#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

using std::chrono::seconds;

// Twilio writes its dates in UTC.
std::string iso_utc(WallTime wall) {
  std::string text = iso_jst({wall.seconds - 9 * 3600});
  return text.substr(0, text.find('+')) + "Z";
}

Node whole(std::int64_t value) { return Node(Node::Value{value}); }

HttpResponse json(int status, const Node& node) { return {status, dump_json(node)}; }

HttpResponse error(const Refusal& refusal) {
  const RefusalWords& words = words_of(refusal.kind);
  Node node;
  node.set("code", words.twilio_code);
  node.set("message", refusal.detail.empty() ? Node(words.reason) : Node(std::string_view(refusal.detail)));
  node.set("more_info", std::string_view("https://www.twilio.com/docs/errors/" + std::to_string(words.twilio_code)));
  node.set("status", words.http_status);
  node.set("reason", words.reason);
  node.set("staff_code", std::string_view(to_string(words.staff_code)));
  if (refusal.wait > seconds{0}) node.set("wait_seconds", whole(refusal.wait.count()));
  if (refusal.next_send > WallTime{}) node.set("next_send_at", std::string_view(iso_jst(refusal.next_send)));
  if (!refusal.sid.empty()) node.set("sid", std::string_view(refusal.sid));
  if (!refusal.tag.empty()) node.set("tag", std::string_view(refusal.tag));
  if (refusal.problem) node.set("problem", code_of(*refusal.problem));
  HttpResponse response = json(words.http_status, node);
  if (refusal.wait > seconds{0}) response.headers.emplace_back("Retry-After", std::to_string(refusal.wait.count()));
  if (refusal.kind == RefusalKind::Unauthorized) response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"desk-auth\"");
  return response;
}

Refusal bad(std::string detail) {
  Refusal refusal;
  refusal.kind = RefusalKind::BadParameter;
  refusal.detail = std::move(detail);
  return refusal;
}

Node node_of(const VerificationView& view, const HttpRequest& request) {
  const std::string service = request.param("service");
  Node node;
  node.set("sid", std::string_view(view.sid));
  node.set("service_sid", std::string_view(service));
  node.set("to", std::string_view(view.to));
  node.set("channel", "sms");
  node.set("status", code_of(view.status));
  node.set("valid", Node(Node::Value{view.status == ShownStatus::Approved}));
  node.set("lookup", Node(Node::Value{Table{}}));
  node.set("amount", Node());
  node.set("payee", Node());
  node.set("send_code_attempts", Node(Node::Value{Array{}}));
  node.set("date_created", std::string_view(iso_utc(view.created)));
  node.set("date_updated", std::string_view(iso_utc(view.created)));
  node.set("url", std::string_view("/v2/Services/" + service + "/Verifications/" + view.sid));
  node.set("tag", std::string_view(view.tag));
  node.set("purpose", code_of(view.purpose));
  node.set("send_state", code_of(view.send_state));
  node.set("next_send_at", std::string_view(iso_jst(view.next_send)));
  node.set("valid_until", std::string_view(iso_jst(view.valid_until)));
  node.set("tries_left", view.tries_left);
  node.set("wait_seconds", whole(view.wait.count()));
  return node;
}

Result<PhoneNumber, Refusal> number_of(std::string_view text) {
  PhoneNumber::Parsed parsed = PhoneNumber::parse(text);
  if (parsed.ok) return std::move(parsed.number);
  Refusal refusal;
  refusal.kind = RefusalKind::NotMobile;
  refusal.problem = parsed.problem;
  return fail(std::move(refusal));
}

// Six digits; full-width ones, spaces and hyphens as people type them.
std::optional<Secret> code_of_digits(std::string_view text) {
  std::string digits;
  digits.reserve(8);
  while (!text.empty() && digits.size() < 7) {
    if (text.front() >= '0' && text.front() <= '9') {
      digits.push_back(text.front());
    } else if (text.size() >= 3 && text[0] == '\xEF' && text[1] == '\xBC' && text[2] >= '\x90' && text[2] <= '\x99') {
      digits.push_back(static_cast<char>('0' + (text[2] - '\x90')));
      text.remove_prefix(2);
    } else if (text.front() != ' ' && text.front() != '-') {
      wipe(digits);
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  std::optional<Secret> code;
  if (digits.size() == 6 && text.empty()) code = Secret(digits);
  wipe(digits);
  return code;
}

}  // namespace

Result<Credentials> Credentials::load(const std::string& path) {
  struct stat about {};
  if (stat(path.c_str(), &about) == 0 && (about.st_mode & 007) != 0) {
    return fail(Failure{StaffCode::ConfigBroken, path, "the secret file must not be readable by others"});
  }
  auto text = read_file(path, StaffCode::ConfigBroken);
  if (!text) return fail(text.error());
  Credentials credentials;
  std::string_view rest(*text);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with("\r")) line.remove_suffix(1);
    const auto colon = line.find(':');
    if (line.starts_with("#") || colon == 0 || colon == std::string_view::npos || colon + 1 == line.size()) continue;
    std::string header = basic_auth(line);
    credentials.accounts_.push_back({std::string(line.substr(0, colon)), Secret(header)});
    wipe(header);
  }
  wipe(*text);
  if (credentials.accounts_.empty()) return fail(Failure{StaffCode::ConfigBroken, path, "no line \"sid:token\""});
  return credentials;
}

std::optional<std::string> Credentials::account_of(std::optional<std::string_view> authorization) const {
  if (!authorization) return std::nullopt;
  const auto bytes = [](std::string_view text) {
    return std::span<const unsigned char>(reinterpret_cast<const unsigned char*>(text.data()), text.size());
  };
  for (const Account& account : accounts_) {
    if (account.header.size() == authorization->size() && crypto::equal_constant_time(bytes(account.header.reveal()), bytes(*authorization))) {
      return account.sid;
    }
  }
  return std::nullopt;
}

VerifyService::VerifyService(VerifyDesk& desk, StaffPins& pins, const Credentials& credentials, const ConsoleGateway* shown)
    : desk_(desk), pins_(pins), credentials_(credentials), shown_(shown) {}

void VerifyService::add_routes(HttpServer& server) {
  server.route("POST", "/v2/Services/{service}/Verifications", guarded(Right::Everyone, &VerifyService::start));
  server.route("POST", "/v2/Services/{service}/VerificationCheck", guarded(Right::Everyone, &VerifyService::check));
  server.route("GET", "/v2/Services/{service}/Verifications/{sid}", guarded(Right::Everyone, &VerifyService::find));
  server.route("POST", "/v1/StaffPins/check", guarded(Right::DeskOnly, &VerifyService::check_pin));
  server.route("GET", "/v1/health", guarded(Right::Everyone, &VerifyService::health));
  server.route("GET", "/v1/gateway", guarded(Right::DeskOnly, &VerifyService::gateway));
  if (shown_ != nullptr) server.route("GET", "/demo/messages", guarded(Right::DeskOnly, &VerifyService::demo_messages));
  add_report_route(server);
  server.fallback([](const HttpRequest&) {
    Refusal refusal;
    refusal.kind = RefusalKind::NotFound;
    return error(refusal);
  });
}

void VerifyService::add_report_route(HttpServer& server) {
  server.route("GET", "/dlr", [this](const HttpRequest& request) { return report(request); });
  server.route("POST", "/dlr", [this](const HttpRequest& request) { return report(request); });
}

HttpHandler VerifyService::guarded(Right right, HttpResponse (VerifyService::*handler)(const HttpRequest&, const std::string&)) {
  return [this, right, handler](const HttpRequest& request) {
    const auto account = credentials_.account_of(request.header("Authorization"));
    if (!account || (right == Right::DeskOnly && *account == "page")) {
      Refusal refusal;
      refusal.kind = RefusalKind::Unauthorized;
      return error(refusal);
    }
    return (this->*handler)(request, *account);
  };
}

HttpResponse VerifyService::start(const HttpRequest& request, const std::string& account) {
  if (request.field("CustomCode")) return error(bad("CustomCode is not accepted: codes are made here"));
  if (request.field("Channel").value_or("") != "sms") return error(bad("Channel must be sms"));
  const auto purpose = purpose_from(request.field("Purpose").value_or("visit"));
  const auto language = desk_.texts().find(request.field("Language").value_or("ja"));
  if (!purpose) return error(bad("Purpose must be visit, resume or page"));
  if (!language) return error(bad("Language is none of this desk's"));
  if (account == "page" && *purpose != Purpose::Page) return error(bad("this account may only send Purpose=page"));
  const auto to = number_of(request.field("To").value_or(""));
  if (!to) return error(to.error());
  const auto view = desk_.start(*to, *purpose, *language);
  return view ? json(201, node_of(*view, request)) : error(view.error());
}

HttpResponse VerifyService::check(const HttpRequest& request, const std::string&) {
  const auto code = code_of_digits(request.field("Code").value_or(""));
  if (!code) return error(bad("Code must be six digits"));
  std::string sid(request.field("VerificationSid").value_or(""));
  if (sid.empty()) {
    const auto to = number_of(request.field("To").value_or(""));
    if (!to) return error(to.error());
    const auto pending = desk_.pending_sid(*to);
    if (!pending) return error(pending.error());
    sid = *pending;
  }
  const auto answer = desk_.check(sid, *code);
  if (!answer) return error(answer.error());
  Node node = node_of(answer->view, request);
  node.set("older_message", Node(Node::Value{answer->verdict == CheckAnswer::Verdict::OlderMessage}));
  return json(200, node);
}

HttpResponse VerifyService::find(const HttpRequest& request, const std::string&) {
  const auto view = desk_.find(request.param("sid"));
  return view ? json(200, node_of(*view, request)) : error(view.error());
}

HttpResponse VerifyService::check_pin(const HttpRequest& request, const std::string&) {
  const std::string_view pin = request.field("Pin").value_or("");
  if (pin.empty() || pin.size() > 64) return error(bad("Pin is missing or too long"));
  const auto answer = pins_.check(Secret(pin));
  if (!answer) return error(answer.error());
  Node node;
  node.set("valid", Node(Node::Value{answer->valid}));
  if (answer->valid) node.set("name", std::string_view(answer->name));
  node.set("tries_left", answer->tries_left);
  node.set("wait_seconds", whole(answer->wait.count()));
  return json(200, node);
}

HttpResponse VerifyService::health(const HttpRequest&, const std::string&) {
  const auto health = desk_.health();
  if (!health) return error(health.error());
  Node node;
  node.set("status", "ok");
  node.set("gateway", std::string_view(health->gateway));
  node.set("demonstration", Node(Node::Value{shown_ != nullptr}));
  node.set("site_messages", health->site_messages);
  node.set("site_cap", health->site_cap);
  node.set("alarm", Node(Node::Value{health->alarm}));
  node.set("strict", Node(Node::Value{health->strict}));
  if (health->last) {
    node.set("last_send_state", code_of(health->last->state));
    node.set("last_send_at", std::string_view(iso_jst(health->last->at.wall)));
  }
  return json(200, node);
}

HttpResponse VerifyService::gateway(const HttpRequest&, const std::string&) {
  const Reach reach = desk_.reach_gateway();
  Node node;
  node.set("reached", Node(Node::Value{reach.reached}));
  node.set("problem", std::string_view(reach.problem));
  return json(200, node);
}

HttpResponse VerifyService::demo_messages(const HttpRequest&, const std::string&) {
  Node list(Node::Value{Array{}});
  for (const ShownMessage& message : shown_->messages()) {
    Node node;
    node.set("to", std::string_view(message.to));
    node.set("text", std::string_view(message.text));
    node.set("at", std::string_view(iso_jst(message.at)));
    list.push(std::move(node));
  }
  Node node;
  node.set("messages", std::move(list));
  return json(200, node);
}

HttpResponse VerifyService::report(const HttpRequest& request) {
  const std::string id(request.field("id").value_or(""));
  const auto type = read_report(request.field("type").value_or(request.field("status").value_or("")));
  if (id.empty() || !type) return error(bad("id and type are needed"));
  const auto known = desk_.report(id, *type);
  if (!known) return error(known.error());
  if (!*known) {
    Refusal refusal;
    refusal.kind = RefusalKind::NotFound;
    return error(refusal);
  }
  return {204, ""};
}

}  // namespace desk::auth
