// PageThrottle: a peer that keeps asking for what does not exist is made to wait. Tokens cannot be guessed (128 bits); this keeps the
// noise down and meets the "throttled" that NIST SP 800-63A asks of continuation codes. While a peer waits, every token of its is
// answered alike, right or wrong, so that waiting tells nothing either.
//
// Peers are IPv4 addresses or IPv6 /64 networks (what one customer has). Behind a mobile carrier many phones share one address, hence
// the generous limit: a person with a worn slip never reaches it. In memory, steady time, bounded. Threads: any.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "data/base/clock.h"

namespace desk::auth {

class PageThrottle {
 public:
  static constexpr int kMostMisses = 30;
  static constexpr std::chrono::minutes kWindow{10};
  static constexpr std::size_t kMostPeers = 20'000;

  explicit PageThrottle(const Clock& clock) : clock_(clock) {}

  void missed(const std::string& peer);
  // How long the peer must wait; nothing when it may ask.
  [[nodiscard]] std::optional<std::chrono::seconds> must_wait(const std::string& peer);

 private:
  struct Misses {
    int count = 0;
    SteadyTime first;
  };
  const Clock& clock_;
  std::mutex lock_;
  std::map<std::string, Misses> peers_;
};

// The key a peer is counted under. `forwarded` is X-Forwarded-For: believed only when `behind_proxy` (handoff.mode = public) and the
// connection itself comes from loopback; its last entry is the one our own proxy wrote.
[[nodiscard]] std::string peer_key(std::string_view connection, std::optional<std::string_view> forwarded, bool behind_proxy);

}  // namespace desk::auth
