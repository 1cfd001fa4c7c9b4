// Why a code was not sent or not taken: one closed list, spoken by the service (as HTTP status, Twilio code and `reason` word) and
// understood again by its client.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "data/base/clock.h"
#include "data/base/failure.h"
#include "data/base/phone_number.h"

namespace desk::auth {

enum class RefusalKind {
  TooEarly,             // next_send tells when; sid and tag name the code that is still live, if one is
  NumberCap,            // five messages in a day; next_send tells when
  SiteCap,              // the site's daily cap: staff
  Locked,               // the 15th failure in a day: staff
  NotMobile,            // `problem` explains
  GatewayRefused,       // no window, may be asked again at once
  GatewayUnreachable,   // the request never left; no window
  NotFound,             // no such verification, or it was already approved
  Expired,              // its life is over, or a newer code replaced it
  TooManyTries,         // five wrong tries ended the code
  Wait,                 // the next try is allowed after `wait`
  BadParameter,         // what was sent is not a phone number, a code of six digits, a known purpose …
  Unauthorized,
  StoreBroken,          // auth.db cannot be written: nothing was sent
  Unreachable,          // client only: desk-auth does not answer
};

struct RefusalWords {
  RefusalKind kind;
  std::string_view reason;   // "too_early"
  int http_status;
  int twilio_code;
  StaffCode staff_code;
};
[[nodiscard]] const RefusalWords& words_of(RefusalKind kind);
[[nodiscard]] std::optional<RefusalKind> refusal_from(std::string_view reason);

struct Refusal {
  RefusalKind kind = RefusalKind::Unreachable;
  std::chrono::seconds wait{0};
  WallTime next_send;                          // TooEarly, NumberCap, Locked: now + wait
  std::string sid;                             // TooEarly: the live verification, so that its code can be entered
  std::string tag;
  std::optional<PhoneProblem> problem;         // NotMobile
  std::string detail;                          // for staff and logs, never personal
  [[nodiscard]] StaffCode staff_code() const { return words_of(kind).staff_code; }
};

}  // namespace desk::auth
