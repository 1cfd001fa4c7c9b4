// ImageFolder: an update as it is carried to a desk, a folder with exactly
//
//   root.squashfs  root.verity   for the partitions root-X and root-X-verity
//   desk-a.efi  desk-b.efi       the unified kernel image of either slot
//   manifest.toml  manifest.sig  (data/base/manifest.h)
//
// It often comes on a memory stick, which may be exchanged, damaged or lie: what counts is what was read, never what was looked at before.
#pragma once

#include <string>
#include <vector>

#include "data/base/durable_file.h"
#include "data/base/manifest.h"
#include "kiosk/ctl/update/appliance.h"
#include "kiosk/ctl/update/stream.h"

namespace desk::ctl::update {

inline constexpr const char* kRoot = "root.squashfs";
inline constexpr const char* kVerity = "root.verity";

class ImageFolder {
 public:
  // Signature first, then whether exactly the stated files lie there, with the stated sizes. Their bytes are not read yet.
  // Failures: UpdateSignature, UpdateContents.
  [[nodiscard]] static Result<ImageFolder> open(const std::string& folder, const std::vector<crypto::PublicKey>& trusted);
  [[nodiscard]] const Manifest& manifest() const { return manifest_; }
  [[nodiscard]] const ManifestFile& file(std::string_view name) const;
  [[nodiscard]] std::int64_t bytes() const;  // of all files together

  // Reads every file whole.
  [[nodiscard]] Done check(const Tell& tell) const;
  // Reads one file whole, handing over its parts. They were the right ones only if this is no failure.
  [[nodiscard]] Done read(const ManifestFile& file, const std::string& verb, const Tell& tell,
                          const std::function<Done(std::string_view part)>& take) const;

 private:
  ImageFolder(std::string folder, Descriptor directory, Manifest manifest)
      : folder_(std::move(folder)), directory_(std::move(directory)), manifest_(std::move(manifest)) {}
  std::string folder_;
  Descriptor directory_;
  Manifest manifest_;
};

// Hashes the four files and writes manifest.toml and manifest.sig beside them.
[[nodiscard]] Result<Manifest> sign_image(const std::string& folder, const crypto::Key& secret, std::int64_t serial, const Date& created,
                                          const Tell& tell);

// "writing root.squashfs, 120 of 350 MB"
[[nodiscard]] std::string progress_words(const std::string& verb, const ManifestFile& file, std::int64_t bytes);

}  // namespace desk::ctl::update
