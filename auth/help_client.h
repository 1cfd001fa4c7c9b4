// HelpClient: how the kiosk asks desk-auth to tell the staff that somebody needs help (help_webhook.h).
//
//   auto help = make_help_client(config.auth.socket, config.auth.secret_file);   // Result<unique_ptr<HelpClient>>
//   const bool told = (*help)->call("coach", "2番");                              // on a worker: it may take ten seconds
#pragma once

#include <memory>
#include <string>

#include "data/base/result.h"

namespace desk::auth {

class HelpClient {
 public:
  virtual ~HelpClient() = default;
  // True only when the staff's system said that it took the message. Any thread; blocks until answered.
  [[nodiscard]] virtual bool call(const std::string& screen, const std::string& kiosk) = 0;
};

[[nodiscard]] Result<std::unique_ptr<HelpClient>> make_help_client(const std::string& socket, const std::string& secret_file);

}  // namespace desk::auth
