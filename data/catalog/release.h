// Release: a folder of packs as its maker signed it, with manifest.toml and manifest.sig beside the packs (data/base/manifest.h).
//
// A folder is that release only if the signature is by a trusted key and the files are exactly those of the manifest: none changed, none
// missing, none more, none a link.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/manifest.h"
#include "data/base/result.h"
#include "data/catalog/release_files.h"

namespace desk::catalog {

using desk::kManifestFile;
using desk::kSignatureFile;
using desk::Manifest;
using ReleaseFile = desk::ManifestFile;

[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text, const std::string& name);
[[nodiscard]] std::string to_toml(const Manifest& manifest);

// Writes both files into `folder`. Without a serial: one more than the manifest that is there, else 1.
[[nodiscard]] Result<Manifest> sign_release(const std::string& folder, const crypto::Key& secret, std::optional<std::int64_t> serial,
                                            const Date& created);

struct Release {
  Manifest manifest;
  Contents contents;  // as verified, with the manifest and its signature: what is installed is these bytes, not the folder's next ones
};

// Failures: StaffCode::CatalogSignature (no trusted key made it), StaffCode::CatalogContents (the files are others).
[[nodiscard]] Result<Release> read_release(const std::string& folder, const std::vector<crypto::PublicKey>& trusted);

}  // namespace desk::catalog
