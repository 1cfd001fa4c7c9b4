#include "auth/page_site.h"

#include <algorithm>
#include <charconv>

#include "auth/http_client.h"
#include "auth/page/style.h"

namespace desk::auth {
namespace {

using config::HandoffMode;

constexpr std::string_view kCookie = "desk_unlock";

HttpResponse page_response(int status, std::string body) { return {status, std::move(body), "text/html; charset=utf-8", {}}; }

HttpResponse redirect(std::string where) {
  HttpResponse response = page_response(303, {});
  response.headers.emplace_back("Location", std::move(where));
  return response;
}

std::vector<std::string> segments_of(std::string_view path) {
  std::vector<std::string> segments;
  if (path.empty() || path.front() != '/') return segments;
  while (!path.empty()) {
    path.remove_prefix(1);
    const auto end = std::min(path.find('/'), path.size());
    segments.emplace_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return segments;
}

// Every value of our cookie: a browser may send several when paths overlap.
std::vector<std::string_view> cookies_of(const HttpRequest& request) {
  std::vector<std::string_view> values;
  std::string_view rest = request.header("Cookie").value_or("");
  while (!rest.empty()) {
    const auto end = std::min(rest.find(';'), rest.size());
    std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (!pair.empty() && pair.front() == ' ') pair.remove_prefix(1);
    const auto equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == kCookie) values.push_back(pair.substr(equals + 1));
  }
  return values;
}

std::optional<std::size_t> number_in(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.size() > 3 || text.starts_with("0") || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The six digits that were typed, full-width ones and spaces accepted; empty when they are not six digits.
Secret digits_in(std::string_view typed) {
  std::string digits;
  digits.reserve(8);
  while (!typed.empty() && digits.size() <= 6) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(typed[i]); };
    const bool wide = typed.size() >= 3 && byte(0) == 0xEF && byte(1) == 0xBC && byte(2) >= 0x90 && byte(2) <= 0x99;
    if (wide) {
      digits.push_back(static_cast<char>('0' + (byte(2) - 0x90)));
      typed.remove_prefix(3);
      continue;
    }
    if (typed.front() >= '0' && typed.front() <= '9') digits.push_back(typed.front());
    else if (typed.front() != ' ' && !typed.starts_with("\u3000")) break;
    typed.remove_prefix(typed.starts_with("\u3000") ? 3 : 1);
  }
  Secret code(typed.empty() && digits.size() == 6 ? digits : std::string_view());
  wipe(digits);
  return code;
}

std::string clock_of(WallTime time) { return clock_text(to_jst(time).minute_of_day); }

// The next whole minute, so that "14:38" is never a moment too early.
std::string clock_from(WallTime time) { return clock_of({(time.seconds + 59) / 60 * 60}); }

}  // namespace

struct PageSite::Visit {
  LinkToken token;
  FoundBundle bundle;
  PageModel model;
  [[nodiscard]] std::string home() const { return "/a/" + token.text; }
};

PageSite::PageSite(Parts parts) : parts_(std::move(parts)), throttle_(parts_.clock) {
  PageModel model;
  model.site_name = parts_.site_name.empty() ? "-" : parts_.site_name;
  model.reception_number = "-";
  model.todos.assign(40, PageTodo{std::nullopt, std::string(60, '-'), {}, false});
  auto made = make_bundle(std::move(model), {}, crypto::new_link_token(), parts_.clock.wall(), crypto::Key::random());
  if (made) decoy_ = std::move(*made);
}

bool PageSite::is_public() const {
  switch (parts_.mode) {
    case HandoffMode::Public: return true;
    case HandoffMode::Lan:
    case HandoffMode::Off: return false;
  }
  return false;
}

HttpResponse PageSite::answer(const HttpRequest& request) {
  HttpResponse response = route(request);
  secure(response);
  return response;
}

