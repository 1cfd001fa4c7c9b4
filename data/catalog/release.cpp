#include "data/catalog/release.h"

#include <algorithm>
#include <filesystem>

namespace desk::catalog {
namespace {

namespace fs = std::filesystem;

constexpr ManifestRules kRules{StaffCode::CatalogSignature, StaffCode::CatalogContents, StaffCode::CatalogNotWritten,
                               /*most_serial=*/1'000'000'000, kMostFileBytes, is_release_path,
                               "What this release of the programme catalogue holds, signed in manifest.sig. Made by `desk-ctl catalog sign`: "
                               "change nothing here."};

std::string place(const std::string& folder, const std::string& name) { return (fs::path(folder) / name).string(); }

Failure other_contents(const std::string& where, std::string reason) { return {StaffCode::CatalogContents, where, std::move(reason)}; }

std::optional<std::string> text_in(const Contents& contents, const char* name) {
  const auto found = contents.find(name);
  return found == contents.end() ? std::nullopt : std::optional(found->second);
}

Done check_contents(const std::string& folder, const Contents& contents, const Manifest& manifest) {
  for (const ReleaseFile& file : manifest.files) {
    const auto found = contents.find(file.path);
    if (found == contents.end()) return fail(other_contents(place(folder, file.path), "is missing"));
    const bool same = static_cast<std::int64_t>(found->second.size()) == file.bytes && crypto::content_hash_hex(found->second) == file.hash;
    if (!same) return fail(other_contents(place(folder, file.path), "is not the file that was signed"));
  }
  for (const auto& [path, bytes] : contents) {
    if (path == kManifestFile || path == kSignatureFile) continue;
    const bool known = std::any_of(manifest.files.begin(), manifest.files.end(), [&](const ReleaseFile& file) { return file.path == path; });
    if (!known) return fail(other_contents(place(folder, path), "is not in the manifest"));
  }
  return {};
}

}  // namespace

Result<Manifest> parse_manifest(std::string_view text, const std::string& name) { return desk::parse_manifest(text, name, kRules); }

std::string to_toml(const Manifest& manifest) { return desk::to_toml(manifest, kRules); }

Result<Manifest> sign_release(const std::string& folder, const crypto::Key& secret, std::optional<std::int64_t> serial, const Date& created) {
  const std::string manifest_file = place(folder, kManifestFile);
  clear_signing(folder);
  const auto contents = read_tree(folder);
  if (!contents) return fail(contents.error());
  Manifest manifest;
  manifest.created = created;
  for (const auto& [path, bytes] : *contents) {
    if (path == kManifestFile || path == kSignatureFile) continue;
    manifest.files.push_back({path, static_cast<std::int64_t>(bytes.size()), crypto::content_hash_hex(bytes)});
  }
  if (manifest.files.empty()) return fail(other_contents(folder, "nothing to sign in it"));
  std::int64_t before = 0;
  if (const auto there = contents->find(kManifestFile); there != contents->end()) {
    const auto old = parse_manifest(there->second, manifest_file);
    if (!old) {
      if (!serial) return fail(old.error());  // whose serial is to be counted on cannot be read: it has to be said
    } else {
      before = old->serial;
    }
  }
  manifest.serial = serial.value_or(before + 1);
  if (auto done = write_signed(folder, manifest, secret, kRules); !done) return fail(done.error());
  return manifest;
}

Result<Release> read_release(const std::string& folder, const std::vector<crypto::PublicKey>& trusted) {
  auto contents = read_tree(folder);
  if (!contents) return fail(contents.error());
  if (auto done = check_signature(folder, text_in(*contents, kManifestFile), text_in(*contents, kSignatureFile), trusted, kRules); !done) return fail(done.error());
  auto manifest = parse_manifest(contents->find(kManifestFile)->second, place(folder, kManifestFile));
  if (!manifest) return fail(manifest.error());
  if (auto done = check_contents(folder, *contents, *manifest); !done) return fail(done.error());
  return Release{std::move(*manifest), std::move(*contents)};
}

}  // namespace desk::catalog
