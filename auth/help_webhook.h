// HelpWebhook: tells the staff's own system that somebody at the kiosk asks for help (desk.toml [help]). Names the place and the screen,
// nothing of the person. The kiosk has no network, so it asks desk-auth core:
//
//   POST /v1/help   screen=NAME [&kiosk=NAME]   200 {"outcome":"sent"|"not_sent"|"off"}   (Basic auth, not for the account "page")
//
// The message: POST application/json {"event":"help","site":…,"kiosk":…,"screen":…,"at":"2026-09-17T10:12:00+09:00"} with
// "Authorization: Bearer SECRET" where a secret is configured. 2xx is "sent"; anything else, or silence, is tried once more at once:
// two calls for one person do no harm, none would.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "auth/http_server.h"
#include "data/base/clock.h"
#include "data/base/result.h"
#include "data/base/secret.h"
#include "data/config/desk_config.h"

namespace desk::auth {

class Credentials;

enum class HelpOutcome { Sent, NotSent, Off };
[[nodiscard]] std::string_view code_of(HelpOutcome outcome);  // "sent", "not_sent", "off"

class HelpWebhook {
 public:
  // Refuses a secret file that cannot be read. `clock` outlives it.
  [[nodiscard]] static Result<std::unique_ptr<HelpWebhook>> make(const config::Help& help, const config::Site& site, const Clock& clock);
  // Any thread; at most twice its time-out.
  [[nodiscard]] HelpOutcome call(std::string_view screen, std::string_view kiosk) const;
  // Borrows both for the server's life.
  static void add_route(HttpServer& server, const HelpWebhook& webhook, const Credentials& credentials);

 private:
  HelpWebhook(const config::Help& help, const config::Site& site, Secret bearer, const Clock& clock);
  config::Help help_;
  std::string site_, corner_;
  Secret bearer_;
  const Clock& clock_;
};

}  // namespace desk::auth
