#include "data/catalog/release.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "data/base/fields.h"

namespace desk::catalog {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kMostSerial = 1'000'000'000;

std::string place(const std::string& folder, const std::string& name) { return (fs::path(folder) / name).string(); }

Failure unsigned_release(const std::string& where, std::string reason) { return {StaffCode::CatalogSignature, where, std::move(reason)}; }
Failure other_contents(const std::string& where, std::string reason) { return {StaffCode::CatalogContents, where, std::move(reason)}; }

bool is_hash(std::string_view text) {
  return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

// The signature comes first: nothing of what a stranger wrote is parsed.
Done check_signature(const std::string& folder, const Contents& contents, const std::vector<crypto::PublicKey>& trusted) {
  const auto manifest = contents.find(kManifestFile);
  if (manifest == contents.end()) return fail(unsigned_release(place(folder, kManifestFile), "is not there: the folder was never signed"));
  const auto written = contents.find(kSignatureFile);
  if (written == contents.end()) return fail(unsigned_release(place(folder, kSignatureFile), "is not there: the folder was never signed"));
  std::string hex = written->second;
  if (!hex.empty() && hex.back() == '\n') hex.pop_back();
  const auto signature = crypto::signature_from_hex(hex);
  if (!signature) return fail(unsigned_release(place(folder, kSignatureFile), "is no signature (128 hex digits)"));
  const bool made = std::any_of(trusted.begin(), trusted.end(),
                                [&](const crypto::PublicKey& key) { return key.made(*signature, manifest->second); });
  if (made) return {};
  return fail(unsigned_release(place(folder, kSignatureFile), trusted.empty() ? "no public key is trusted here"
                                                                              : "was made by none of the trusted keys, or the manifest was changed"));
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

Result<Manifest> parse_manifest(std::string_view text, const std::string& name) {
  const auto document = parse_toml(text, name, StaffCode::CatalogContents);
  if (!document) return fail(document.error());
  Fields top(*document, name, StaffCode::CatalogContents);
  (void)top.whole("format", 1, 1);
  Manifest manifest;
  manifest.serial = top.whole("serial", 1, kMostSerial);
  manifest.created = top.date("created");
  int index = 0;
  for (const Node* node : top.tables("file")) {
    Fields fields = top.sub(*node, "file", index++);
    ReleaseFile file;
    file.path = fields.text("path");
    file.bytes = fields.whole("bytes", 0, kMostFileBytes);
    file.hash = fields.text("blake2b");
    if (!is_release_path(file.path) || file.path == kManifestFile || file.path == kSignatureFile) {
      fields.complain("path", "\"" + file.path + "\" is no path of a file of a catalogue");
    }
    if (!is_hash(file.hash)) fields.complain("blake2b", "64 hex digits were expected");
    if (!manifest.files.empty() && file.path <= manifest.files.back().path) fields.complain("path", "not after the file before");
    top.adopt(fields.finish());
    manifest.files.push_back(std::move(file));
  }
  if (auto done = top.finish(); !done) return fail(done.error());
  if (manifest.files.empty()) return fail(other_contents(name, "no file in it"));
  return manifest;
}

std::string to_toml(const Manifest& manifest) {
  std::string out = "# What this release of the programme catalogue holds, signed in manifest.sig. Made by `desk-ctl catalog sign`: change nothing here.\n";
  out += "format = 1\nserial = " + std::to_string(manifest.serial) + "\ncreated = " + to_string(manifest.created) + "\n";
  for (const ReleaseFile& file : manifest.files) {
    out += "\n[[file]]\npath = \"" + file.path + "\"\nbytes = " + std::to_string(file.bytes) + "\nblake2b = \"" + file.hash + "\"\n";
  }
  return out;
}

Result<Manifest> sign_release(const std::string& folder, const crypto::Key& secret, std::optional<std::int64_t> serial, const Date& created) {
  const std::string manifest_file = place(folder, kManifestFile);
  const std::string signature_file = place(folder, kSignatureFile);
  for (const std::string& file : {manifest_file, signature_file}) ::unlink((file + ".new").c_str());  // of a signing that was killed
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
  const std::string text = to_toml(manifest);
  // The signature of the old manifest fits no other, so a kill between the two leaves a folder that nobody accepts, never a wrong one.
  for (const auto& [file, bytes] : {std::pair{manifest_file, text}, std::pair{signature_file, to_hex(crypto::sign(secret, text)) + "\n"}}) {
    if (auto done = write_file(file + ".new", bytes); !done) return fail(done.error());
    if (auto done = rename_durably(file + ".new", file); !done) return fail(done.error());
  }
  return manifest;
}

Result<Release> read_release(const std::string& folder, const std::vector<crypto::PublicKey>& trusted) {
  auto contents = read_tree(folder);
  if (!contents) return fail(contents.error());
  if (auto done = check_signature(folder, *contents, trusted); !done) return fail(done.error());
  auto manifest = parse_manifest(contents->find(kManifestFile)->second, place(folder, kManifestFile));
  if (!manifest) return fail(manifest.error());
  if (auto done = check_contents(folder, *contents, *manifest); !done) return fail(done.error());
  return Release{std::move(*manifest), std::move(*contents)};
}

}  // namespace desk::catalog
