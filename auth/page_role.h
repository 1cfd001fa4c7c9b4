// PageRole: the page role put together: store, the public side on TCP, the kiosk's side on a Unix socket, and the timer that deletes what
// has expired. run_page (auth/roles.h) starts it from a configuration; tests start it on a free port with a clock of their own.
#pragma once

#include <memory>
#include <string>

#include "auth/page_codes.h"
#include "data/base/clock.h"
#include "data/base/result.h"
#include "data/base/secret.h"
#include "data/config/desk_config.h"
#include "data/text/text_catalog.h"

namespace desk::auth {

class PageRole {
 public:
  // Borrowed but the configuration and the secret; the borrowed outlive the role.
  struct Parts {
    config::Page page;
    std::string site_name;
    Secret secret;                 // "<account sid>:<token>" that the kiosk presents
    const text::TextCatalog& texts;
    const Clock& clock;
    PageCodes& codes;
  };
  // Refused (SC-101): mode off; no socket or directory; mode public listening elsewhere than on loopback, where the address would be
  // reachable without the proxy's TLS; a base_url with a path, below which our absolute links would not work.
  [[nodiscard]] static Result<std::unique_ptr<PageRole>> start(Parts parts);
  ~PageRole();  // stops both sides and the timer

  [[nodiscard]] int port() const;

 private:
  class Implementation;
  explicit PageRole(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

// Why this configuration cannot be served, as above; empty when it can.
[[nodiscard]] std::string problem_of(const config::Page& page);

}  // namespace desk::auth
