// PageSite: what the page role answers to phones. One request in, one response out; no socket, so that every situation can be tested.
//
//   GET  /                     a page of nobody
//   GET  /page.css             the style
//   GET  /a/{token}            the checklist                     POST /a/{token}/code     asks core for an SMS code
//   GET  /a/{token}/files      the PDFs, or how to unlock them   POST /a/{token}/check    the code
//   GET  /a/{token}/pdf/{n}    a PDF, unlocked                   GET, POST /a/{token}/erase   消去する
//   GET, POST /g/{grant}       the done screen's grant: GET shows a button, POST uses the grant up, so that a preview does not
//
// With handoff.mode = lan only the checklist and the erasure exist. A token that is unknown, wrong, expired, erased or damaged, a route
// and a file that do not exist all get the same answer, byte for byte, after about the same work. Every answer carries the headers of
// `secured`. Threads: answer() may be called from any.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "auth/http_server.h"
#include "auth/page/views.h"
#include "auth/page_access.h"
#include "auth/page_codes.h"
#include "auth/page_store.h"
#include "auth/page_throttle.h"
#include "data/config/desk_config.h"

namespace desk::auth {

class PageSite {
 public:
  // Borrowed, all of them; they outlive this.
  struct Parts {
    config::HandoffMode mode;
    std::string base_url;        // empty in demonstration
    std::string site_name;
    PageStore& store;
    PageAccess& access;
    PageCodes& codes;
    const text::TextCatalog& texts;
    const Clock& clock;
  };
  explicit PageSite(Parts parts);

  [[nodiscard]] HttpResponse answer(const HttpRequest& request);

 private:
  struct Visit;                  // an opened application: token, bundle, model
  using Segments = std::vector<std::string>;

  [[nodiscard]] HttpResponse route(const HttpRequest& request);
  [[nodiscard]] HttpResponse application(const HttpRequest& request, const Segments& path, const std::string& peer);
  [[nodiscard]] HttpResponse use_grant(const HttpRequest& request, const std::string& grant_text, const std::string& peer);
  [[nodiscard]] HttpResponse files(const HttpRequest& request, const Visit& visit);
  [[nodiscard]] HttpResponse pdf(const HttpRequest& request, const Visit& visit, const std::string& number);
  [[nodiscard]] HttpResponse send_code(const Visit& visit);
  [[nodiscard]] HttpResponse check_code(const HttpRequest& request, const Visit& visit);
  [[nodiscard]] HttpResponse erase(const HttpRequest& request, const Visit& visit);

  // Asks core how the code under way stands (a delivery report, a late acceptance).
  [[nodiscard]] page::UnlockState::Say refresh_code(const Visit& visit);
  [[nodiscard]] std::optional<Visit> open(const std::string& token_text);
  [[nodiscard]] std::optional<std::chrono::seconds> unlocked_for(const HttpRequest& request, const Visit& visit);
  [[nodiscard]] HttpResponse unlocked_redirect(const LinkToken& token, const std::string& token_hash);
  [[nodiscard]] HttpResponse unlock_page(const Visit& visit, page::UnlockState::Say say, std::optional<WallTime> when, int status);
  [[nodiscard]] page::View view_of(const Visit& visit) const;
  [[nodiscard]] page::Plain plain() const { return {parts_.texts, parts_.site_name}; }
  [[nodiscard]] HttpResponse gone() const;
  [[nodiscard]] HttpResponse missed(const std::string& peer);
  [[nodiscard]] HttpResponse busy(std::chrono::seconds wait) const;
  [[nodiscard]] bool https() const { return parts_.base_url.starts_with("https://"); }
  [[nodiscard]] bool is_public() const;
  void secure(HttpResponse& response) const;

  Parts parts_;
  PageThrottle throttle_;
  Bundle decoy_;                 // opened, in vain, when there is nothing to open
};

}  // namespace desk::auth
