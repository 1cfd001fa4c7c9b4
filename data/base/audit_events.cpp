#include "data/base/audit_events.h"

#include <algorithm>

namespace desk {
namespace {

constexpr std::size_t kShortestSecretRun = 5;  // a code has six digits; years and rounds have fewer than five
constexpr std::size_t kMobileDigits = 10;      // +81 90 … has twelve, 090 … eleven; landlines ten
constexpr std::size_t kLongestValue = 300;
constexpr std::string_view kDot = "•";

// The byte length of one digit at `at`, ASCII or full-width (EF BC 90 … 99); 0 when there is none.
std::size_t digit_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (at < text.size() && text[at] >= '0' && text[at] <= '9') return 1;
  if (at + 2 < text.size() && byte(at) == 0xEF && byte(at + 1) == 0xBC && byte(at + 2) >= 0x90 && byte(at + 2) <= 0x99) return 3;
  return 0;
}

struct Run {
  std::size_t end = 0;       // one past the last digit
  std::size_t digits = 0;    // in all
  std::size_t unbroken = 0;  // the longest stretch without a separator
};

// Digits from `begin` on, with at most one separator between two of them: how telephone numbers are written.
Run digits_from(std::string_view text, std::size_t begin) {
  Run run;
  std::size_t stretch = 0;
  for (std::size_t at = begin; at < text.size();) {
    if (const std::size_t length = digit_at(text, at); length > 0) {
      at += length;
      run.end = at;
      ++run.digits;
      run.unbroken = std::max(run.unbroken, ++stretch);
    } else if ((text[at] == '-' || text[at] == ' ' || text[at] == '.') && digit_at(text, at + 1) > 0) {
      stretch = 0;
      ++at;
    } else {
      break;
    }
  }
  return run;
}

}  // namespace

std::string_view word_of(AuditEvent event) {
  switch (event) {
#define AUDIT_EVENT(number, name, word) \
  case AuditEvent::name:                \
    return #word;
#define AUDIT_PAIR(start, complete)
#include "data/base/audit_events.def"
#undef AUDIT_EVENT
#undef AUDIT_PAIR
  }
  return "";
}

const std::vector<AuditEvent>& all_audit_events() {
  static const std::vector<AuditEvent> events{
#define AUDIT_EVENT(number, name, word) AuditEvent::name,
#define AUDIT_PAIR(start, complete)
#include "data/base/audit_events.def"
#undef AUDIT_EVENT
#undef AUDIT_PAIR
  };
  return events;
}

std::optional<AuditEvent> audit_event_from(int number) {
  for (AuditEvent event : all_audit_events()) {
    if (static_cast<int>(event) == number) return event;
  }
  return std::nullopt;
}

std::optional<AuditEvent> completion_of(AuditEvent start) {
#define AUDIT_EVENT(number, name, word)
#define AUDIT_PAIR(begin, complete) \
  if (start == AuditEvent::begin) return AuditEvent::complete;
#include "data/base/audit_events.def"
#undef AUDIT_EVENT
#undef AUDIT_PAIR
  return std::nullopt;
}

std::string without_numbers(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (digit_at(text, at) > 0) {
      const Run run = digits_from(text, at);
      if (run.unbroken >= kShortestSecretRun || run.digits >= kMobileDigits) {
        out += kDot;
        out += kDot;
        out += kDot;
      } else {
        out += text.substr(at, run.end - at);
      }
      at = run.end;
    } else {
      const auto byte = static_cast<unsigned char>(text[at++]);
      out.push_back(byte < 0x20 || byte == 0x7F ? ' ' : static_cast<char>(byte));
    }
  }
  return out;
}

AuditDetail::AuditDetail(std::string_view name, std::string_view text) : name_(name), value_(without_numbers(text)) {
  if (value_.size() <= kLongestValue) return;
  std::size_t end = kLongestValue;
  while (end > 0 && (static_cast<unsigned char>(value_[end]) & 0xC0) == 0x80) --end;  // not inside a character
  value_.resize(end);
}

AuditDetail::AuditDetail(std::string_view name, std::int64_t count) : name_(name), value_(std::to_string(count)) {}

AuditDetail::AuditDetail(std::string_view name, const PhoneNumber& number) : name_(name), value_(number.masked()) {}

std::string to_string(const std::vector<AuditDetail>& details) {
  std::string text;
  for (const AuditDetail& detail : details) {
    if (!text.empty()) text += " ";
    text += detail.name() + "=" + detail.value();
  }
  return text;
}

}  // namespace desk
