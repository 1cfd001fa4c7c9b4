// PageAccess: the short-lived permissions of the page, in memory and measured with steady time, so that no jump of the wall clock
// lengthens one and a restart ends them all.
//
//   grant   the done screen's second QR: opens the PDFs once, within ten minutes, without a code. Only its hash and the token sealed
//           under it are kept; the grant itself is in the QR alone.
//   unlock  the cookie of a browser that gave the right code or used a grant: opens the PDFs of one application for ten minutes.
//
// Threads: any.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "auth/bundle.h"
#include "data/base/clock.h"

namespace desk::auth {

class PageAccess {
 public:
  static constexpr std::chrono::minutes kGrantLife{10};   // design 5: 10 minutes, single use
  static constexpr std::chrono::minutes kUnlockLife{10};
  static constexpr std::size_t kMostEntries = 1'000;      // of each kind, a desk gives out dozens a day; beyond it nothing new

  explicit PageAccess(const Clock& clock) : clock_(clock) {}

  // False when there are too many. `wrapped` is the token sealed under the grant (wrap_token).
  [[nodiscard]] bool add_grant(const std::string& grant_hash, const std::string& token_hash, crypto::Bytes wrapped);
  [[nodiscard]] bool grant_exists(const std::string& grant_hash);
  // Uses the grant up, whatever comes of it: of two at the same moment, one gets the token.
  [[nodiscard]] std::optional<LinkToken> take_grant(const LinkToken& grant);

  struct Unlock {
    std::string cookie;          // 26 characters; only its hash is kept
  };
  [[nodiscard]] std::optional<Unlock> unlock(const std::string& token_hash);
  // How long the cookie still opens this application's PDFs; nothing when it does not.
  [[nodiscard]] std::optional<std::chrono::seconds> unlocked_for(std::string_view cookie, const std::string& token_hash);

  // After an erasure or a removal nothing may linger.
  void forget(const std::string& token_hash);

 private:
  struct Entry {
    std::string token_hash;
    crypto::Bytes wrapped;
    SteadyTime ends;
  };
  using Entries = std::map<std::string, Entry>;
  void drop_ended(Entries& entries);

  const Clock& clock_;
  std::mutex lock_;
  Entries grants_;   // by hash of the grant
  Entries unlocks_;  // by hash of the cookie
};

}  // namespace desk::auth
