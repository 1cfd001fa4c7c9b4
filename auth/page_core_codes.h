// PageCodes over core's own interface (the Twilio Verify v2 shape on its Unix socket, purpose "page").
#pragma once

#include <memory>
#include <string>

#include "auth/page_codes.h"
#include "data/base/result.h"

namespace desk::auth {

// `socket`: auth.socket. `secret`: see read_page_secret. Borrows the clock.
[[nodiscard]] std::unique_ptr<PageCodes> make_core_codes(std::string socket, Secret secret, const Clock& clock);

}  // namespace desk::auth
