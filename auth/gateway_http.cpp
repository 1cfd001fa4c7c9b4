#include <regex.h>

#include <algorithm>
#include <functional>

#include "auth/gateway.h"
#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

constexpr std::size_t kLongestReply = 8 * 1024;  // bytes; replies are a line or a small JSON object

// POSIX extended regular expressions: std::regex recurses once a character and took 18 s over an 8 KB page of garbage.
class Pattern {
 public:
  explicit Pattern(const std::string& text) : good_(regcomp(&compiled_, text.c_str(), REG_EXTENDED) == 0) {}
  ~Pattern() {
    if (good_) regfree(&compiled_);
  }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;
  [[nodiscard]] bool good() const { return good_; }

  // The first group, or "" when there is none; nullopt: the pattern is not in `text`.
  [[nodiscard]] std::optional<std::string> find_in(const std::string& text) const {
    regmatch_t found[2] = {{0, static_cast<regoff_t>(text.size())}, {-1, -1}};  // REG_STARTEND: a reply may hold zero bytes
    if (regexec(&compiled_, text.c_str(), 2, found, REG_STARTEND) != 0) return std::nullopt;
    if (found[1].rm_so < 0) return std::string();
    return text.substr(static_cast<std::size_t>(found[1].rm_so), static_cast<std::size_t>(found[1].rm_eo - found[1].rm_so));
  }

 private:
  regex_t compiled_{};
  bool good_;
};

using Values = std::vector<std::pair<std::string_view, Secret>>;
using Escape = std::function<std::string(std::string_view)>;

std::string as_is(std::string_view text) { return std::string(text); }

std::string json_inside(std::string_view text) {
  const std::string quoted = dump_json(Node(text));
  return quoted.substr(1, quoted.size() - 2);
}

// Fills {name}; anything else in braces stays as it stands (JSON has braces of its own).
std::string fill(std::string_view pattern, const Values& values, const Escape& escape) {
  std::string out;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    out += pattern.substr(0, open);
    pattern.remove_prefix(open);
    if (pattern.empty()) break;
    const auto known = std::find_if(values.begin(), values.end(), [&](const auto& value) {
      return pattern.size() > value.first.size() + 1 && pattern.substr(1, value.first.size()) == value.first &&
             pattern[value.first.size() + 1] == '}';
    });
    if (known == values.end()) {
      out.push_back('{');
      pattern.remove_prefix(1);
    } else {
      out += escape(known->second.reveal());
      pattern.remove_prefix(known->first.size() + 2);
    }
  }
  return out;
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

class HttpGateway final : public Gateway {
 public:
  HttpGateway(config::Gateway config, Secret secret, std::unique_ptr<Pattern> accepted)
      : config_(std::move(config)), secret_(std::move(secret)), accepted_(std::move(accepted)) {}

  std::string name() const override { return "http"; }

  Reach reach() override {
    HttpCall call;
    // A placeholder can stand in the path only: the address up to it names the host.
    call.url = config_.url.substr(0, std::min(config_.url.find_first_of("{?"), config_.url.size()));
    call.connect_timeout = std::chrono::seconds{config_.connect_seconds};
    call.total_timeout = std::chrono::seconds{config_.connect_seconds};
    std::string problem = auth::reach(call);
    return {problem.empty(), std::move(problem)};
  }

  SendResult send(const PhoneNumber& to, const Secret& text, const std::string& id) override {
    Values values;
    values.emplace_back("to", to.e164());
    values.emplace_back("to_national", Secret(to.reveal()));
    values.emplace_back("text", text.clone());
    values.emplace_back("id", Secret(id));
    values.emplace_back("secret", secret_.clone());

    HttpCall call;
    call.method = config_.method;
    call.url = fill(config_.url, values, url_escape);
    call.connect_timeout = std::chrono::seconds{config_.connect_seconds};
    call.total_timeout = std::chrono::seconds{config_.total_seconds};
    call.max_reply = kLongestReply;
    for (const config::GatewayHeader& header : config_.headers) {
      std::string value = fill(header.value, values, as_is);
      if (has_control(value)) return {SendOutcome::NotSent, "", "header " + header.name + " would hold a control character"};
      call.headers.emplace_back(header.name, std::move(value));
    }
    if (config_.form == config::BodyForm::Json) {
      call.body = fill(config_.json, values, json_inside);
      call.headers.emplace_back("Content-Type", "application/json");
    } else {
      std::string fields;
      for (const auto& [name, pattern] : config_.fields) {
        std::string value = fill(pattern, values, as_is);
        fields += (fields.empty() ? "" : "&") + url_escape(name) + "=" + url_escape(value);
        wipe(value);
      }
      if (config_.method == "GET") {
        if (!fields.empty()) call.url += (call.url.find('?') == std::string::npos ? "?" : "&") + fields;
        wipe(fields);
      } else {
        call.body = std::move(fields);
        call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
      }
    }
    return judge(perform(call));
  }

