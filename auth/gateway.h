// Gateway: hands a message to an SMS provider and tells what is known of it. The answer decides whether the thirty-minute window opens
// (design 5), so it never guesses: only Accepted means that the provider took it, only NotSent and Refused that it surely did not.
// Threads: send() may be called from several at once. Nothing logs the number or the text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/base/clock.h"
#include "data/base/phone_number.h"
#include "data/base/result.h"
#include "data/base/secret.h"
#include "data/config/desk_config.h"

namespace desk::auth {

enum class SendOutcome {
  Accepted,   // the provider took it (its own queue included)
  Refused,    // the provider answered that it will not
  NotSent,    // the request never left this machine
  Unknown,    // it left, and no answer that can be understood came in time
};

struct SendResult {
  SendOutcome outcome = SendOutcome::Unknown;
  std::string gateway_id;  // the provider's own id when its reply tells one (first group of accepted_body)
  std::string reason;      // for staff and logs: status or libcurl's words; never number, text or reply
};

// Whether the provider's door can be reached now. Nothing is sent: a person at the desk may ask as often as they like.
struct Reach {
  bool reached = false;
  std::string problem;     // for staff and logs, when not
};

class Gateway {
 public:
  virtual ~Gateway() = default;
  // `id` is ours and secret: the delivery report quotes it.
  [[nodiscard]] virtual SendResult send(const PhoneNumber& to, const Secret& text, const std::string& id) = 0;
  [[nodiscard]] virtual Reach reach() = 0;
  [[nodiscard]] virtual std::string name() const = 0;  // "http", "console"
};

// A provider described by desk.toml's [gateway] (data/config): placeholders {to} "+8190…", {to_national} "090…", {text}, {id}, {secret},
// each escaped for where it stands: URL and form percent-encoded, JSON as in a JSON string. A header value with a control character is
// not sent. accepted_body is a POSIX extended regular expression. Refuses at once a broken one, a missing secret, an unknown placeholder.
[[nodiscard]] Result<std::unique_ptr<Gateway>> make_http_gateway(const config::Gateway& config);

// Keeps messages in memory instead of sending them, for the demonstration's drawn phone.
struct ShownMessage {
  std::string to;      // masked
  std::string text;    // with its code: this never exists outside a demonstration
  WallTime at;
};

class ConsoleGateway : public Gateway {
 public:
  virtual std::vector<ShownMessage> messages() const = 0;  // oldest first, the last 20
  // Faults: every send from now on ends so (Accepted: shown again). Only a demonstration and tests hold this handle.
  virtual void answer_with(SendOutcome outcome) = 0;
};
[[nodiscard]] std::unique_ptr<ConsoleGateway> make_console_gateway(const Clock& clock);

// What a delivery report says, from Kannel's %d (1 delivered, 2 undeliverable, 4 queued, 8 taken by the carrier, 16 refused by it) or a
// provider's word (delivered, undelivered, failed, expired, rejected, sent, accepted, queued).
enum class Report { Delivered, Undeliverable, OnItsWay };
[[nodiscard]] std::optional<Report> read_report(std::string_view type);

}  // namespace desk::auth
