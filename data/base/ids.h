// Identifiers that cross rooms. Random ones are made from bytes that the caller draws (data/base/crypto.h), so this header stays pure.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace desk {

// An application's own id: 16 random bytes, written as 32 hex digits. Never printed for people.
struct ApplicationId {
  std::string hex;
  friend auto operator<=>(const ApplicationId&, const ApplicationId&) = default;
  [[nodiscard]] static ApplicationId from_bytes(std::span<const unsigned char, 16> bytes);
};

// The number on the slip, "T7K-4M2": six characters without 0 O 1 I L U V (look-alikes), unique among kept applications.
struct ReceptionNumber {
  std::string text;  // "T7K-4M2"
  friend auto operator<=>(const ReceptionNumber&, const ReceptionNumber&) = default;
  [[nodiscard]] static ReceptionNumber from_bytes(std::span<const unsigned char, 6> bytes);
  // Accepts lower case, full-width letters and digits, spaces and missing hyphen.
  [[nodiscard]] static std::optional<ReceptionNumber> parse(std::string_view input);
  [[nodiscard]] static std::string_view alphabet();
};

// The secret in the receipt's QR: 128 random bits in base32 without padding (26 characters, lower case). Grants the checklist.
struct LinkToken {
  std::string text;
  [[nodiscard]] static LinkToken from_bytes(std::span<const unsigned char, 16> bytes);
  [[nodiscard]] static std::optional<LinkToken> parse(std::string_view input);  // exact form only
};

// The address that a receipt's QR holds: "<base>/a/<token>". Finds the token in it, whatever the base.
[[nodiscard]] std::string link_address(std::string_view base, const LinkToken& token);
[[nodiscard]] std::optional<LinkToken> token_in_address(std::string_view address);

[[nodiscard]] std::string to_hex(std::span<const unsigned char> bytes);

}  // namespace desk