void PageSite::secure(HttpResponse& response) const {
  HttpPairs& headers = response.headers;
  headers.emplace_back("Content-Security-Policy",
                       "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
  headers.emplace_back("Cache-Control", "no-store");
  headers.emplace_back("Referrer-Policy", "no-referrer");
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("X-Frame-Options", "DENY");
  headers.emplace_back("X-Robots-Tag", "noindex, nofollow, noarchive");
  headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
  headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
  if (is_public() && https()) headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

HttpResponse PageSite::gone() const { return page_response(404, page::gone(plain())); }

HttpResponse PageSite::missed(const std::string& peer) {
  throttle_.missed(peer);
  return gone();
}

HttpResponse PageSite::busy(std::chrono::seconds wait) const {
  HttpResponse response = page_response(429, page::busy(plain(), static_cast<int>((wait.count() + 59) / 60)));
  response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
  return response;
}

HttpResponse PageSite::route(const HttpRequest& request) {
  const Segments path = segments_of(request.path);
  const bool get = request.method == "GET";
  if (get && request.path == "/") return page_response(200, page::home(plain()));
  if (get && request.path == page::kStylePath) return {200, std::string(page::style()), "text/css; charset=utf-8", {}};
  if (path.size() < 2 || (path[0] != "a" && path[0] != "g")) return gone();

  const std::string peer = peer_key(request.peer, request.header("X-Forwarded-For"), is_public());
  if (const auto wait = throttle_.must_wait(peer)) return busy(*wait);
  if (path[0] == "a") return application(request, path, peer);
  if (path.size() == 2 && is_public()) return use_grant(request, path[1], peer);
  return missed(peer);
}

std::optional<PageSite::Visit> PageSite::open(const std::string& token_text) {
  const auto parsed = LinkToken::parse(token_text);
  const LinkToken token = parsed.value_or(LinkToken{std::string(26, 'a')});
  auto found = parts_.store.find(crypto::token_hash_hex(token.text));
  if (found && parsed) {
    const auto plain_model = found->open_part(token, 0);
    if (!plain_model) return std::nullopt;
    auto model = read_page_model(plain_model->reveal());
    if (!model) return std::nullopt;
    return Visit{token, std::move(*found), std::move(*model)};
  }
  // Nothing there: as much is hashed and authenticated as for a small bundle, so that the time taken says little.
  const auto nothing = open_bundle_model(token, decoy_.bytes);
  return nothing ? std::nullopt : std::optional<Visit>();
}

HttpResponse PageSite::application(const HttpRequest& request, const Segments& path, const std::string& peer) {
  const auto visit = open(path[1]);
  if (!visit) return missed(peer);
  const std::string what = path.size() > 2 ? path[2] : "";
  const bool get = request.method == "GET";
  const bool post = request.method == "POST";
  if (path.size() == 2 && get) return page_response(200, page::checklist(view_of(*visit), visit->model));
  if (path.size() == 3 && what == "erase" && (get || post)) return erase(request, *visit);
  if (!is_public()) return gone();
  if (path.size() == 3 && what == "files" && get) return files(request, *visit);
  if (path.size() == 4 && what == "pdf" && get) return pdf(request, *visit, path[3]);
  if (path.size() == 3 && what == "code" && post) return send_code(*visit);
  if (path.size() == 3 && what == "check" && post) return check_code(request, *visit);
  return gone();
}

page::View PageSite::view_of(const Visit& visit) const {
  return {text::Words(parts_.texts, visit.model.language), to_jst(parts_.clock.wall()).date, visit.home(), is_public()};
}

std::optional<std::chrono::seconds> PageSite::unlocked_for(const HttpRequest& request, const Visit& visit) {
  for (const std::string_view cookie : cookies_of(request)) {
    if (const auto left = parts_.access.unlocked_for(cookie, visit.bundle.token_hash())) return left;
  }
  return std::nullopt;
}

HttpResponse PageSite::unlocked_redirect(const LinkToken& token, const std::string& token_hash) {
  const auto unlock = parts_.access.unlock(token_hash);
  if (!unlock) return page_response(503, page::fault(plain()));
  HttpResponse response = redirect("/a/" + token.text + "/files");
  const auto life = std::chrono::duration_cast<std::chrono::seconds>(PageAccess::kUnlockLife).count();
  std::string cookie = std::string(kCookie) + "=" + unlock->cookie + "; Path=/a/" + token.text + "; Max-Age=" + std::to_string(life) +
                       "; HttpOnly; SameSite=Strict";
  if (https()) cookie += "; Secure";
  response.headers.emplace_back("Set-Cookie", std::move(cookie));
  return response;
}

HttpResponse PageSite::use_grant(const HttpRequest& request, const std::string& grant_text, const std::string& peer) {
  const auto grant = LinkToken::parse(grant_text);
  if (request.method == "GET") {
    if (!grant || !parts_.access.grant_exists(crypto::token_hash_hex(grant->text))) return missed(peer);
    return page_response(200, page::grant(plain(), "/g/" + grant->text));
  }
  if (request.method != "POST" || !grant) return missed(peer);
  const auto token = parts_.access.take_grant(*grant);
  if (!token) return missed(peer);
  const std::string token_hash = crypto::token_hash_hex(token->text);
  if (!parts_.store.find(token_hash)) return gone();
  return unlocked_redirect(*token, token_hash);
}

HttpResponse PageSite::files(const HttpRequest& request, const Visit& visit) {
  if (visit.bundle.files() == 0) return gone();
  if (const auto left = unlocked_for(request, visit)) {
    const std::string until = clock_of({parts_.clock.wall().seconds + left->count()});
    return page_response(200, page::files(view_of(visit), visit.model, until));
  }
  return unlock_page(visit, refresh_code(visit), std::nullopt, 200);
}

page::UnlockState::Say PageSite::refresh_code(const Visit& visit) {
  using Say = page::UnlockState::Say;
  const std::string& who = visit.bundle.number_hash();
  auto code = parts_.store.code_under_way(who);
  if (!code) return Say::Nothing;
  const auto standing = parts_.codes.look(code->sid);
  if (!standing) return Say::Nothing;
  // What cannot be noted is only looked up again next time.
  if (standing->delivery == CodeStanding::Delivery::Undeliverable) {
    (void)parts_.store.forget_code(who);
    return Say::Undeliverable;
  }
  code->maybe_sent = standing->delivery == CodeStanding::Delivery::MaybeSent;
  if (standing->next_send) code->next_send = standing->next_send;
  (void)parts_.store.keep_code(who, *code);
  return Say::Nothing;
}

HttpResponse PageSite::pdf(const HttpRequest& request, const Visit& visit, const std::string& number_text) {
  // Who holds the token may know that there are files; without an unlock the way leads to it, whichever number was asked for.
  if (!unlocked_for(request, visit)) return visit.bundle.files() > 0 ? redirect(visit.home() + "/files") : gone();
  const auto number = number_in(number_text);
  if (!number || *number > visit.model.files.size()) return gone();
  const auto bytes = visit.bundle.open_part(visit.token, *number);
  if (!bytes) return gone();
  HttpResponse response{200, std::string(bytes->reveal()), "application/pdf", {}};
  // attachment: the phone saves it, and no viewer runs under our content policy. filename* is RFC 6266's form for Japanese names.
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"document-" + std::to_string(*number) +
                                                           ".pdf\"; filename*=UTF-8''" + url_escape(visit.model.files[*number - 1].name));
  return response;
}

HttpResponse PageSite::unlock_page(const Visit& visit, page::UnlockState::Say say, std::optional<WallTime> when, int status) {
  using Say = page::UnlockState::Say;
  page::UnlockState state;
  state.say = say;
  const WallTime now = parts_.clock.wall();
  if (const auto code = parts_.store.code_under_way(visit.bundle.number_hash()); code && !visit.model.phone.empty()) {
    const bool early = code->next_send && now < *code->next_send;
    state.awaiting = early || code->maybe_sent;
    if (early) state.next_send = clock_from(*code->next_send);
    state.tag = code->tag;
    if (say == Say::Nothing && state.awaiting) state.say = code->maybe_sent ? Say::MaybeSent : Say::Sent;
  }
  if (when) {
    state.clock = clock_from(*when);
    if (say != Say::Wait && now < *when) state.next_send = state.clock;
  }
  return page_response(status, page::unlock(view_of(visit), visit.model, state));
}

HttpResponse PageSite::send_code(const Visit& visit) {
  using Say = page::UnlockState::Say;
  const std::string& who = visit.bundle.number_hash();
  if (visit.model.phone.empty() || who.empty() || visit.bundle.files() == 0) return gone();
  const CodeSent sent = parts_.codes.send(visit.model.phone, visit.model.language);
  switch (sent.kind) {
    case CodeSent::Kind::Sent:
    case CodeSent::Kind::MaybeSent: {
      const bool maybe = sent.kind == CodeSent::Kind::MaybeSent;
      if (!parts_.store.keep_code(who, {sent.sid, sent.tag, sent.next_send, maybe})) return page_response(503, page::fault(plain()));
      return redirect(visit.home() + "/files");  // reloading the answer must not send again
    }
    case CodeSent::Kind::TooEarly:
      // A code sent for this number elsewhere (the kiosk, before a restart) proves the number just as well: let it be entered.
      if (!sent.sid.empty() && !parts_.store.keep_code(who, {sent.sid, sent.tag, sent.next_send, false})) {
        return page_response(503, page::fault(plain()));
      }
      return unlock_page(visit, Say::TooEarly, sent.next_send, 429);
    case CodeSent::Kind::Cap: return unlock_page(visit, Say::Cap, std::nullopt, 429);
    case CodeSent::Kind::Staff: return unlock_page(visit, Say::Staff, std::nullopt, 403);
    case CodeSent::Kind::Unavailable: return unlock_page(visit, Say::Unavailable, std::nullopt, 503);
  }
  return page_response(503, page::fault(plain()));
}

HttpResponse PageSite::check_code(const HttpRequest& request, const Visit& visit) {
  using Say = page::UnlockState::Say;
  const std::string& who = visit.bundle.number_hash();
  if (visit.model.phone.empty() || who.empty() || visit.bundle.files() == 0) return gone();
  const auto code = parts_.store.code_under_way(who);
  if (!code) return unlock_page(visit, Say::Expired, std::nullopt, 422);
  Secret digits = digits_in(request.field("code").value_or(""));
  if (digits.empty()) return unlock_page(visit, Say::Wrong, std::nullopt, 422);  // a slip of the finger costs no try
  const CodeChecked checked = parts_.codes.check(code->sid, std::move(digits));
  switch (checked.kind) {
    case CodeChecked::Kind::Right:
      // Core does not accept it a second time; if this is not noted, the next try merely says that the code has ended.
      (void)parts_.store.forget_code(who);
      return unlocked_redirect(visit.token, visit.bundle.token_hash());
    case CodeChecked::Kind::Wrong: return unlock_page(visit, Say::Wrong, std::nullopt, 422);
    case CodeChecked::Kind::OlderMessage: return unlock_page(visit, Say::OlderMessage, std::nullopt, 422);
    case CodeChecked::Kind::Wait: return unlock_page(visit, Say::Wait, checked.again, 429);
    case CodeChecked::Kind::Expired:
      (void)parts_.store.forget_code(who);
      return unlock_page(visit, Say::Expired, code->next_send, 422);
    case CodeChecked::Kind::Staff: return unlock_page(visit, Say::Staff, std::nullopt, 403);
    case CodeChecked::Kind::Unavailable: return unlock_page(visit, Say::Unavailable, std::nullopt, 503);
  }
  return page_response(503, page::fault(plain()));
}

HttpResponse PageSite::erase(const HttpRequest& request, const Visit& visit) {
  if (request.method == "GET" || request.field("confirm") != "yes") return page_response(200, page::erase(view_of(visit), visit.model));
  const auto erased = parts_.store.erase(visit.bundle.token_hash());
  if (!erased) return page_response(503, page::fault(plain()));
  parts_.access.forget(visit.bundle.token_hash());
  return page_response(200, page::erased(view_of(visit), visit.model));
}

}  // namespace desk::auth
