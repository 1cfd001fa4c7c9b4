// What the calls of the group `catalog` share; private to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/base/signing.h"
#include "kiosk/ctl/verb.h"

namespace desk::ctl {

// Every pack of a folder read, and every golden case run: what `check` tells, and what stands between a release and its being active.
struct Examined {
  Node packs;     // [{year, verified, frames, rounds, cases}]
  Node failures;  // [{where, reason}]
  Node warnings;  // [{year, code, reason}]: staleness of the pack that today picks
  int cases = 0;
  std::optional<Failure> first;  // of the failures
  [[nodiscard]] bool ok() const { return !first; }
};
// `shown`: how complaints call the folder, when it is a draft's.
[[nodiscard]] Examined examine_packs(const std::string& folder, const std::string& shown, const Clock& clock);

// The keys `config` and `public_key`, and whom a call therefore trusts: the key given, else those of desk.toml.
[[nodiscard]] std::vector<Key> trust_keys();
[[nodiscard]] Result<std::vector<crypto::PublicKey>> trusted_keys(const Input& input);
// The key `into`: as given, else catalog.directory of desk.toml.
[[nodiscard]] Key into_key();
[[nodiscard]] Result<std::string> installation_folder(const Input& input);

// An existing folder; anything else is bad input.
[[nodiscard]] Result<std::string> folder_of(const Input& input, std::string_view key);

// Each a verb of the group.
[[nodiscard]] Verb catalog_check_verb();
[[nodiscard]] Verb catalog_keygen_verb();
[[nodiscard]] Verb catalog_sign_verb();
[[nodiscard]] Verb catalog_verify_verb();
[[nodiscard]] Verb catalog_install_verb();
[[nodiscard]] Verb catalog_back_verb();
[[nodiscard]] Verb catalog_diff_verb();

}  // namespace desk::ctl
