#include "auth/page_access.h"

#include <utility>

namespace desk::auth {

void PageAccess::drop_ended(Entries& entries) {
  const SteadyTime now = clock_.steady();
  std::erase_if(entries, [&](const auto& entry) { return entry.second.ends <= now; });
}

bool PageAccess::add_grant(const std::string& grant_hash, const std::string& token_hash, crypto::Bytes wrapped) {
  const std::lock_guard guard(lock_);
  drop_ended(grants_);
  if (grants_.size() >= kMostEntries) return false;
  grants_.insert_or_assign(grant_hash, Entry{token_hash, std::move(wrapped), clock_.steady() + kGrantLife});
  return true;
}

bool PageAccess::grant_exists(const std::string& grant_hash) {
  const std::lock_guard guard(lock_);
  drop_ended(grants_);
  return grants_.contains(grant_hash);
}

std::optional<LinkToken> PageAccess::take_grant(const LinkToken& grant) {
  Entries::node_type taken;
  {
    const std::lock_guard guard(lock_);
    drop_ended(grants_);
    taken = grants_.extract(crypto::token_hash_hex(grant.text));
  }
  if (taken.empty()) return std::nullopt;
  return unwrap_token(taken.mapped().wrapped, grant);
}

std::optional<PageAccess::Unlock> PageAccess::unlock(const std::string& token_hash) {
  const Unlock unlock{crypto::new_link_token().text};
  const std::lock_guard guard(lock_);
  drop_ended(unlocks_);
  if (unlocks_.size() >= kMostEntries) return std::nullopt;
  unlocks_.insert_or_assign(crypto::token_hash_hex(unlock.cookie), Entry{token_hash, {}, clock_.steady() + kUnlockLife});
  return unlock;
}

std::optional<std::chrono::seconds> PageAccess::unlocked_for(std::string_view cookie, const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  drop_ended(unlocks_);
  const auto found = unlocks_.find(crypto::token_hash_hex(cookie));
  if (found == unlocks_.end() || found->second.token_hash != token_hash) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(found->second.ends - clock_.steady());
}

void PageAccess::forget(const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  const auto of_token = [&](const auto& entry) { return entry.second.token_hash == token_hash; };
  std::erase_if(grants_, of_token);
  std::erase_if(unlocks_, of_token);
}

}  // namespace desk::auth
