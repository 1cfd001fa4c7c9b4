// PageClient: how the kiosk hands applications to the page role and learns what the applicant pressed there. The kiosk seals bundles and
// makes grants itself; the page role never sees a token outside a phone's request.
//
//   auto bundle = make_bundle(std::move(model), files, token, expires, site_key.derive("page number"));
//   auto put = page.put_bundle(*bundle);              // from the outbox, until it succeeds; Erased counts as carried out
//   auto grant = page.make_grant(token);              // the done screen's second QR: base_url + grant->path
//   auto requests = page.erase_requests();            // polled; erase the application, then page.acknowledge(request.id)
//
// Every call waits for an answer (seconds): from a worker, never on the frame. Threads: any.
// Errors: SC-601 the page role cannot be reached or answers nonsense, try again later; SC-602 it refuses what was sent; SC-603 it has no
// bundle of that token, or gives no grants (mode lan); SC-501/502 its disk.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "auth/bundle.h"
#include "data/base/result.h"
#include "data/base/secret.h"
#include "data/config/desk_config.h"

namespace desk::auth {

struct PageGrant {
  std::string path;                  // "/g/<grant>"; the secret of the second QR, never logged
  std::chrono::seconds life{0};      // from now, on the page role's clock
};

struct PageHealth {
  config::HandoffMode mode = config::HandoffMode::Off;
  int port = 0;                      // of the public side
  std::int64_t bundles = 0;
};

class PageClient {
 public:
  virtual ~PageClient() = default;
  [[nodiscard]] virtual Result<BundlePut> put_bundle(const Bundle& bundle) = 0;
  // The applicant finished at the desk, or the kept days are over. No error when there is none.
  [[nodiscard]] virtual Done remove_bundle(const std::string& token_hash) = 0;
  [[nodiscard]] virtual Result<PageGrant> make_grant(const LinkToken& token) = 0;
  [[nodiscard]] virtual Result<std::vector<EraseRequest>> erase_requests() = 0;
  [[nodiscard]] virtual Done acknowledge(std::int64_t id) = 0;
  [[nodiscard]] virtual Result<PageHealth> health() = 0;
};

// `socket`: page.socket. `secret`: what read_page_secret finds in page.core_secret_file.
[[nodiscard]] std::unique_ptr<PageClient> make_page_client(std::string socket, Secret secret);
[[nodiscard]] Result<std::unique_ptr<PageClient>> make_page_client(const std::string& socket, const std::string& secret_file);

// The line "<account sid>:<token>" of page.core_secret_file with which the page role asks core, and the kiosk the page role. The file
// may be core's own with several accounts ("#" begins a comment): the account "page" is taken, else the first.
[[nodiscard]] Result<Secret> read_page_secret(const std::string& file);

}  // namespace desk::auth
