#include "auth/page_desk_side.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {
namespace {

using config::HandoffMode;

HttpResponse json_response(int status, const Node& node) { return {status, dump_json(node), "application/json", {}}; }

HttpResponse refused(int status, StaffCode code, std::string_view reason) {
  Node node;
  node.set("code", Node(static_cast<int>(code)));
  node.set("reason", Node(reason));
  return json_response(status, node);
}

HttpResponse refused(const Failure& failure) {
  const int status = failure.code == StaffCode::BundleRefused ? 422 : failure.code == StaffCode::StoreFull ? 507 : 503;
  return refused(status, failure.code, failure.reason);
}

std::optional<std::int64_t> integer_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<crypto::Bytes> from_hex(std::string_view text) {
  constexpr std::size_t kMost = 512;
  if (text.empty() || text.size() % 2 != 0 || text.size() > kMost) return std::nullopt;
  crypto::Bytes bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    unsigned value = 0;
    const auto [end, error] = std::from_chars(text.data() + i, text.data() + i + 2, value, 16);
    if (error != std::errc{} || end != text.data() + i + 2) return std::nullopt;
    bytes.push_back(static_cast<unsigned char>(value));
  }
  return bytes;
}

std::span<const unsigned char> bytes_of(std::string_view text) { return {reinterpret_cast<const unsigned char*>(text.data()), text.size()}; }

std::string_view mode_name(HandoffMode mode) {
  switch (mode) {
    case HandoffMode::Off: return "off";
    case HandoffMode::Lan: return "lan";
    case HandoffMode::Public: return "public";
  }
  return "off";
}

}  // namespace

PageDeskSide::PageDeskSide(Parts parts) : parts_(std::move(parts)) {
  std::string value = basic_auth(parts_.secret.reveal());
  expected_ = Secret(value);
  wipe(value);
}

bool PageDeskSide::authorised(const HttpRequest& request) const {
  const auto given = request.header("Authorization");
  return given && !parts_.secret.empty() && crypto::equal_constant_time(bytes_of(*given), bytes_of(expected_.reveal()));
}

HttpResponse PageDeskSide::answer(const HttpRequest& request) {
  if (!authorised(request)) {
    HttpResponse response = refused(401, StaffCode::PageUnreachable, "the secret is missing or another");
    response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"desk-page\"");
    return response;
  }
  constexpr std::string_view bundles = "/bundles/";
  constexpr std::string_view erasures = "/erase-requests/";
  const std::string_view path = request.path;
  if (path.starts_with(bundles)) {
    const std::string token_hash(path.substr(bundles.size()));
    if (!is_hash(token_hash)) return refused(422, StaffCode::BundleRefused, "no hash of a token");
    if (request.method == "PUT") return put(request, token_hash);
    if (request.method == "DELETE") {
      parts_.access.forget(token_hash);
      const auto done = parts_.store.remove(token_hash);
      return done ? HttpResponse{204, "", "application/json", {}} : refused(done.error());
    }
  }
  if (path == "/grants" && request.method == "POST") return add_grant(request);
  if (path == "/erase-requests" && request.method == "GET") return requests();
  if (path.starts_with(erasures) && request.method == "DELETE") {
    const auto id = integer_in(path.substr(erasures.size()));
    if (!id) return refused(422, StaffCode::BadInput, "no number of a request");
    const auto done = parts_.store.acknowledge(*id);
    return done ? HttpResponse{204, "", "application/json", {}} : refused(done.error());
  }
  if (path == "/health" && request.method == "GET") return health();
  return refused(404, StaffCode::BadInput, "no such route");
}

HttpResponse PageDeskSide::put(const HttpRequest& request, const std::string& token_hash) {
  const auto expires = integer_in(request.header("Desk-Expires").value_or(""));
  if (!expires) return refused(422, StaffCode::BundleRefused, "Desk-Expires is missing or no number");
  const auto start = bytes_of(request.body).first(std::min(request.body.size(), kMostHeaderBytes));
  const auto layout = read_bundle_layout(start, request.body.size());
  if (!layout) return refused(layout.error());
  // Over plain HTTP no PDF may travel (design 5), so none is even kept: a kiosk that sends one is set up differently from this page.
  if (parts_.mode != HandoffMode::Public && layout->files() > 0) {
    return refused(422, StaffCode::BundleRefused, "PDFs are taken only with page.mode = \"public\"");
  }
  const auto put = parts_.store.put({token_hash, std::string(request.header("Desk-Number-Hash").value_or("")), {*expires}, request.body});
  if (!put) return refused(put.error());
  Node node;
  switch (*put) {
    case BundlePut::Kept: node.set("kept", Node{Node::Value{true}}); return json_response(201, node);
    case BundlePut::Erased: node.set("erased", Node{Node::Value{true}}); return json_response(409, node);
  }
  return refused(500, StaffCode::Internal, "");
}

HttpResponse PageDeskSide::add_grant(const HttpRequest& request) {
  if (parts_.mode != HandoffMode::Public) return refused(409, StaffCode::LinkUnknown, "grants need page.mode = \"public\"");
  const std::string grant_hash(request.field("grant_hash").value_or(""));
  const std::string token_hash(request.field("token_hash").value_or(""));
  auto wrapped = from_hex(request.field("wrapped").value_or(""));
  if (!is_hash(grant_hash) || !is_hash(token_hash) || !wrapped) return refused(422, StaffCode::BadInput, "grant_hash, token_hash or wrapped");
  if (!parts_.store.find(token_hash)) return refused(404, StaffCode::LinkUnknown, "no bundle of that token");
  if (!parts_.access.add_grant(grant_hash, token_hash, std::move(*wrapped))) return refused(503, StaffCode::PageUnreachable, "too many grants");
  Node node;
  node.set("seconds", Node(static_cast<int>(std::chrono::seconds(PageAccess::kGrantLife).count())));
  return json_response(201, node);
}

HttpResponse PageDeskSide::requests() {
  const auto requests = parts_.store.erase_requests();
  if (!requests) return refused(requests.error());
  Node list{Node::Value{Array{}}};
  for (const EraseRequest& request : *requests) {
    Node node;
    node.set("id", Node{Node::Value{request.id}});
    node.set("token_hash", Node(std::string_view(request.token_hash)));
    node.set("asked", Node{Node::Value{request.asked.seconds}});
    list.push(std::move(node));
  }
  Node node;
  node.set("requests", std::move(list));
  return json_response(200, node);
}

HttpResponse PageDeskSide::health() {
  Node node;
  node.set("mode", Node(mode_name(parts_.mode)));
  node.set("port", Node(port_));
  node.set("bundles", Node{Node::Value{parts_.store.count()}});
  return json_response(200, node);
}

}  // namespace desk::auth
