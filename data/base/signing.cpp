#include "data/base/signing.h"

#include <sodium.h>

#include <algorithm>

#include "data/base/crypto_parts.h"

namespace desk::crypto {
namespace {

constexpr std::size_t kHashBytes = 32;

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

struct ContentHash::Native {
  crypto_generichash_state state;
};

ContentHash::ContentHash() : native_(std::make_unique<Native>()) {
  ready();
  crypto_generichash_init(&native_->state, nullptr, 0, kHashBytes);
}

ContentHash::~ContentHash() = default;

void ContentHash::add(std::string_view bytes) { crypto_generichash_update(&native_->state, bytes_of(bytes), bytes.size()); }

std::string ContentHash::hex() {
  std::array<unsigned char, kHashBytes> hash{};
  crypto_generichash_final(&native_->state, hash.data(), hash.size());
  return to_hex(hash);
}

std::string content_hash_hex(std::string_view bytes) {
  ContentHash hash;
  hash.add(bytes);
  return hash.hex();
}

bool is_content_hash(std::string_view text) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 2 * kHashBytes && std::all_of(text.begin(), text.end(), is_digit);
}

}  // namespace desk::crypto
