#include "data/catalog/signature.h"

#include <filesystem>
#include <system_error>

#include "data/base/document.h"
#include "data/catalog/release_files.h"

namespace desk::catalog {
namespace {

Failure key_failure(const std::string& file, std::string reason) { return {StaffCode::CatalogKey, file, std::move(reason)}; }

}  // namespace

Result<crypto::PublicKey> make_keys(const std::string& file) {
  const std::string open = file + ".pub";
  std::error_code error;
  for (const std::string& each : {file, open}) {
    if (std::filesystem::exists(std::filesystem::symlink_status(each, error))) {
      return fail(key_failure(each, "is there already; a key is never overwritten"));
    }
  }
  const auto secret = crypto::load_key_file(file, /*create=*/true);
  if (!secret) return fail(key_failure(file, secret.error().reason));
  const crypto::PublicKey key = crypto::public_key_of(*secret);
  if (auto done = write_file(open, key.hex() + "\n"); !done) return fail(done.error());
  return key;
}

Result<crypto::Key> load_secret_key(const std::string& file) {
  auto key = crypto::load_key_file(file, /*create=*/false);
  if (!key) return fail(key_failure(file, key.error().reason));
  return key;
}

Result<crypto::PublicKey> load_public_key(const std::string& file) {
  const auto text = read_file(file, StaffCode::CatalogKey);
  if (!text) return fail(text.error());
  std::string hex = *text;
  while (!hex.empty() && (hex.back() == '\n' || hex.back() == '\r')) hex.pop_back();
  const auto key = crypto::PublicKey::from_hex(hex);
  if (!key) return fail(key_failure(file, "64 hex digits were expected, the public half of a key"));
  return *key;
}

Result<std::vector<crypto::PublicKey>> load_public_keys(const std::vector<std::string>& files) {
  std::vector<crypto::PublicKey> keys;
  for (const std::string& file : files) {
    const auto key = load_public_key(file);
    if (!key) return fail(key.error());
    keys.push_back(*key);
  }
  return keys;
}

}  // namespace desk::catalog
