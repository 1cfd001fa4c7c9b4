// Signatures: who made a file, proved with Ed25519 (libsodium, behind this header). RFC 8032; any other tool's verification agrees.
//
// A secret key is a file of 32 raw bytes, mode 0600 (crypto.h, load_key_file); a public key is a text of 64 hex digits, so that it can be
// read out over the telephone. Keys come from files only: a command line is seen by every user of a machine.
#pragma once

#include <array>
#include <memory>
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

// The same hash of bytes that come in parts: an image of the whole desk is never in memory at once.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(const ContentHash&) = delete;
  ContentHash& operator=(const ContentHash&) = delete;
  void add(std::string_view bytes);
  // Once, at the end.
  [[nodiscard]] std::string hex();

 private:
  struct Native;  // libsodium's own state: its type appears in the .cpp only
  std::unique_ptr<Native> native_;
};

// Whether a text is the form of such a hash: 64 small hex digits.
[[nodiscard]] bool is_content_hash(std::string_view text);

}  // namespace desk::crypto
