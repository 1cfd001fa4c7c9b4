// Identity: 法人番号 as papers print it and people type it (factbook 6.1). Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace desk::rules {

// 12 digits are a registry number (会社法人等番号), from which the 13 are derived: the certificate prints only those (trap T-21).
struct CorporateNumber {
  bool ok = false;
  std::string number;  // 13 digits when ok
  bool derived = false;
  std::string reason;  // when not ok: "empty", "not_digits", "wrong_length", "invoice_number" (T + 13), "leading_zero", "check_digit"
};
// Full-width digits, spaces and hyphens are accepted.
[[nodiscard]] CorporateNumber corporate_number(std::string_view typed);
// "7 0700 0101 2345", for reading aloud and comparing with the paper
[[nodiscard]] std::string grouped_corporate_number(std::string_view thirteen);

// Digits of any width, without spaces and hyphens; nullopt when anything else is in it.
[[nodiscard]] std::optional<std::string> plain_digits(std::string_view typed);

}  // namespace desk::rules
