// PageDeskSide: the page role's door for the kiosk, on a Unix socket, with Basic auth from page.core_secret_file on every request.
//
//   PUT    /bundles/{token hash}   the bundle; headers Desk-Expires (seconds since 1970 UTC), Desk-Number-Hash (hex, may be absent)
//                                  201 kept; 409 {"erased":true} when the applicant erased it; 422 refused; 507 the disk
//   DELETE /bundles/{token hash}   204
//   POST   /grants                 form: grant_hash, token_hash, wrapped (hex). 201 {"seconds":600}; 404 no such bundle; 409 not public
//   GET    /erase-requests         {"requests":[{"id":1,"token_hash":"…","asked":1789614480}]}
//   DELETE /erase-requests/{id}    204, after the kiosk carried it out
//   GET    /health                 {"mode":"public","port":8080,"bundles":3}
//
// Failures: {"code":602,"reason":"…"} with the staff code's number. Threads: answer() may be called from any.
#pragma once

#include <string>

#include "auth/http_server.h"
#include "auth/page_access.h"
#include "auth/page_store.h"
#include "data/base/secret.h"
#include "data/config/desk_config.h"

namespace desk::auth {

class PageDeskSide {
 public:
  // Borrowed but the secret ("<account sid>:<token>", as in the secret file without its line end).
  struct Parts {
    config::HandoffMode mode;
    PageStore& store;
    PageAccess& access;
    Secret secret;
  };
  explicit PageDeskSide(Parts parts);

  void set_port(int port) { port_ = port; }  // of the public side; before serving
  [[nodiscard]] HttpResponse answer(const HttpRequest& request);

 private:
  [[nodiscard]] HttpResponse put(const HttpRequest& request, const std::string& token_hash);
  [[nodiscard]] HttpResponse add_grant(const HttpRequest& request);
  [[nodiscard]] HttpResponse requests();
  [[nodiscard]] HttpResponse health();
  [[nodiscard]] bool authorised(const HttpRequest& request) const;

  Parts parts_;
  Secret expected_;  // the whole Authorization value
  int port_ = 0;
};

}  // namespace desk::auth
