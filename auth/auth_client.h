// AuthClient: what the kiosk asks desk-auth. The kiosk never holds an issued code; the digits that the applicant types go through here
// and are wiped.
//
//   auto auth = make_auth_client(config.auth.socket, config.auth.secret_file);      // Result<unique_ptr<AuthClient>>
//   auto challenge = (*auth)->start_verification(number, Purpose::Visit, language); // on a worker: a gateway may take its 15 seconds
//   if (!challenge) show(challenge.error().kind, challenge.error().next_send);      // TooEarly, NumberCap, GatewayRefused, Unreachable …
//   auto answer = (*auth)->check(challenge->sid, digits);
//   if (answer && answer->verdict == CodeAnswer::Verdict::Approved) ...
//
// Threads: every function may be called from any thread; each blocks until answered, at most its time-out.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "auth/code_policy.h"
#include "auth/gateway.h"
#include "auth/message_text.h"
#include "auth/refusal.h"
#include "data/base/phone_number.h"
#include "data/base/result.h"
#include "data/base/secret.h"
#include "data/text/text_catalog.h"

namespace desk::auth {

struct Challenge {
  std::string sid;
  std::string tag;             // 番号札: the same in the message and on the screen
  std::string masked;          // "090-••••-5678"
  SendState sent = SendState::Unknown;
  WallTime next_send;          // shown as a clock time
  WallTime valid_until;
  int tries_left = 0;
  bool open = false;           // a code may be entered
};

struct CodeAnswer {
  enum class Verdict { Approved, Wrong, Wait, OlderMessage, Expired, TooManyTries, Locked };
  Verdict verdict = Verdict::Wrong;
  int tries_left = 0;
  std::chrono::seconds wait{0};   // before the next try
  WallTime next_send;             // when a new message may be sent; 0: not told
};

struct PinVerdict {
  enum class Kind { Right, Wrong, Wait, Locked };
  Kind kind = Kind::Wrong;
  std::string name;               // when right
  int tries_left = 0;
  std::chrono::seconds wait{0};
};

struct AuthHealth {
  std::string gateway;            // "http", "console"
  bool demonstration = false;
  int site_messages = 0;
  int site_cap = 0;
  bool alarm = false;             // 70 % of the site's cap
  bool strict = false;            // codes live ten minutes: the screen says so
  std::optional<SendState> last_send;  // what became of the newest message; none: none is kept (two days)
  WallTime last_send_at;
};

class AuthClient {
 public:
  virtual ~AuthClient() = default;
  // Sends a code, or, after an unknown outcome, the same code again. A time-out here is Unreachable, though a message may have left:
  // asking again answers TooEarly with the live code's sid and tag, so that it can be entered.
  [[nodiscard]] virtual Result<Challenge, Refusal> start_verification(const PhoneNumber& to, Purpose purpose, text::Language language) = 0;
  // How a verification stands now; `sent` may have become Delivered or Undeliverable.
  [[nodiscard]] virtual Result<Challenge, Refusal> look(const std::string& sid) = 0;
  // Refusals: NotFound (also after a success), BadParameter (not six digits), StoreBroken, Unreachable.
  [[nodiscard]] virtual Result<CodeAnswer, Refusal> check(const std::string& sid, const Secret& code) = 0;
  [[nodiscard]] virtual Result<PinVerdict, Refusal> check_staff_pin(const Secret& pin) = 0;
  [[nodiscard]] virtual Result<AuthHealth, Refusal> health() = 0;
  // Whether the provider's door can be reached now; nothing is sent. Takes as long as a connection may.
  [[nodiscard]] virtual Result<Reach, Refusal> reach_gateway() = 0;
  // The drawn phone of the demonstration; NotFound anywhere else.
  [[nodiscard]] virtual Result<std::vector<ShownMessage>, Refusal> demo_messages() = 0;
};

// The secret file's first "sid:token" line is who we are. `send_timeout` must exceed the gateway's own (desk.toml: total_seconds).
[[nodiscard]] Result<std::unique_ptr<AuthClient>> make_auth_client(const std::string& socket, const std::string& secret_file,
                                                                   std::chrono::milliseconds send_timeout = std::chrono::seconds{25});

}  // namespace desk::auth
