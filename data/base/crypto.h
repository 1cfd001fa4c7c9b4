// Random bytes, sealing and hashes (libsodium, behind this header). Keys are 32 bytes and wiped when destroyed.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/ids.h"
#include "data/base/result.h"
#include "data/base/secret.h"

namespace desk::crypto {

using Bytes = std::vector<unsigned char>;

class Key {
 public:
  static constexpr std::size_t kSize = 32;
  Key() = default;
  explicit Key(std::span<const unsigned char, kSize> bytes);
  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();
  [[nodiscard]] std::span<const unsigned char, kSize> bytes() const { return bytes_; }
  [[nodiscard]] static Key random();
  // A key of its own purpose from this one (BLAKE2b keyed with this key over `purpose`).
  [[nodiscard]] Key derive(std::string_view purpose) const;

 private:
  std::array<unsigned char, kSize> bytes_{};
};

void fill_random(std::span<unsigned char> out);
// Uniform in [0, bound), by rejection (never a biased remainder).
[[nodiscard]] std::uint32_t random_below(std::uint32_t bound);
[[nodiscard]] ApplicationId new_application_id();
[[nodiscard]] ReceptionNumber new_reception_number();  // uniform; the caller checks that it is free
[[nodiscard]] LinkToken new_link_token();

// XChaCha20-Poly1305 with a random nonce in front. `context` is bound to the ciphertext and must be the same to open it.
[[nodiscard]] Bytes seal(const Key& key, std::string_view plain, std::string_view context);
[[nodiscard]] std::optional<Secret> open(const Key& key, std::span<const unsigned char> sealed, std::string_view context);

// Keyed hash (BLAKE2b-256) for look-ups that must not reveal what was hashed.
[[nodiscard]] Bytes keyed_hash(const Key& key, std::string_view message);
[[nodiscard]] std::string keyed_hash_hex(const Key& key, std::string_view message);
// Unkeyed hash of a high-entropy token.
[[nodiscard]] std::string token_hash_hex(std::string_view token);
[[nodiscard]] bool equal_constant_time(std::span<const unsigned char> a, std::span<const unsigned char> b);

// Argon2id in libsodium's own text form, for PINs.
[[nodiscard]] std::string hash_pin(std::string_view pin);
[[nodiscard]] bool pin_matches(const std::string& hash, std::string_view pin);

// 32 raw bytes in a file of mode 0600 (made when `create` and missing). A file of another size or readable by others is refused.
[[nodiscard]] Result<Key> load_key_file(const std::string& path, bool create);

}  // namespace desk::crypto
