#include "kiosk/ctl/update/keys.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "data/catalog/signature.h"

namespace desk::ctl::update {
namespace {

namespace fs = std::filesystem;

// The catalogue's keys have the same form; its code would send the reader to the wrong files.
Failure of_update(Failure failure) {
  failure.code = StaffCode::UpdateKey;
  return failure;
}

}  // namespace

Result<std::vector<crypto::PublicKey>> trusted_keys(const std::string& where) {
  std::vector<std::string> files;
  std::error_code error;
  if (fs::is_directory(where, error)) {
    fs::directory_iterator listing(where, error);
    for (; !error && listing != fs::directory_iterator(); listing.increment(error)) {
      if (listing->path().extension() == ".pub") files.push_back(listing->path().string());
    }
    if (error) return fail(Failure{StaffCode::UpdateKey, where, error.message()});
    std::sort(files.begin(), files.end());
    if (files.empty()) return fail(Failure{StaffCode::UpdateKey, where, "holds no key (*.pub)"});
  } else {
    files.push_back(where);
  }
  auto keys = catalog::load_public_keys(files);
  if (!keys) return fail(of_update(keys.error()));
  return keys;
}

Result<crypto::Key> signing_key(const std::string& file) {
  auto key = catalog::load_secret_key(file);
  if (!key) return fail(of_update(key.error()));
  return key;
}

}  // namespace desk::ctl::update
