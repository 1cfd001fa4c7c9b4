// PageCodes: how the page role asks core for an SMS code. The page role has no gateway, no code key and no limits of its own: core
// counts messages and failures per number, shared with the kiosk (design 5), and the page only shows what core answered.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "data/base/clock.h"
#include "data/base/phone_number.h"
#include "data/base/secret.h"
#include "data/text/text_catalog.h"

namespace desk::auth {

struct CodeSent {
  enum class Kind {
    Sent,         // the gateway accepted it
    MaybeSent,    // it left, and nobody knows; the same code stays live
    TooEarly,     // not before next_send; sid and tag name the code that is still live, if one is
    Cap,          // no more messages today, for this number or this site
    Staff,        // too many failures: only the staff can help
    Unavailable,  // core or the gateway cannot be reached, or refused
  };
  Kind kind = Kind::Unavailable;
  std::string sid;
  std::string tag;
  std::optional<WallTime> next_send;
};

struct CodeChecked {
  enum class Kind {
    Right,
    Wrong,
    OlderMessage,  // the digits of a message that a newer one replaced
    Wait,          // not compared: too many failures lately
    Expired,       // its time or its tries are over; a new one is needed
    Staff,
    Unavailable,
  };
  Kind kind = Kind::Unavailable;
  std::optional<WallTime> again;  // for Wait: from when a try counts
};

// How a code under way stands, as far as core knows.
struct CodeStanding {
  enum class Delivery { Sent, MaybeSent, Undeliverable };
  Delivery delivery = Delivery::Sent;
  std::optional<WallTime> next_send;
};

class PageCodes {
 public:
  virtual ~PageCodes() = default;
  // All may take seconds (the gateway) and may be called from several threads.
  [[nodiscard]] virtual CodeSent send(const PhoneNumber& phone, text::Language language) = 0;
  [[nodiscard]] virtual CodeChecked check(const std::string& sid, Secret code) = 0;
  // Nothing when core does not answer or does not know it (any more).
  [[nodiscard]] virtual std::optional<CodeStanding> look(const std::string& sid) = 0;
};

}  // namespace desk::auth
