#include "auth/page_throttle.h"

#include <arpa/inet.h>

#include <array>
#include <algorithm>
#include <cstring>

#include "data/base/ids.h"

namespace desk::auth {
namespace {

using Address = std::array<unsigned char, 16>;

// IPv4 becomes its mapped IPv6 form, so that both spellings of one peer are one.
std::optional<Address> parse_address(std::string_view text) {
  const std::string copy(text);
  Address address{};
  if (inet_pton(AF_INET6, copy.c_str(), address.data()) == 1) return address;
  address = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (inet_pton(AF_INET, copy.c_str(), address.data() + 12) == 1) return address;
  return std::nullopt;
}

bool is_mapped(const Address& address) {
  return std::all_of(address.begin(), address.begin() + 10, [](unsigned char b) { return b == 0; }) && address[10] == 0xFF && address[11] == 0xFF;
}

bool is_loopback(const Address& address) {
  if (is_mapped(address)) return address[12] == 127;
  return std::all_of(address.begin(), address.end() - 1, [](unsigned char b) { return b == 0; }) && address[15] == 1;
}

std::string key_of(const Address& address) {
  return to_hex(std::span<const unsigned char>(address).first(is_mapped(address) ? 16 : 8));
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string peer_key(std::string_view connection, std::optional<std::string_view> forwarded, bool behind_proxy) {
  const auto direct = parse_address(connection);
  if (!direct) return "unknown";
  if (behind_proxy && is_loopback(*direct) && forwarded) {
    const auto comma = forwarded->rfind(',');
    const auto last = trimmed(comma == std::string_view::npos ? *forwarded : forwarded->substr(comma + 1));
    if (const auto address = parse_address(last)) return key_of(*address);
  }
  return key_of(*direct);
}

void PageThrottle::missed(const std::string& peer) {
  const std::lock_guard guard(lock_);
  const SteadyTime now = clock_.steady();
  if (peers_.size() >= kMostPeers && !peers_.contains(peer)) {
    std::erase_if(peers_, [&](const auto& entry) { return now - entry.second.first >= kWindow; });
    if (peers_.size() >= kMostPeers) peers_.erase(peers_.begin());
  }
  Misses& misses = peers_[peer];
  if (misses.count == 0 || now - misses.first >= kWindow) misses = {0, now};
  ++misses.count;
}

std::optional<std::chrono::seconds> PageThrottle::must_wait(const std::string& peer) {
  const std::lock_guard guard(lock_);
  const auto found = peers_.find(peer);
  if (found == peers_.end() || found->second.count < kMostMisses) return std::nullopt;
  const auto passed = clock_.steady() - found->second.first;
  if (passed >= kWindow) {
    peers_.erase(found);
    return std::nullopt;
  }
  return std::chrono::ceil<std::chrono::seconds>(kWindow - passed);
}

}  // namespace desk::auth
