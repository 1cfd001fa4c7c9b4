#include "auth/refusal.h"

#include <algorithm>
#include <array>

namespace desk::auth {
namespace {

// Codes of Twilio Verify v2 where it has one for the situation: 60200 invalid parameter, 60202 max check attempts, 60203 max send
// attempts, 60212 too many concurrent requests, 60410 blocked, 20003 authenticate, 20404 not found, 20429 too many requests,
// 20503 service unavailable.
constexpr std::array<RefusalWords, 15> kWords = {{
    {RefusalKind::TooEarly, "too_early", 429, 60203, StaffCode::TooEarly},
    {RefusalKind::NumberCap, "number_cap", 429, 60203, StaffCode::NumberCapReached},
    {RefusalKind::SiteCap, "site_cap", 429, 20429, StaffCode::SiteCapReached},
    {RefusalKind::Locked, "locked_for_staff", 403, 60410, StaffCode::LockedForStaff},
    {RefusalKind::NotMobile, "not_mobile", 400, 60200, StaffCode::PhoneNotMobile},
    {RefusalKind::GatewayRefused, "gateway_refused", 503, 20503, StaffCode::GatewayRefused},
    {RefusalKind::GatewayUnreachable, "gateway_unreachable", 503, 20503, StaffCode::GatewayUnreachable},
    {RefusalKind::NotFound, "not_found", 404, 20404, StaffCode::CodeExpired},
    {RefusalKind::Expired, "expired", 404, 20404, StaffCode::CodeExpired},
    {RefusalKind::TooManyTries, "too_many_tries", 429, 60202, StaffCode::CodeExpired},
    {RefusalKind::Wait, "wait", 429, 60212, StaffCode::TooEarly},
    {RefusalKind::BadParameter, "bad_parameter", 400, 60200, StaffCode::BadInput},
    {RefusalKind::Unauthorized, "unauthorized", 401, 20003, StaffCode::AuthUnreachable},
    {RefusalKind::StoreBroken, "store", 500, 20500, StaffCode::StoreUnavailable},
    {RefusalKind::Unreachable, "unreachable", 503, 20503, StaffCode::AuthUnreachable},
}};

}  // namespace

const RefusalWords& words_of(RefusalKind kind) {
  return *std::find_if(kWords.begin(), kWords.end() - 1, [&](const RefusalWords& words) { return words.kind == kind; });
}

std::optional<RefusalKind> refusal_from(std::string_view reason) {
  for (const RefusalWords& words : kWords) {
    if (words.reason == reason) return words.kind;
  }
  return std::nullopt;
}

}  // namespace desk::auth
