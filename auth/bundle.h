// A bundle: what the kiosk hands to the page role for one application, sealed so that the page role itself cannot read it.
//
// The link token (128 random bits, on the slip's QR) is the only key: key = BLAKE2b(token), under another domain than the token hash
// that the page role stores, so the stored hash does not help to open anything. Parts are sealed one by one, so the checklist opens
// without touching the PDFs. Byte layout, all integers little-endian:
//
//   "DKB1"  u32 sealed size of the model   u16 number of files   u32 sealed size of each file
//   sealed model   sealed file 1   sealed file 2 …
//
// Each part is XChaCha20-Poly1305 (data/base/crypto.h) with the context "desk bundle <token hash> <header> <part number>": parts cannot
// be swapped, dropped or moved to another bundle without failing to open.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "auth/page_model.h"
#include "data/base/crypto.h"
#include "data/base/ids.h"
#include "data/base/result.h"
#include "data/base/secret.h"

namespace desk::auth {

inline constexpr std::size_t kMostBundleBytes = 60'000'000;
inline constexpr std::size_t kMostModelBytes = 1'000'000;
inline constexpr std::size_t kMostFiles = 60;

// A PDF on its way into a bundle. Borrowed: must outlive the call.
struct PageFile {
  std::string name;
  int pages = 0;
  std::string_view bytes;
};

// What is PUT: ciphertext and the three things the page role may know about it.
struct Bundle {
  std::string token_hash;   // hex
  std::string number_hash;  // hex, keyed by the kiosk; empty without a number
  WallTime expires;
  crypto::Bytes bytes;
};

// `model.files` is filled from `files` here. `number_key` keys the hash of the phone number (the kiosk derives it from the site key).
// Refused (SC-602): too large, too many files, an empty or odd file name.
[[nodiscard]] Result<Bundle> make_bundle(PageModel model, std::span<const PageFile> files, const LinkToken& token, WallTime expires,
                                         const crypto::Key& number_key);

// What became of a hand-off. Erased: the applicant pressed 消去する meanwhile, so a late or repeated bundle is not taken any more.
enum class BundlePut { Kept, Erased };

// An applicant pressed 消去する on the page; the kiosk erases its own copy and then acknowledges.
struct EraseRequest {
  std::int64_t id = 0;
  std::string token_hash;
  WallTime asked;
};

// Where the parts lie. Part 0 is the model, part n the nth file.
struct BundleLayout {
  struct Part {
    std::size_t offset = 0;
    std::size_t size = 0;
  };
  std::string header;       // the bytes before the first part
  std::vector<Part> parts;
  [[nodiscard]] std::size_t files() const { return parts.size() - 1; }
};
inline constexpr std::size_t kMostHeaderBytes = 4 + 4 + 2 + 4 * kMostFiles;

// Reads the layout from the first bytes (kMostHeaderBytes of them, or all when there are fewer). Fails unless the parts fill
// `total_size` exactly: junk is refused at the door, without a key.
[[nodiscard]] Result<BundleLayout> read_bundle_layout(std::span<const unsigned char> start, std::size_t total_size);

// Nothing when the token is another's or a single bit was changed.
[[nodiscard]] std::optional<Secret> open_bundle_part(const LinkToken& token, const BundleLayout& layout, std::size_t part,
                                                     std::span<const unsigned char> sealed);

// The model of a whole bundle in memory; as above.
[[nodiscard]] std::optional<PageModel> open_bundle_model(const LinkToken& token, std::span<const unsigned char> bundle);

// One-time grants: the token sealed under the grant's own secret, so that the page role holds neither until the grant is presented.
[[nodiscard]] crypto::Bytes wrap_token(const LinkToken& token, const LinkToken& grant);
[[nodiscard]] std::optional<LinkToken> unwrap_token(std::span<const unsigned char> wrapped, const LinkToken& grant);

}  // namespace desk::auth
