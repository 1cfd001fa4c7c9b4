#include "auth/http_server.h"

#include <fcntl.h>
#include <httplib.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <thread>

#include "data/base/secret.h"

namespace desk::auth {
namespace {

// The library as Debian builds it lets five callers wait; the sixth of a busy minute would be refused although somebody is there.
class Listening : public httplib::Server {
 public:
  [[nodiscard]] bool widen_backlog() { return ::listen(svr_sock_, 128) == 0; }
};

bool same_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [&](char x, char y) { return lower(x) == lower(y); });
}

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    if (path.front() == '/') path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

struct Route {
  std::string method;
  std::string pattern;
  HttpHandler handler;
};

std::optional<HttpPairs> match(std::string_view pattern, std::string_view path) {
  const auto want = split(pattern);
  const auto have = split(path);
  HttpPairs params;
  for (std::size_t i = 0; i < want.size(); ++i) {
    if (want[i].starts_with("{") && want[i].ends_with("...}")) {
      const std::string_view rest = i < have.size() ? path.substr(static_cast<std::size_t>(have[i].data() - path.data())) : "";
      params.emplace_back(want[i].substr(1, want[i].size() - 5), rest);
      return params;
    }
    if (i >= have.size()) return std::nullopt;
    if (want[i].starts_with("{") && want[i].ends_with("}")) {
      if (have[i].empty()) return std::nullopt;
      params.emplace_back(want[i].substr(1, want[i].size() - 2), have[i]);
    } else if (want[i] != have[i]) {
      return std::nullopt;
    }
  }
  if (want.size() != have.size()) return std::nullopt;
  return params;
}

Failure cannot_listen(const std::string& where, std::string reason) {
  return {StaffCode::AuthUnreachable, where, "cannot listen: " + std::move(reason)};
}

// True when somebody answers on the socket already; a stale file is removed.
bool taken(const std::string& path, const sockaddr_un& address) {
  struct stat about {};
  if (lstat(path.c_str(), &about) != 0 || !S_ISSOCK(about.st_mode)) return false;
  const int probe = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const bool answered = connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  close(probe);
  if (!answered) unlink(path.c_str());
  return answered;
}

}  // namespace

HttpRequest::~HttpRequest() {
  wipe(body);
  for (auto& [name, value] : fields) wipe(value);
}

std::string HttpRequest::param(std::string_view name) const {
  for (const auto& [key, value] : params) {
    if (key == name) return value;
  }
  return {};
}

std::optional<std::string_view> HttpRequest::field(std::string_view name) const {
  for (const auto& [key, value] : fields) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::optional<std::string_view> HttpRequest::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (same_ignoring_case(key, name)) return value;
  }
  return std::nullopt;
}

class HttpServer::Implementation {
 public:
  explicit Implementation(Limits limits) : limits_(limits) {}

  void route(Route route) { routes_.push_back(std::move(route)); }
  void fallback(HttpHandler handler) { fallback_ = std::move(handler); }
  void on_response(std::function<void(const HttpRequest&, HttpResponse&)> hook) { hook_ = std::move(hook); }

