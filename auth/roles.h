// The two roles of the desk-auth program. main reads the flags, calls one of these, and its answer is the exit status:
// 0 ended when asked to, 1 could not (the reason is on stderr).
//
// A role sets itself up, prints exactly one line on stdout when it is ready, {"ready":true,"role":"core",...} (page adds "port"), and
// returns after `wait_for_end` has returned (SIGTERM or SIGINT; in demonstration also the parent's death). These signals are blocked in
// every thread before a role is called, so that they interrupt nothing.
#pragma once

#include <functional>
#include <string>

#include "data/config/desk_config.h"

namespace desk::auth {

struct RoleOptions {
  config::DeskConfig config;
  std::string text_directory;        // a file a language
  std::function<void()> wait_for_end;
};

// SMS codes, staff PINs, the Verify-shaped service on a Unix socket (design 3).
[[nodiscard]] int run_core(const RoleOptions& options);
// The applicant's page on TCP and its Unix socket for the kiosk; holds no credential and no code key.
[[nodiscard]] int run_page(const RoleOptions& options);

// What the demonstration's staff type; its PIN file is made of these, and nothing else ever is.
inline constexpr const char* kDemonstrationPins[] = {"1111", "2222"};

}  // namespace desk::auth
