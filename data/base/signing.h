// Signatures: who made a file, proved with Ed25519 (libsodium, behind this header). RFC 8032; any other tool's verification agrees.
//
// A secret key is a file of 32 raw bytes, mode 0600 (crypto.h, load_key_file); a public key is a text of 64 hex digits, so that it can be
// read out over the telephone. Keys come from files only: a command line is seen by every user of a machine.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/crypto.h"

namespace desk::crypto {

using Signature = std::array<unsigned char, 64>;

class PublicKey {
 public:
  static constexpr std::size_t kSize = 32;
  explicit PublicKey(std::array<unsigned char, kSize> bytes) : bytes_(bytes) {}
  // 64 hex digits; anything else is nothing.
  [[nodiscard]] static std::optional<PublicKey> from_hex(std::string_view hex);
  [[nodiscard]] std::string hex() const;
  // Whether `signature` over `message` was made with this key's secret half.
  [[nodiscard]] bool made(const Signature& signature, std::string_view message) const;
  friend bool operator==(const PublicKey&, const PublicKey&) = default;

 private:
  std::array<unsigned char, kSize> bytes_{};
};

[[nodiscard]] PublicKey public_key_of(const Key& secret);
[[nodiscard]] Signature sign(const Key& secret, std::string_view message);

[[nodiscard]] std::optional<Signature> signature_from_hex(std::string_view hex);

// BLAKE2b-256 of the bytes of a file, in hex.
[[nodiscard]] std::string content_hash_hex(std::string_view bytes);

}  // namespace desk::crypto
