#include "kiosk/ctl/update/image_folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <set>

#include "data/base/software.h"

namespace desk::ctl::update {
namespace {

// In the order of a manifest.
constexpr std::array<std::string_view, 4> kFiles{"desk-a.efi", "desk-b.efi", kRoot, kVerity};
constexpr std::int64_t kMostFileBytes = 8LL << 30;
constexpr std::int64_t kMostTextBytes = 65536;

bool is_file_of_image(std::string_view name) { return std::find(kFiles.begin(), kFiles.end(), name) != kFiles.end(); }

constexpr ManifestRules kRules{StaffCode::UpdateSignature, StaffCode::UpdateContents, StaffCode::UpdateNotWritten, kMostImageSerial, kMostFileBytes,
                               is_file_of_image, "What this image of the desk holds, signed in manifest.sig. Made by `desk-ctl update sign`: change nothing here."};

std::string place(const std::string& folder, std::string_view name) { return (std::filesystem::path(folder) / name).string(); }

Failure wrong(const std::string& where, std::string reason) { return {StaffCode::UpdateContents, where, std::move(reason)}; }

Descriptor open_folder(const std::string& folder) { return Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)); }

Result<std::set<std::string>> names_in(const Descriptor& directory, const std::string& folder) {
  const int own = fcntl(directory.number(), F_DUPFD_CLOEXEC, 0);
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(own < 0 ? nullptr : fdopendir(own), closedir);
  if (listing == nullptr) return fail(system_failure(StaffCode::UpdateContents, folder));
  rewinddir(listing.get());  // the place in it is shared with whoever listed it before
  std::set<std::string> names;
  while (const dirent* entry = readdir(listing.get())) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (!is_file_of_image(name) && name != kManifestFile && name != kSignatureFile) return fail(wrong(place(folder, name), "does not belong to an update"));
    names.emplace(name);
  }
  return names;
}

