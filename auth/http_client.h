// The asking side of HTTP (libcurl, which only http_client.cpp includes): one request, one outcome, every wait bounded.
//
// The outcome tells what a paid message needs to know (design 5): NotSent, the request never left this machine (no address, refused,
// TLS not agreed); Unknown, it left and no complete answer came back in time; Answered, with status and body.
// Every call is its own connection: libcurl silently repeats a request on a fresh connection when a kept one turns out dead, and a
// repeated POST may be a second message. Redirects are not followed and no proxy of the environment is used.
// Threads: perform() may be called from any thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/base/secret.h"

namespace desk::auth {

struct HttpCall {
  std::string method = "GET";
  std::string url;                                             // http:// or https://; with a socket the host is only a name
  std::string unix_socket;                                     // empty: TCP
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;                                            // sent for POST, PUT and PATCH; wiped with the call
  std::chrono::milliseconds connect_timeout{3000};
  std::chrono::milliseconds total_timeout{10000};
  std::size_t max_reply = std::size_t{64} * 1024;              // bytes; a longer reply is Unknown

  HttpCall() = default;
  HttpCall(HttpCall&&) = default;
  HttpCall& operator=(HttpCall&&) = default;
  HttpCall(const HttpCall&) = delete;
  HttpCall& operator=(const HttpCall&) = delete;
  ~HttpCall();
};

enum class HttpOutcome { NotSent, Unknown, Answered };

struct HttpReply {
  HttpOutcome outcome = HttpOutcome::NotSent;
  int status = 0;                                              // when Answered
  std::string body;
  std::string content_type;
  std::string problem;                                         // else: libcurl's words, without the URL
  std::vector<std::pair<std::string, std::string>> headers{};  // as they came, when Answered
};

[[nodiscard]] HttpReply perform(const HttpCall& call);
// Name, connection and, for https, TLS to the call's host, and not a byte of a request: nothing is sent and nothing is paid for. Empty:
// reached; else libcurl's words, without the URL.
[[nodiscard]] std::string reach(const HttpCall& call);

// application/x-www-form-urlencoded for one name or value: unreserved characters stay, all else becomes %XX.
[[nodiscard]] std::string url_escape(std::string_view text);
[[nodiscard]] std::string form_body(const std::vector<std::pair<std::string, std::string>>& fields);
// "Basic …" of RFC 7617 for "user:password".
[[nodiscard]] std::string basic_auth(std::string_view user_and_password);

}  // namespace desk::auth