  Done listen_unix(const std::string& path, unsigned mode) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof address.sun_path) return fail(cannot_listen(path, "a socket path has 1 to 107 bytes"));
    std::memcpy(address.sun_path, path.c_str(), path.size());
    if (taken(path, address)) return fail(cannot_listen(path, "another program answers there"));
    prepare();
    server_->set_address_family(AF_UNIX);
    unix_ = true;
    // The file is born closed, so that there is no moment in which others could connect.
    const mode_t before = umask(0777);
    const bool bound = server_->bind_to_port(path, 80);
    umask(before);
    if (!bound || !server_->widen_backlog() || chmod(path.c_str(), mode) != 0) return fail(cannot_listen(path, std::strerror(errno)));
    socket_path_ = path;
    run();
    return {};
  }

  Result<int> listen_tcp(const std::string& address, int port) {
    prepare();
    const int bound = port == 0 ? server_->bind_to_any_port(address) : server_->bind_to_port(address, port) ? port : -1;
    const std::string where = address + ":" + std::to_string(port);
    if (bound <= 0 || !server_->widen_backlog()) return fail(cannot_listen(where, std::strerror(errno)));
    run();
    return bound;
  }

  void stop() {
    if (thread_.joinable()) {
      server_->stop();
      thread_.join();
    }
    if (!socket_path_.empty()) unlink(socket_path_.c_str());
    socket_path_.clear();
  }

 private:
  void prepare() {
    server_ = std::make_unique<Listening>();
    httplib::Server& server = *server_;
    server.set_keep_alive_max_count(1);
    server.set_read_timeout(limits_.read);
    server.set_write_timeout(limits_.write);
    server.set_payload_max_length(limits_.max_body);
    server.new_task_queue = [n = static_cast<std::size_t>(limits_.workers)] { return new httplib::ThreadPool(n); };
    // cpp-httplib's default sets SO_REUSEPORT, with which two services would silently share one port.
    server.set_socket_options([](socket_t handle) {
      const int yes = 1;
      setsockopt(handle, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    server.set_pre_routing_handler([](const httplib::Request& request, httplib::Response& response) {
      const bool encoded = request.has_header("Transfer-Encoding") || request.has_header("Content-Encoding");
      const bool carries = request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
      if (!encoded && (!carries || request.has_header("Content-Length"))) return httplib::Server::HandlerResponse::Unhandled;
      response.status = encoded ? 415 : 411;
      response.set_header("Connection", "close");
      return httplib::Server::HandlerResponse::Handled;
    });
    server.set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) { response.status = 500; });
    const auto serve = [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); };
    server.Get(".*", serve);  // HEAD comes here too
    server.Post(".*", serve);
    server.Put(".*", serve);
    server.Patch(".*", serve);
    server.Delete(".*", serve);
    server.Options(".*", serve);
  }

  void run() {
    thread_ = std::thread([this] { server_->listen_after_bind(); });
    // stop() does nothing before the loop runs, and would then wait for ever.
    while (!server_->is_running()) std::this_thread::yield();
  }

  void answer(const httplib::Request& from, httplib::Response& to) {
    HttpRequest request;
    request.method = from.method == "HEAD" ? "GET" : from.method;
    request.path = from.path;
    request.body = from.body;
    request.peer = unix_ ? "unix" : from.remote_addr;
    for (const auto& [name, value] : from.params) request.fields.emplace_back(name, value);
    for (const auto& [name, value] : from.headers) request.headers.emplace_back(name, value);
    wipe_original(from);
    HttpResponse response = dispatch(request);
    if (hook_) hook_(request, response);
    to.status = response.status;
    for (const auto& [name, value] : response.headers) to.set_header(name, value);
    to.set_content(std::move(response.body), response.content_type);
  }

  HttpResponse dispatch(HttpRequest& request) const {
    bool known_path = false;
    for (const Route& route : routes_) {
      auto params = match(route.pattern, request.path);
      if (!params) continue;
      known_path = true;
      if (route.method != request.method) continue;
      request.params = std::move(*params);
      return route.handler(request);
    }
    if (known_path) return {405, "{}"};
    return fallback_ ? fallback_(request) : HttpResponse{404, "{}"};
  }

  // The library's own copy may hold a code as well. It is not a const object: it lives on the library's stack.
  static void wipe_original(const httplib::Request& from) {
    auto& original = const_cast<httplib::Request&>(from);
    wipe(original.body);
    for (auto& [name, value] : original.params) wipe(value);
  }

  Limits limits_;
  std::vector<Route> routes_;
  HttpHandler fallback_;
  std::function<void(const HttpRequest&, HttpResponse&)> hook_;
  std::unique_ptr<Listening> server_;
  std::thread thread_;
  std::string socket_path_;
  bool unix_ = false;
};

HttpServer::HttpServer() : HttpServer(Limits{}) {}
HttpServer::HttpServer(Limits limits) : implementation_(std::make_unique<Implementation>(limits)) {}
HttpServer::~HttpServer() { stop(); }

void HttpServer::route(std::string method, std::string pattern, HttpHandler handler) {
  implementation_->route({std::move(method), std::move(pattern), std::move(handler)});
}
void HttpServer::fallback(HttpHandler handler) { implementation_->fallback(std::move(handler)); }
void HttpServer::on_response(std::function<void(const HttpRequest&, HttpResponse&)> hook) { implementation_->on_response(std::move(hook)); }
Done HttpServer::listen_unix(const std::string& path, unsigned mode) { return implementation_->listen_unix(path, mode); }
Result<int> HttpServer::listen_tcp(const std::string& address, int port) { return implementation_->listen_tcp(address, port); }
void HttpServer::stop() { implementation_->stop(); }

}  // namespace desk::auth
