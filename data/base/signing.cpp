#include "data/base/signing.h"

#include <sodium.h>

#include "data/base/crypto_parts.h"

namespace desk::crypto {
namespace {

// libsodium's secret key: seed and public half side by side. Wiped with the scope.
struct Pair {
  explicit Pair(const Key& seed) {
    ready();
    crypto_sign_seed_keypair(open.data(), secret.data(), seed.bytes().data());
  }
  ~Pair() { wipe(secret.data(), secret.size()); }
  Pair(const Pair&) = delete;
  Pair& operator=(const Pair&) = delete;
  std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};

template <std::size_t N>
std::optional<std::array<unsigned char, N>> array_from_hex(std::string_view hex) {
  std::array<unsigned char, N> out{};
  if (hex.size() != 2 * N) return std::nullopt;
  std::size_t length = 0;
  const char* end = nullptr;
  const int failed = sodium_hex2bin(out.data(), out.size(), hex.data(), hex.size(), nullptr, &length, &end);
  if (failed != 0 || length != N || end != hex.data() + hex.size()) return std::nullopt;
  return out;
}

}  // namespace

std::optional<PublicKey> PublicKey::from_hex(std::string_view hex) {
  const auto bytes = array_from_hex<kSize>(hex);
  return bytes ? std::optional(PublicKey(*bytes)) : std::nullopt;
}

std::string PublicKey::hex() const { return to_hex(bytes_); }

bool PublicKey::made(const Signature& signature, std::string_view message) const {
  ready();
  return crypto_sign_verify_detached(signature.data(), bytes_of(message), message.size(), bytes_.data()) == 0;
}

PublicKey public_key_of(const Key& secret) { return PublicKey(Pair(secret).open); }

Signature sign(const Key& secret, std::string_view message) {
  const Pair pair(secret);
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(message), message.size(), pair.secret.data());
  return signature;
}

std::optional<Signature> signature_from_hex(std::string_view hex) { return array_from_hex<std::tuple_size_v<Signature>>(hex); }

std::string content_hash_hex(std::string_view bytes) {
  ready();
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(bytes), bytes.size(), nullptr, 0);
  return to_hex(hash);
}

}  // namespace desk::crypto
