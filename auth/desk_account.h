// Who the kiosk is at desk-auth's socket: the secret file's first line "sid:token" as an Authorization header.
#pragma once

#include <string>

#include "data/base/result.h"
#include "data/base/secret.h"

namespace desk::auth {

[[nodiscard]] Result<Secret> desk_authorization(const std::string& secret_file);

}  // namespace desk::auth