 private:
  SendResult judge(const HttpReply& reply) const {
    switch (reply.outcome) {
      case HttpOutcome::NotSent: return {SendOutcome::NotSent, "", reply.problem};
      case HttpOutcome::Unknown: return {SendOutcome::Unknown, "", reply.problem};
      case HttpOutcome::Answered: break;
    }
    const std::string status = "HTTP " + std::to_string(reply.status);
    const auto& good = config_.accepted_status;
    if (std::find(good.begin(), good.end(), reply.status) != good.end()) {
      if (!accepted_) return {SendOutcome::Accepted, "", status};
      if (const auto id = accepted_->find_in(reply.body)) return {SendOutcome::Accepted, id->substr(0, 64), status};
      // The right status with words we do not know: it may have been taken, so the window must hold.
      return {SendOutcome::Unknown, "", status + ", but the reply does not match accepted_body"};
    }
    // 408: the provider gave up waiting for a request that it may have had. 5xx: anything may have happened before.
    if (reply.status >= 400 && reply.status < 500 && reply.status != 408) return {SendOutcome::Refused, "", status};
    return {SendOutcome::Unknown, "", status};
  }

  config::Gateway config_;
  Secret secret_;
  std::unique_ptr<Pattern> accepted_;
};

Failure broken(const std::string& key, std::string reason) { return {StaffCode::ConfigBroken, "gateway." + key, std::move(reason)}; }

// A misspelt {tel} would be sent to the provider as it stands. JSON's own braces are followed by a quote or white space.
std::optional<std::string> unknown_placeholder(std::string_view pattern) {
  for (auto open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{', open + 1)) {
    const std::string_view rest = pattern.substr(open + 1);
    const std::string_view name = rest.substr(0, std::min(rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), rest.size()));
    if (name.empty() || rest.size() == name.size() || rest[name.size()] != '}') continue;
    if (name != "to" && name != "to_national" && name != "text" && name != "id" && name != "secret") return std::string(name);
  }
  return std::nullopt;
}

}  // namespace

Result<std::unique_ptr<Gateway>> make_http_gateway(const config::Gateway& config) {
  if (!config.url.starts_with("http://") && !config.url.starts_with("https://")) return fail(broken("url", "http:// or https:// was expected"));
  std::vector<std::pair<std::string, std::string_view>> patterns{{"url", config.url}, {"json", config.json}};
  for (const auto& [name, value] : config.fields) patterns.emplace_back("fields." + name, value);
  for (const config::GatewayHeader& header : config.headers) patterns.emplace_back("headers." + header.name, header.value);
  bool carries_text = false;
  for (const auto& [key, pattern] : patterns) {
    if (const auto unknown = unknown_placeholder(pattern)) return fail(broken(key, "unknown placeholder {" + *unknown + "}"));
    carries_text = carries_text || pattern.find("{text}") != std::string_view::npos;
  }
  if (!carries_text) return fail(broken("fields", "nowhere is {text} sent"));
  if (config.form == config::BodyForm::Json) {
    if (config.method == "GET") return fail(broken("json", "a GET request has no body"));
    if (const auto parsed = parse_json(config.json, "gateway.json", StaffCode::ConfigBroken); !parsed) return fail(parsed.error());
  }
  std::unique_ptr<Pattern> accepted;
  if (!config.accepted_body.empty()) {
    accepted = std::make_unique<Pattern>(config.accepted_body);
    if (!accepted->good()) return fail(broken("accepted_body", "not a POSIX extended regular expression"));
  }
  Secret secret;
  if (!config.secret_file.empty()) {
    auto text = read_file(config.secret_file, StaffCode::ConfigBroken);
    if (!text) return fail(text.error());
    std::string_view line(*text);
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    secret = Secret(line);
    wipe(*text);
  }
  return std::unique_ptr<Gateway>(std::make_unique<HttpGateway>(config, std::move(secret), std::move(accepted)));
}

}  // namespace desk::auth
