// FakePageClient: the page role in memory, with handles to break it. Behaves as the real one does (one set of contract tests runs on
// both); shipped beside it so that the kiosk's visits can be tested without a socket. Threads: any.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "auth/page_client.h"
#include "data/base/clock.h"

namespace desk::auth {

class FakePageClient final : public PageClient {
 public:
  explicit FakePageClient(const Clock& clock, config::HandoffMode mode = config::HandoffMode::Public) : clock_(clock), mode_(mode) {}

  Result<BundlePut> put_bundle(const Bundle& bundle) override;
  Done remove_bundle(const std::string& token_hash) override;
  Result<PageGrant> make_grant(const LinkToken& token) override;
  Result<std::vector<EraseRequest>> erase_requests() override;
  Done acknowledge(std::int64_t id) override;
  Result<PageHealth> health() override;

  // Fault handles.
  void set_unreachable(bool unreachable);            // every call: SC-601
  void set_refusing(std::optional<StaffCode> code);  // put_bundle: this code
  // The applicant presses 消去する on the phone. False when there is no such bundle.
  bool press_erase(const std::string& token_hash);
  // What was handed over, opened as the phone would.
  [[nodiscard]] std::optional<PageModel> read_back(const LinkToken& token);
  [[nodiscard]] std::size_t count();
  // Uses a grant's path up and tells its token, as the phone's POST would.
  [[nodiscard]] std::optional<LinkToken> use_grant(const std::string& path);

 private:
  struct Grant {
    LinkToken token;
    SteadyTime ends;
  };
  [[nodiscard]] Done reachable() const;

  const Clock& clock_;
  config::HandoffMode mode_;
  std::mutex lock_;
  bool unreachable_ = false;
  std::optional<StaffCode> refusing_;
  std::map<std::string, Bundle> bundles_;
  std::set<std::string> erased_;
  std::map<std::int64_t, EraseRequest> requests_;
  std::map<std::string, Grant> grants_;
  std::int64_t last_id_ = 0;
};

}  // namespace desk::auth
