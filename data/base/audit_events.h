// The declared list of audit events (audit_events.def) as a type, and what a row may say beside the event: short, masked details.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/phone_number.h"

namespace desk {

enum class AuditEvent : int {
#define AUDIT_EVENT(number, name, word) name = number,
#define AUDIT_PAIR(start, complete)
#include "data/base/audit_events.def"
#undef AUDIT_EVENT
#undef AUDIT_PAIR
};

// "receipt_print_started"
[[nodiscard]] std::string_view word_of(AuditEvent event);
[[nodiscard]] std::optional<AuditEvent> audit_event_from(int number);
[[nodiscard]] const std::vector<AuditEvent>& all_audit_events();
// The event that ends the action which this one begins; nothing when it begins none.
[[nodiscard]] std::optional<AuditEvent> completion_of(AuditEvent start);

// One "name=value" of a row. Text is cleaned when it is taken in: control characters become spaces, and whatever could be a telephone
// number or a code (five and more digits in a row, or a mobile number with separators) becomes dots, so that a slip of a caller does not
// put it on record. A count that the program itself made is passed as a number and stays as it is.
class AuditDetail {
 public:
  AuditDetail(std::string_view name, std::string_view text);
  AuditDetail(std::string_view name, const char* text) : AuditDetail(name, std::string_view(text)) {}
  AuditDetail(std::string_view name, const std::string& text) : AuditDetail(name, std::string_view(text)) {}
  AuditDetail(std::string_view name, std::int64_t count);
  AuditDetail(std::string_view name, int count) : AuditDetail(name, std::int64_t{count}) {}
  AuditDetail(std::string_view name, const PhoneNumber& number);  // masked
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& value() const { return value_; }

 private:
  std::string name_;
  std::string value_;
};

// "outcome=printed pages=2"
[[nodiscard]] std::string to_string(const std::vector<AuditDetail>& details);
// Text with everything that could be a telephone number or a code replaced by dots, and control characters by spaces.
[[nodiscard]] std::string without_numbers(std::string_view text);

}  // namespace desk
