// PhoneNumber: a Japanese mobile number (factbook 3.6), masked wherever it is printed.
#pragma once

#include <string>
#include <string_view>

#include "data/base/secret.h"

namespace desk {

// Why a number cannot receive our SMS. The names are the reason codes of `desk-ctl rules phone`.
enum class PhoneProblem { Empty, TooShort, TooLong, NotDigits, Landline, IpPhone, FreeDial, Pager, Foreign, BadPrefix };
[[nodiscard]] std::string_view code_of(PhoneProblem problem);  // "landline", …

class PhoneNumber {
 public:
  // Accepts full-width digits, hyphens of every kind, spaces, brackets, +81 and 0081; 060/070/080/090, 11 digits, fourth digit 1-9.
  struct Parsed;
  [[nodiscard]] static Parsed parse(std::string_view input);

  PhoneNumber() = default;
  PhoneNumber(PhoneNumber&&) noexcept = default;
  PhoneNumber& operator=(PhoneNumber&&) noexcept = default;
  [[nodiscard]] PhoneNumber clone() const;

  [[nodiscard]] bool empty() const { return digits_.empty(); }
  [[nodiscard]] std::string masked() const;             // "090-••••-5678", the only form for screens, slips and logs
  [[nodiscard]] Secret e164() const;                    // "+819012345678"
  [[nodiscard]] std::string_view reveal() const { return digits_.reveal(); }  // "09012345678": for sending and sealing only
  friend bool operator==(const PhoneNumber& a, const PhoneNumber& b) { return a.reveal() == b.reveal(); }

 private:
  Secret digits_;
};

struct PhoneNumber::Parsed {
  bool ok = false;
  PhoneNumber number;                         // when ok
  PhoneProblem problem = PhoneProblem::Empty; // when not ok
};

}  // namespace desk
