#include "data/base/manifest.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "data/base/document.h"
#include "data/base/durable_file.h"
#include "data/base/fields.h"

namespace desk {
namespace {

std::string place(const std::string& folder, const std::string& name) { return (std::filesystem::path(folder) / name).string(); }

}  // namespace

Result<Manifest> parse_manifest(std::string_view text, const std::string& name, const ManifestRules& rules) {
  const auto document = parse_toml(text, name, rules.not_contents);
  if (!document) return fail(document.error());
  Fields top(*document, name, rules.not_contents);
  (void)top.whole("format", 1, 1);
  Manifest manifest;
  manifest.serial = top.whole("serial", 1, rules.most_serial);
  manifest.created = top.date("created");
  int index = 0;
  for (const Node* node : top.tables("file")) {
    Fields fields = top.sub(*node, "file", index++);
    ManifestFile file;
    file.path = fields.text("path");
    file.bytes = fields.whole("bytes", 0, rules.most_file_bytes);
    file.hash = fields.text("blake2b");
    if (!rules.is_path(file.path) || file.path == kManifestFile || file.path == kSignatureFile) {
      fields.complain("path", "\"" + file.path + "\" is no path of a file that may be in it");
    }
    if (!crypto::is_content_hash(file.hash)) fields.complain("blake2b", "64 hex digits were expected");
    if (!manifest.files.empty() && file.path <= manifest.files.back().path) fields.complain("path", "not after the file before");
    top.adopt(fields.finish());
    manifest.files.push_back(std::move(file));
  }
  if (auto done = top.finish(); !done) return fail(done.error());
  if (manifest.files.empty()) return fail(Failure{rules.not_contents, name, "no file in it"});
  return manifest;
}

std::string to_toml(const Manifest& manifest, const ManifestRules& rules) {
  std::string out = "# " + std::string(rules.heading) + "\n";
  out += "format = 1\nserial = " + std::to_string(manifest.serial) + "\ncreated = " + to_string(manifest.created) + "\n";
  for (const ManifestFile& file : manifest.files) {
    out += "\n[[file]]\npath = \"" + file.path + "\"\nbytes = " + std::to_string(file.bytes) + "\nblake2b = \"" + file.hash + "\"\n";
  }
  return out;
}

Done check_signature(const std::string& folder, const std::optional<std::string>& manifest, const std::optional<std::string>& signature,
                     const std::vector<crypto::PublicKey>& trusted, const ManifestRules& rules) {
  const auto refuse = [&](const char* file, const char* reason) { return fail(Failure{rules.not_signed, place(folder, file), reason}); };
  if (!manifest) return refuse(kManifestFile, "is not there: the folder was never signed");
  if (!signature) return refuse(kSignatureFile, "is not there: the folder was never signed");
  std::string hex = *signature;
  if (!hex.empty() && hex.back() == '\n') hex.pop_back();
  const auto written = crypto::signature_from_hex(hex);
  if (!written) return refuse(kSignatureFile, "is no signature (128 hex digits)");
  if (std::any_of(trusted.begin(), trusted.end(), [&](const crypto::PublicKey& key) { return key.made(*written, *manifest); })) return {};
  return refuse(kSignatureFile, trusted.empty() ? "no public key is trusted here" : "was made by none of the trusted keys, or the manifest was changed");
}

Done write_signed(const std::string& folder, const Manifest& manifest, const crypto::Key& secret, const ManifestRules& rules) {
  const std::string text = to_toml(manifest, rules);
  // The signature of the manifest before fits no other.
  for (const auto& [name, bytes] : {std::pair{kManifestFile, text}, std::pair{kSignatureFile, to_hex(crypto::sign(secret, text)) + "\n"}}) {
    const std::string file = place(folder, name);
    if (auto done = write_file(file + ".new", bytes, rules.not_written); !done) return done;
    if (auto done = rename_durably(file + ".new", file, rules.not_written); !done) return done;
  }
  return {};
}

void clear_signing(const std::string& folder) {
  for (const char* name : {kManifestFile, kSignatureFile}) ::unlink((place(folder, name) + ".new").c_str());
}

}  // namespace desk
