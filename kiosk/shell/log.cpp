#include "kiosk/shell/log.h"

#include <cstdio>
#include <string>

#include "data/base/audit_events.h"

namespace desk::shell {
namespace {

void line(std::string_view text) {
  // The same cleaning as the audit trail's: whatever could be a number or a code becomes dots.
  const std::string clean = without_numbers(text) + "\n";
  std::fwrite(clean.data(), 1, clean.size(), stderr);
}

}  // namespace

void log_note(std::string_view event, std::string_view detail) {
  line("desk-kiosk: " + std::string(event) + (detail.empty() ? "" : " " + std::string(detail)));
}

void log_failure(std::string_view what, const Failure& failure) { line("desk-kiosk: " + std::string(what) + ": " + failure.message()); }

}  // namespace desk::shell
