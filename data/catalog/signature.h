// The keys of the catalogue: a secret one with which the maker of a release signs, public ones that a desk trusts. Several may be trusted
// at once, so that a key can be replaced without a day on which nothing can be installed.
#pragma once

#include <string>
#include <vector>

#include "data/base/result.h"
#include "data/base/signing.h"

namespace desk::catalog {

// Makes FILE (secret, mode 0600) and FILE.pub (64 hex digits). Neither may be there yet: a key is never overwritten.
[[nodiscard]] Result<crypto::PublicKey> make_keys(const std::string& file);

// Failures are StaffCode::CatalogKey: not there, not of its form, or a secret that others may read.
[[nodiscard]] Result<crypto::Key> load_secret_key(const std::string& file);
[[nodiscard]] Result<crypto::PublicKey> load_public_key(const std::string& file);
[[nodiscard]] Result<std::vector<crypto::PublicKey>> load_public_keys(const std::vector<std::string>& files);

}  // namespace desk::catalog
