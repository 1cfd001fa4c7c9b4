#include "auth/page_client.h"

#include <algorithm>

#include "auth/http_client.h"
#include "data/base/document.h"
#include "data/base/fields.h"

namespace desk::auth {
namespace {

Failure unreachable(std::string reason) { return {StaffCode::PageUnreachable, "page role", std::move(reason)}; }

// {"code":602,"reason":"…"}
Failure failure_of(const HttpReply& reply) {
  const auto node = parse_json(reply.body, "page role");
  const Node* number = node ? node->find("code") : nullptr;
  const Node* reason = node ? node->find("reason") : nullptr;
  const auto code = number != nullptr && number->integer() != nullptr ? staff_code_from(static_cast<int>(*number->integer())) : std::nullopt;
  if (!code || reason == nullptr || reason->string() == nullptr) return unreachable("answered " + std::to_string(reply.status));
  return {*code, "page role", *reason->string()};
}

class HttpPageClient final : public PageClient {
 public:
  HttpPageClient(std::string socket, Secret secret) : socket_(std::move(socket)), secret_(std::move(secret)) {}

  Result<BundlePut> put_bundle(const Bundle& bundle) override {
    HttpCall call = call_to("PUT", "/bundles/" + bundle.token_hash);
    call.headers.emplace_back("Content-Type", "application/octet-stream");
    call.headers.emplace_back("Desk-Expires", std::to_string(bundle.expires.seconds));
    if (!bundle.number_hash.empty()) call.headers.emplace_back("Desk-Number-Hash", bundle.number_hash);
    call.body.assign(reinterpret_cast<const char*>(bundle.bytes.data()), bundle.bytes.size());
    constexpr std::chrono::seconds kLargest{60};  // 60 MB and an fsync on a slow card
    call.total_timeout = kLargest;
    const HttpReply reply = perform(call);
    if (reply.outcome != HttpOutcome::Answered) return fail(unreachable(reply.problem));
    if (reply.status == 201) return BundlePut::Kept;
    if (reply.status == 409) return BundlePut::Erased;
    return fail(failure_of(reply));
  }

  Done remove_bundle(const std::string& token_hash) override { return without_content(call_to("DELETE", "/bundles/" + token_hash)); }

  Result<PageGrant> make_grant(const LinkToken& token) override {
    const LinkToken grant = crypto::new_link_token();
    HttpCall call = call_to("POST", "/grants");
    call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    call.body = form_body({{"grant_hash", crypto::token_hash_hex(grant.text)},
                           {"token_hash", crypto::token_hash_hex(token.text)},
                           {"wrapped", to_hex(wrap_token(token, grant))}});
    const HttpReply reply = perform(call);
    if (reply.outcome != HttpOutcome::Answered) return fail(unreachable(reply.problem));
    if (reply.status != 201) return fail(failure_of(reply));
    const auto node = parse_json(reply.body, "page role", StaffCode::PageUnreachable);
    if (!node) return fail(node.error());
    Fields f(*node, "page role", StaffCode::PageUnreachable);
    f.pass_over_unknown();  // a page role on another machine may be a release ahead
    PageGrant made{"/g/" + grant.text, std::chrono::seconds{f.whole("seconds", 1, 86'400)}};
    if (auto done = f.finish(); !done) return fail(done.error());
    return made;
  }

  Result<std::vector<EraseRequest>> erase_requests() override {
    const auto node = asked("/erase-requests");
    if (!node) return fail(node.error());
    Fields f(*node, "page role", StaffCode::PageUnreachable);
    f.pass_over_unknown();
    // With other keys allowed, only this tells an answer without requests from some other server's.
    if (!f.has("requests")) f.complain("requests", "missing");
    std::vector<EraseRequest> requests;
    int index = 0;
    for (const Node* entry : f.tables("requests")) {
      Fields e = f.sub(*entry, "requests", index++);
      requests.push_back({e.whole("id", 1, INT64_MAX), e.text("token_hash"), {e.whole("asked", INT64_MIN, INT64_MAX)}});
      f.adopt(e.finish());
    }
    if (auto done = f.finish(); !done) return fail(done.error());
    return requests;
  }

  Done acknowledge(std::int64_t id) override { return without_content(call_to("DELETE", "/erase-requests/" + std::to_string(id))); }

  Result<PageHealth> health() override {
    const auto node = asked("/health");
    if (!node) return fail(node.error());
    Fields f(*node, "page role", StaffCode::PageUnreachable);
    f.pass_over_unknown();
    const std::string mode = f.choice("mode", {"public", "lan"});
    PageHealth health;
    health.mode = mode == "public" ? config::HandoffMode::Public : config::HandoffMode::Lan;
    health.port = static_cast<int>(f.whole("port", 1, 65'535));
    health.bundles = f.whole("bundles", 0, INT64_MAX);
    if (auto done = f.finish(); !done) return fail(done.error());
    return health;
  }

 private:
  HttpCall call_to(std::string method, const std::string& path) const {
    HttpCall call;
    call.method = std::move(method);
    call.url = "http://desk-page" + path;
    call.unix_socket = socket_;
    call.headers.emplace_back("Authorization", basic_auth(secret_.reveal()));
    call.max_reply = std::size_t{1} << 20;
    return call;
  }

  static Done without_content(const HttpCall& call) {
    const HttpReply reply = perform(call);
    if (reply.outcome != HttpOutcome::Answered) return fail(unreachable(reply.problem));
    if (reply.status == 204) return {};
    return fail(failure_of(reply));
  }

  Result<Node> asked(const std::string& path) const {
    const HttpReply reply = perform(call_to("GET", path));
    if (reply.outcome != HttpOutcome::Answered) return fail(unreachable(reply.problem));
    if (reply.status != 200) return fail(failure_of(reply));
    return parse_json(reply.body, "page role", StaffCode::PageUnreachable);
  }

  std::string socket_;
  Secret secret_;
};

}  // namespace

std::unique_ptr<PageClient> make_page_client(std::string socket, Secret secret) {
  return std::make_unique<HttpPageClient>(std::move(socket), std::move(secret));
}

Result<std::unique_ptr<PageClient>> make_page_client(const std::string& socket, const std::string& secret_file) {
  auto secret = read_page_secret(secret_file);
  if (!secret) return fail(secret.error());
  return make_page_client(socket, std::move(*secret));
}

Result<Secret> read_page_secret(const std::string& file) {
  auto text = read_file(file, StaffCode::KeyMissing);
  if (!text) return fail(text.error());
  Secret secret;
  std::string_view rest(*text);
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto colon = line.find(':');
    if (line.starts_with('#') || colon == 0 || colon == std::string_view::npos || colon + 1 == line.size()) continue;
    if (secret.empty() || line.starts_with("page:")) secret = Secret(line);
    if (line.starts_with("page:")) break;
  }
  wipe(*text);
  if (secret.empty()) return fail(Failure{StaffCode::KeyMissing, file, "no line \"<account sid>:<token>\""});
  return secret;
}

}  // namespace desk::auth
