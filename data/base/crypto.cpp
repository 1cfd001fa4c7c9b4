#include "data/base/crypto.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "data/base/crypto_parts.h"

namespace desk::crypto {

void ready() {
  static const bool good = sodium_init() >= 0;
  if (!good) std::abort();
}

namespace {

constexpr std::size_t kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;

Bytes blake2b(std::string_view message, std::span<const unsigned char> key) {
  ready();
  Bytes hash(32);
  crypto_generichash(hash.data(), hash.size(), bytes_of(message), message.size(), key.empty() ? nullptr : key.data(), key.size());
  return hash;
}

}  // namespace

Key::Key(std::span<const unsigned char, kSize> bytes) { std::copy(bytes.begin(), bytes.end(), bytes_.begin()); }

Key::~Key() { wipe(bytes_.data(), bytes_.size()); }

Key Key::random() {
  Key key;
  fill_random(key.bytes_);
  return key;
}

Key Key::derive(std::string_view purpose) const {
  Bytes hash = blake2b(purpose, bytes_);
  Key key{std::span<const unsigned char, kSize>(hash)};
  wipe(hash);
  return key;
}

void fill_random(std::span<unsigned char> out) {
  ready();
  randombytes_buf(out.data(), out.size());
}

std::uint32_t random_below(std::uint32_t bound) {
  ready();
  return randombytes_uniform(bound);
}

ApplicationId new_application_id() {
  std::array<unsigned char, 16> bytes{};
  fill_random(bytes);
  return ApplicationId::from_bytes(bytes);
}

ReceptionNumber new_reception_number() {
  std::array<unsigned char, 6> indices{};
  for (unsigned char& index : indices) {
    index = static_cast<unsigned char>(random_below(static_cast<std::uint32_t>(ReceptionNumber::alphabet().size())));
  }
  return ReceptionNumber::from_bytes(indices);
}

LinkToken new_link_token() {
  std::array<unsigned char, 16> bytes{};
  fill_random(bytes);
  return LinkToken::from_bytes(bytes);
}

Bytes seal(const Key& key, std::string_view plain, std::string_view context) {
  ready();
  Bytes out(kNonce + plain.size() + kTag);
  randombytes_buf(out.data(), kNonce);
  unsigned long long length = 0;
  crypto_aead_xchacha20poly1305_ietf_encrypt(out.data() + kNonce, &length, bytes_of(plain), plain.size(), bytes_of(context),
                                             context.size(), nullptr, out.data(), key.bytes().data());
  return out;
}

std::optional<Secret> open(const Key& key, std::span<const unsigned char> sealed, std::string_view context) {
  ready();
  if (sealed.size() < kNonce + kTag) return std::nullopt;
  Bytes plain(sealed.size() - kNonce - kTag + 1);  // one spare byte: data() of an empty vector may be null
  unsigned long long length = 0;
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), &length, nullptr, sealed.data() + kNonce,
                                                                sealed.size() - kNonce, bytes_of(context), context.size(),
                                                                sealed.data(), key.bytes().data());
  if (failed != 0) return std::nullopt;
  Secret secret(std::string_view(reinterpret_cast<const char*>(plain.data()), static_cast<std::size_t>(length)));
  wipe(plain);
  return secret;
}

Bytes keyed_hash(const Key& key, std::string_view message) { return blake2b(message, key.bytes()); }

std::string keyed_hash_hex(const Key& key, std::string_view message) { return to_hex(keyed_hash(key, message)); }

std::string token_hash_hex(std::string_view token) { return to_hex(blake2b(token, {})); }

bool equal_constant_time(std::span<const unsigned char> a, std::span<const unsigned char> b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string hash_pin(std::string_view pin) {
  ready();
  char hash[crypto_pwhash_STRBYTES] = {};
  if (crypto_pwhash_str(hash, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    return {};  // out of memory: an empty hash matches nothing
  }
  return hash;
}

bool pin_matches(const std::string& hash, std::string_view pin) {
  ready();
  return !hash.empty() && hash.size() < crypto_pwhash_STRBYTES && crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

namespace {

// The key is complete on disk before it gets its name, and is never put in another one's place: a power cut leaves no empty key file,
// which would lock the desk out of its own records. False: something stands there already, or it could not be written.
bool make_key_file(const std::string& path) {
  const std::string draft = path + ".new-" + std::to_string(getpid());
  const int file = ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return false;
  const Key key = Key::random();
  const bool written = ::write(file, key.bytes().data(), Key::kSize) == static_cast<ssize_t>(Key::kSize) && fsync(file) == 0;
  close(file);
  const bool named = written && link(draft.c_str(), path.c_str()) == 0;
  unlink(draft.c_str());
  if (!named) return false;
  const auto slash = path.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
  const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0) return true;
  fsync(directory);  // else a power cut may take back the name while records sealed with the key survive
  close(directory);
  return true;
}

}  // namespace

Result<Key> load_key_file(const std::string& path, bool create) {
  ready();
  if (create && access(path.c_str(), F_OK) != 0 && !make_key_file(path) && access(path.c_str(), F_OK) != 0) {
    return fail(Failure{StaffCode::KeyMissing, path, "the new key could not be written"});
  }
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(Failure{StaffCode::KeyMissing, path, "the key file cannot be read"});
  struct stat about {};
  std::array<unsigned char, Key::kSize> bytes{};
  const bool good = fstat(file, &about) == 0 && about.st_size == static_cast<off_t>(Key::kSize) &&
                    ::read(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
  close(file);
  if (!good) return fail(Failure{StaffCode::KeyMissing, path, "the key file must hold exactly 32 bytes"});
  if ((about.st_mode & 077) != 0) return fail(Failure{StaffCode::KeyMissing, path, "the key file must not be readable by others (mode 0600)"});
  Key key{std::span<const unsigned char, Key::kSize>(bytes)};
  wipe(bytes.data(), bytes.size());
  return key;
}

}  // namespace desk::crypto
