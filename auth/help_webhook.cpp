#include "auth/help_webhook.h"

#include <algorithm>
#include <cstdio>

#include "auth/http_client.h"
#include "auth/verify_service.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

constexpr std::chrono::milliseconds kHelpConnect{2000};
constexpr std::chrono::milliseconds kHelpTotal{4000};
constexpr int kHelpTries = 2;
constexpr std::size_t kLongestName = 80;  // bytes; a screen's name has twenty

// Names of screens and places: nothing that breaks a log line or carries a page of text.
bool plain_name(std::string_view text) {
  return text.size() <= kLongestName && std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

HttpResponse help_answer(int status, std::string_view member, std::string_view value) {
  Node node;
  node.set(std::string(member), value);
  return {status, dump_json(node)};
}

}  // namespace

std::string_view code_of(HelpOutcome outcome) {
  switch (outcome) {
    case HelpOutcome::Sent: return "sent";
    case HelpOutcome::NotSent: return "not_sent";
    case HelpOutcome::Off: return "off";
  }
  return "";
}

HelpWebhook::HelpWebhook(const config::Help& help, const config::Site& site, Secret bearer, const Clock& clock)
    : help_(help), site_(site.name), corner_(site.corner), bearer_(std::move(bearer)), clock_(clock) {}

Result<std::unique_ptr<HelpWebhook>> HelpWebhook::make(const config::Help& help, const config::Site& site, const Clock& clock) {
  Secret bearer;
  if (!help.secret_file.empty()) {
    auto text = read_file(help.secret_file, StaffCode::ConfigBroken);
    if (!text) return fail(text.error());
    std::string_view line(*text);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    if (line.find_first_of("\r\n") != std::string_view::npos) return fail(Failure{StaffCode::ConfigBroken, help.secret_file, "one line was expected"});
    bearer = Secret(line);
    wipe(*text);
  }
  return std::unique_ptr<HelpWebhook>(new HelpWebhook(help, site, std::move(bearer), clock));
}

HelpOutcome HelpWebhook::call(std::string_view screen, std::string_view kiosk) const {
  if (help_.webhook_url.empty()) return HelpOutcome::Off;
  Node message;
  message.set("event", "help");
  message.set("site", std::string_view(site_));
  message.set("kiosk", kiosk.empty() ? std::string_view(corner_) : kiosk);
  message.set("screen", screen);
  message.set("at", std::string_view(iso_jst(clock_.wall())));
  for (int attempt = 0; attempt < kHelpTries; ++attempt) {
    HttpCall call;
    call.method = "POST";
    call.url = help_.webhook_url;
    call.connect_timeout = kHelpConnect;
    call.total_timeout = kHelpTotal;
    call.headers.emplace_back("Content-Type", "application/json");
    if (!bearer_.empty()) call.headers.emplace_back("Authorization", "Bearer " + std::string(bearer_.reveal()));
    call.body = dump_json(message);
    const HttpReply reply = perform(call);
    if (reply.outcome == HttpOutcome::Answered && reply.status >= 200 && reply.status < 300) return HelpOutcome::Sent;
    const std::string why = reply.outcome == HttpOutcome::Answered ? "HTTP " + std::to_string(reply.status) : reply.problem;
    std::fprintf(stderr, "desk-auth: help message not taken: %s\n", why.c_str());
  }
  return HelpOutcome::NotSent;
}

void HelpWebhook::add_route(HttpServer& server, const HelpWebhook& webhook, const Credentials& credentials) {
  server.route("POST", "/v1/help", [&webhook, &credentials](const HttpRequest& request) {
    const auto account = credentials.account_of(request.header("Authorization"));
    if (!account || *account == "page") return help_answer(401, "message", "unauthorized");
    const std::string_view screen = request.field("screen").value_or("");
    const std::string_view kiosk = request.field("kiosk").value_or("");
    if (screen.empty() || !plain_name(screen) || !plain_name(kiosk)) return help_answer(400, "message", "screen and kiosk are short names");
    return help_answer(200, "outcome", code_of(webhook.call(screen, kiosk)));
  });
}

}  // namespace desk::auth
