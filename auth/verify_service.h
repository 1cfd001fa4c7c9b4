// VerifyService: VerifyDesk and StaffPins as HTTP in the shape of Twilio Verify v2 (form in, JSON out, Basic auth), so that other
// systems of the chamber can use client libraries that exist.
//
//   POST /v2/Services/{Sid}/Verifications           To, Channel=sms [, Purpose=visit|resume|page, Language=ja|ja-easy|en|…]   201
//   POST /v2/Services/{Sid}/VerificationCheck       Code, VerificationSid or To                                             200
//   GET  /v2/Services/{Sid}/Verifications/{Sid}                                                                             200
//   POST /v1/StaffPins/check                        Pin                                                                     200
//   POST /v1/help                                   screen [, kiosk]: a call for staff, see help_webhook.h                 200
//   GET  /v1/health                                                                                                         200
//   GET  /v1/gateway                                whether the provider can be reached; nothing is sent                    200
//   GET|POST /dlr                                   id, type (Kannel's %d) or status: a delivery report; the id is its right 204
//   GET  /demo/messages                             exists only with a console gateway of a demonstration                   200
//
// A verification: Twilio's members (sid, service_sid, to (masked), channel, status, valid, date_created, url …) and beside them tag,
// purpose, send_state, next_send_at, valid_until (ISO, JST), tries_left, wait_seconds; a check also older_message.
// An error: {code, message, more_info, status} and beside them reason (refusal.h), staff_code, wait_seconds, next_send_at, sid, tag, problem.
// The account named "page" may only start Purpose=page and check codes: the page process faces the network.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "auth/gateway.h"
#include "auth/http_server.h"
#include "auth/staff_pins.h"
#include "auth/verify_desk.h"

namespace desk::auth {

// "sid:token", one a line; "#" begins a comment.
class Credentials {
 public:
  [[nodiscard]] static Result<Credentials> load(const std::string& path);  // ConfigBroken when empty or readable by others
  // The sid whose Authorization header this is.
  [[nodiscard]] std::optional<std::string> account_of(std::optional<std::string_view> authorization) const;

 private:
  struct Account {
    std::string sid;
    Secret header;
  };
  std::vector<Account> accounts_;
};

class VerifyService {
 public:
  // Borrows all; `shown` is null but in a demonstration.
  VerifyService(VerifyDesk& desk, StaffPins& pins, const Credentials& credentials, const ConsoleGateway* shown);
  void add_routes(HttpServer& server);
  // Only /dlr, for a gateway that cannot reach the Unix socket.
  void add_report_route(HttpServer& server);

 private:
  enum class Right { Everyone, DeskOnly };
  [[nodiscard]] HttpHandler guarded(Right right, HttpResponse (VerifyService::*handler)(const HttpRequest&, const std::string& account));
  [[nodiscard]] HttpResponse start(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse check(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse find(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse check_pin(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse health(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse gateway(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse demo_messages(const HttpRequest& request, const std::string& account);
  [[nodiscard]] HttpResponse report(const HttpRequest& request);

  VerifyDesk& desk_;
  StaffPins& pins_;
  const Credentials& credentials_;
  const ConsoleGateway* shown_;
};

}  // namespace desk::auth