// A plain file and nothing else: no link is followed, and a pipe makes nobody wait.
Result<Descriptor> open_plain(const Descriptor& directory, const std::string& folder, const std::string& name) {
  Descriptor file(openat(directory.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  struct stat about {};
  if (!file.open() && errno == ELOOP) return fail(wrong(place(folder, name), "a link, not a file"));
  if (!file.open() && errno == ENOENT) return fail(wrong(place(folder, name), "is missing"));
  if (!file.open() || fstat(file.number(), &about) != 0) return fail(system_failure(StaffCode::UpdateContents, place(folder, name)));
  if (!S_ISREG(about.st_mode)) return fail(wrong(place(folder, name), "a pipe, a folder or a device, not a file"));
  return file;
}

std::int64_t size_of(const Descriptor& file) {
  struct stat about {};
  return fstat(file.number(), &about) == 0 ? about.st_size : -1;
}

Result<std::optional<std::string>> small_text(const Descriptor& directory, const std::string& folder, const std::string& name) {
  const auto file = open_plain(directory, folder, name);
  if (!file) return fail(file.error());
  std::string text;
  Stream wanted{place(folder, name), StaffCode::UpdateContents, kMostTextBytes};
  wanted.take = [&](std::string_view part) -> Done {
    text += part;
    return {};
  };
  if (const auto read = stream(*file, wanted); !read) return fail(read.error());
  return std::optional(std::move(text));
}

std::function<void(std::int64_t)> telling(const std::string& verb, const ManifestFile& file, const Tell& tell) {
  return [=](std::int64_t bytes) { tell(progress_words(verb, file, bytes)); };
}

}  // namespace

std::string progress_words(const std::string& verb, const ManifestFile& file, std::int64_t bytes) {
  constexpr std::int64_t kMegabyte = 1'000'000;
  return verb + " " + file.path + ", " + std::to_string(bytes / kMegabyte) + " of " + std::to_string(file.bytes / kMegabyte) + " MB";
}

Result<ImageFolder> ImageFolder::open(const std::string& folder, const std::vector<crypto::PublicKey>& trusted) {
  Descriptor directory = open_folder(folder);
  if (!directory.open()) return fail(system_failure(StaffCode::UpdateContents, folder));
  const auto names = names_in(directory, folder);
  if (!names) return fail(names.error());
  std::optional<std::string> manifest_text, signature;
  for (const auto& [name, text] : {std::pair{kManifestFile, &manifest_text}, std::pair{kSignatureFile, &signature}}) {
    if (!names->contains(name)) continue;
    auto read = small_text(directory, folder, name);
    if (!read) return fail(read.error());
    *text = std::move(*read);
  }
  if (auto done = check_signature(folder, manifest_text, signature, trusted, kRules); !done) return fail(done.error());
  auto manifest = parse_manifest(*manifest_text, place(folder, kManifestFile), kRules);
  if (!manifest) return fail(manifest.error());
  // Its paths are in order and of the four: four of them are all.
  if (manifest->files.size() != kFiles.size()) return fail(wrong(place(folder, kManifestFile), "does not name the four files of an update"));
  for (const ManifestFile& file : manifest->files) {
    const auto there = open_plain(directory, folder, file.path);
    if (!there) return fail(there.error());
    if (size_of(*there) != file.bytes) return fail(wrong(place(folder, file.path), "is not the file that was signed"));
  }
  return ImageFolder(folder, std::move(directory), std::move(*manifest));
}

const ManifestFile& ImageFolder::file(std::string_view name) const {
  return *std::find_if(manifest_.files.begin(), manifest_.files.end(), [&](const ManifestFile& each) { return each.path == name; });
}

std::int64_t ImageFolder::bytes() const {
  std::int64_t all = 0;
  for (const ManifestFile& each : manifest_.files) all += each.bytes;
  return all;
}

Done ImageFolder::check(const Tell& tell) const {
  for (const ManifestFile& each : manifest_.files) {
    if (auto done = read(each, "checking", tell, {}); !done) return done;
  }
  return {};
}

Done ImageFolder::read(const ManifestFile& wanted, const std::string& verb, const Tell& tell,
                       const std::function<Done(std::string_view part)>& take) const {
  const auto source = open_plain(directory_, folder_, wanted.path);
  if (!source) return fail(source.error());
  if (size_of(*source) != wanted.bytes) return fail(wrong(place(folder_, wanted.path), "is not the file that was signed"));
  const auto read = stream(*source, {place(folder_, wanted.path), StaffCode::UpdateContents, wanted.bytes, take, telling(verb, wanted, tell)});
  if (!read) return fail(read.error());
  if (read->bytes != wanted.bytes || read->hash != wanted.hash) return fail(wrong(place(folder_, wanted.path), "is not the file that was signed"));
  return {};
}

Result<Manifest> sign_image(const std::string& folder, const crypto::Key& secret, std::int64_t serial, const Date& created, const Tell& tell) {
  clear_signing(folder);
  const Descriptor directory = open_folder(folder);
  if (!directory.open()) return fail(system_failure(StaffCode::UpdateContents, folder));
  if (const auto names = names_in(directory, folder); !names) return fail(names.error());
  Manifest manifest{serial, created, {}};
  for (const std::string_view name : kFiles) {
    const auto file = open_plain(directory, folder, std::string(name));
    if (!file) return fail(file.error());
    ManifestFile entry{std::string(name), size_of(*file), ""};
    const auto read = stream(*file, {place(folder, name), StaffCode::UpdateContents, kMostFileBytes, {}, telling("hashing", entry, tell)});
    if (!read) return fail(read.error());
    if (read->bytes != entry.bytes) return fail(wrong(place(folder, name), "changed while it was read, or is too large"));
    entry.hash = read->hash;
    manifest.files.push_back(std::move(entry));
  }
  if (auto done = write_signed(folder, manifest, secret, kRules); !done) return fail(done.error());
  return manifest;
}

}  // namespace desk::ctl::update
