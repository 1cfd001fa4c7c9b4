#include "auth/page_client_fake.h"

#include "auth/page_access.h"

namespace desk::auth {

Done FakePageClient::reachable() const {
  if (unreachable_) return fail(Failure{StaffCode::PageUnreachable, "page role", "made unreachable"});
  return {};
}

Result<BundlePut> FakePageClient::put_bundle(const Bundle& bundle) {
  const std::lock_guard guard(lock_);
  if (auto done = reachable(); !done) return fail(done.error());
  if (refusing_) return fail(Failure{*refusing_, "page role", "made to refuse"});
  const std::span<const unsigned char> bytes(bundle.bytes);
  const auto layout = read_bundle_layout(bytes.first(std::min(bytes.size(), kMostHeaderBytes)), bytes.size());
  if (!layout) return fail(layout.error());
  if (bundle.expires <= clock_.wall()) return fail(Failure{StaffCode::BundleRefused, "bundle", "already expired"});
  if (mode_ != config::HandoffMode::Public && layout->files() > 0) {
    return fail(Failure{StaffCode::BundleRefused, "bundle", "PDFs are taken only with page.mode = \"public\""});
  }
  if (erased_.contains(bundle.token_hash)) return BundlePut::Erased;
  bundles_[bundle.token_hash] = bundle;
  return BundlePut::Kept;
}

Done FakePageClient::remove_bundle(const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  if (auto done = reachable(); !done) return done;
  bundles_.erase(token_hash);
  return {};
}

Result<PageGrant> FakePageClient::make_grant(const LinkToken& token) {
  const std::lock_guard guard(lock_);
  if (auto done = reachable(); !done) return fail(done.error());
  if (mode_ != config::HandoffMode::Public || !bundles_.contains(crypto::token_hash_hex(token.text))) {
    return fail(Failure{StaffCode::LinkUnknown, "page role", "no bundle of that token, or not public"});
  }
  const std::string path = "/g/" + crypto::new_link_token().text;
  grants_[path] = {token, clock_.steady() + PageAccess::kGrantLife};
  return PageGrant{path, PageAccess::kGrantLife};
}

std::optional<LinkToken> FakePageClient::use_grant(const std::string& path) {
  const std::lock_guard guard(lock_);
  const auto grant = grants_.extract(path);
  if (grant.empty() || grant.mapped().ends <= clock_.steady()) return std::nullopt;
  if (!bundles_.contains(crypto::token_hash_hex(grant.mapped().token.text))) return std::nullopt;
  return grant.mapped().token;
}

Result<std::vector<EraseRequest>> FakePageClient::erase_requests() {
  const std::lock_guard guard(lock_);
  if (auto done = reachable(); !done) return fail(done.error());
  std::vector<EraseRequest> requests;
  for (const auto& [id, request] : requests_) requests.push_back(request);
  return requests;
}

Done FakePageClient::acknowledge(std::int64_t id) {
  const std::lock_guard guard(lock_);
  if (auto done = reachable(); !done) return done;
  requests_.erase(id);
  return {};
}

Result<PageHealth> FakePageClient::health() {
  const std::lock_guard guard(lock_);
  if (auto done = reachable(); !done) return fail(done.error());
  return PageHealth{mode_, 8080, static_cast<std::int64_t>(bundles_.size())};
}

void FakePageClient::set_unreachable(bool unreachable) {
  const std::lock_guard guard(lock_);
  unreachable_ = unreachable;
}

void FakePageClient::set_refusing(std::optional<StaffCode> code) {
  const std::lock_guard guard(lock_);
  refusing_ = code;
}

bool FakePageClient::press_erase(const std::string& token_hash) {
  const std::lock_guard guard(lock_);
  if (bundles_.erase(token_hash) == 0) return false;
  erased_.insert(token_hash);
  ++last_id_;
  requests_[last_id_] = {last_id_, token_hash, clock_.wall()};
  return true;
}

std::optional<PageModel> FakePageClient::read_back(const LinkToken& token) {
  const std::lock_guard guard(lock_);
  const auto found = bundles_.find(crypto::token_hash_hex(token.text));
  if (found == bundles_.end()) return std::nullopt;
  return open_bundle_model(token, found->second.bytes);
}

std::size_t FakePageClient::count() {
  const std::lock_guard guard(lock_);
  return bundles_.size();
}

}  // namespace desk::auth
