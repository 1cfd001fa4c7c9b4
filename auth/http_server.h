// HttpServer: the service side of HTTP for desk-auth (core on a Unix socket, page role on TCP). A small door over cpp-httplib, which
// only http_server.cpp includes (it costs seconds a unit).
//
//   HttpServer server;
//   server.route("POST", "/v2/Services/{sid}/Verifications", [&](const HttpRequest& request) { return json(201, ...); });
//   if (auto port = server.listen_tcp("127.0.0.1", 0); !port) return fail(port.error());
//   ...
//   server.stop();
//
// Threads: handlers run on the server's own workers, several at once; route() only before listening, listen and stop from one thread.
// Errors: what cannot be listened on is a Failure (AuthUnreachable) naming the address. A handler that throws answers 500.
// Limits: one request a connection (no keep-alive: cpp-httplib polls an idle kept connection a hundred times a second, and refusing a
// body unread is only safe when the connection ends). Bodies need a Content-Length within `max_body`; chunked and compressed bodies are
// refused, because cpp-httplib 0.11.4 applies its limit to neither. Form bodies are at most 8 KiB (its own limit).
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/base/result.h"

namespace desk::auth {

using HttpPairs = std::vector<std::pair<std::string, std::string>>;

struct HttpRequest {
  std::string method;
  std::string path;     // percent-decoded, without the query
  HttpPairs params;     // what the {names} of the pattern matched
  HttpPairs fields;     // query, then form body, percent-decoded; wiped with the request, for a field may be a code
  HttpPairs headers;    // names as sent; header() looks case-insensitively
  std::string body;     // wiped with the request
  std::string peer;     // "192.0.2.7", or "unix"

  HttpRequest() = default;
  HttpRequest(const HttpRequest&) = delete;
  HttpRequest& operator=(const HttpRequest&) = delete;
  ~HttpRequest();

  [[nodiscard]] std::string param(std::string_view name) const;                          // empty when absent
  [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;      // the first of that name
  [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
};

struct HttpResponse {
  int status = 200;
  std::string body;
  std::string content_type = "application/json";
  HttpPairs headers = {};
};

using HttpHandler = std::function<HttpResponse(const HttpRequest&)>;

class HttpServer {
 public:
  struct Limits {
    std::size_t max_body = std::size_t{64} * 1024;      // bytes; more is 413
    std::chrono::milliseconds read{5000};               // longest silence of a client within a request
    std::chrono::milliseconds write{10000};
    int workers = 8;                                    // requests answered at once; more wait
  };

  HttpServer();
  explicit HttpServer(Limits limits);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();  // stops

  // Patterns match whole paths, segment by segment; "{name}" matches one segment that is not empty, "{name...}" (last only) the rest.
  // The first route that matches wins. Unmatched paths go to `fallback` (default: 404 {}), a known path with another method to 405.
  void route(std::string method, std::string pattern, HttpHandler handler);
  void fallback(HttpHandler handler);
  // Sees every response before it leaves (security headers, a log line without query or body).
  void on_response(std::function<void(const HttpRequest&, HttpResponse&)> hook);

  // Listens on a Unix socket that it creates with `mode` (e.g. 0660); a stale socket is replaced, one that answers is not.
  [[nodiscard]] Done listen_unix(const std::string& path, unsigned mode);
  // Tells the port (the one given, or the free one found for 0).
  [[nodiscard]] Result<int> listen_tcp(const std::string& address, int port);
  // Stops accepting, lets running handlers end, joins. A socket file is removed.
  void stop();

 private:
  class Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace desk::auth
