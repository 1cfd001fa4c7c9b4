#include "auth/desk_account.h"

#include <algorithm>
#include <string_view>

#include "auth/http_client.h"
#include "data/base/document.h"

namespace desk::auth {

Result<Secret> desk_authorization(const std::string& secret_file) {
  auto text = read_file(secret_file, StaffCode::ConfigBroken);
  if (!text) return fail(text.error());
  std::string_view rest(*text);
  Secret authorization;
  while (!rest.empty() && authorization.empty()) {
    std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size()));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    if (line.ends_with("\r")) line.remove_suffix(1);
    if (line.starts_with("#") || line.find(':') == std::string_view::npos) continue;
    std::string header = basic_auth(line);
    authorization = Secret(header);
    wipe(header);
  }
  wipe(*text);
  if (authorization.empty()) return fail(Failure{StaffCode::ConfigBroken, secret_file, "no line \"sid:token\""});
  return authorization;
}

}  // namespace desk::auth
