// Installed: the releases that a desk keeps, and which of them is in force.
//
//   DIR/active            -> releases/17      what the kiosk reads at its next start; replaced in one step
//   DIR/previous          -> releases/16      the one before, kept
//   DIR/releases/17/…                         packs, manifest.toml, manifest.sig
//   DIR/lock                                  held while somebody installs
//
// A new release is written beside the others under a draft's name, synced, read again and examined, gets its own name, and only then
// `active` is turned. Whatever stops an installation (a kill, a power cut, a full disk), `active` still is what it was, or already is the
// new release whole; what was left lying is cleared by the next one.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "data/base/result.h"
#include "data/base/signing.h"
#include "data/catalog/catalogue.h"
#include "data/catalog/release.h"

namespace desk::catalog {

struct Installation {
  std::string folder;  // the release that was brought
  std::string into;    // DIR, made when it is not there
  std::vector<crypto::PublicKey> trusted;
  // Judges the copy before it may become active: the golden cases, which this room cannot run. `folder` is the copy's.
  std::function<Done(const std::string& folder)> examine;
  // Called before each change on the disk. For tests that end the process there.
  std::function<void()> before_change = [] {};
};

struct Installed {
  Manifest manifest;
  std::optional<std::int64_t> before;  // the serial that was active
};

// Failures leave `active` as it was, byte for byte: CatalogSignature, CatalogContents (release.h), CatalogOlder (its serial is not above the
// active one's, or a year in it was verified earlier than the active one's), CatalogNotWritten, what Catalogue::load says, what `examine` says.
// An active release that is itself damaged may be replaced by its own serial again.
[[nodiscard]] Result<Installed> install_release(const Installation& installation);

// Turns `active` back to `previous` and the other way round. The release turned to must still verify.
[[nodiscard]] Result<Installed> back_to_previous(const std::string& into, const std::vector<crypto::PublicKey>& trusted);

// The folder of the active release, or nothing when DIR has none (nothing installed yet, or DIR is not there).
[[nodiscard]] std::optional<std::string> active_folder(const std::string& directory);

struct CatalogPlaces {
  std::string directory;                // configured: a DIR as above, or a plain folder of packs; empty: none
  std::string shipped;                  // the packs that came with the program
  std::vector<std::string> public_keys; // files
};

struct OpenedCatalogue {
  Catalogue catalogue;
  std::optional<std::int64_t> serial;  // of the release; none: plain packs
  std::optional<Failure> refused;      // CatalogFellBack: an installed release was refused, and the shipped packs are in force
};

// What the kiosk does at start. Nothing installed: the shipped packs. An active release that no longer verifies or does not load: the shipped
// packs, and `refused` says why. Plain packs that do not load stay a failure: the operator wrote them and must hear it.
[[nodiscard]] Result<OpenedCatalogue> open_catalogue(const CatalogPlaces& places);

}  // namespace desk::catalog
