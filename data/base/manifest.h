// Manifest: what a folder holds, as its maker signed it. Beside the files lie
//
//   manifest.toml   format, serial (grows with every release), created, and every file with its size and BLAKE2b-256
//   manifest.sig    128 hex digits: the Ed25519 signature over the bytes of manifest.toml
//
// Releases of the programme catalogue (data/catalog/release.h) and images of the whole desk have this form; each says by its rules how
// large it may be and under which staff codes it is refused.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/calendar.h"
#include "data/base/result.h"
#include "data/base/signing.h"

namespace desk {

inline constexpr const char* kManifestFile = "manifest.toml";
inline constexpr const char* kSignatureFile = "manifest.sig";

struct ManifestFile {
  std::string path;  // "2026/pack.toml"
  std::int64_t bytes = 0;
  std::string hash;
};

struct Manifest {
  std::int64_t serial = 0;
  Date created;
  std::vector<ManifestFile> files;  // by path
};

struct ManifestRules {
  StaffCode not_signed;    // no trusted key made it
  StaffCode not_contents;  // it or the files are not what was signed
  StaffCode not_written;
  std::int64_t most_serial;
  std::int64_t most_file_bytes;
  bool (*is_path)(std::string_view path);
  std::string_view heading;  // the comment on its first line
};

[[nodiscard]] Result<Manifest> parse_manifest(std::string_view text, const std::string& name, const ManifestRules& rules);
[[nodiscard]] std::string to_toml(const Manifest& manifest, const ManifestRules& rules);

// Whether a trusted key signed `manifest`, as the text of its signature file claims. Comes before parsing: nothing of what a stranger
// wrote is looked at. An absent file is nullopt.
[[nodiscard]] Done check_signature(const std::string& folder, const std::optional<std::string>& manifest,
                                   const std::optional<std::string>& signature, const std::vector<crypto::PublicKey>& trusted,
                                   const ManifestRules& rules);

// Writes both files into `folder`. Killed between the two, the folder is one that nobody accepts, never a wrong one.
[[nodiscard]] Done write_signed(const std::string& folder, const Manifest& manifest, const crypto::Key& secret, const ManifestRules& rules);
// Clears what a signing that was killed left lying.
void clear_signing(const std::string& folder);

}  // namespace desk
